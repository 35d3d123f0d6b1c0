#pragma once

#include <cstddef>
#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// Takes a point out of an outline. An outline left with under three points goes, with the outlines that
/// lie inside it: under the even–odd rule a hole would become a piece. kNotFound; kInvalidArgument when the
/// garment is locked or would be left without an outline.
class DeleteVertex : public Command {
 public:
  DeleteVertex(GarmentId garment, std::size_t ring, std::size_t index, std::string user);

  std::string name() const override { return "delete_vertex"; }
  Changes changes() const override { return Change::kOutlines; }
  Status apply(Annotation& annotation) const override;

 private:
  GarmentId garment_;
  std::size_t ring_;
  std::size_t index_;
  std::string user_;
};

}  // namespace jaedan
