#include "inference/train/measure/operator/mask_ways.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <utility>
#include <vector>

#include "inference/clicks/click_outline.h"
#include "inference/garments/mask_bounds.h"
#include "inference/garments/postprocess.h"
#include "inference/garments/segmentation_classes.h"
#include "inference/train/data/pieces.h"

namespace jaedan::inference {
namespace {

constexpr Acts kTriangle = 3 * act::kVertex + act::kFinish;  // a garment that is too small for an outline
// Of the garment: smaller pieces and holes are passed over where that leaves it right, and the cheapest is drawn.
constexpr double kPassedOver[] = {0, 0.003, 0.01, 0.03, 0.1};
constexpr double kFinerStep = 0.02;    // of the IoU that is asked of the outline of what is left
constexpr double kBrushedDepth = 0.5;  // of the deepest place: the stroke's ends lie no nearer to the error's border
constexpr double kLeastGainByStroke = 1e-4;  // of IoU

/// The known pixels of the garment, without pieces and holes below this share of it.
Mask without_small(const Mask& truth, double share) {
  static_assert(kPiecePixel == mask_value(Part::kOuter), "a piece passes for a part");
  RegionRules rules;
  rules.least_garment_share = 0;
  rules.least_piece_share = rules.largest_hole_share = share;
  Mask rough = truth;
  clean_parts(rough, rules);
  return rough;
}

/// Ring by ring round `rough`, which leaves something of `truth` out; nothing when that leaves too much out.
std::optional<Acts> draw_round(const Mask& rough, const Mask& truth, const MaskRules& rules) {
  for (double asked = rules.least_iou / click_iou(truth, rough); asked < 1; asked += kFinerStep) {
    const Region outline = click_outline(rough, asked);
    if (outline.empty() || !is_right(truth, rasterize(outline, truth.width, truth.height), rules)) continue;
    Acts acts = static_cast<int>(outline.rings.size() - 1) * act::kFurtherRing;
    for (const Ring& ring : outline.rings) acts += static_cast<int>(ring.size()) * act::kVertex + act::kFinish;
    return acts;
  }
  return std::nullopt;
}

/// An error in one piece, and whether it is missing or too much.
struct ErrorPiece {
  cv::Mat inside;  // 255
  bool missing = false;
  int area = 0;
};

cv::Mat error_pixels(const Mask& truth, const Mask& mask, bool missing) {
  cv::Mat error(truth.height, truth.width, CV_8UC1);
  for (std::size_t i = 0; i < truth.pixels.size(); ++i) {
    const bool wanted = truth.pixels[i] != 0, there = mask.pixels[i] != 0;
    error.data[i] = truth.pixels[i] != kIgnoredPixel && wanted == missing && there != missing ? 255 : 0;
  }
  return error;
}

ErrorPiece largest_error(const Mask& truth, const Mask& mask) {
  ErrorPiece largest;
  for (const bool missing : {true, false}) {
    cv::Mat of_pixel, stats, centres;
    const int count = cv::connectedComponentsWithStats(error_pixels(truth, mask, missing), of_pixel, stats, centres, 8);
    for (int i = 1; i < count; ++i) {
      const int area = stats.at<int>(i, cv::CC_STAT_AREA);
      if (area > largest.area) largest = {of_pixel == i, missing, area};
    }
  }
  return largest;
}

cv::Point farthest_from(cv::Point from, const std::vector<cv::Point>& places) {
  const auto away = [from](cv::Point at) { return std::hypot(at.x - from.x, at.y - from.y); };
  return *std::max_element(places.begin(), places.end(), [&](cv::Point a, cv::Point b) { return away(a) < away(b); });
}

/// From end to end of the error, where it is wide, as wide as it is at its widest.
void stroke_over(const ErrorPiece& error, Mask& mask) {
  cv::Mat framed, depth;
  cv::copyMakeBorder(error.inside, framed, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
  cv::distanceTransform(framed, depth, cv::DIST_L2, 5);
  double deepest = 0;
  cv::minMaxLoc(depth, nullptr, &deepest);
  std::vector<cv::Point> wide;
  cv::findNonZero(depth >= deepest * kBrushedDepth, wide);
  const cv::Point begin = farthest_from(wide.front(), wide), end = farthest_from(begin, wide);
  cv::Mat pixels(mask.height, mask.width, CV_8UC1, mask.pixels.data());
  const int width = std::max(1, 2 * static_cast<int>(std::lround(deepest)) - 1);
  const cv::Point frame(1, 1);
  cv::line(pixels, begin - frame, end - frame, cv::Scalar(error.missing ? 255 : 0), width);
}

}  // namespace

bool is_right(const Mask& truth, const Mask& mask, const MaskRules& rules) {
  return click_iou(truth, mask) >= rules.least_iou;
}

Acts draw_by_hand(const Mask& truth, const MaskRules& rules) {
  std::optional<Acts> quickest;
  Mask before;
  for (const double share : kPassedOver) {
    Mask rough = without_small(truth, share);
    if (rough.pixels == before.pixels) continue;
    const auto acts = draw_round(rough, truth, rules);
    if (acts && (!quickest || acts->seconds() < quickest->seconds())) quickest = acts;
    before = std::move(rough);
  }
  return quickest.value_or(kTriangle);
}

Result<std::optional<Acts>> click_until_right(InteractiveSegmenter& segmenter, EncodedPhoto& photo, const Mask& truth,
                                              ClickStart start, bool box_first, const MaskRules& rules,
                                              Random& person) {
  const Mask nothing = Mask::of_size(truth.width, truth.height);
  ClickSession session(segmenter, photo, std::move(start));
  const auto shown = [&]() -> const Mask& { return session.mask().pixels.empty() ? nothing : session.mask(); };
  Acts acts;
  if (box_first) {
    JAEDAN_RETURN_IF_ERROR(session.box(bounds_of(truth, kPiecePixel)));
    acts += act::kBox;
  }
  for (int clicks = 0; !is_right(truth, shown(), rules); ++clicks) {
    const auto next = next_click(truth, shown(), rules.habits, person);
    if (!next || clicks == rules.most_clicks) return std::optional<Acts>();
    JAEDAN_RETURN_IF_ERROR(session.click(*next));
    acts += act::kClick;
  }
  return std::optional<Acts>(acts);
}

std::optional<Acts> paint_until_right(const Mask& truth, Mask mask, const MaskRules& rules) {
  Acts acts;
  for (int strokes = 0; !is_right(truth, mask, rules); ++strokes) {
    const ErrorPiece error = largest_error(truth, mask);
    if (error.area == 0 || strokes == rules.most_strokes) return std::nullopt;
    const double before = click_iou(truth, mask);
    stroke_over(error, mask);
    if (click_iou(truth, mask) < before + kLeastGainByStroke) return std::nullopt;
    acts += act::kStroke;
  }
  return acts;
}

}  // namespace jaedan::inference
