#include "labeling/edit/garment_access.h"

#include <algorithm>
#include <cmath>

namespace jaedan {

Message describe(const Garment& garment) {
  return {"garment.named", "{0} (garment {1})", {message_of(garment.part), garment.id.value}};
}

Result<Garment*> garment_to_label(Annotation& annotation, GarmentId id) {
  Garment* garment = find_garment(annotation, id);
  if (!garment) return Error{ErrorCode::kNotFound, "garment.unknown", "the photo has no garment {0}", {id.value}};
  return garment;
}

Result<Garment*> garment_to_change(Annotation& annotation, GarmentId id) {
  JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_label(annotation, id));
  if (garment->locked) {
    return Error{ErrorCode::kInvalidArgument,
                 "garment.locked",
                 "{0} is locked; unlock it to change its shape or place",
                 {describe(*garment)}};
  }
  return garment;
}

Result<Ring*> ring_of(Garment& garment, std::size_t ring) {
  if (ring < garment.region.rings.size()) return &garment.region.rings[ring];
  return Error{ErrorCode::kNotFound,
               "outline.unknown",
               "{0} has {1|outline}, so there is no outline {2}",
               {describe(garment), garment.region.rings.size(), ring}};
}

Status check_vertex(const Garment& garment, std::size_t ring, std::size_t index) {
  const std::size_t points = garment.region.rings[ring].size();
  if (index < points) return {};
  return Error{ErrorCode::kNotFound,
               "outline.point_unknown",
               "outline {0} of {1} has {2|point}, so there is no point {3}",
               {ring, describe(garment), points, index}};
}

Status check_outline(const Region& region) {
  if (region.empty())
    return Error{ErrorCode::kInvalidArgument, "outline.empty", "a garment needs an outline, this one is empty"};
  for (const Ring& ring : region.rings) {
    if (ring.size() < 3) {
      return Error{ErrorCode::kInvalidArgument,
                   "outline.too_few_points",
                   "an outline needs at least three points, this one has {0}",
                   {ring.size()}};
    }
    const bool finite =
        std::all_of(ring.begin(), ring.end(), [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    if (!finite)
      return Error{ErrorCode::kInvalidArgument, "outline.point_no_number",
                   "an outline has a point that is not a number"};
  }
  return {};
}

void mark_drawn_by(Garment& garment, const std::string& user) {
  garment.region_provenance = Provenance::human(user);
  garment.rect.reset();
}

bool has_human_work(const Garment& garment) {
  return garment.locked || !garment.handling.approved_by.empty() || !is_guess(garment.region_provenance) ||
         std::any_of(garment.attributes.begin(), garment.attributes.end(),
                     [](const AttributeValue& value) { return !is_guess(value.provenance); });
}

}  // namespace jaedan
