#include "recommender/map/density_grid.h"

#include <algorithm>
#include <cmath>

namespace jaedan::recommender {
namespace {

constexpr std::size_t kMostCells = 1024;

/// The right half of a Gaussian, the middle first; it adds up to 1 with its mirror image.
std::vector<float> kernel_of(double blur) {
  std::vector<float> half = {1};
  if (!(blur > 0)) return half;
  const auto reach = static_cast<int>(std::ceil(3 * std::min(blur, 64.0)));
  float all = 1;
  for (int i = 1; i <= reach; ++i) {
    half.push_back(static_cast<float>(std::exp(-i * i / (2 * blur * blur))));
    all += 2 * half.back();
  }
  for (float& weight : half) weight /= all;
  return half;
}

/// Blurs along lines of `count` cells that are `step` apart.
void blur_line(std::vector<float>& values, std::size_t first, std::size_t count, std::size_t step,
               const std::vector<float>& half) {
  std::vector<float> line(count, 0);
  for (std::size_t from = 0; from < count; ++from) {
    const float value = values[first + from * step];
    if (value == 0) continue;
    for (std::size_t away = 0; away < half.size(); ++away) {
      if (from + away < count) line[from + away] += half[away] * value;
      if (away > 0 && from >= away) line[from - away] += half[away] * value;
    }
  }
  for (std::size_t i = 0; i < count; ++i) values[first + i * step] = line[i];
}

}  // namespace

DensityGrid density_of(const std::vector<Point>& points, const Rect& area, std::size_t columns, std::size_t rows,
                       double blur) {
  DensityGrid grid;
  grid.area = area;
  if (!(area.width > 0) || !(area.height > 0) || columns == 0 || rows == 0) return grid;
  grid.columns = std::min(columns, kMostCells);
  grid.rows = std::min(rows, kMostCells);
  grid.values.assign(grid.columns * grid.rows, 0);
  const auto cell = [](double along, double length, std::size_t count) {
    const double place = along / length * static_cast<double>(count);
    return std::min(static_cast<std::size_t>(place), count - 1);
  };
  for (const Point& point : points) {
    const double x = point.x - area.x, y = point.y - area.y;
    if (!(x >= 0 && x <= area.width && y >= 0 && y <= area.height)) continue;
    grid.values[cell(y, area.height, grid.rows) * grid.columns + cell(x, area.width, grid.columns)] += 1;
  }
  const std::vector<float> half = kernel_of(blur);
  for (std::size_t row = 0; row < grid.rows; ++row) blur_line(grid.values, row * grid.columns, grid.columns, 1, half);
  for (std::size_t column = 0; column < grid.columns; ++column) {
    blur_line(grid.values, column, grid.rows, grid.columns, half);
  }
  const float most = *std::max_element(grid.values.begin(), grid.values.end());
  if (most > 0) {
    for (float& value : grid.values) value /= most;
  }
  return grid;
}

}  // namespace jaedan::recommender
