#pragma once

#include <string>

namespace jaedan {

/// What people did with a garment as it stands; names, each empty for nobody. Beside provenance, which says where the
/// garment comes from and never changes by any of this. Kept up by the edit session alone (labeling/edit/handling.h).
struct Handling {
  std::string accepted_by;  ///< took it over from a model, one by one or in bulk
  std::string looked_by;    ///< worked on it, or decided about its photo, with the photo on screen
  std::string approved_by;  ///< approved its photo, and it is as it was then

  friend bool operator==(const Handling& a, const Handling& b) {
    return a.accepted_by == b.accepted_by && a.looked_by == b.looked_by && a.approved_by == b.approved_by;
  }
  friend bool operator!=(const Handling& a, const Handling& b) { return !(a == b); }
};

}  // namespace jaedan
