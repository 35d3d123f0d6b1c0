#pragma once

#include <cstddef>
#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// Moves one point of an outline to `to` (image space). kNotFound; kInvalidArgument when locked.
class MoveVertex : public Command {
 public:
  MoveVertex(GarmentId garment, std::size_t ring, std::size_t index, Point to, std::string user);

  std::string name() const override { return "move_vertex"; }
  Changes changes() const override { return Change::kOutlines; }
  Status apply(Annotation& annotation) const override;

 private:
  GarmentId garment_;
  std::size_t ring_;
  std::size_t index_;
  Point to_;
  std::string user_;
};

}  // namespace jaedan
