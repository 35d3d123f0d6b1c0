#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "inference/garments/garment_score.h"
#include "inference/garments/part_set.h"
#include "inference/garments/prefiller.h"
#include "inference/train/data/data_folder.h"
#include "inference/train/data/training_item.h"
#include "inference/train/measure/calibration.h"
#include "inference/train/measure/confidence_fit.h"
#include "inference/train/measure/head_score.h"
#include "inference/train/measure/metrics.h"

namespace jaedan::inference {

/// What a model said of one photo, beside the truth. Valid during the call that hands it out.
struct PhotoOutcome {
  const std::string& name;
  const Image& photo;
  const Mask& truth;      ///< values as TrainingItem::labels
  const Mask& predicted;  ///< the first reading painted, same size
  const Mask* second;     ///< the second reading, or null
  double iou = 0;         ///< mean IoU over the parts of the first reading (metrics.h)
  double second_iou = 0;
};

struct EvaluationOptions {
  std::vector<DataFolder> folders;
  std::optional<Split> split = Split::kVal;  ///< empty = every photo
  bool without_own = false;                  ///< leave out photos with a garment as this very model drew it
  /// Also collects GarmentOutcome::features and EvaluationReport::examples, of models that tell them.
  bool score_features = false;
  /// Called on the evaluating thread for every photo whose truth holds pixels; may be empty.
  std::function<void(const PhotoOutcome&)> on_photo;
  std::function<void(int done, int total)> progress;
  const std::atomic<bool>* cancel = nullptr;
};

/// A garment that a first reading said.
struct GarmentOutcome {
  Part part = Part::kTop;
  int photo = 0;     ///< number of its photo in the evaluation, from 0
  double score = 0;  ///< as the model said it
  double iou = 0;    ///< of its part, over the photo; 0 when the photo does not show it
  ScoreFeatures features;

  bool reached() const { return iou >= kScoreIou; }
};

/// How far the truth is this model's own output; it cannot be wrong there.
struct TruthOrigins {
  int garments = 0;         ///< of the photos that were measured, where it is known who drew them
  int own = 0;              ///< of these: as this very model drew them
  int unseen = 0;           ///< of these own: nobody looked at them
  int photos_left_out = 0;  ///< by EvaluationOptions::without_own
};

struct EvaluationReport {
  SegmentationScore segmentation;
  /// The same with the better of the first two readings of each photo (mean IoU over its parts), as a person who swaps
  /// them with a key would choose; a photo with one reading counts as it is.
  SegmentationScore best_of_two;
  int second_readings = 0;  ///< photos that have one
  /// The model's, of garments found with IoU ≥ 0.5 of which the truth is known; those that are asked of the photo, of
  /// photos of which it is.
  std::vector<HeadScore> heads;
  std::vector<std::vector<HeadExample>> examples;  ///< the same by head, when asked for
  ConfusionMatrix pixels{kPartCount + 1};          ///< 0 no garment, else mask_value(Part)
  ConfusionMatrix part_sets{kPartSetCount};        ///< of photos: the parts that are there, those that were said
  std::vector<GarmentOutcome> garments;            ///< without those that lie on ignored pixels alone
  Calibration calibration;                         ///< of their scores
  int photos = 0;
  int training_photos = 0;  ///< those of split train, which models learn from
  std::string data;         ///< what was measured on: words_of_data
  TruthOrigins truth;
  double seconds_per_photo = 0;  ///< of prefill alone, decoded photo to regions
};

/// Runs the model as `prefill` does, at the photos' own size, and scores regions by the rules of metrics.h.
/// kInvalidArgument when the split holds no photo.
Result<EvaluationReport> evaluate(Prefiller& model, const EvaluationOptions& options);

/// "ccp, split val", "snapshot 3f2a and ccp, all splits": where the folders lie is nobody else's business.
std::string words_of_data(const std::vector<DataFolder>& folders, std::optional<Split> split);

/// The garments of a reading painted in order, values of part.h.
Mask paint(const Reading& reading, int width, int height);

}  // namespace jaedan::inference
