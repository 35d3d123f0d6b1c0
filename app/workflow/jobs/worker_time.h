#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace jaedan::workflow {

/// Where the time of the workers of a batch went, in seconds summed over the workers (two workers that decode for one
/// second each: 2). Time in a stage is wall time: a worker that the system set aside, or that waits for another one
/// inside a stage, counts as busy there.
struct WorkerTime {
  int workers = 0;
  double elapsed_s = 0;  ///< of the whole batch
  double opening_s = 0;  ///< reading the model
  double decode_s = 0;
  double predict_s = 0;  ///< the network, and the regions from its answer
  double colours_s = 0;
  double write_s = 0;  ///< what is done with the prediction: label files, the store, …

  /// Neither of these: waiting for a photo to take, or at the end for the last worker. Never negative.
  double waiting_s() const;
  /// What each stage had of all the workers' time, in the order of the way of a photo, then "opening" and "waiting".
  /// The shares sum up to 1; all are 0 when nothing was measured.
  std::vector<std::pair<std::string, double>> shares() const;
  /// "decode 12 %, predict 71 %, colours 2 %, write 12 %, opening 1 %, waiting 2 % of 2 workers".
  std::string sentence() const;

  /// Adds the stages of `other`; workers and elapsed time stay.
  void add_stages(const WorkerTime& other);
};

/// The most memory that this process has had so far, in bytes (resident; 0 when the system does not say).
std::int64_t peak_memory_bytes();

}  // namespace jaedan::workflow
