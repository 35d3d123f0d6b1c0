#pragma once

#include <cstddef>

#include "labeling/agreement/measure.h"

namespace jaedan::labeling {

/// How much worse it is to be further apart.
enum class KappaWeights {
  kNone,       ///< the same or not
  kLinear,     ///< |i − j|, i and j places in the order of the categories (Cicchetti and Allison 1971)
  kQuadratic,  ///< (i − j)² (Fleiss and Cohen 1973)
};

/// Cohen's kappa (1960, weighted 1968) of two raters: agreement beyond what their own habits would give by chance, over
/// the units that both rated. 1 is perfect, 0 is chance. kOneCategory when both say one and the same category alone;
/// kLevel when weights are asked of values without an order. The order is that of the table's categories, those that
/// nobody said included.
Measure cohen_kappa(const RatingTable& table, std::size_t one, std::size_t other,
                    KappaWeights weights = KappaWeights::kNone);

/// Of two raters their kappa; of more the mean over all pairs (Light 1971). Pairs without a kappa are left out; when
/// none has one, why the first has none.
Measure mean_cohen_kappa(const RatingTable& table, KappaWeights weights = KappaWeights::kNone);

/// Fleiss' kappa (1971): agreement beyond what the categories' shares would give by chance, whoever the raters are. The
/// number of raters may differ from unit to unit: units with less than two ratings are left out, each other unit counts
/// once in the observed agreement (the share of its pairs that are equal), and each of their ratings counts once in the
/// shares of the categories. With as many raters everywhere this is Fleiss' own formula; with two raters Scott's pi.
Measure fleiss_kappa(const RatingTable& table);

}  // namespace jaedan::labeling
