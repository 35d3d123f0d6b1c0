#include "recommender/map/point_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jaedan::recommender {
namespace {

constexpr std::size_t kMostSideCells = 1024;
constexpr double kPointsACell = 4;
/// More squares than this are not laid side by side in memory; wider ones are.
constexpr double kMostSquares = 4e6;

/// Further out than this, distances are no numbers any more.
constexpr double kFurthest = 1e100;

bool is_finite(Point p) { return std::abs(p.x) <= kFurthest && std::abs(p.y) <= kFurthest; }

bool holds(const Rect& rect, Point p) {
  return p.x >= rect.x && p.x <= rect.right() && p.y >= rect.y && p.y <= rect.bottom();
}

std::size_t cell_along(double at, double from, double length, std::size_t cells) {
  if (!(length > 0)) return 0;
  const double place = (at - from) / length * static_cast<double>(cells);
  return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(cells - 1)));
}

}  // namespace

PointGrid::PointGrid(std::vector<Point> points) : points_(std::move(points)) {
  Ring finite;
  for (const Point& point : points_) {
    if (is_finite(point)) finite.push_back(point);
  }
  if (finite.empty()) return;
  bounds_ = bounds_of(finite);
  const auto wanted = static_cast<std::size_t>(std::sqrt(static_cast<double>(finite.size()) / kPointsACell));
  side_cells_ = std::clamp<std::size_t>(wanted, 1, kMostSideCells);
  const auto cell_of = [&](Point p) { return row_of(p.y) * side_cells_ + column_of(p.x); };
  starts_.assign(side_cells_ * side_cells_ + 1, 0);
  for (const Point& point : finite) ++starts_[cell_of(point) + 1];
  for (std::size_t cell = 1; cell < starts_.size(); ++cell) starts_[cell] += starts_[cell - 1];
  places_.resize(finite.size());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (std::size_t i = 0; i < points_.size(); ++i) {
    if (is_finite(points_[i])) places_[next[cell_of(points_[i])]++] = static_cast<std::uint32_t>(i);
  }
}

std::size_t PointGrid::column_of(double x) const { return cell_along(x, bounds_.x, bounds_.width, side_cells_); }

std::size_t PointGrid::row_of(double y) const { return cell_along(y, bounds_.y, bounds_.height, side_cells_); }

std::optional<PointGrid::CellRange> PointGrid::cells_of(const Rect& rect) const {
  const bool meets = rect.x <= bounds_.right() && rect.right() >= bounds_.x && rect.y <= bounds_.bottom() &&
                     rect.bottom() >= bounds_.y;
  if (places_.empty() || !meets) return std::nullopt;  // also what is not a number
  return CellRange{column_of(rect.x), row_of(rect.y), column_of(rect.right()), row_of(rect.bottom())};
}

template <typename Visit>
void PointGrid::visit(const Rect& rect, Visit visit_point) const {
  const std::optional<CellRange> cells = cells_of(rect);
  if (!cells) return;
  for (std::size_t row = cells->top; row <= cells->bottom; ++row) {
    const std::uint32_t from = starts_[row * side_cells_ + cells->left];
    const std::uint32_t to = starts_[row * side_cells_ + cells->right + 1];
    for (std::uint32_t i = from; i < to; ++i) {
      if (holds(rect, points_[places_[i]])) visit_point(places_[i]);
    }
  }
}

std::vector<std::uint32_t> PointGrid::in(const Rect& rect) const {
  std::vector<std::uint32_t> found;
  visit(rect, [&](std::uint32_t place) { found.push_back(place); });
  std::sort(found.begin(), found.end());
  return found;
}

std::size_t PointGrid::count(const Rect& rect) const {
  std::size_t found = 0;
  visit(rect, [&](std::uint32_t) { ++found; });
  return found;
}

std::optional<std::uint32_t> PointGrid::nearest(Point at, double reach) const {
  if (!(reach >= 0)) return std::nullopt;
  std::optional<std::uint32_t> best;
  double best_squared = reach * reach;
  visit({at.x - reach, at.y - reach, 2 * reach, 2 * reach}, [&](std::uint32_t place) {
    const Point way = points_[place] - at;
    const double squared = dot(way, way);
    if (squared > best_squared || (best && squared == best_squared && place > *best)) return;
    best = place;
    best_squared = squared;
  });
  return best;
}

std::vector<std::uint32_t> PointGrid::inside(const Ring& outline) const {
  std::vector<std::uint32_t> found;
  if (outline.size() < 3 || !std::all_of(outline.begin(), outline.end(), is_finite)) return found;
  visit(bounds_of(outline), [&](std::uint32_t place) {
    if (contains(outline, points_[place])) found.push_back(place);
  });
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::uint32_t> PointGrid::spread(const Rect& rect, double side, std::size_t most) const {
  constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> chosen;
  if (!(side > 0) || most == 0 || !cells_of(rect)) return chosen;
  // What lies outside of all points needs no squares.
  const double left = std::max(rect.x, bounds_.x), right = std::min(rect.right(), bounds_.right());
  const double top = std::max(rect.y, bounds_.y), bottom = std::min(rect.bottom(), bounds_.bottom());
  double wide = side;
  while (((right - left) / wide + 2) * ((bottom - top) / wide + 2) > kMostSquares) {
    wide *= 2;
  }
  bool is_first = true;
  while (is_first || chosen.size() > most) {
    if (!is_first) wide *= 2;
    const double first_column = std::floor(left / wide), first_row = std::floor(top / wide);
    const auto columns = static_cast<std::size_t>(std::floor(right / wide) - first_column) + 1;
    const auto rows = static_cast<std::size_t>(std::floor(bottom / wide) - first_row) + 1;
    std::vector<std::uint32_t> squares(columns * rows, kNone);
    const auto put = [&](std::uint32_t place) {
      const auto column = static_cast<std::size_t>(std::floor(points_[place].x / wide) - first_column);
      const auto row = static_cast<std::size_t>(std::floor(points_[place].y / wide) - first_row);
      std::uint32_t& square = squares[row * columns + column];
      square = std::min(square, place);
    };
    if (is_first) visit(rect, put);
    // The first of a wider square is the first of one of the squares in it.
    for (const std::uint32_t place : chosen) put(place);
    squares.erase(std::remove(squares.begin(), squares.end(), kNone), squares.end());
    chosen = std::move(squares);
    is_first = false;
    // A square that straddles an axis never grows into one: up to four are left around the origin.
    if (columns <= 2 && rows <= 2 && chosen.size() > most) {
      std::sort(chosen.begin(), chosen.end());
      chosen.resize(most);
    }
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace jaedan::recommender
