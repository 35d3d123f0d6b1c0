#include "labeling/edit/commands/set_region.h"

#include <utility>

#include "labeling/edit/garment_access.h"

namespace jaedan {

SetRegion::SetRegion(GarmentId garment, Region region, std::string user)
    : garment_(garment), region_(std::move(region)), user_(std::move(user)) {}

Status SetRegion::apply(Annotation& annotation) const {
  JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_change(annotation, garment_));
  JAEDAN_RETURN_IF_ERROR(check_outline(region_));
  if (garment->region == region_) return {};
  garment->region = region_;
  mark_drawn_by(*garment, user_);
  return {};
}

}  // namespace jaedan
