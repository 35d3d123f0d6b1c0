#include "labeling/domain/region_overlap.h"

#include <array>
#include <bitset>

namespace jaedan {
namespace {

constexpr std::size_t kGrid = 32;
constexpr double kMostly = 0.5;

using Row = std::bitset<kGrid>;
using Columns = std::array<double, kGrid>;

/// Which points of the row at `y` lie in the region: `contains` for all of them in one pass over the outline, so that
/// this may be asked again for every frame that is drawn.
Row inside(const Region& region, const Columns& xs, double y) {
  Row row;
  for (const Ring& ring : region.rings) {
    for (std::size_t i = 0, n = ring.size(), j = n - 1; i < n; j = i++) {
      const Point& a = ring[i];
      const Point& b = ring[j];
      if ((a.y > y) == (b.y > y)) continue;
      const double crossing = (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x;
      for (std::size_t column = 0; column < kGrid && xs[column] < crossing; ++column) row.flip(column);
    }
  }
  return row;
}

}  // namespace

bool overlaps(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

double overlap_of_smaller(const Region& a, const Region& b) {
  if (!overlaps(bounds_of(a), bounds_of(b))) return 0;
  const bool a_is_smaller = area_px(a) <= area_px(b);
  const Region& smaller = a_is_smaller ? a : b;
  const Region& larger = a_is_smaller ? b : a;
  const Rect frame = bounds_of(smaller);
  Columns xs;
  for (std::size_t i = 0; i < kGrid; ++i) xs[i] = frame.x + frame.width * (double(i) + 0.5) / kGrid;
  std::size_t of_smaller = 0;
  std::size_t of_both = 0;
  for (std::size_t i = 0; i < kGrid; ++i) {
    const double y = frame.y + frame.height * (double(i) + 0.5) / kGrid;
    const Row row = inside(smaller, xs, y);
    of_smaller += row.count();
    of_both += (row & inside(larger, xs, y)).count();
  }
  return of_smaller == 0 ? 0 : double(of_both) / double(of_smaller);
}

bool overlap_mostly(const Region& a, const Region& b) { return overlap_of_smaller(a, b) > kMostly; }

}  // namespace jaedan
