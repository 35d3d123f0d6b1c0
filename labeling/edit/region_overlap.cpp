#include "labeling/edit/region_overlap.h"

namespace jaedan {
namespace {

constexpr int kGrid = 32;
constexpr double kMostly = 0.5;

bool meet(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

}  // namespace

double overlap_of_smaller(const Region& a, const Region& b) {
  const bool a_is_smaller = area_px(a) <= area_px(b);
  const Region& smaller = a_is_smaller ? a : b;
  const Region& larger = a_is_smaller ? b : a;
  const Rect frame = bounds_of(smaller);
  if (!meet(frame, bounds_of(larger))) return 0;
  int inside = 0;
  int shared = 0;
  for (int row = 0; row < kGrid; ++row) {
    for (int column = 0; column < kGrid; ++column) {
      const Point at{frame.x + frame.width * (column + 0.5) / kGrid, frame.y + frame.height * (row + 0.5) / kGrid};
      if (!contains(smaller, at)) continue;
      ++inside;
      if (contains(larger, at)) ++shared;
    }
  }
  return inside == 0 ? 0 : static_cast<double>(shared) / inside;
}

bool overlap_mostly(const Region& a, const Region& b) { return overlap_of_smaller(a, b) > kMostly; }

}  // namespace jaedan
