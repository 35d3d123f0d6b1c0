#pragma once

#include <map>
#include <utility>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "recommender/words/word_search.h"

namespace jaedan::workflow {

/// What is said of the garments of approved photos, without vectors.
struct LabelledGarments {
  std::vector<recommender::Item> items;
  recommender::PhotoLabels photo_labels;
  std::map<PhotoId, Photo> photos;
  std::map<std::pair<PhotoId, GarmentId>, Rect> boxes;  ///< image space; of garments with an outline
  std::vector<FailedItem> failed;                       ///< photos that could not be read
};

/// Reads them all; no model is needed. Errors of the store; kCancelled.
Result<LabelledGarments> load_labelled_garments(Project& project, const Watch& watch = {});

}  // namespace jaedan::workflow
