#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/agreement/bootstrap.h"
#include "labeling/domain/quality_measures.h"

namespace jaedan::workflow {

/// Wilson's; labels of one photo hang together, so that few photos are less sure than it says.
labeling::Interval interval_of(const LabelScore& labels, double confidence);

/// How well one person did the controls of one stage: at the drawing by the outlines, later by the labels of the stage.
struct ControlScore {
  std::string user;
  Stage stage = Stage::kDrawn;
  std::int64_t controls = 0;       ///< that were submitted and have a truth
  std::optional<double> mean_iou;  ///< over controls; a garment that is missing or too much counts 0
  labeling::BootstrapInterval iou_interval;
  std::array<OutlineAgreement, 4> parts = {};  ///< in the order of kAllParts
  LabelScore labels;                           ///< all together
  std::map<std::string, LabelScore> attributes;
  std::array<LabelScore, 4> part_labels = {};

  /// The one figure that people are compared by: mean IoU at the drawing, the share of right labels later. None when
  /// nothing could be compared.
  std::optional<double> score() const;
  std::optional<labeling::Interval> interval(double confidence) const;
};

struct ControlScores {
  std::vector<ControlScore> scores;  ///< by name, then stage
  std::int64_t without_truth = 0;    ///< answers that nothing measures: no truth any more, or no size
};

/// How much is said of each person and stage.
enum class ScoreDetail {
  kCells,  ///< parts and attributes, too
  kWhole,  ///< the score alone, which is all that a chart shows
};

/// The controls that were submitted, against their truth (as it was when the photo became a control; of one that is
/// none any more what is approved now), from what is kept (labeling/store/quality/measure_store.h): what waits is
/// measured first. Intervals of IoU: kept_measures.h. `user`: of this person alone; kNotFound. kCancelled.
Result<ControlScores> control_scores(const Project& project, const std::string& user,
                                     const labeling::BootstrapOptions& bootstrap, const Watch& watch = {},
                                     ScoreDetail detail = ScoreDetail::kCells);

}  // namespace jaedan::workflow
