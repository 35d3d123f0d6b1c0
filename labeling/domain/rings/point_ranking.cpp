#include "labeling/domain/rings/point_ranking.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <tuple>
#include <utility>

namespace jaedan {
namespace {

double triangle_area(Point a, Point b, Point c) {
  return std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
}

// Of every point the area that goes with it when it is the next to go, and never less than of one that went before.
std::vector<double> areas_of(const Ring& ring) {
  const std::size_t n = ring.size();
  std::vector<double> areas(n, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> before(n), after(n);
  std::vector<int> turn(n, 0);
  using Waiting = std::tuple<double, std::size_t, int>;  // area, point, its turn
  std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting;
  const auto wait = [&](std::size_t i) {
    waiting.emplace(triangle_area(ring[before[i]], ring[i], ring[after[i]]), i, ++turn[i]);
  };
  for (std::size_t i = 0; i < n; ++i) before[i] = (i + n - 1) % n, after[i] = (i + 1) % n;
  for (std::size_t i = 0; i < n; ++i) wait(i);
  double most = 0;
  for (std::size_t left = n; left > 3;) {
    const auto [area, i, its_turn] = waiting.top();
    waiting.pop();
    if (its_turn != turn[i]) continue;  // a neighbour has gone since
    areas[i] = most = std::max(most, area);
    turn[i] = 0;
    --left;
    after[before[i]] = after[i], before[after[i]] = before[i];
    wait(before[i]), wait(after[i]);
  }
  return areas;
}

}  // namespace

PointRanking::PointRanking(Region region) : region_(std::move(region)) {
  for (const Ring& ring : region_.rings) areas_.push_back(areas_of(ring));
}

Region PointRanking::without(double area_px, double least_area_px) const {
  Region result;
  for (std::size_t r = 0; r < region_.rings.size(); ++r) {
    Ring kept;
    for (std::size_t i = 0; i < region_.rings[r].size(); ++i) {
      if (areas_[r][i] > area_px) kept.push_back(region_.rings[r][i]);
    }
    if (kept.size() >= 3 && std::abs(signed_area(kept)) >= least_area_px) result.rings.push_back(std::move(kept));
  }
  return result;
}

}  // namespace jaedan
