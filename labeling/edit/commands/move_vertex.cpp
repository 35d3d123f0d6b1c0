#include "labeling/edit/commands/move_vertex.h"

#include <utility>

#include "labeling/edit/garment_access.h"

namespace jaedan {

MoveVertex::MoveVertex(GarmentId garment, std::size_t ring, std::size_t index, Point to, std::string user)
    : garment_(garment), ring_(ring), index_(index), to_(to), user_(std::move(user)) {}

Status MoveVertex::apply(Annotation& annotation) const {
  JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_change(annotation, garment_));
  JAEDAN_ASSIGN_OR_RETURN(Ring * ring, ring_of(*garment, ring_));
  JAEDAN_RETURN_IF_ERROR(check_vertex(*garment, ring_, index_));
  Point& vertex = (*ring)[index_];
  if (vertex == to_) return {};
  vertex = to_;
  mark_drawn_by(*garment, user_);
  return {};
}

}  // namespace jaedan
