#include "inference/garments/cell_shares.h"

#include <algorithm>

namespace jaedan::inference {
namespace {

/// Tells how much of each of the cells 0, 1, … of length 1 lies in [from, to).
template <typename Tell>
void each_cell(double from, double to, std::size_t cells, const Tell& tell) {
  for (auto cell = static_cast<std::size_t>(from); cell < cells && static_cast<double>(cell) < to; ++cell) {
    const auto begin = static_cast<double>(cell);
    tell(cell, static_cast<float>(std::min(to, begin + 1) - std::max(from, begin)));
  }
}

/// Of one row of pixels, from run to run of the value; false without any.
bool add_row(const std::uint8_t* row, int width, std::uint8_t value, std::vector<float>& shares) {
  const double scale = static_cast<double>(shares.size()) / width;
  bool any = false;
  for (const std::uint8_t *at = row, *end = row + width; (at = std::find(at, end, value)) != end;) {
    const std::uint8_t* run_end = std::find_if(at, end, [value](std::uint8_t pixel) { return pixel != value; });
    each_cell(static_cast<double>(at - row) * scale, static_cast<double>(run_end - row) * scale, shares.size(),
              [&](std::size_t cell, float share) { shares[cell] += share; });
    at = run_end, any = true;
  }
  return any;
}

}  // namespace

std::vector<float> cell_shares(const Mask& mask, std::uint8_t value, int columns, int rows) {
  std::vector<float> shares(std::size_t(columns) * static_cast<std::size_t>(rows));
  std::vector<float> line(static_cast<std::size_t>(columns));
  const double scale = static_cast<double>(rows) / mask.height;
  for (int y = 0; y < mask.height; ++y) {
    std::fill(line.begin(), line.end(), 0.0F);
    if (!add_row(mask.pixels.data() + std::size_t(y) * static_cast<std::size_t>(mask.width), mask.width, value, line)) {
      continue;
    }
    each_cell(y * scale, (y + 1) * scale, static_cast<std::size_t>(rows), [&](std::size_t row, float share) {
      for (std::size_t i = 0; i < line.size(); ++i) shares[row * line.size() + i] += share * line[i];
    });
  }
  return shares;
}

}  // namespace jaedan::inference
