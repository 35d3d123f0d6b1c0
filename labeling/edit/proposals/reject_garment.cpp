#include "labeling/edit/proposals/reject_garment.h"

#include "labeling/edit/garment_access.h"

namespace jaedan {

Status RejectGarment::apply(Annotation& annotation) const {
  JAEDAN_ASSIGN_OR_RETURN(const Garment* garment, garment_to_change(annotation, garment_));
  if (has_human_work(*garment)) {
    return Error{ErrorCode::kInvalidArgument,
                 "garment.not_the_models",
                 "{0} is not the model's alone; delete it if it should go",
                 {describe(*garment)}};
  }
  annotation.garments.erase(annotation.garments.begin() + (garment - annotation.garments.data()));
  return {};
}

}  // namespace jaedan
