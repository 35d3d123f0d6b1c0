#pragma once

#include <string>
#include <vector>

#include "labeling/domain/annotation.h"

namespace jaedan::workflow {

/// One attribute of which something else is said than before.
struct LabelDifference {
  std::string attribute;
  std::vector<std::string> before;  ///< value ids, in their order; empty: nothing was said
  std::vector<std::string> after;
  bool confirmed = false;  ///< the same values, and a person has said yes to a model's word since

  bool other_values() const { return before != after; }
};
/// In the order of the attributes' ids.
std::vector<LabelDifference> label_differences(const AttributeValues& before, const AttributeValues& after);

/// What became of a garment.
enum class Became { kSame, kChanged, kAdded, kRemoved };

/// A garment before and after. Image space.
struct GarmentDifference {
  GarmentId id;
  Became became = Became::kSame;  ///< kSame: outline, part and what is said of it
  Part part = Part::kTop;         ///< as it is now; of one that is gone, as it was
  Part part_before = Part::kTop;
  Region same;     ///< in both outlines
  Region added;    ///< in the outline of now only
  Region removed;  ///< in the one of before only
  double iou = 1;  ///< of the two outlines, by area; 1 when neither has any
  std::vector<LabelDifference> labels;

  bool other_outline() const { return !added.empty() || !removed.empty(); }
};

/// What lies between two versions of a photo.
struct PhotoDifference {
  std::vector<GarmentDifference> garments;  ///< all: those of now in their z-order, then those that are gone
  std::vector<LabelDifference> labels;      ///< of the photo

  /// Whether nobody would see a difference: who drew and who looked does not count.
  bool nothing_changed() const;
  /// How many garments came, went or have another outline or part.
  std::size_t outlines_changed() const;
  /// How many attributes have other values.
  std::size_t labels_changed() const;
};

/// Garments are the same when their ids are: the versions are of one photo, not of two people.
PhotoDifference compare_annotations(const Annotation& before, const Annotation& after);

}  // namespace jaedan::workflow
