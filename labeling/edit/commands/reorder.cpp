#include "labeling/edit/commands/reorder.h"

#include <algorithm>

#include "labeling/edit/garment_access.h"

namespace jaedan {
namespace {

std::size_t position_after(ZMove move, std::size_t position, std::size_t front) {
  switch (move) {
    case ZMove::kToFront: return front;
    case ZMove::kForward: return std::min(position + 1, front);
    case ZMove::kBackward: return position > 0 ? position - 1 : 0;
    case ZMove::kToBack: return 0;
  }
  return position;
}

}  // namespace

Status Reorder::apply(Annotation& annotation) const {
  JAEDAN_ASSIGN_OR_RETURN(const Garment* garment, garment_to_change(annotation, garment_));
  auto& garments = annotation.garments;
  const std::size_t front = garments.size() - 1;
  const auto from = static_cast<std::size_t>(garment - garments.data());
  const auto* move = std::get_if<ZMove>(&target_);
  const std::size_t to =
      move ? position_after(*move, from, front) : std::min(*std::get_if<std::size_t>(&target_), front);

  const auto at = [&](std::size_t i) { return garments.begin() + static_cast<std::ptrdiff_t>(i); };
  if (from < to) std::rotate(at(from), at(from + 1), at(to + 1));
  if (to < from) std::rotate(at(to), at(from), at(from + 1));
  return {};
}

}  // namespace jaedan
