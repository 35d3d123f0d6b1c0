#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/bench/recommend/bench_change.h"
#include "app/bench/recommend/bench_worn.h"
#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"
#include "recommender/retrieval_measure.h"

namespace jaedan::bench {

/// What is measured, and on what.
struct VectorsScene {
  std::string data;                 ///< folder of Clothing Co-Parsing
  std::vector<std::string> models;  ///< ids or folders of models that make vectors; empty: the one in use
  std::string backbone;             ///< ImageNet weights whose features are measured as they are; empty: none
  int threads = 0;                  ///< of one operation, 0 = all cores
  std::uint64_t seed = 1;           ///< of the second photographs and the intervals
};

/// One way to find what is like a garment.
struct VectorsFigures {
  std::string way;  ///< a model's id, or what stands beside it
  std::size_t length = 0;
  std::map<std::string, recommender::RetrievalFigures>
      by;                             ///< "category", "colour", "print", and "all" of them at once
  recommender::RetrievalFigure same;  ///< the garment in another photograph is nearest to itself
  double garment_ms = 0;              ///< to make one vector
};

struct VectorsBench {
  std::size_t gallery = 0;  ///< garments of split train
  std::size_t queries = 0;  ///< of split val
  std::vector<VectorsFigures> ways;
  ChangeFigures change;  ///< "like it, but so", of all garments by the first model's vectors
  WornBench worn;        ///< the garment that a photo of split val lacks, by the first model's vectors and the labels
};

/// How well garments are found by their vectors: those of split val among those of split train, with what people said
/// of both as the truth; and val's own, taken once more (turned, nearer, moved, mirrored, in other light), among all.
/// Chance stands in each figure. kInvalidArgument for data without garments in both splits; errors of reading it and of
/// opening the models; kCancelled.
Result<VectorsBench> bench_vectors(const VectorsScene& scene, const workflow::Watch& watch);

}  // namespace jaedan::bench
