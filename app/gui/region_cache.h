#pragma once

#include <cstdint>
#include <map>

#include "app/gui/document.h"
#include "app/gui/fill_mesh.h"

namespace jaedan::gui {

/// What is drawn of a region, in image space.
struct RegionShape {
  Region region;  ///< what the rest was made from
  FillMesh fill;
  Rect bounds;
};

/// The shapes of one photo's garments and proposals, made again only for what changed.
class RegionCache {
 public:
  /// Brings the cache up to date with the photo that is on screen.
  void follow(const Document& document);
  const RegionShape& garment(GarmentId id) const { return garments_.at(id); }
  const RegionShape& proposal(std::size_t index) const { return proposals_.at(index); }

 private:
  const Document* document_ = nullptr;
  std::int64_t change_count_ = -1;
  std::map<GarmentId, RegionShape> garments_;
  std::map<std::size_t, RegionShape> proposals_;
};

}  // namespace jaedan::gui
