#pragma once

#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// Removes a garment that only a model stands behind. kNotFound; kInvalidArgument when a person or a file has
/// a word in it (has_human_work): that takes DeleteGarments.
class RejectGarment : public Command {
 public:
  explicit RejectGarment(GarmentId garment) : garment_(garment) {}

  std::string name() const override { return "reject_garment"; }
  Changes changes() const override { return Change::kRemoves; }
  Status apply(Annotation& annotation) const override;

 private:
  GarmentId garment_;
};

}  // namespace jaedan
