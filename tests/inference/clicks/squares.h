#pragma once

#include <algorithm>
#include <cmath>

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

class BlankPhoto final : public EncodedPhoto {
 public:
  using EncodedPhoto::EncodedPhoto;
};

/// Answers a click with a square around it, which it adds or takes away.
class Squares final : public InteractiveSegmenter {
 public:
  explicit Squares(int half) : half_(half) {}
  Result<std::unique_ptr<EncodedPhoto>> encode(const ImageView& photo) override {
    return std::unique_ptr<EncodedPhoto>(std::make_unique<BlankPhoto>(photo.width, photo.height));
  }
  Result<Mask> answer(EncodedPhoto& photo, const ClickPrompt& prompt, const Mask& before) override {
    JAEDAN_RETURN_IF_ERROR(check_question(photo, prompt, before));
    Mask mask = before.pixels.empty() ? Mask::of_size(photo.width(), photo.height()) : before;
    if (prompt.clicks.empty()) return mask;
    const Click& click = prompt.clicks.back();
    for (int y = 0; y < mask.height; ++y) {
      for (int x = 0; x < mask.width; ++x) {
        if (std::abs(x + 0.5 - click.at.x) <= half_ && std::abs(y + 0.5 - click.at.y) <= half_) {
          mask.at(x, y) = click.adds ? 255 : 0;
        }
      }
    }
    for (int y = 0; y < far_; ++y) std::fill_n(&mask.at(0, y), far_, 255);
    return mask;
  }
  const std::string& id() const override { return id_; }

  int far_ = 0;  ///< the side of a square in the corner about which it changes its mind as well

 private:
  int half_;
  const std::string id_ = "squares";
};

}  // namespace jaedan::inference
