#include "inference/clicks/interactive.h"

#include <cmath>
#include <utility>

namespace jaedan::inference {
namespace {

bool is_inside(Point p, const EncodedPhoto& photo) {
  return p.x >= 0 && p.y >= 0 && p.x <= photo.width() && p.y <= photo.height();
}

}  // namespace

Status check_question(const EncodedPhoto& photo, const ClickPrompt& prompt, const Mask& before) {
  const auto wrong = [](Message why) { return Error{ErrorCode::kInvalidArgument, std::move(why)}; };
  if (prompt.clicks.empty() && !prompt.box) {
    return wrong({"clicks.nothing_said", "there is no click and no box to go by"});
  }
  for (const Click& click : prompt.clicks) {
    if (!std::isfinite(click.at.x) || !std::isfinite(click.at.y) || !is_inside(click.at, photo)) {
      return wrong({"clicks.click_outside", "a click lies outside the photo"});
    }
  }
  if (prompt.box) {
    const Rect& box = *prompt.box;
    const bool finite =
        std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.right()) && std::isfinite(box.bottom());
    if (!finite || box.empty()) return wrong({"clicks.empty_box", "the box is empty"});
    if (box.right() <= 0 || box.bottom() <= 0 || box.x >= photo.width() || box.y >= photo.height()) {
      return wrong({"clicks.box_outside", "the box lies outside the photo"});
    }
  }
  if (!before.pixels.empty() && (before.width != photo.width() || before.height != photo.height())) {
    return wrong({"clicks.mask_size", "the mask has another size than the photo"});
  }
  return {};
}

}  // namespace jaedan::inference
