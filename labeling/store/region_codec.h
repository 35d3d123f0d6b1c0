#pragma once

#include <string>
#include <string_view>

#include "labeling/base/result.h"
#include "labeling/domain/region.h"

namespace jaedan::labeling {

/// A region as text: a JSON list of rings, each a flat list x,y,x,y,… as COCO writes polygons:
/// "[[1,2,30.5,2,7,9]]". Every number is the shortest one that reads back as the same double, so the round
/// trip is exact. All coordinates must be finite (store/storable.h checks).
std::string region_to_text(const Region& region);
/// The region in `text`. kCorrupt when it is anything but what `region_to_text` writes.
Result<Region> region_from_text(std::string_view text);

/// "[x,y,width,height]", exact like a region.
std::string rect_to_text(const Rect& rect);
Result<Rect> rect_from_text(std::string_view text);

}  // namespace jaedan::labeling
