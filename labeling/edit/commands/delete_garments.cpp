#include "labeling/edit/commands/delete_garments.h"

#include <algorithm>
#include <utility>

#include "labeling/edit/garment_access.h"

namespace jaedan {

DeleteGarments::DeleteGarments(std::vector<GarmentId> garments) : garments_(std::move(garments)) {}

Status DeleteGarments::apply(Annotation& annotation) const {
  for (const GarmentId id : garments_) JAEDAN_RETURN_IF_ERROR(garment_to_change(annotation, id));
  auto& garments = annotation.garments;
  garments.erase(std::remove_if(garments.begin(), garments.end(),
                                [this](const Garment& garment) {
                                  return std::find(garments_.begin(), garments_.end(), garment.id) != garments_.end();
                                }),
                 garments.end());
  return {};
}

}  // namespace jaedan
