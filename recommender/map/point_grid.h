#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "labeling/domain/geometry.h"

namespace jaedan::recommender {

/// Finds points of a map by place, in an even grid: for a hundred thousand of them in every frame. Immutable; safe to
/// ask from several threads. Answers are places in the list that it was made of. Points that are not finite, or
/// further than 1e100 from the origin, are never found.
class PointGrid {
 public:
  PointGrid() = default;
  explicit PointGrid(std::vector<Point> points);

  const std::vector<Point>& points() const { return points_; }
  /// Around all points that are finite; empty at the origin when there are none.
  const Rect& bounds() const { return bounds_; }
  /// How many can be found.
  std::size_t found_count() const { return places_.size(); }

  /// Those in the rectangle, its border included, ascending.
  std::vector<std::uint32_t> in(const Rect& rect) const;
  /// How many `in` gives.
  std::size_t count(const Rect& rect) const;
  /// The nearest one no further than `reach` away; of equals the first in the list.
  std::optional<std::uint32_t> nearest(Point at, double reach) const;
  /// Those within a closed outline, by the even–odd rule, ascending: what a lasso caught. None below three points.
  std::vector<std::uint32_t> inside(const Ring& outline) const;
  /// What is drawn where there is no room for everything: of each square of `side` the point that comes first in the
  /// list. The squares are laid from the origin, so that the choice does not change while the map is moved. Only of
  /// points in `rect`; as long as there are more than `most`, the squares are taken twice as wide. Ascending. None for
  /// a side that is not above 0.
  std::vector<std::uint32_t> spread(const Rect& rect, double side, std::size_t most) const;

 private:
  /// Cells from one corner to another, both included.
  struct CellRange {
    std::size_t left = 0, top = 0, right = 0, bottom = 0;
  };
  std::size_t column_of(double x) const;
  std::size_t row_of(double y) const;
  std::optional<CellRange> cells_of(const Rect& rect) const;
  template <typename Visit>
  void visit(const Rect& rect, Visit visit_point) const;

  std::vector<Point> points_;
  Rect bounds_;
  std::size_t side_cells_ = 0;         ///< as many columns as rows
  std::vector<std::uint32_t> starts_;  ///< of each cell in places_, and the end
  std::vector<std::uint32_t> places_;  ///< of the points, cell by cell, ascending in each
};

}  // namespace jaedan::recommender
