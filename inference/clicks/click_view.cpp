#include "inference/clicks/click_view.h"

#include <algorithm>
#include <cmath>

#include "inference/garments/mask_bounds.h"

namespace jaedan::inference {
namespace {

Rect around(const Rect& a, const Rect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

// [low, high] widened by `margin` of its length on both sides and to `least`, moved and cut to lie in [0, most].
void widen(double& low, double& length, double margin, double least, double most) {
  const double wanted = std::min(most, std::max(least, length * (1 + 2 * margin)));
  low = std::clamp(low + length / 2 - wanted / 2, 0.0, most - wanted);
  length = wanted;
}

}  // namespace

Rect view_for(const ClickPrompt& prompt, const Mask& before, int width, int height, const ClickViewRules& rules) {
  const Rect whole{0, 0, double(width), double(height)};
  Rect view = bounds_of(before);
  if (view.empty() && !prompt.box) return whole;
  if (prompt.box) view = around(view, *prompt.box);
  for (const Click& click : prompt.clicks) view = around(view, {click.at.x - 0.5, click.at.y - 0.5, 1, 1});
  const double least = rules.least_side * std::max(width, height);
  widen(view.x, view.width, rules.margin, least, width);
  widen(view.y, view.height, rules.margin, least, height);
  view = whole_pixels(view, width, height);
  return view.width * view.height > rules.whole_share * width * height ? whole : view;
}

bool serves(const Rect& seen, const Rect& wanted, const ClickViewRules& rules) {
  constexpr double kSlack = 1e-6;
  return seen.x <= wanted.x + kSlack && seen.y <= wanted.y + kSlack && seen.right() >= wanted.right() - kSlack &&
         seen.bottom() >= wanted.bottom() - kSlack &&
         wanted.width * wanted.height >= rules.reuse_share * seen.width * seen.height;
}

}  // namespace jaedan::inference
