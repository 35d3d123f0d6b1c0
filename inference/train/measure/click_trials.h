#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "inference/clicks/interactive.h"
#include "inference/train/data/training_item.h"
#include "inference/train/measure/answer_shape.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// How simulated people click through the pieces of photos.
struct ClickTrialOptions {
  int most_clicks = 20;
  int most_photos = 0;  ///< so many, evenly chosen; 0 = all
  int least_side = 0;   ///< pixels: smaller photos are enlarged until their longer side is so long (try_clicks)
  double jitter = 0;    ///< ClickHabits::jitter
  std::uint64_t seed = 1;
  /// Begin with what the items' `proposals` say of the four parts, and try those alone.
  bool from_proposals = false;
  std::optional<Split> only;
  std::function<void(int done, int total)> progress;  ///< photos
  const std::atomic<bool>* cancel = nullptr;
};

/// One piece, clicked until it has been right for long enough (IoU 0.90 and five clicks), nothing is wrong any more, or
/// the clicks are used up.
struct ClickTrial {
  std::string photo;
  std::string piece;
  bool is_part = false;          ///< one of the four, else another word
  std::vector<double> iou;       ///< before the first click, after it, after the second, …
  std::vector<double> click_ms;  ///< time of each answer
  std::vector<AnswerShape> answers;
  double far_share = 0;  ///< of changed pixels, those outside the object's neighbourhood; −1: not measured
};

struct ClickTrials {
  std::vector<ClickTrial> pieces;
  std::vector<double> encode_ms;  ///< by photo
  double megapixels = 0;          ///< of a photo, mean
};

/// Whether a trial need not go on: see ClickTrial.
bool is_settled(const ClickTrial& trial);

/// The items that are tried.
std::vector<const TrainingItem*> items_to_try(const std::vector<TrainingSource>& sources,
                                              const ClickTrialOptions& options);

/// Clicks as the protocol of RITM has it: each in the middle of the deepest error, judged at the photo's frame.
/// Items as read_ccp_pieces_folder or any reader gives them (pieces_in). Errors: those of `segmenter`;
/// kCancelled; kInvalidArgument when there is nothing to click on.
Result<ClickTrials> try_clicks(InteractiveSegmenter& segmenter, const std::vector<TrainingSource>& sources,
                               const ClickTrialOptions& options);

/// What a set of trials comes to.
struct ClickScore {
  int pieces = 0;
  double clicks_to_85 = 0;  ///< mean number of clicks until IoU 0.85 (NoC@85); a failure counts as all clicks
  double clicks_to_90 = 0;
  double failed_85 = 0;  ///< share that never gets there
  double failed_90 = 0;
  double iou_after[6] = {};  ///< mean IoU before any click (0), after 1, 2, 3, 4, 5
  double worsened_by = 0;    ///< mean over the clicks of how much a click made a mask worse, those that did not as 0
  double far_share = 0;      ///< mean
  double answer_pieces = 0;  ///< mean over the answers, as the next ones
  double answer_holes = 0;
  double answer_points = 0;      ///< median over the answers
  double outline_loss = 0;       ///< AnswerShape::outline_loss, mean over the answers
  double far_changes = 0;        ///< of the answers that correct, the share that changed something elsewhere (shape_of)
  double small_far_changes = 0;  ///< the same of small corrections
};
/// Of the trials that `wanted` lets through.
ClickScore score_trials(const std::vector<ClickTrial>& trials, int most_clicks,
                        const std::function<bool(const ClickTrial&)>& wanted);

}  // namespace jaedan::inference
