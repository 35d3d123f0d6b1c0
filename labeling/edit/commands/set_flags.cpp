#include "labeling/edit/commands/set_flags.h"

#include <utility>

#include "labeling/edit/garment_access.h"

namespace jaedan {

SetFlags::SetFlags(std::vector<GarmentId> garments, GarmentFlags flags)
    : garments_(std::move(garments)), flags_(flags) {}

Status SetFlags::apply(Annotation& annotation) const {
  for (const GarmentId id : garments_) {
    JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_label(annotation, id));
    garment->locked = flags_.locked.value_or(garment->locked);
    garment->hidden = flags_.hidden.value_or(garment->hidden);
  }
  return {};
}

}  // namespace jaedan
