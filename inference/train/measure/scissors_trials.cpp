#include "inference/train/measure/scissors_trials.h"

#include <algorithm>
#include <chrono>
#include <opencv2/imgproc.hpp>
#include <opencv2/imgproc/segmentation.hpp>

#include "inference/clicks/click_frame.h"
#include "inference/train/data/folder_reading.h"
#include "inference/train/data/pieces.h"
#include "inference/train/measure/click_simulator.h"

namespace jaedan::inference {
namespace {

using Outline = std::vector<cv::Point>;
using Clock = std::chrono::steady_clock;

constexpr double kMargin = 0.1;  // of the piece's size, around it: the path may go there

Outline largest_outline(const cv::Mat& inside) {
  std::vector<Outline> outlines;
  cv::findContours(inside, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
  if (outlines.empty()) return {};
  return *std::max_element(outlines.begin(), outlines.end(),
                           [](const Outline& a, const Outline& b) { return cv::contourArea(a) < cv::contourArea(b); });
}

/// One piece and the path around it.
class Scissors {
 public:
  Scissors(const cv::Mat& photo, Mask truth) : truth_(std::move(truth)) {
    const cv::Mat labels(truth_.height, truth_.width, CV_8UC1, truth_.pixels.data());
    outline_ = largest_outline(labels == kPiecePixel);
    const cv::Rect box = cv::boundingRect(outline_);
    const int margin = static_cast<int>(kMargin * std::max(box.width, box.height)) + 2;
    place_ = cv::Rect(box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin) &
             cv::Rect(0, 0, photo.cols, photo.rows);
    tool_.setEdgeFeatureCannyParameters(32, 100).setGradientMagnitudeMaxLimit(200);
    tool_.applyImage(photo(place_));
  }

  /// The next click: the point of the true outline that the path misses most.
  void click() {
    std::size_t next = 0;
    if (anchors_.size() == 1) next = outline_.size() / 2;
    if (anchors_.size() > 1) {
      cv::Mat away(truth_.height, truth_.width, CV_8UC1, cv::Scalar(255)), distance;
      for (const cv::Point& p : path()) away.at<std::uint8_t>(p) = 0;
      cv::distanceTransform(away, distance, cv::DIST_L2, 3);
      const auto missed = [&](const cv::Point& p) { return distance.at<float>(p); };
      next = static_cast<std::size_t>(
          std::max_element(outline_.begin(), outline_.end(),
                           [&](const cv::Point& a, const cv::Point& b) { return missed(a) < missed(b); }) -
          outline_.begin());
    }
    const auto place = std::lower_bound(anchors_.begin(), anchors_.end(), next);
    if (place != anchors_.end() && *place == next) return;
    const std::size_t at = std::size_t(place - anchors_.begin());
    anchors_.insert(place, next);
    segments_.insert(segments_.begin() + std::ptrdiff_t(at), Outline());
    if (anchors_.size() < 2) return;
    trace((at + anchors_.size() - 1) % anchors_.size());
    trace(at);
  }

  double iou() const {
    Mask drawn = Mask::of_size(truth_.width, truth_.height);
    if (anchors_.size() > 1) {
      cv::Mat pixels(drawn.height, drawn.width, CV_8UC1, drawn.pixels.data());
      cv::fillPoly(pixels, std::vector<Outline>{path()}, cv::Scalar(255));
    }
    return click_iou(truth_, drawn);
  }
  bool is_empty() const { return outline_.size() < 3; }

 private:
  // From anchor `i` to the one behind it.
  void trace(std::size_t i) {
    const cv::Point from = outline_[anchors_[i]], to = outline_[anchors_[(i + 1) % anchors_.size()]];
    tool_.buildMap(from - place_.tl());
    Outline steps;
    tool_.getContour(to - place_.tl(), steps);
    for (cv::Point& p : steps) p += place_.tl();
    segments_[i] = std::move(steps);
  }

  Outline path() const {
    Outline all;
    for (const Outline& segment : segments_) all.insert(all.end(), segment.begin(), segment.end());
    return all;
  }

  Mask truth_;
  Outline outline_;
  cv::Rect place_;
  cv::segmentation::IntelligentScissorsMB tool_;
  std::vector<std::size_t> anchors_;  ///< places on the outline, in order
  std::vector<Outline> segments_;     ///< from each anchor to the next
};

ClickTrial go_round(const cv::Mat& photo, Mask truth, int most_clicks) {
  ClickTrial trial;
  trial.far_share = -1;
  Scissors scissors(photo, std::move(truth));
  trial.iou.push_back(0);
  while (!scissors.is_empty() && static_cast<int>(trial.iou.size()) <= most_clicks) {
    const auto begin = Clock::now();
    scissors.click();
    trial.click_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    trial.iou.push_back(scissors.iou());
    if (is_settled(trial)) break;
  }
  return trial;
}

}  // namespace

Result<ClickTrials> try_scissors(const std::vector<TrainingSource>& sources, const ClickTrialOptions& options) {
  const std::vector<const TrainingItem*> items = items_to_try(sources, options);
  ClickTrials trials;
  try {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (options.cancel != nullptr && *options.cancel)
        return Error{ErrorCode::kCancelled, "clicks.stopped", "clicking: stopped"};
      if (options.progress) options.progress(static_cast<int>(i), static_cast<int>(items.size()));
      const ImageView photo = items[i]->photo.view();
      const InputSize size = click_frame_of(photo.width, photo.height);
      Image frame = scaled_to_frame(photo, size);
      const cv::Mat rgb(frame.height, frame.width, CV_8UC3, frame.rgb.data());
      trials.encode_ms.push_back(0);
      for (const Piece& piece : pieces_in(*items[i])) {
        const Mask truth = scale_labels(mask_of(*items[i], piece), size.width, size.height);
        ClickTrial trial = go_round(rgb, truth, options.most_clicks);
        trial.photo = items[i]->name, trial.piece = piece.name, trial.is_part = piece.part >= 0;
        trials.pieces.push_back(std::move(trial));
      }
    }
  } catch (const cv::Exception& e) {
    return Error{ErrorCode::kInternal, "measure.scissors_failed", "Intelligent Scissors: {0}", {e.what()}};
  }
  return trials;
}

}  // namespace jaedan::inference
