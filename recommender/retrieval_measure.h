#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "labeling/agreement/bootstrap.h"
#include "recommender/index/similarity.h"
#include "recommender/item.h"

namespace jaedan::recommender {

/// How retrieval is measured.
struct RetrievalOptions {
  std::size_t k = 10;
  Metric metric = Metric::kCosine;
  labeling::BootstrapOptions bootstrap = {};
};

/// The mean over the queries that count, where it lies (queries drawn again), and what drawing the gallery in random
/// order would give on average.
struct RetrievalFigure {
  double value = 0;
  labeling::BootstrapInterval interval = {};
  double chance = 0;
  std::size_t queries = 0;  ///< 0: none counts, the rest means nothing
};

struct RetrievalFigures {
  RetrievalFigure precision;  ///< share of the right ones among the first `k`, or among all where there are fewer
  RetrievalFigure average_precision;  ///< mean of it over the queries (mAP); those without a right one are left out
};

/// How often what is nearest says the same. For each query the gallery's garments of its part, those of its own photo
/// apart, by likeness of their vectors, equals by photo and garment; right is which shares a value of every one of
/// `attributes`. Queries that do not answer them all are left out, and those with nothing to look at. Chance: the share
/// of right ones; of average precision its expected value (Bestgen 2015). kInvalidArgument for no attributes, k = 0 and
/// vectors that cannot be compared (check_vectors, of both lists as one).
Result<RetrievalFigures> measure_retrieval(const std::vector<Item>& gallery, const std::vector<Item>& queries,
                                           const std::vector<std::string>& attributes, const RetrievalOptions& options);

/// A query, and where in the gallery the same garment is.
using SamePair = std::pair<std::size_t, std::size_t>;

/// How often the nearest of the gallery's garments of the query's part is the very same garment (recall@1), for pairs
/// of one garment photographed twice. Here the query's own photo counts, as it may be the same picture changed.
/// kInvalidArgument as above, for a place that there is not, and for a pair of two parts.
Result<RetrievalFigure> measure_same_garment(const std::vector<Item>& gallery, const std::vector<Item>& queries,
                                             const std::vector<SamePair>& pairs, const RetrievalOptions& options);

}  // namespace jaedan::recommender
