#include "app/workflow/jobs/worker_time.h"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>

namespace jaedan::workflow {

double WorkerTime::waiting_s() const {
  return std::max(0.0, workers * elapsed_s - (opening_s + decode_s + predict_s + colours_s + write_s));
}

std::vector<std::pair<std::string, double>> WorkerTime::shares() const {
  std::vector<std::pair<std::string, double>> stages = {{"decode", decode_s},   {"predict", predict_s},
                                                        {"colours", colours_s}, {"write", write_s},
                                                        {"opening", opening_s}, {"waiting", waiting_s()}};
  double all = 0;
  for (const auto& [name, seconds] : stages) all += seconds;
  for (auto& [name, share] : stages) share = all > 0 ? share / all : 0;
  return stages;
}

std::string WorkerTime::sentence() const {
  std::string text;
  for (const auto& [name, share] : shares()) {
    text += (text.empty() ? "" : ", ") + name + " " + std::to_string(std::lround(100 * share)) + " %";
  }
  return text + " of " + std::to_string(workers) + (workers == 1 ? " worker" : " workers");
}

void WorkerTime::add_stages(const WorkerTime& other) {
  opening_s += other.opening_s;
  decode_s += other.decode_s;
  predict_s += other.predict_s;
  colours_s += other.colours_s;
  write_s += other.write_s;
}

std::int64_t peak_memory_bytes() {
  struct rusage usage {};
  if (::getrusage(RUSAGE_SELF, &usage) != 0) return 0;
  return static_cast<std::int64_t>(usage.ru_maxrss) * 1024;  // Linux counts in KiB
}

}  // namespace jaedan::workflow
