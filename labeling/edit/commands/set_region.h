#pragma once

#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// Gives a garment another outline, which is the person's from then on (brush, magic click, slice, …).
/// kNotFound; kInvalidArgument for a locked garment or a region that is no outline.
class SetRegion : public Command {
 public:
  SetRegion(GarmentId garment, Region region, std::string user);

  std::string name() const override { return "set_region"; }
  Changes changes() const override { return Change::kOutlines; }
  Status apply(Annotation& annotation) const override;

 private:
  GarmentId garment_;
  Region region_;
  std::string user_;
};

}  // namespace jaedan
