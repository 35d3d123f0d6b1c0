#pragma once

#include <string>
#include <vector>

#include "labeling/edit/command.h"

namespace jaedan {

/// Moves whole garments by `offset` (image pixels). All or none: kNotFound, kInvalidArgument (one is locked).
class MoveRegion : public Command {
 public:
  MoveRegion(std::vector<GarmentId> garments, Point offset, std::string user);

  std::string name() const override { return "move_region"; }
  Changes changes() const override { return Change::kOutlines; }
  Status apply(Annotation& annotation) const override;

 private:
  std::vector<GarmentId> garments_;
  Point offset_;
  std::string user_;
};

}  // namespace jaedan
