#pragma once

#include <vector>

#include "inference/garments/class_scores.h"
#include "inference/garments/part_set.h"

namespace jaedan::inference {

/// How readings are chosen; the numbers are fitted on the val photos (inference/EXPERIMENTS.md).
struct ReadingRules {
  /// Nats that a set of parts loses for a mean surprise of one nat a cell, see `part_set_posterior`. The whole figure
  /// mostly knows better, and so the probabilities are right; neighbouring pixels err together.
  double pixel_weight = 2;
  /// The same when the first reading is chosen: it is drawn from those pixels, so they have more of a say.
  double first_pixel_weight = 40;
  /// A prior that is as sure as this of a single part chooses the first reading alone: of a garment by itself, on a
  /// floor or a hanger, the pixels see two parts far too often.
  double single_part_prior = 0.75;
  int most_readings = 3;
  /// A further reading must raise the expected agreement of the best reading with the truth by this much.
  double least_gain = 0.01;
  double least_garment_share = 0.004;  ///< of the photo; a smaller part is not there
};

/// Who says how likely each set of parts is beforehand.
enum class PriorOf {
  kNobody,  ///< the pixels alone
  kReader,  ///< net/figures/reader.h
  kFigure,  ///< net/figures/figure_network.h, which knows better than the pixels in everything
};
ReadingRules reading_rules_for(PriorOf prior);

/// One way to read a photo: what parts it shows, and how likely it is the nearest to the truth among those chosen.
struct ChosenReading {
  PartSet parts = 0;
  double probability = 0;  ///< of all chosen readings together 1
};

/// How likely each set of parts is the photo's: `log_prior` says what the whole photo looks like (all 0: nothing), the
/// pixels say how surprised they are when only those parts may explain them: the mean over the cells of
/// −log Σ p(allowed classes).
std::array<double, kPartSetCount> part_set_posterior(const ClassScores& scores, const PerPartSet& log_prior,
                                                     double pixel_weight);

/// The readings a person should choose from, the best first; at least one. The first one is expected to agree best
/// with the truth (mean IoU over the parts, under the posterior), each further one is the one that raises the
/// expected agreement of the best of them most: so the second one differs from the first where that is worth it.
std::vector<ChosenReading> choose_readings(const ClassScores& scores, const PerPartSet& log_prior,
                                           const ReadingRules& rules = {});

/// How likely each part is there at all, by mask value − 1: the probabilities of the readings with it together.
using PartChances = std::array<double, kPartCount>;
PartChances part_chances(const std::vector<ChosenReading>& readings);

}  // namespace jaedan::inference
