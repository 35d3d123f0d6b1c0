#pragma once

#include <string>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::report {

/// One finished epoch of a model's training.csv; what the file does not say is not a number (NaN).
struct EpochRow {
  double epoch = 0;
  double loss = 0;
  double val_miou = 0;  ///< below 0: there were no photos to measure on
  double seconds = 0;
};

/// The file in a model's folder that holds a line for each epoch: epoch,loss,val_miou,seconds, named by its first line,
/// in any order.
inline constexpr const char* kTrainingLogFile = "training.csv";

/// The rows of that form in `text`; further columns are passed over, lines without an epoch too. kCorrupt when the
/// first line names no column "epoch".
Result<std::vector<EpochRow>> parse_training_log(const std::string& text, const std::string& name);
/// The log of the model in `folder`; no rows when there is none.
Result<std::vector<EpochRow>> read_training_log(const std::string& folder);

}  // namespace jaedan::report
