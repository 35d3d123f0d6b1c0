#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "recommender/item.h"

namespace jaedan::recommender {

/// Which garments may be found at all; the part is the query's.
struct ItemFilter {
  /// Said of the garment or of its photo. Of several values of one attribute any will do; all attributes must hold.
  std::vector<LabelValue> values = {};
  std::optional<std::vector<PhotoId>> wardrobe = {};  ///< of these photos only, as the ones of a person; unset: of all
  std::vector<PhotoId> without = {};                  ///< of none of these

  bool empty() const { return values.empty() && !wardrobe && without.empty(); }
  friend bool operator==(const ItemFilter& a, const ItemFilter& b) {
    return a.values == b.values && a.wardrobe == b.wardrobe && a.without == b.without;
  }
};

/// The values of `filter` by attribute, in the order of their first: one of each list must hold.
std::vector<std::vector<LabelValue>> any_of_each(const std::vector<LabelValue>& values);

/// Whether a garment's photo passes, its look-ups made once for many garments.
class PhotoGate {
 public:
  /// Also closed to `closed`, the query's own photo.
  PhotoGate(const ItemFilter& filter, PhotoId closed);
  bool passes(PhotoId photo) const;

 private:
  std::optional<std::vector<PhotoId>> open_;  ///< ascending
  std::vector<PhotoId> closed_;               ///< ascending
};

}  // namespace jaedan::recommender
