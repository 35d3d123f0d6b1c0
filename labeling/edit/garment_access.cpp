#include "labeling/edit/garment_access.h"

#include <algorithm>
#include <cmath>

namespace jaedan {

std::string describe(const Garment& garment) {
  return std::string(id_of(garment.part)) + " (garment " + std::to_string(garment.id.value) + ")";
}

Result<Garment*> garment_to_label(Annotation& annotation, GarmentId id) {
  Garment* garment = find_garment(annotation, id);
  if (!garment) return Error{ErrorCode::kNotFound, "the photo has no garment " + std::to_string(id.value)};
  return garment;
}

Result<Garment*> garment_to_change(Annotation& annotation, GarmentId id) {
  JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_label(annotation, id));
  if (garment->locked) {
    return Error{ErrorCode::kInvalidArgument,
                 describe(*garment) + " is locked; unlock it to change its shape or place"};
  }
  return garment;
}

Result<Ring*> ring_of(Garment& garment, std::size_t ring) {
  if (ring < garment.region.rings.size()) return &garment.region.rings[ring];
  return Error{ErrorCode::kNotFound, describe(garment) + " has " + std::to_string(garment.region.rings.size()) +
                                         " outlines, so there is no outline " + std::to_string(ring)};
}

Status check_vertex(const Garment& garment, std::size_t ring, std::size_t index) {
  const std::size_t points = garment.region.rings[ring].size();
  if (index < points) return {};
  return Error{ErrorCode::kNotFound, "outline " + std::to_string(ring) + " of " + describe(garment) + " has " +
                                         std::to_string(points) + " points, so there is no point " +
                                         std::to_string(index)};
}

Status check_outline(const Region& region) {
  if (region.empty()) return Error{ErrorCode::kInvalidArgument, "a garment needs an outline, this one is empty"};
  for (const Ring& ring : region.rings) {
    if (ring.size() < 3) {
      return Error{ErrorCode::kInvalidArgument,
                   "an outline needs at least three points, this one has " + std::to_string(ring.size())};
    }
    const bool finite =
        std::all_of(ring.begin(), ring.end(), [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    if (!finite) return Error{ErrorCode::kInvalidArgument, "an outline has a point that is not a number"};
  }
  return {};
}

void mark_drawn_by(Garment& garment, const std::string& user) {
  garment.region_provenance = Provenance::human(user);
  garment.rect.reset();
}

bool has_human_work(const Garment& garment) {
  const auto is_of_a_person = [](const Provenance& provenance) { return provenance.source != Source::kModel; };
  return garment.locked || is_of_a_person(garment.region_provenance) ||
         std::any_of(garment.attributes.begin(), garment.attributes.end(),
                     [&](const AttributeValue& value) { return is_of_a_person(value.provenance); });
}

}  // namespace jaedan
