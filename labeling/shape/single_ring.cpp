#include "labeling/shape/single_ring.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace jaedan::labeling {
namespace {

/// A point of a region: which ring, which of its points.
struct Place {
  std::size_t ring = 0;
  std::size_t point = 0;
};

struct Bridge {
  Place from;
  Place to;
  double length = std::numeric_limits<double>::infinity();
};

/// Rings of three points or more, pieces clockwise, holes counter-clockwise.
std::vector<Ring> oriented_rings(const Region& region) {
  std::vector<Ring> rings;
  for (std::size_t i = 0; i < region.rings.size(); ++i) {
    Ring ring = region.rings[i];
    if (ring.size() < 3) continue;
    const bool is_hole = nesting_depth(region, i) % 2 == 1;
    if ((signed_area(ring) < 0) != is_hole) std::reverse(ring.begin(), ring.end());
    rings.push_back(std::move(ring));
  }
  return rings;
}

/// Finds the bridges by Prim's algorithm. Comparing all pairs of points is quadratic: of very long outlines only
/// every n-th point may carry a bridge.
class BridgeFinder {
 public:
  explicit BridgeFinder(const std::vector<Ring>& rings) : rings_(rings), nearest_(rings.size()) {
    std::size_t points = 0;
    for (const Ring& ring : rings) points += ring.size();
    step_ = 1 + points / kMostCandidates;
  }

  /// One bridge for each ring but `root`, in the order in which the rings join.
  std::vector<Bridge> find(std::size_t root) {
    std::vector<char> joined(rings_.size(), 0);
    std::vector<Bridge> bridges;
    std::size_t newest = root;
    joined[root] = 1;
    while (bridges.size() + 1 < rings_.size()) {
      std::size_t best = rings_.size();
      for (std::size_t ring = 0; ring < rings_.size(); ++ring) {
        if (joined[ring]) continue;
        consider(newest, ring);
        if (best == rings_.size() || nearest_[ring].length < nearest_[best].length) best = ring;
      }
      joined[best] = 1;
      bridges.push_back(nearest_[best]);
      newest = best;
    }
    return bridges;
  }

 private:
  static constexpr std::size_t kMostCandidates = 4000;

  /// Keeps the shortest bridge from `from` to `to`. Where rings touch, two points are one and the bridge would have no
  /// length: any longer one is clearer in the file.
  void consider(std::size_t from, std::size_t to) {
    Bridge& best = nearest_[to];
    for (std::size_t i = 0; i < rings_[from].size(); i += step_) {
      for (std::size_t j = 0; j < rings_[to].size(); j += step_) {
        const double length = distance(rings_[from][i], rings_[to][j]);
        if (length > 0 && length < best.length) best = {{from, i}, {to, j}, length};
      }
    }
    if (!std::isfinite(best.length)) best = {{from, 0}, {to, 0}, std::numeric_limits<double>::max()};
  }

  const std::vector<Ring>& rings_;
  std::vector<Bridge> nearest_;  ///< shortest bridge from the joined rings to each other ring
  std::size_t step_ = 1;
};

/// One stop of the walk around all rings: inside `ring`, `done` points written, starting at point `start`.
struct Walk {
  std::size_t ring = 0;
  std::size_t start = 0;
  std::size_t done = 0;
  std::size_t next_child = 0;
};

/// Walks around the root; at each bridge goes over, around that ring, and back. An explicit stack: thousands of
/// specks may hang on one chain.
Ring walk_around(const std::vector<Ring>& rings, std::size_t root, const std::vector<Bridge>& bridges) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<Place>> children;
  for (const Bridge& bridge : bridges) children[{bridge.from.ring, bridge.from.point}].push_back(bridge.to);

