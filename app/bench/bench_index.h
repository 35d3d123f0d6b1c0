#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "labeling/agreement/proportion_interval.h"
#include "labeling/base/result.h"

namespace jaedan::bench {

/// What the vector index is measured on: drawn_vectors.h.
struct IndexBenchRequest {
  std::int64_t vectors = 1200000;
  int dimension = 128;
  std::uint32_t seed = 1;
  int queries = 300;      ///< none of them among the vectors
  bool no_faiss = false;  ///< whose graph takes several times as long to build as ours
};

/// How long one question or change takes, in milliseconds.
struct Latency {
  double p50_ms = 0;
  double p95_ms = 0;
  double p99_ms = 0;
};

/// Questions of which some share of all vectors is wanted; 1: all.
struct IndexQuestions {
  double wanted_share = 1;
  Latency latency;
  double recall = 0;                           ///< share of the ten truly nearest that are found
  std::optional<labeling::Interval> interval;  ///< of the recall, 95 %
};

/// One way to find the nearest. All with one thread.
struct IndexEngineFigures {
  std::string name;
  std::optional<int> effort;  ///< candidates or lists looked at: the least that finds 95 %; nothing where fixed
  double build_s = 0;
  double file_mb = 0;
  double load_s = 0;       ///< the file was written just before: the disk's own speed is not in it
  double resident_mb = 0;  ///< what the process grew by
  std::vector<IndexQuestions> questions;
  Latency add;
  std::optional<Latency> remove;  ///< nothing where it cannot
};

struct IndexBench {
  IndexBenchRequest request;
  std::vector<IndexEngineFigures> engines;  ///< the exact one first
  std::string faiss_missing;                ///< why there is none, when there is none
};

/// Builds, saves, opens, asks and changes each index over the same vectors: the truth is what the exact one says.
/// kInvalidArgument for fewer than 100 vectors; kIo when the temporary folder has no room; kCancelled.
Result<IndexBench> bench_index(const IndexBenchRequest& request, const workflow::Watch& watch);

}  // namespace jaedan::bench
