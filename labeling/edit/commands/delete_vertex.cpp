#include "labeling/edit/commands/delete_vertex.h"

#include <utility>

#include "labeling/edit/garment_access.h"

namespace jaedan {
namespace {

bool lies_inside(const Ring& inner, const Ring& outer) { return !inner.empty() && contains(outer, inner.front()); }

void remove_ring_with_content(std::vector<Ring>& rings, std::size_t index) {
  const Ring removed = rings[index];
  rings.erase(rings.begin() + static_cast<std::ptrdiff_t>(index));
  for (std::size_t i = rings.size(); i-- > 0;) {
    if (lies_inside(rings[i], removed)) rings.erase(rings.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

DeleteVertex::DeleteVertex(GarmentId garment, std::size_t ring, std::size_t index, std::string user)
    : garment_(garment), ring_(ring), index_(index), user_(std::move(user)) {}

Status DeleteVertex::apply(Annotation& annotation) const {
  JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_change(annotation, garment_));
  JAEDAN_ASSIGN_OR_RETURN(Ring * ring, ring_of(*garment, ring_));
  JAEDAN_RETURN_IF_ERROR(check_vertex(*garment, ring_, index_));
  if (ring->size() > 3) {
    ring->erase(ring->begin() + static_cast<std::ptrdiff_t>(index_));
  } else {
    remove_ring_with_content(garment->region.rings, ring_);
  }
  if (garment->region.empty()) {
    return Error{ErrorCode::kInvalidArgument,
                 "garment.no_outline_left",
                 "{0} would be left without an outline; delete the garment instead",
                 {describe(*garment)}};
  }
  mark_drawn_by(*garment, user_);
  return {};
}

}  // namespace jaedan
