#pragma once

#include <string>

namespace jaedan::inference {

/// Which of the processes this is that share a training. One that trains alone is {0, 1, ""}.
struct WorkerPlace {
  int rank = 0;  ///< 0 validates and writes; the others only help
  int count = 1;
  std::string meeting_file;  ///< new and empty; the same for all
};

}  // namespace jaedan::inference
