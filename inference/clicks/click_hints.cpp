#include "inference/clicks/click_hints.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {
namespace {

constexpr double kNarrow = 1.2;  // cells
constexpr double kWide = 8;

}  // namespace

std::vector<float> draw_hints(const std::vector<Click>& clicks, const std::optional<Rect>& box, int columns, int rows) {
  const std::size_t cells = std::size_t(columns) * rows;
  std::vector<float> planes(kDrawnHints * cells);
  for (const Click& click : clicks) {
    float* narrow = planes.data() + (click.adds ? kAddNarrow : kRemoveNarrow) * cells;
    float* wide = planes.data() + (click.adds ? kAddWide : kRemoveWide) * cells;
    const double cx = click.at.x / kHintCell - 0.5, cy = click.at.y / kHintCell - 0.5;
    for (int y = 0; y < rows; ++y) {
      for (int x = 0; x < columns; ++x) {
        const double d2 = (x - cx) * (x - cx) + (y - cy) * (y - cy);
        const std::size_t i = std::size_t(y) * columns + x;
        narrow[i] = std::max(narrow[i], static_cast<float>(std::exp(-d2 / (2 * kNarrow * kNarrow))));
        wide[i] = std::max(wide[i], static_cast<float>(std::exp(-std::sqrt(d2) / kWide)));
      }
    }
  }
  if (!box) return planes;
  float* inside = planes.data() + kInBox * cells;
  for (int y = 0; y < rows; ++y) {
    for (int x = 0; x < columns; ++x) {
      const double px = (x + 0.5) * kHintCell, py = (y + 0.5) * kHintCell;
      if (px >= box->x && px < box->right() && py >= box->y && py < box->bottom()) {
        inside[std::size_t(y) * columns + x] = 1;
      }
    }
  }
  return planes;
}

std::vector<float> hint_planes(const ClickPrompt& prompt, const std::vector<float>& before, bool is_known, int columns,
                               int rows) {
  std::vector<float> planes = draw_hints(prompt.clicks, prompt.box, columns, rows);
  planes.insert(planes.end(), before.begin(), before.end());
  planes.insert(planes.end(), before.size(), is_known ? 1.0F : 0.0F);
  return planes;
}

}  // namespace jaedan::inference
