#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"

namespace jaedan {

/// One garment before and after; an empty side means it was not there.
struct GarmentChange {
  std::optional<Garment> before;
  std::optional<Garment> after;
};

/// The difference between two annotations of one photo, by ids and values: enough to go either way.
/// The unit of undo, and what the history on disk is made of.
struct Patch {
  std::vector<GarmentChange> garments;
  std::vector<GarmentId> order_before;  ///< z-order of all garments; both empty when it did not change
  std::vector<GarmentId> order_after;
  std::optional<AttributeValues> image_attributes_before;
  std::optional<AttributeValues> image_attributes_after;
  std::optional<WorkflowState> state_before;
  std::optional<WorkflowState> state_after;

  bool empty() const;
};

/// What turns `before` into `after`. Revisions are not compared.
Patch difference(const Annotation& before, const Annotation& after);
/// `annotation` with the patch done, or undone. kConflict when a garment is not what the patch expects.
Status apply_forward(const Patch& patch, Annotation& annotation);
Status apply_backward(const Patch& patch, Annotation& annotation);
/// One patch that does `first`, then `second`.
Patch merged(const Patch& first, const Patch& second);

}  // namespace jaedan
