#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "labeling/edit/command.h"

namespace jaedan {

enum class ZMove { kToFront, kForward, kBackward, kToBack };

/// Moves a garment in the z-order; on top is in front. At the end already: nothing changes. kNotFound;
/// kInvalidArgument when locked.
class Reorder : public Command {
 public:
  Reorder(GarmentId garment, ZMove move) : garment_(garment), target_(move) {}
  /// To `position` in Annotation::garments, 0 at the back; past the end counts as the front.
  Reorder(GarmentId garment, std::size_t position) : garment_(garment), target_(position) {}

  std::string name() const override { return "reorder"; }
  Changes changes() const override { return Change::kOrder; }
  Status apply(Annotation& annotation) const override;

 private:
  GarmentId garment_;
  std::variant<ZMove, std::size_t> target_;
};

}  // namespace jaedan
