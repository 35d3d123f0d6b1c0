#include "inference/train/measure/click_trials.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "inference/clicks/click_change.h"
#include "inference/clicks/click_frame.h"
#include "inference/clicks/click_session.h"
#include "inference/garments/mask_bounds.h"
#include "inference/train/data/folder_reading.h"
#include "inference/train/data/pieces.h"
#include "inference/train/measure/click_simulator.h"

namespace jaedan::inference {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kRight = 0.90;          // the highest IoU that is counted to
constexpr std::size_t kLeastClicks = 5;  // whose IoU is told

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Mask only_value(const Mask& labels, std::uint8_t value) {
  Mask mask = labels;
  for (std::uint8_t& pixel : mask.pixels) pixel = pixel == value ? 255 : 0;
  return mask;
}

// Pixels that differ, of them those away from the object.
double far_share_of(const Mask& before, const Mask& after, const Mask& truth) {
  const Rect box = bounds_of(truth, kPiecePixel);
  const double slack = kNeighbourhood * std::sqrt(box.width * box.height);
  std::size_t changed = 0, far = 0;
  for (int y = 0; y < truth.height; ++y) {
    for (int x = 0; x < truth.width; ++x) {
      if ((before.at(x, y) != 0) == (after.at(x, y) != 0)) continue;
      ++changed;
      far += x < box.x - slack || x >= box.right() + slack || y < box.y - slack || y >= box.bottom() + slack;
    }
  }
  return changed == 0 ? 0 : double(far) / double(changed);
}

Image enlarged(const Image& photo, int least_side) {
  const double scale = double(least_side) / std::max(photo.width, photo.height);
  if (scale <= 1) return photo;
  const auto larger = [scale](int side) { return static_cast<int>(std::lround(side * scale)); };
  return scaled_to_frame(photo.view(), {larger(photo.width), larger(photo.height)});
}

bool reaches(const ClickTrial& trial, double iou) {
  return std::any_of(trial.iou.begin(), trial.iou.end(), [iou](double value) { return value >= iou; });
}

Result<ClickTrial> try_piece(InteractiveSegmenter& segmenter, EncodedPhoto& photo, const Mask& truth, ClickStart start,
                             const ClickTrialOptions& options, Random& person) {
  ClickTrial trial;
  const Mask nothing = Mask::of_size(truth.width, truth.height);
  const Mask first = start.mask.pixels.empty() ? nothing : start.mask;
  ClickSession session(segmenter, photo, std::move(start));
  trial.iou.push_back(click_iou(truth, first));
  while (static_cast<int>(trial.iou.size()) <= options.most_clicks) {
    const Mask current = session.mask().pixels.empty() ? nothing : session.mask();
    const auto next = next_click(truth, current, {options.jitter}, person);
    if (!next) break;
    const auto begin = Clock::now();
    JAEDAN_RETURN_IF_ERROR(session.click(*next));
    trial.click_ms.push_back(ms_since(begin));
    trial.iou.push_back(click_iou(truth, session.mask()));
    trial.answers.push_back(shape_of(current, session.mask(), *next, truth));
    if (is_settled(trial)) break;
  }
  const Mask& last = session.mask().pixels.empty() ? nothing : session.mask();
  trial.far_share = far_share_of(first, last, truth);
  return trial;
}

// What is proposed for a piece; nothing: a person begins from nothing.
ClickStart proposed(const TrainingItem& item, const Piece& piece, int width, int height) {
  ClickStart start;
  start.by = MaskOrigin::kModel;
  const auto add = [&](const Mask& proposals, int part, Mask& mask) {
    if (proposals.pixels.empty()) return;
    mask = scale_labels(only_value(proposals, static_cast<std::uint8_t>(part + 1)), width, height);
    if (bounds_of(mask).empty()) mask = {};
  };
  add(item.proposals, piece.part, start.mask);
  for (const Mask& other : item.other_proposals) {
    for (int part = 0; part < kPartCount; ++part) add(other, part, start.others.emplace_back());
  }
  return start;
}

int clicks_until(const ClickTrial& trial, double iou, int most_clicks) {
  for (std::size_t clicks = 0; clicks < trial.iou.size(); ++clicks) {
    if (trial.iou[clicks] >= iou) return static_cast<int>(clicks);
  }
  return most_clicks;
}

void add_shapes(const std::vector<ClickTrial>& trials, const std::function<bool(const ClickTrial&)>& wanted,
                ClickScore& score) {
  std::vector<int> points;
  int corrections = 0, small = 0;
  for (const ClickTrial& trial : trials) {
    if (!wanted(trial)) continue;
    for (const AnswerShape& answer : trial.answers) {
      score.answer_pieces += answer.pieces, score.answer_holes += answer.holes;
      points.push_back(answer.points);
      score.outline_loss += answer.outline_loss;
      corrections += answer.corrects, score.far_changes += answer.changed_far;
      small += answer.is_small, score.small_far_changes += answer.is_small && answer.changed_far;
    }
  }
  if (points.empty()) return;
  const auto middle = points.begin() + std::ptrdiff_t(points.size() / 2);
  std::nth_element(points.begin(), middle, points.end());
  score.answer_points = *middle;
  score.answer_pieces /= double(points.size()), score.answer_holes /= double(points.size());
  score.outline_loss /= double(points.size());
  score.far_changes /= std::max(1, corrections), score.small_far_changes /= std::max(1, small);
}

}  // namespace

