#pragma once

#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// Removes every value of one attribute of a garment, also of a locked one. kNotFound for the garment.
class ClearAttribute : public Command {
 public:
  ClearAttribute(GarmentId garment, std::string attribute);

  std::string name() const override { return "clear_attribute"; }
  Changes changes() const override { return Change::kLabels; }
  Status apply(Annotation& annotation) const override;

 private:
  GarmentId garment_;
  std::string attribute_;
};

}  // namespace jaedan