  Ring out;
  std::vector<Walk> open = {{root, 0, 0, 0}};
  while (!open.empty()) {
    Walk& walk = open.back();
    const Ring& ring = rings[walk.ring];
    const std::size_t point = (walk.start + walk.done) % ring.size();
    // The last stop closes the ring before the way back; the root is closed by the ring itself. The start's children
    // hang on the first stop.
    const bool closing = walk.done == ring.size();
    if (closing && walk.ring == root) break;
    if (walk.next_child == 0) out.push_back(ring[point]);
    const auto found = children.find({walk.ring, point});
    if (!closing && found != children.end() && walk.next_child < found->second.size()) {
      const Place child = found->second[walk.next_child++];
      open.push_back({child.ring, child.point, 0, 0});
      continue;
    }
    if (closing) {
      open.pop_back();
      const Walk& parent = open.back();
      out.push_back(rings[parent.ring][(parent.start + parent.done) % rings[parent.ring].size()]);
      continue;
    }
    walk.next_child = 0;
    ++walk.done;
  }
  return out;
}

struct PointLess {
  bool operator()(const std::pair<Point, Point>& a, const std::pair<Point, Point>& b) const { return key(a) < key(b); }
  static std::array<double, 4> key(const std::pair<Point, Point>& e) {
    return {e.first.x, e.first.y, e.second.x, e.second.y};
  }
};

/// The points so far, and for each edge between neighbours in it the places where it starts.
class CutStack {
 public:
  explicit CutStack(std::vector<Ring>& cut) : cut_(cut) {}

  /// Adds `p`. When the edge to it runs back along an edge already on the stack, what lies between is a ring of its
  /// own. `points_left`: how many points the outer ring will still get at most; −1 when `p` only repeats the start.
  void push(Point p, std::ptrdiff_t points_left) {
    if (!points_.empty()) {
      const Point top = points_.back();
      const auto reverse = starts_.find({p, top});
      // Between the two edges lies points_[k+1 … top]; its first and last point are the same one.
      if (reverse != starts_.end() && !reverse->second.empty()) {
        const std::size_t k = reverse->second.back();
        const std::size_t inside = points_.size() - 2 - k;
        if (inside >= 3 && static_cast<std::ptrdiff_t>(k) + 1 + points_left >= 3) {
          cut_.emplace_back(points_.begin() + static_cast<std::ptrdiff_t>(k) + 1, points_.end() - 1);
          shrink_to(k + 1);
          return;  // the top is now `p` itself
        }
      }
      starts_[{top, p}].push_back(points_.size() - 1);
    }
    points_.push_back(p);
  }

  Ring& points() { return points_; }

 private:
  void shrink_to(std::size_t size) {
    while (points_.size() > size) {
      const Point last = points_.back();
      points_.pop_back();
      starts_[{points_.back(), last}].pop_back();
    }
  }

  std::vector<Ring>& cut_;
  Ring points_;
  std::map<std::pair<Point, Point>, std::vector<std::size_t>, PointLess> starts_;
};

}  // namespace

Ring to_single_ring(const Region& region) {
  if (region.rings.empty()) return {};
  if (region.rings.size() == 1) return region.rings.front();
  const std::vector<Ring> rings = oriented_rings(region);
  if (rings.empty()) return region.rings.front();
  if (rings.size() == 1) return rings.front();
  std::size_t root = 0;
  for (std::size_t i = 1; i < rings.size(); ++i) {
    if (std::abs(signed_area(rings[i])) > std::abs(signed_area(rings[root]))) root = i;
  }
  return walk_around(rings, root, BridgeFinder(rings).find(root));
}

Ring largest_ring(const Region& region) {
  const auto smaller = [](const Ring& a, const Ring& b) { return std::abs(signed_area(a)) < std::abs(signed_area(b)); };
  const auto largest = std::max_element(region.rings.begin(), region.rings.end(), smaller);
  return largest == region.rings.end() ? Ring{} : *largest;
}

Region from_single_ring(const Ring& ring) {
  if (ring.empty()) return {};
  std::vector<Ring> cut;
  CutStack stack(cut);
  const auto count = static_cast<std::ptrdiff_t>(ring.size());
  for (std::ptrdiff_t i = 0; i < count; ++i) stack.push(ring[static_cast<std::size_t>(i)], count - i - 1);
  // Another program may have started the ring elsewhere: the edge back to the start counts as well.
  stack.push(ring.front(), -1);
  stack.points().pop_back();
  if (cut.empty()) return {{ring}};
  Region region;
  region.rings.push_back(std::move(stack.points()));
  for (Ring& piece : cut) region.rings.push_back(std::move(piece));
  return region;
}

}  // namespace jaedan::labeling
