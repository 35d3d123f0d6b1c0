#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "inference/train/data/data_folder.h"
#include "inference/train/measure/operator/operator_trials.h"
#include "labeling/agreement/proportion_interval.h"
#include "labeling/base/result.h"

namespace jaedan::bench {

struct OperatorBenchRequest {
  std::vector<inference::DataFolder> folders;                      ///< ccp, snapshot
  std::optional<inference::Split> split = inference::Split::kVal;  ///< empty = all photos
  std::string model;   ///< that proposes: id, or folder with a slash; empty = the built-in one
  std::string clicks;  ///< that answers clicks, as well
  /// The model of the release before, as well; empty = the newest segmenter that came with the program and is older
  /// than `model`, if there is one.
  std::string before;
  int photos = 0;          ///< so many, evenly chosen; 0 = all
  int most_clicks = 8;     ///< on one garment, before it is drawn
  double jitter = 0;       ///< how far clicks stray (ClickHabits)
  std::uint64_t seed = 1;  ///< of clicks and of intervals
  int threads = 0;         ///< of one operation, 0 = all cores
};

/// Seconds of many photos or garments; the interval of the mean by drawing them again (95 %).
struct SecondsTaken {
  double mean = 0;
  double median = 0;
  std::optional<labeling::Interval> interval;  ///< nothing below two
};

/// One line of the table.
struct OperatorRow {
  std::string way;       ///< in words
  std::string model_id;  ///< whose proposals; empty: nobody's
  SecondsTaken photo;    ///< all of it
  SecondsTaken garment;  ///< its outline and its labels
  double looking_s = 0;  ///< a photo, mean; with the next two all of it
  double masks_s = 0;
  double labels_s = 0;
  double keys_a_label = 0;
  std::array<int, inference::kGarmentWays> ways{};  ///< garments, by GarmentWay
  int parts_changed = 0;                            ///< garments
  int proposed = 0;                                 ///< garments of the readings that were taken
  int refused = 0;                                  ///< of these
  int other_readings = 0;                           ///< photos of which not the first reading was taken
  double ratio = 1;                                 ///< of seconds a photo, to those by hand
};

/// What a model is to save at least: its ratio may be as much.
inline constexpr double kMostOfByHand = 0.45;

struct OperatorBench {
  std::string model_id;
  std::string clicks_id;
  std::string measured_on;  ///< "ccp, split val"
  int photos = 0;
  int garments = 0;
  int labels = 0;
  /// Labels by attribute that nobody is asked for, as the vocabulary has no word for what is true.
  std::map<std::string, int> left_out;
  std::vector<OperatorRow> rows;  ///< the model's, by hand, clicks without proposals, the model before (if any)
  std::string not_compared;       ///< why the model before is missing
};

/// Lets a simulated person bring the photos to their truth (inference/train/measure/operator): from what the model
/// proposes, by polygons and keys alone, by clicks without proposals, and from what the model before proposes. Errors:
/// those of reading the photos and of opening the models; kCancelled; kInvalidArgument without a garment.
Result<OperatorBench> bench_operator(const OperatorBenchRequest& request, const workflow::Watch& watch);

}  // namespace jaedan::bench
