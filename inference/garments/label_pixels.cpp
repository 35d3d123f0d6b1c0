#include "inference/garments/label_pixels.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace jaedan::inference {
namespace {

/// A pixel of one side, between the centres of a cell and of the next one.
struct Between {
  int cell = 0;
  float share = 0;  ///< of the next one
};

std::vector<Between> pixels_between(int cells, int pixels) {
  std::vector<Between> between(static_cast<std::size_t>(pixels));
  const double scale = static_cast<double>(cells) / pixels;
  for (int i = 0; i < pixels; ++i) {
    const double at = std::clamp((i + 0.5) * scale - 0.5, 0.0, cells - 1.0);
    const int cell = static_cast<int>(at);
    between[static_cast<std::size_t>(i)] = {cell, static_cast<float>(at - cell)};
  }
  return between;
}

/// Pixels [first, end) of one side, which lie between the same two centres.
struct Run {
  int first = 0;
  int end = 0;
  int cell = 0;
  int next = 0;  ///< the cell after it, or itself
};

std::vector<Run> runs_of(const std::vector<Between>& pixels, int cells) {
  std::vector<Run> runs;
  for (int i = 0; i < static_cast<int>(pixels.size()); ++i) {
    const int cell = pixels[static_cast<std::size_t>(i)].cell;
    if (runs.empty() || runs.back().cell != cell) runs.push_back({i, i, cell, std::min(cell + 1, cells - 1)});
    runs.back().end = i + 1;
  }
  return runs;
}

using Allowed = std::array<bool, kPixelClassCount>;

/// The likeliest allowed class of every cell, and which classes are the likeliest of any.
struct Winners {
  std::vector<std::uint8_t> of_cell;
  std::vector<int> classes;
};

Winners winners_of(const ClassScores& scores, const Allowed& allowed) {
  const std::size_t cells = std::size_t(scores.width) * scores.height;
  Winners winners;
  winners.of_cell.resize(cells);
  std::vector<float> most(cells, -INFINITY);
  for (int c = 0; c < kPixelClassCount; ++c) {
    if (!allowed[std::size_t(c)]) continue;
    const float* values = scores.logits.data() + std::size_t(c) * cells;
    for (std::size_t i = 0; i < cells; ++i) {
      if (!(values[i] > most[i])) continue;
      most[i] = values[i], winners.of_cell[i] = static_cast<std::uint8_t>(c);
    }
  }
  std::array<bool, kPixelClassCount> wins{};
  for (const std::uint8_t c : winners.of_cell) wins[c] = true;
  // A class that wins no cell wins hardly a pixel between cells.
  for (int c = 0; c < kPixelClassCount; ++c) {
    if (wins[std::size_t(c)] && allowed[std::size_t(c)]) winners.classes.push_back(c);
  }
  return winners;
}

class Labeller {
 public:
  Labeller(const ClassScores& scores, const Allowed& allowed, int width, int height)
      : scores_(scores),
        winners_(winners_of(scores, allowed)),
        columns_(pixels_between(scores.width, width)),
        rows_(pixels_between(scores.height, height)),
        labels_(Mask::of_size(width, height)) {}

  // Where one class wins at the four centres around some pixels, it wins at all of these: what is interpolated from
  // larger numbers is larger. Only along borders is anything computed.
  Mask label() {
    const std::vector<Run> across = runs_of(columns_, scores_.width);
    for (const Run& y : runs_of(rows_, scores_.height)) {
      for (const Run& x : across) {
        const std::uint8_t winner = winner_at(x.cell, y.cell);
        const bool wins_all = winner == winner_at(x.next, y.cell) && winner == winner_at(x.cell, y.next) &&
                              winner == winner_at(x.next, y.next);
        if (wins_all) {
          fill(x, y, winner);
        } else {
          compare(x, y);
        }
      }
    }
    return std::move(labels_);
  }

 private:
  std::size_t cell_at(int x, int y) const { return std::size_t(y) * scores_.width + std::size_t(x); }
  std::uint8_t winner_at(int x, int y) const { return winners_.of_cell[cell_at(x, y)]; }

  void fill(const Run& x, const Run& y, std::uint8_t winner) {
    for (int row = y.first; row < y.end; ++row) std::fill_n(&labels_.at(x.first, row), x.end - x.first, winner);
  }

  void compare(const Run& x, const Run& y) {
    const std::size_t cells = winners_.of_cell.size();
    for (int row = y.first; row < y.end; ++row) {
      const float below = rows_[std::size_t(row)].share;
      std::uint8_t* labels = &labels_.at(0, row);
      std::array<float, kPixelClassCount> left{}, change{};
      for (const int c : winners_.classes) {
        const float* values = scores_.logits.data() + std::size_t(c) * cells;
        const auto at = [&](int column) {
          const float above = values[cell_at(column, y.cell)];
          return above + below * (values[cell_at(column, y.next)] - above);
        };
        left[std::size_t(c)] = at(x.cell);
        change[std::size_t(c)] = at(x.next) - left[std::size_t(c)];
      }
      for (int column = x.first; column < x.end; ++column) {
        float most = -INFINITY;
        for (const int c : winners_.classes) {
          const float value = left[std::size_t(c)] + columns_[std::size_t(column)].share * change[std::size_t(c)];
          if (value > most) most = value, labels[column] = static_cast<std::uint8_t>(c);
        }
      }
    }
  }

  const ClassScores& scores_;
  const Winners winners_;
  const std::vector<Between> columns_, rows_;
  Mask labels_;
};

}  // namespace

Mask label_pixels(const ClassScores& scores, const Allowed& allowed, int width, int height) {
  return Labeller(scores, allowed, width, height).label();
}

}  // namespace jaedan::inference
