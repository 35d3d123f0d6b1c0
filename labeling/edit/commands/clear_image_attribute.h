#pragma once

#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// Removes an attribute of the whole photo. A sub-style goes with its style.
class ClearImageAttribute : public Command {
 public:
  explicit ClearImageAttribute(std::string attribute);

  std::string name() const override { return "clear_image_attribute"; }
  Changes changes() const override { return Change::kLabels; }
  Status apply(Annotation& annotation) const override;

 private:
  std::string attribute_;
};

}  // namespace jaedan