bool is_settled(const ClickTrial& trial) { return trial.iou.size() > kLeastClicks && reaches(trial, kRight); }

std::vector<const TrainingItem*> items_to_try(const std::vector<TrainingSource>& sources,
                                              const ClickTrialOptions& options) {
  std::vector<const TrainingItem*> all;
  for (const TrainingSource& source : sources) {
    for (const TrainingItem& item : source.items) {
      if (!options.only || item.split == *options.only) all.push_back(&item);
    }
  }
  const auto most = static_cast<std::size_t>(options.most_photos);
  if (most == 0 || all.size() <= most) return all;
  std::vector<const TrainingItem*> some;
  for (std::size_t i = 0; i < most; ++i) some.push_back(all[i * all.size() / most]);
  return some;
}

Result<ClickTrials> try_clicks(InteractiveSegmenter& segmenter, const std::vector<TrainingSource>& sources,
                               const ClickTrialOptions& options) {
  const std::vector<const TrainingItem*> items = items_to_try(sources, options);
  ClickTrials trials;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (options.cancel != nullptr && *options.cancel)
      return Error{ErrorCode::kCancelled, "clicks.stopped", "clicking: stopped"};
    if (options.progress) options.progress(static_cast<int>(i), static_cast<int>(items.size()));
    const TrainingItem& item = *items[i];
    const std::vector<Piece> pieces = pieces_in(item);
    const Image picture = enlarged(item.photo, options.least_side);
    trials.megapixels += double(picture.width) * picture.height / 1e6 / double(items.size());
    const auto begin = Clock::now();
    JAEDAN_ASSIGN_OR_RETURN(const auto photo, segmenter.encode(picture.view()));
    trials.encode_ms.push_back(ms_since(begin));
    for (std::size_t p = 0; p < pieces.size(); ++p) {
      const Piece& piece = pieces[p];
      if (options.from_proposals && piece.part < 0) continue;
      const Mask truth = scale_labels(mask_of(item, piece), photo->width(), photo->height());
      ClickStart start;
      if (options.from_proposals) start = proposed(item, piece, photo->width(), photo->height());
      Random person(mix_seed(options.seed, i, p));
      JAEDAN_ASSIGN_OR_RETURN(ClickTrial trial, try_piece(segmenter, *photo, truth, std::move(start), options, person));
      trial.photo = item.name, trial.piece = piece.name, trial.is_part = piece.part >= 0;
      trials.pieces.push_back(std::move(trial));
    }
  }
  if (trials.pieces.empty())
    return Error{ErrorCode::kInvalidArgument, "measure.nothing_to_click", "the data shows nothing to click on"};
  return trials;
}

ClickScore score_trials(const std::vector<ClickTrial>& trials, int most_clicks,
                        const std::function<bool(const ClickTrial&)>& wanted) {
  ClickScore score;
  std::size_t steps = 0;
  for (const ClickTrial& trial : trials) {
    if (!wanted(trial)) continue;
    ++score.pieces;
    score.clicks_to_85 += clicks_until(trial, 0.85, most_clicks);
    score.clicks_to_90 += clicks_until(trial, 0.90, most_clicks);
    score.failed_85 += reaches(trial, 0.85) ? 0 : 1;
    score.failed_90 += reaches(trial, 0.90) ? 0 : 1;
    score.far_share += trial.far_share;
    for (std::size_t k = 0; k < std::size(score.iou_after); ++k) {
      score.iou_after[k] += trial.iou[std::min(k, trial.iou.size() - 1)];
    }
    for (std::size_t k = 1; k < trial.iou.size(); ++k, ++steps) {
      score.worsened_by += std::max(0.0, trial.iou[k - 1] - trial.iou[k]);
    }
  }
  if (score.pieces == 0) return score;
  add_shapes(trials, wanted, score);
  for (double* sum : {&score.clicks_to_85, &score.clicks_to_90, &score.failed_85, &score.failed_90, &score.far_share}) {
    *sum /= score.pieces;
  }
  for (double& sum : score.iou_after) sum /= score.pieces;
  score.worsened_by /= std::max<std::size_t>(1, steps);
  return score;
}

}  // namespace jaedan::inference
