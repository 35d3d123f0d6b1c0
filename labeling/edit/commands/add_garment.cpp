#include "labeling/edit/commands/add_garment.h"

#include <utility>

#include "labeling/edit/garment_access.h"

namespace jaedan {

AddGarment::AddGarment(Part part, Region region, std::string user)
    : part_(part), region_(std::move(region)), user_(std::move(user)) {}

Status AddGarment::apply(Annotation& annotation) const {
  JAEDAN_RETURN_IF_ERROR(check_outline(region_));
  Garment garment;
  garment.id = next_garment_id(annotation);
  garment.part = part_;
  garment.region = region_;
  garment.region_provenance = Provenance::human(user_);
  annotation.garments.push_back(std::move(garment));
  return {};
}

}  // namespace jaedan
