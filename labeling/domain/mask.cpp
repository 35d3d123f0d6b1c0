#include "labeling/domain/mask.h"

#include <algorithm>
#include <cmath>

namespace jaedan {
namespace {

/// A place where the region's outline crosses the horizontal line through the pixel centres of a row.
struct Crossing {
  int row;
  double x;
};

/// First row (or column) whose centre is at or behind `place`, held inside 0…count.
int first_centre(double place, int count) {
  return static_cast<int>(std::clamp(std::ceil(place - 0.5), 0.0, static_cast<double>(count)));
}

/// All crossings inside the mask's rows, row by row from left to right. Half-open in y, so a vertex on a line counts
/// once. Each edge looks at its own rows only: traced outlines have a hundred thousand edges of one row each.
std::vector<Crossing> crossings_of(const Region& region, int height) {
  std::vector<Crossing> crossings;
  for (const Ring& ring : region.rings) {
    for (std::size_t i = 0, n = ring.size(), j = n - 1; i < n; j = i++) {
      const Point& a = ring[j];
      const Point& b = ring[i];
      const double slope = (b.x - a.x) / (b.y - a.y);
      if (!std::isfinite(slope) || !std::isfinite(b.y - a.y)) continue;  // level, or no place at all
      const auto [top, bottom] = std::minmax(a.y, b.y);
      for (int row = first_centre(top, height), end = first_centre(bottom, height); row < end; ++row) {
        crossings.push_back({row, a.x + (row + 0.5 - a.y) * (b.x - a.x) / (b.y - a.y)});
      }
    }
  }
  std::sort(crossings.begin(), crossings.end(),
            [](const Crossing& a, const Crossing& b) { return a.row != b.row ? a.row < b.row : a.x < b.x; });
  return crossings;
}

/// Walks along pixel edges with the inside on the right hand. Directions: 0 right, 1 down, 2 left, 3 up.
class BorderTracer {
 public:
  BorderTracer(const Mask& mask, bool any, std::uint8_t value)
      : mask_(mask), any_(any), value_(value), seen_(static_cast<std::size_t>(mask.width + 1) * (mask.height + 1), 0) {}

  Region trace() {
    Region region;
    for (int y = 0; y < mask_.height; ++y) {
      for (int x = 0; x < mask_.width; ++x) {
        // Each ring has a topmost edge that runs right: inside below it, outside above.
        if (inside(x, y) && !inside(x, y - 1) && !seen(x, y)) region.rings.push_back(walk(x, y));
      }
    }
    return region;
  }

 private:
  bool inside(int x, int y) const {
    if (x < 0 || y < 0 || x >= mask_.width || y >= mask_.height) return false;
    return any_ ? mask_.at(x, y) != 0 : mask_.at(x, y) == value_;
  }

  /// Only the edges that run right are remembered: every ring has one.
  std::uint8_t& seen(int x, int y) { return seen_[static_cast<std::size_t>(y) * (mask_.width + 1) + x]; }

  bool can_go(int x, int y, int direction) const {
    switch (direction) {
      case 0: return inside(x, y) && !inside(x, y - 1);
      case 1: return inside(x - 1, y) && !inside(x, y);
      case 2: return inside(x - 1, y - 1) && !inside(x - 1, y);
      default: return inside(x, y - 1) && !inside(x - 1, y - 1);
    }
  }

  Ring walk(const int start_x, const int start_y) {
    static constexpr int kStepX[] = {1, 0, -1, 0};
    static constexpr int kStepY[] = {0, 1, 0, -1};
    Ring ring;
    int x = start_x;
    int y = start_y;
    int direction = 0;
    int arrived_by = -1;
    do {
      if (direction != arrived_by) ring.push_back({static_cast<double>(x), static_cast<double>(y)});
      if (direction == 0) seen(x, y) = 1;
      x += kStepX[direction];
      y += kStepY[direction];
      arrived_by = direction;
      // Turning right first keeps diagonal neighbours apart.
      for (const int turn : {1, 0, 3}) {
        const int next = (direction + turn) % 4;
        if (can_go(x, y, next)) {
          direction = next;
          break;
        }
      }
    } while (x != start_x || y != start_y || direction != 0);
    // The walk starts on an edge that runs right; when it also arrived running right, the start is no corner.
    if (arrived_by == 0 && !ring.empty()) ring.erase(ring.begin());
    return ring;
  }

  const Mask& mask_;
  const bool any_;
  const std::uint8_t value_;
  std::vector<std::uint8_t> seen_;
};

}  // namespace

void fill(Mask& mask, const Region& region, std::uint8_t value) {
  const std::vector<Crossing> crossings = crossings_of(region, mask.height);
  for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
    if (crossings[i].row != crossings[i + 1].row) continue;  // an odd one out: its partner was no place
    const int from = first_centre(crossings[i].x, mask.width);
    const int to = first_centre(crossings[i + 1].x, mask.width);
    if (from < to) {
      std::uint8_t* row = &mask.at(0, crossings[i].row);
      std::fill(row + from, row + to, value);
    }
    ++i;
  }
}

Mask rasterize(const Region& region, int width, int height) {
  Mask mask = Mask::of_size(width, height);
  fill(mask, region, kInside);
  return mask;
}

Region trace(const Mask& mask, std::uint8_t value) { return BorderTracer(mask, false, value).trace(); }

Region trace(const Mask& mask) { return BorderTracer(mask, true, 0).trace(); }

double iou(const Mask& a, const Mask& b) {
  std::size_t both = 0;
  std::size_t either = 0;
  for (std::size_t i = 0; i < a.pixels.size() && i < b.pixels.size(); ++i) {
    both += a.pixels[i] != 0 && b.pixels[i] != 0;
    either += a.pixels[i] != 0 || b.pixels[i] != 0;
  }
  return either == 0 ? 1.0 : static_cast<double>(both) / static_cast<double>(either);
}

}  // namespace jaedan
