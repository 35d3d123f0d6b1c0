#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/workflow/project/project.h"
#include "app/workflow/recommend/garment_catalogue.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/proposal.h"
#include "recommender/item.h"

namespace jaedan::workflow {

/// A garment that a question is about, and where it is.
struct AskedGarment {
  Photo photo;
  recommender::Item item;
  Rect box;  ///< image space
};

/// Which garment of a photo is meant.
struct GarmentChoice {
  PhotoId photo;
  GarmentId garment = {};         ///< none, or one that is not saved yet: by the part
  std::optional<Part> part = {};  ///< none: the largest of all

  friend bool operator==(const GarmentChoice& a, const GarmentChoice& b) {
    return a.photo == b.photo && a.garment == b.garment && a.part == b.part;
  }
};

/// That garment of a photo's annotation; of several of a part the one with the largest box. kNotFound. Points into
/// `annotation`.
Result<const Garment*> chosen_garment(const Annotation& annotation, const GarmentChoice& choice);

/// That garment with its vector, whatever the state of its photo. A vector that is missing is made. kNotFound when the
/// photo has no such garment, or only without an outline; errors of making the vector.
Result<AskedGarment> asked_garment(Project& project, GarmentCatalogue& catalogue, const GarmentChoice& choice);

/// The same of a photo outside the project, of which a model has said `prediction`: its likeliest reading counts.
/// kNotFound.
Result<AskedGarment> asked_garment_outside(const Photo& photo, const Prediction& prediction,
                                           const std::optional<Part>& part);

}  // namespace jaedan::workflow
