#include "labeling/shape/region_algebra.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <polyclipping/clipper.hpp>

namespace jaedan::labeling {
namespace {

using ClipperLib::IntPoint;
using ClipperLib::Path;
using ClipperLib::Paths;
using ClipperLib::PolyNode;
using ClipperLib::PolyTree;

constexpr double kUnitsPerPixel = 4096;           // Clipper computes in whole numbers
constexpr double kArcTolerance = 0.1;             // pixels between a brush's round and its corners
constexpr double kFineArc = 0.02;                 // of the radius, for fine brushes
constexpr double kHairline = 1 / kUnitsPerPixel;  // half the width of a cut

// Regions as Clipper wants them, and back: of points that were regions' own the exact place is remembered.
class Units {
 public:
  Path path_of(const std::vector<Point>& points) {
    Path path;
    for (const Point& p : points) {
      path.emplace_back(std::llround(p.x * kUnitsPerPixel), std::llround(p.y * kUnitsPerPixel));
      exact_.emplace(std::pair(path.back().X, path.back().Y), p);
    }
    return path;
  }

  Paths paths_of(const Region& region) {
    Paths paths;
    for (const Ring& ring : region.rings) paths.push_back(path_of(ring));
    return paths;
  }

  Ring ring_of(const Path& path) const {
    Ring ring;
    for (const IntPoint& p : path) {
      const auto known = exact_.find({p.X, p.Y});
      ring.push_back(known != exact_.end() ? known->second
                                           : Point{double(p.X) / kUnitsPerPixel, double(p.Y) / kUnitsPerPixel});
    }
    return ring;
  }

 private:
  std::map<std::pair<ClipperLib::cInt, ClipperLib::cInt>, Point> exact_;
};

// Every outer ring of the tree with its holes. What lies in a hole is a piece of its own.
void collect_pieces(const PolyNode& node, const Units& units, std::vector<Region>& pieces) {
  for (const PolyNode* outer : node.Childs) {
    Region piece{{units.ring_of(outer->Contour)}};
    for (const PolyNode* hole : outer->Childs) {
      piece.rings.push_back(units.ring_of(hole->Contour));
      collect_pieces(*hole, units, pieces);
    }
    pieces.push_back(std::move(piece));
  }
}

std::vector<Region> pieces_after(ClipperLib::ClipType type, const Paths& a, const Paths& b, const Units& units) {
  ClipperLib::Clipper clipper;
  clipper.PreserveCollinear(true);
  clipper.AddPaths(a, ClipperLib::ptSubject, true);
  clipper.AddPaths(b, ClipperLib::ptClip, true);
  PolyTree tree;
  clipper.Execute(type, tree, ClipperLib::pftEvenOdd, ClipperLib::pftEvenOdd);
  std::vector<Region> pieces;
  collect_pieces(tree, units, pieces);
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Region& x, const Region& y) { return area_px(x) > area_px(y); });
  return pieces;
}

void append(Region& region, const Region& more) {
  region.rings.insert(region.rings.end(), more.rings.begin(), more.rings.end());
}

bool meet(const Region& one, const Region& other) {
  if (one.empty() || other.empty()) return false;
  const Rect a = bounds_of(one), b = bounds_of(other);
  return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

Region together(ClipperLib::ClipType type, const Region& a, const Region& b) {
  Units units;
  const Paths first = units.paths_of(a), second = units.paths_of(b);
  Region region;
  for (const Region& piece : pieces_after(type, first, second, units)) append(region, piece);
  return region;
}

Region thickened(const std::vector<Point>& path, double radius_px, ClipperLib::JoinType join, ClipperLib::EndType end) {
  Units units;
  ClipperLib::ClipperOffset offset(2, std::min(kArcTolerance, kFineArc * radius_px) * kUnitsPerPixel);
  offset.AddPath(units.path_of(path), join, end);
  Paths paths;
  offset.Execute(paths, radius_px * kUnitsPerPixel);
  Region region;
  for (const Path& ring : paths) region.rings.push_back(units.ring_of(ring));
  return region;
}

}  // namespace

Region united(const Region& a, const Region& b) {
  if (meet(a, b)) return together(ClipperLib::ctUnion, a, b);
  Region both = a;
  append(both, b);
  return both;
}

Region united(std::vector<Region> regions) {
  if (regions.empty()) return {};
  // Neighbours first: each ring is cut a few times, not once for every other one.
  for (std::size_t step = 1; step < regions.size(); step *= 2) {
    for (std::size_t i = 0; i + step < regions.size(); i += 2 * step)
      regions[i] = united(regions[i], regions[i + step]);
  }
  return std::move(regions.front());
}

Region subtracted(const Region& a, const Region& b) { return together(ClipperLib::ctDifference, a, b); }
Region shared(const Region& a, const Region& b) { return together(ClipperLib::ctIntersection, a, b); }

std::vector<Region> pieces_by_area(const Region& region) {
  Units units;
  const Paths paths = units.paths_of(region);
  return pieces_after(ClipperLib::ctUnion, paths, {}, units);
}

Region brushed(const std::vector<Point>& path, double radius_px) {
  if (path.empty() || !(radius_px > 0)) return {};
  return thickened(path, radius_px, ClipperLib::jtRound, ClipperLib::etOpenRound);
}

Result<SlicedRegion> sliced(const Region& region, const std::vector<Point>& line) {
  const Error not_across{ErrorCode::kInvalidArgument, "shape.line_not_across",
                         "the line has to go all the way across the garment"};
  if (line.size() < 2) return not_across;
  const Region hairline = thickened(line, kHairline, ClipperLib::jtMiter, ClipperLib::etOpenButt);
  SlicedRegion result;
  for (const Region& piece : pieces_by_area(region)) {
    Units units;
    const Paths whole = units.paths_of(piece), cut = units.paths_of(hairline);
    const std::vector<Region> parts = pieces_after(ClipperLib::ctDifference, whole, cut, units);
    if (parts.size() < 2) {
      append(result.kept, piece);  // as it was: a line that ends inside leaves no notch
      continue;
    }
    append(result.kept, parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) append(result.cut_off, parts[i]);
  }
  if (result.cut_off.empty()) return not_across;
  return result;
}

}  // namespace jaedan::labeling
