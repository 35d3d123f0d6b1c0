#include "inference/train/learn/click_start.h"

#include <algorithm>

#include "inference/clicks/click_frame.h"
#include "inference/clicks/click_hints.h"
#include "inference/garments/mask_bounds.h"
#include "inference/train/data/mask_damage.h"
#include "inference/train/data/pieces.h"
#include "inference/train/measure/click_simulator.h"

namespace jaedan::inference {
namespace {

constexpr double kFromProposal = 0.5;  // where there is one: few pieces are parts, and of these not all are proposed
constexpr double kFromBox = 0.15;
constexpr double kFromMask = 0.35;
constexpr double kMostJitter = 0.8;
constexpr double kBoxSlack = 0.12;  // of the box's sides
constexpr int kLabelPixel = 2;      // pixels of the network's picture

Rect loose_box(const Mask& truth, Random& random) {
  const Rect box = bounds_of(truth, kPiecePixel);
  const auto off = [&](double side) { return side * random.between(-kBoxSlack, kBoxSlack); };
  const double x0 = box.x + off(box.width), y0 = box.y + off(box.height);
  const double x1 = box.right() + off(box.width), y1 = box.bottom() + off(box.height);
  return {x0, y0, std::max(1.0, x1 - x0), std::max(1.0, y1 - y0)};
}

}  // namespace

ClickState begin_clicks(Mask truth, const Mask& proposal, Random& random) {
  ClickState state;
  state.before = Mask::of_size(truth.width, truth.height);
  state.truth = std::move(truth);
  const bool is_proposed = !bounds_of(proposal).empty();
  const double way = random.unit();
  if (is_proposed && random.unit() < kFromProposal) {
    state.before = proposal;
    state.is_known = true;
  } else if (way < kFromBox) {
    state.prompt.box = loose_box(state.truth, random);
  } else if (way < kFromBox + kFromMask) {
    state.before = damaged(state.truth, random);
    state.is_known = true;
  }
  // A box alone is a question as well.
  if (!state.prompt.box || random.unit() < 0.5) click_once(state, state.before, random);
  return state;
}

void click_once(ClickState& state, const Mask& current, Random& random) {
  const ClickHabits habits{random.unit() * kMostJitter};
  if (const auto click = next_click(state.truth, current, habits, random)) state.prompt.clicks.push_back(*click);
}

std::vector<float> hints_of(const std::vector<ClickState>& states) {
  std::vector<float> planes;
  for (const ClickState& state : states) {
    const int columns = state.truth.width * kLabelPixel / kHintCell,
              rows = state.truth.height * kLabelPixel / kHintCell;
    ClickPrompt scaled = state.prompt;
    for (Click& click : scaled.clicks) click.at = click.at * kLabelPixel;
    if (scaled.box) {
      Rect& box = *scaled.box;
      box = {box.x * kLabelPixel, box.y * kLabelPixel, box.width * kLabelPixel, box.height * kLabelPixel};
    }
    const Rect whole{0, 0, double(state.before.width), double(state.before.height)};
    const std::vector<float> one =
        hint_planes(scaled, mask_cells(state.before, whole, columns, rows), state.is_known, columns, rows);
    planes.insert(planes.end(), one.begin(), one.end());
  }
  return planes;
}

}  // namespace jaedan::inference
