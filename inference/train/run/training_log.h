#pragma once

#include <string>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::inference {

/// One finished epoch.
struct EpochResult {
  int epoch = 0;         ///< from 1
  double loss = 0;       ///< mean over its steps
  double val_miou = -1;  ///< or what chooses a reader; −1 without val photos
  double seconds = 0;    ///< it took, over all sessions
};

/// training.csv in the output folder: epoch,loss,val_miou,seconds; a line for each finished epoch.
class TrainingLog {
 public:
  explicit TrainingLog(std::string path) : path_(std::move(path)) {}

  /// Starts anew, or with `epochs` > 0 goes on after that many epochs: later lines are of a session that was killed
  /// before it wrote its checkpoint, and are made again. A file that is not there has no lines.
  Status open(int epochs);
  /// Adds a line; the file is replaced in one step. kIo.
  Status add(const EpochResult& result);

 private:
  Status write() const;
  std::string path_;
  std::vector<std::string> lines_;
};

}  // namespace jaedan::inference
