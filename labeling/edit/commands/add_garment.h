#pragma once

#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// Adds a garment that a person drew, on top of the others. Its id is then that of
/// `annotation().garments.back()`. kInvalidArgument for a region that is no outline (check_outline).
class AddGarment : public Command {
 public:
  AddGarment(Part part, Region region, std::string user);

  std::string name() const override { return "add_garment"; }
  Changes changes() const override { return Change::kAdds; }
  Status apply(Annotation& annotation) const override;

 private:
  Part part_;
  Region region_;
  std::string user_;
};

}  // namespace jaedan
