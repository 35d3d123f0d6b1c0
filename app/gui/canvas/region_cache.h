#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "app/gui/draw/region_detail.h"
#include "app/gui/project/document.h"

namespace jaedan::gui {

/// What is drawn of a region, in image space.
struct RegionShape {
  Region region;  ///< what the rest was made from
  Rect bounds;
  RegionDetail detail;
};

/// The shapes of one photo's garments and proposals, made again only for what changed, or is seen at another zoom.
class RegionCache {
 public:
  /// Brings the cache up to date with the photo that is on screen, where a screen pixel covers `pixel` image pixels. Of
  /// very many shapes only some are brought to another zoom in one frame; the others stay as they were meanwhile.
  void follow(const Document& document, double pixel);
  /// All shapes are as fine as they should be.
  bool complete() const { return complete_; }
  /// By its place among the photo's garments.
  const RegionShape& garment(std::size_t index) const { return garments_.at(index); }
  /// Of all garments, in order.
  const std::vector<Rect>& garment_bounds() const { return bounds_; }
  const RegionShape& proposal(std::size_t index) const { return proposals_.at(index); }

 private:
  void refine(double pixel);

  const Document* document_ = nullptr;
  std::int64_t change_count_ = -1;
  bool complete_ = true;
  std::vector<GarmentId> ids_;  ///< whose shapes `garments_` are
  std::vector<RegionShape> garments_;
  std::vector<Rect> bounds_;
  std::map<std::size_t, RegionShape> proposals_;
};

}  // namespace jaedan::gui
