#pragma once

#include <cstddef>
#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// Puts a point on the edge that runs from point `edge` of an outline to the next one; the new point gets
/// index `edge + 1`. kNotFound; kInvalidArgument when locked.
class InsertVertex : public Command {
 public:
  InsertVertex(GarmentId garment, std::size_t ring, std::size_t edge, Point at, std::string user);

  std::string name() const override { return "insert_vertex"; }
  Changes changes() const override { return Change::kOutlines; }
  Status apply(Annotation& annotation) const override;

 private:
  GarmentId garment_;
  std::size_t ring_;
  std::size_t edge_;
  Point at_;
  std::string user_;
};

}  // namespace jaedan
