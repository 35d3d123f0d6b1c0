#include "labeling/domain/name_tags.h"

#include <algorithm>

#include "labeling/domain/region_overlap.h"

namespace jaedan {
namespace {

// Beyond so many, names cover the photo wherever they stand, and looking for room would cost more than drawing them.
constexpr std::size_t kKeptApart = 64;

/// Moves `tag` down, or else up, until it meets none of the others. Each of them is passed at most once.
Rect moved_off(Rect tag, const std::vector<Rect>& others, bool down, double gap) {
  for (std::size_t tries = 0; tries <= others.size(); ++tries) {
    const auto hit =
        std::find_if(others.begin(), others.end(), [&](const Rect& other) { return overlaps(tag, other); });
    if (hit == others.end()) break;
    tag.y = down ? hit->bottom() + gap : hit->y - gap - tag.height;
  }
  return tag;
}

}  // namespace

Point NameTags::beside(const Rect& garment, Point size) const {
  const auto between = [](double value, double least, double most) { return std::max(std::min(value, most), least); };
  const double lowest = area_.bottom() - size.y - gap_;
  const double y = between(garment.y, area_.y + gap_, lowest);
  if (const double x = garment.x - size.x - gap_; x >= area_.x + gap_) return {x, y};
  if (const double x = garment.right() + gap_; x + size.x <= area_.right() - gap_) return {x, y};
  return {between(garment.x, area_.x + gap_, area_.right() - size.x - gap_),
          between(garment.y - size.y - gap_, area_.y + gap_, lowest)};
}

Point NameTags::place(const Rect& garment, Point size) {
  const Point at = beside(garment, size);
  if (placed_.size() >= kKeptApart) return at;
  const Rect wanted{at.x, at.y, size.x, size.y};
  Rect tag = moved_off(wanted, placed_, true, gap_);
  if (tag.bottom() > area_.bottom()) {
    const Rect above = moved_off(wanted, placed_, false, gap_);
    if (above.y >= area_.y) tag = above;
  }
  placed_.push_back(tag);
  return {tag.x, tag.y};
}

}  // namespace jaedan
