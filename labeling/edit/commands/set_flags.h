#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/edit/command.h"

namespace jaedan {

/// The flags to set; those left empty stay as they are.
struct GarmentFlags {
  std::optional<bool> locked;
  std::optional<bool> hidden;
};

/// Locks, unlocks, hides or shows garments. kNotFound.
class SetFlags : public Command {
 public:
  SetFlags(std::vector<GarmentId> garments, GarmentFlags flags);

  std::string name() const override { return "set_flags"; }
  Changes changes() const override { return Change::kFlags; }
  Status apply(Annotation& annotation) const override;

 private:
  std::vector<GarmentId> garments_;
  GarmentFlags flags_;
};

}  // namespace jaedan
