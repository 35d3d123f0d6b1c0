#include "inference/classic/grab_cut.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "inference/clicks/click_frame.h"
#include "inference/garments/mask_bounds.h"

namespace jaedan::inference {
namespace {

constexpr int kRounds = 3;
constexpr int kSeed = 1;
constexpr double kClickRadius = 0.008;  // of the frame's size: certain around a click
constexpr double kFirstGuess = 0.15;    // of the frame's size: perhaps the object, around a first click

class FramedPhoto final : public EncodedPhoto {
 public:
  explicit FramedPhoto(Image frame) : EncodedPhoto(frame.width, frame.height), frame_(std::move(frame)) {}
  cv::Mat rgb() const { return {frame_.height, frame_.width, CV_8UC3, const_cast<std::uint8_t*>(frame_.rgb.data())}; }

 private:
  Image frame_;
};

cv::Point pixel_of(Point at) { return {static_cast<int>(std::floor(at.x)), static_cast<int>(std::floor(at.y))}; }

// What is certain and what is likely, as GrabCut wants it.
cv::Mat trimap_of(const EncodedPhoto& photo, const ClickPrompt& prompt, const Mask& before) {
  const double size = std::sqrt(double(photo.width()) * photo.height());
  cv::Mat trimap(photo.height(), photo.width(), CV_8UC1, cv::Scalar(cv::GC_PR_BGD));
  bool is_guessed = false;
  for (std::size_t i = 0; i < before.pixels.size(); ++i) {
    if (before.pixels[i] != 0) trimap.data[i] = cv::GC_PR_FGD, is_guessed = true;
  }
  if (prompt.box) {
    // What lies outside a box is none of the object; inside it everything may be, unless more is known.
    const cv::Mat known = trimap.clone();
    const Rect box = whole_pixels(*prompt.box, photo.width(), photo.height());
    const cv::Rect inside(int(box.x), int(box.y), int(box.width), int(box.height));
    trimap.setTo(cv::Scalar(cv::GC_BGD));
    if (is_guessed) {
      known(inside).copyTo(trimap(inside));
    } else {
      trimap(inside).setTo(cv::Scalar(cv::GC_PR_FGD));
    }
  } else if (!is_guessed) {
    for (const Click& click : prompt.clicks) {
      if (!click.adds) continue;
      cv::circle(trimap, pixel_of(click.at), static_cast<int>(kFirstGuess * size), cv::Scalar(cv::GC_PR_FGD),
                 cv::FILLED);
    }
  }
  const int radius = std::max(1, static_cast<int>(kClickRadius * size));
  for (const Click& click : prompt.clicks) {
    cv::circle(trimap, pixel_of(click.at), radius, cv::Scalar(click.adds ? cv::GC_FGD : cv::GC_BGD), cv::FILLED);
  }
  return trimap;
}

class GrabCut final : public InteractiveSegmenter {
 public:
  const std::string& id() const override { return id_; }

  Result<std::unique_ptr<EncodedPhoto>> encode(const ImageView& photo) override {
    if (photo.empty()) {
      return Error{ErrorCode::kInvalidArgument, "clicks.empty_photo", "an empty photo has nothing to click on"};
    }
    return std::unique_ptr<EncodedPhoto>(
        std::make_unique<FramedPhoto>(scaled_to_frame(photo, click_frame_of(photo.width, photo.height))));
  }

  Result<Mask> answer(EncodedPhoto& photo, const ClickPrompt& prompt, const Mask& before) override {
    JAEDAN_RETURN_IF_ERROR(check_question(photo, prompt, before));
    Mask mask = Mask::of_size(photo.width(), photo.height());
    try {
      cv::Mat trimap = trimap_of(photo, prompt, before), background, foreground;
      const bool both = cv::countNonZero((trimap == cv::GC_FGD) | (trimap == cv::GC_PR_FGD)) > 0 &&
                        cv::countNonZero((trimap == cv::GC_BGD) | (trimap == cv::GC_PR_BGD)) > 0;
      // It cannot tell one colour model from none.
      if (both) {
        cv::setRNGSeed(kSeed);  // the same question has the same answer
        cv::grabCut(static_cast<FramedPhoto&>(photo).rgb(), trimap, {}, background, foreground, kRounds,
                    cv::GC_INIT_WITH_MASK);
      }
      cv::Mat((trimap & 1) != 0).copyTo(cv::Mat(mask.height, mask.width, CV_8UC1, mask.pixels.data()));
    } catch (const cv::Exception& e) {
      return Error{ErrorCode::kInternal, "grabcut.failed", "GrabCut: {0}", {e.what()}};
    }
    return mask;
  }

 private:
  const std::string id_ = "grabcut";
};

}  // namespace

std::unique_ptr<InteractiveSegmenter> make_grab_cut() { return std::make_unique<GrabCut>(); }

}  // namespace jaedan::inference
