#pragma once

#include <cstddef>
#include <cstdint>

#include "labeling/agreement/bootstrap.h"
#include "recommender/recommender.h"

namespace jaedan::bench {

/// How the answers to "like it, but so" are measured.
struct ChangeBenchOptions {
  std::size_t questions = 500;  ///< at most; each a garment, one of its labels, and another value for it
  std::size_t k = 10;
  recommender::View view = recommender::View::kCosine;
  recommender::Ranking ranking = recommender::Ranking::kLabelsFirst;
  std::uint64_t seed = 1;  ///< of the questions
  labeling::BootstrapOptions bootstrap = {};
};

/// A mean over the questions, and where it lies.
struct ChangeFigure {
  double value = 0;
  labeling::BootstrapInterval interval = {};
};

struct ChangeFigures {
  std::size_t questions = 0;  ///< 0: no garment has a label that `k` others have otherwise
  ChangeFigure changed;       ///< share of the first `k` that have the new value
  ChangeFigure agreement;     ///< share of the other labels that a found garment has in common with the query …
  ChangeFigure at_random;     ///< … and that a garment of the new value taken at random has, on average: the chance
  ChangeFigure gain;          ///< the first less the second, question by question
};

/// Asks of garments drawn at random for one of their labels to be another value of the same attribute, one that at
/// least `k` garments of the part have in other photos, so that the bar can be met; each such value alike. Labels are
/// compared as in recommender/item.h: those that both answer. The same seed gives the same questions. Errors of the
/// recommender.
Result<ChangeFigures> measure_change(const recommender::Recommender& garments, const ChangeBenchOptions& options);

}  // namespace jaedan::bench
