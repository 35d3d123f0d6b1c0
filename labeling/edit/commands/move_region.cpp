#include "labeling/edit/commands/move_region.h"

#include <utility>

#include "labeling/edit/garment_access.h"

namespace jaedan {

MoveRegion::MoveRegion(std::vector<GarmentId> garments, Point offset, std::string user)
    : garments_(std::move(garments)), offset_(offset), user_(std::move(user)) {}

Status MoveRegion::apply(Annotation& annotation) const {
  for (const GarmentId id : garments_) {
    JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_change(annotation, id));
    if (garment->region.empty() || offset_ == Point{}) continue;
    for (Ring& ring : garment->region.rings) {
      for (Point& point : ring) point = point + offset_;
    }
    mark_drawn_by(*garment, user_);
  }
  return {};
}

}  // namespace jaedan
