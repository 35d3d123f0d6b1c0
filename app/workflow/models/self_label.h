#pragma once

#include <string>

#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"

namespace jaedan::workflow {

struct SelfLabelRequest {
  std::string data;                ///< KIND=FOLDER, as parse_data_folder reads it; the kind must come with words
  std::string out;                 ///< folder to write into, a snapshot to train from
  std::string model;               ///< id or folder; empty = the built-in one
  double least_probability = 0.6;  ///< pixels below it teach nothing
  bool tta = false;                ///< also look at the mirrored photo
};

/// Labels photos of which only words are known: the model draws, and may draw no part but those that the words allow
/// (inference/train/run/self_labels.h). `done` counts the labelled, `skipped` those where a named part was not found.
/// Errors: those of parse_data_folder, read_tagged_photos, find_model, open_model and label_tagged_photos.
Result<BatchReport> self_label(const SelfLabelRequest& request, const Watch& watch);

}  // namespace jaedan::workflow
