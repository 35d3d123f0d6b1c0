#include "labeling/domain/mask.h"

#include <algorithm>
#include <cmath>

namespace jaedan {
namespace {

/// x of every place where the region's outline crosses the horizontal line through the pixel centres
/// of row `y`. Half-open in y, so a vertex on the line counts once.
void crossings_of_row(const Region& region, double y, std::vector<double>& xs) {
  xs.clear();
  for (const Ring& ring : region.rings) {
    for (std::size_t i = 0, n = ring.size(), j = n - 1; i < n; j = i++) {
      const Point& a = ring[j];
      const Point& b = ring[i];
      if ((a.y > y) == (b.y > y)) continue;
      xs.push_back(a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y));
    }
  }
  std::sort(xs.begin(), xs.end());
}

/// First column whose centre is at or right of `x`, held inside 0…width.
int column_at_or_after(double x, int width) {
  return static_cast<int>(std::clamp(std::ceil(x - 0.5), 0.0, static_cast<double>(width)));
}

/// Walks along pixel edges with the inside on the right hand. Directions: 0 right, 1 down, 2 left, 3 up.
class BorderTracer {
 public:
  BorderTracer(const Mask& mask, bool any, std::uint8_t value)
      : mask_(mask),
        any_(any),
        value_(value),
        seen_(static_cast<std::size_t>(mask.width + 1) * (mask.height + 1), 0) {}

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
  const Rect box = bounds_of(region);
  const int top = static_cast<int>(std::clamp(std::floor(box.y), 0.0, static_cast<double>(mask.height)));
  const int bottom = static_cast<int>(std::clamp(std::ceil(box.bottom()), 0.0, static_cast<double>(mask.height)));
  std::vector<double> xs;
  for (int y = top; y < bottom; ++y) {
    crossings_of_row(region, y + 0.5, xs);
    for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
      const int from = column_at_or_after(xs[i], mask.width);
      const int to = column_at_or_after(xs[i + 1], mask.width);
      if (from < to) std::fill(&mask.at(0, y) + from, &mask.at(0, y) + to, value);
    }
  }
}

Mask rasterize(const Region& region, int width, int height) {
  Mask mask = Mask::of_size(width, height);
  fill(mask, region, 255);
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
