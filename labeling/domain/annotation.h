#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "labeling/domain/garment.h"
#include "labeling/domain/workflow_state.h"

namespace jaedan {

/// A photo of a project. The pixels stay where they are; the project keeps the path.
struct Photo {
  PhotoId id;
  std::string name;  ///< file name without folder and ending, in Unicode's form C; names the exported files
  std::string path;  ///< absolute, or relative to the project folder
  int width = 0;     ///< upright size in pixels (EXIF applied)
  int height = 0;
};

/// Everything said of one photo.
struct Annotation {
  PhotoId photo;
  std::vector<Garment> garments;     ///< z-order, the last one on top
  AttributeValues image_attributes;  ///< style, sub-style, gender, season
  WorkflowState state = WorkflowState::kNew;
  std::int64_t revision = 0;  ///< +1 at every stored change; the store refuses a stale one
  /// Whose word it is: one person's answer (labeling/store/people/answer_store.h). None: the photo's own annotation.
  AnswerId answer = {};

  friend bool operator==(const Annotation& a, const Annotation& b) {
    return a.photo == b.photo && a.garments == b.garments && a.image_attributes == b.image_attributes &&
           a.state == b.state && a.revision == b.revision && a.answer == b.answer;
  }
  friend bool operator!=(const Annotation& a, const Annotation& b) { return !(a == b); }
};

/// Where the garments of some photos come from.
struct Origins {
  std::int64_t garments = 0;
  std::int64_t models_own = 0;  ///< their outlines are as a model drew them (is_models_own)
  std::int64_t unseen = 0;      ///< of these: nobody looked at them (nobody_looked)

  Origins& operator+=(const Origins& more) {
    garments += more.garments;
    models_own += more.models_own;
    unseen += more.unseen;
    return *this;
  }
};
Origins origins_of(const Annotation& annotation);

/// The garment with this id, or null.
const Garment* find_garment(const Annotation& annotation, GarmentId id);
Garment* find_garment(Annotation& annotation, GarmentId id);
/// An id that no garment of the annotation has: one above the largest.
GarmentId next_garment_id(const Annotation& annotation);

/// With outlines and boxes multiplied: from pixels of a photo to those of a larger or smaller one.
Annotation scaled(Annotation annotation, double x, double y);

}  // namespace jaedan
