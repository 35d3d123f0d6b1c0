#pragma once

#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "inference/train/data/data_folder.h"
#include "inference/train/measure/click_trials.h"
#include "labeling/base/result.h"

namespace jaedan::bench {

struct ClickBenchRequest {
  std::vector<inference::DataFolder> folders;  ///< ccp-pieces, snapshot, …
  std::string model;                           ///< that answers clicks: id, or folder with a slash
  std::string proposals_by;                    ///< also from what this segmenter proposes; empty = not
  std::optional<inference::Split> split = inference::Split::kVal;  ///< empty = all photos
  double jitter = 0.5;                                             ///< of the second run (ClickHabits)
  int photos = 0;                                                  ///< so many, evenly chosen; 0 = all
  int compared_photos = 20;  ///< on which GrabCut and Scissors are tried, evenly chosen; 0 = all, −1 = none
  int threads = 0;           ///< of one operation, 0 = all cores
  int least_side = 0;        ///< pixels: smaller photos are enlarged until their longer side is so long
};

/// One line of the table.
struct ClickRow {
  std::string way;     ///< in words
  std::string pieces;  ///< parts, others
  inference::ClickScore score;
};

struct ClickBench {
  std::string model_id;
  int photos = 0;
  double megapixels = 0;  ///< of a photo, mean
  int most_clicks = 20;
  std::vector<ClickRow> rows;
  std::string not_compared;                        ///< why GrabCut and Scissors are missing
  double encode_ms_median = 0, encode_ms_p95 = 0;  ///< a photo
  double click_ms_median = 0, click_ms_p95 = 0;    ///< an answer
};

/// Lets simulated people click on every piece of the photos: exactly, with jitter, from proposals; and on some of the
/// photos with OpenCV's GrabCut and Intelligent Scissors in the model's place, which are slow, beside the model's own
/// figures on these. Errors: those of reading the photos and of opening the models; kCancelled.
Result<ClickBench> bench_clicks(const ClickBenchRequest& request, const workflow::Watch& watch);

}  // namespace jaedan::bench
