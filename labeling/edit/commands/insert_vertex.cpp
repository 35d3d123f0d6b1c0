#include "labeling/edit/commands/insert_vertex.h"

#include <utility>

#include "labeling/edit/garment_access.h"

namespace jaedan {

InsertVertex::InsertVertex(GarmentId garment, std::size_t ring, std::size_t edge, Point at, std::string user)
    : garment_(garment), ring_(ring), edge_(edge), at_(at), user_(std::move(user)) {}

Status InsertVertex::apply(Annotation& annotation) const {
  JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_change(annotation, garment_));
  JAEDAN_ASSIGN_OR_RETURN(Ring * ring, ring_of(*garment, ring_));
  JAEDAN_RETURN_IF_ERROR(check_vertex(*garment, ring_, edge_));
  ring->insert(ring->begin() + static_cast<std::ptrdiff_t>(edge_ + 1), at_);
  mark_drawn_by(*garment, user_);
  return {};
}

}  // namespace jaedan
