#include "labeling/shape/simple_region.h"

#include <cmath>

namespace jaedan::labeling {
namespace {

/// A point of `ring` that most likely lies on no other ring.
Point probe_of(const Ring& ring) { return (ring[0] + ring[1]) * 0.5; }

}  // namespace

bool has_hole(const Region& region) {
  for (std::size_t i = 0; region.rings.size() > 1 && i < region.rings.size(); ++i) {
    if (nesting_depth(region, i) % 2 == 1) return true;
  }
  return false;
}

std::vector<Region> pieces_of(const Region& region) {
  std::vector<Region> pieces;
  std::vector<std::size_t> holes;
  for (std::size_t i = 0; i < region.rings.size(); ++i) {
    if (nesting_depth(region, i) % 2 == 0) {
      pieces.push_back({{region.rings[i]}});
    } else {
      holes.push_back(i);
    }
  }
  for (const std::size_t hole : holes) {
    const Ring& ring = region.rings[hole];
    Region* home = nullptr;  // the smallest piece around it
    for (Region& piece : pieces) {
      const Ring& outline = piece.rings.front();
      if (!contains(outline, probe_of(ring))) continue;
      if (!home || std::abs(signed_area(outline)) < std::abs(signed_area(home->rings.front()))) home = &piece;
    }
    if (home) home->rings.push_back(ring);
  }
  return pieces;
}

}  // namespace jaedan::labeling
