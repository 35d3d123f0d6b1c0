#include "inference/train/run/training_log.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "labeling/base/file_system.h"

namespace jaedan::inference {

Status TrainingLog::open(int epochs) {
  lines_.clear();
  if (epochs > 0) {
    std::ifstream in(path_);
    std::string line;
    std::getline(in, line);  // the header
    while (std::getline(in, line)) {
      const int epoch = std::atoi(line.c_str());
      if (epoch >= 1 && epoch <= epochs) lines_.push_back(line);
    }
  }
  return write();
}

Status TrainingLog::add(const EpochResult& result) {
  char line[128];
  // Nine digits after the point tell two runs apart that are not the same.
  std::snprintf(line, sizeof line, "%d,%.9f,%.6f,%.1f", result.epoch, result.loss, result.val_miou, result.seconds);
  lines_.emplace_back(line);
  return write();
}

Status TrainingLog::write() const {
  std::string text = "epoch,loss,val_miou,seconds\n";
  for (const std::string& line : lines_) text += line + "\n";
  return disk().write_atomically(path_, text);
}

}  // namespace jaedan::inference
