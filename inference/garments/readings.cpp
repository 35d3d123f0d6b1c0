#include "inference/garments/readings.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {
namespace {

using Posterior = std::array<double, kPartSetCount>;
using CellLabels = std::vector<std::uint8_t>;  // 0, or the mask value of a part
using Agreements = std::array<Posterior, kPartSetCount>;

std::size_t cells_of(const ClassScores& scores) { return std::size_t(scores.width) * scores.height; }

// The likeliest allowed class of one cell. Class 0, nothing, is always allowed.
std::size_t best_class(const ClassScores& scores, const std::array<bool, kPixelClassCount>& allowed, std::size_t cell) {
  const std::size_t cells = cells_of(scores);
  std::size_t best = 0;
  for (std::size_t c = 1; c < kPixelClassCount; ++c) {
    if (allowed[c] && scores.logits[c * cells + cell] > scores.logits[best * cells + cell]) best = c;
  }
  return best;
}

bool is_part(std::size_t pixel_class) { return pixel_class >= 1 && pixel_class <= kPartCount; }

// The only cells on which sets of parts can differ: those where a part wins when all are allowed.
std::vector<std::size_t> garment_cells(const ClassScores& scores) {
  std::vector<std::size_t> garments;
  for (std::size_t i = 0; i < cells_of(scores); ++i) {
    if (is_part(best_class(scores, classes_of(kEveryPart), i))) garments.push_back(i);
  }
  return garments;
}

// What a reading with these parts says of each of `garments`; least_share is of all cells.
CellLabels label_cells(const ClassScores& scores, const std::vector<std::size_t>& garments, PartSet set,
                       double least_share) {
  const auto allowed = classes_of(set);
  const std::size_t cells = cells_of(scores);
  CellLabels labels(garments.size());
  std::array<std::size_t, kPartCount + 1> sizes{};
  for (std::size_t i = 0; i < garments.size(); ++i) {
    const std::size_t best = best_class(scores, allowed, garments[i]);
    labels[i] = is_part(best) ? static_cast<std::uint8_t>(best) : std::uint8_t{0};
    ++sizes[labels[i]];
  }
  for (std::uint8_t& label : labels) {
    if (double(sizes[label]) < least_share * double(cells)) label = 0;
  }
  return labels;
}

// Mean IoU over the parts that either of them shows; 1 when neither shows any.
double agreement(const CellLabels& a, const CellLabels& b) {
  std::array<std::array<int, kPartCount + 1>, kPartCount + 1> pairs{};
  for (std::size_t i = 0; i < a.size(); ++i) ++pairs[a[i]][b[i]];
  double sum = 0;
  int parts = 0;
  for (std::size_t part = 1; part <= kPartCount; ++part) {
    int either = -pairs[part][part];
    for (std::size_t other = 0; other <= kPartCount; ++other) either += pairs[part][other] + pairs[other][part];
    if (either == 0) continue;
    sum += double(pairs[part][part]) / either;
    ++parts;
  }
  return parts == 0 ? 1 : sum / parts;
}

Agreements agreements_of(const ClassScores& scores, const ReadingRules& rules) {
  const std::vector<std::size_t> garments = garment_cells(scores);
  std::array<CellLabels, kPartSetCount> labels;
  for (std::size_t set = 0; set < kPartSetCount; ++set) {
    labels[set] = label_cells(scores, garments, static_cast<PartSet>(set), rules.least_garment_share);
  }
  Agreements table;
  for (std::size_t a = 0; a < kPartSetCount; ++a) {
    table[a][a] = 1;
    for (std::size_t b = 0; b < a; ++b) table[a][b] = table[b][a] = agreement(labels[a], labels[b]);
  }
  return table;
}

// Every set of parts votes for the chosen reading that agrees with it best.
void share_out(std::vector<ChosenReading>& readings, const Agreements& table, const Posterior& posterior) {
  for (std::size_t set = 0; set < kPartSetCount; ++set) {
    const auto nearest = std::max_element(readings.begin(), readings.end(), [&](const auto& a, const auto& b) {
      return table[a.parts][set] < table[b.parts][set];
    });
    nearest->probability += posterior[set];
  }
}

// How surprised the pixels are, in nats a cell, when only a set's parts may explain them.
Posterior surprise_of(const ClassScores& scores) {
  constexpr double kLeastProbability = 1e-6;
  const std::vector<float> p = probabilities_of(scores);
  const std::size_t cells = cells_of(scores);
  Posterior surprise{};
  for (std::size_t i = 0; i < cells; ++i) {
    double no_garment = p[i];
    for (std::size_t c = kPartCount + 1; c < kPixelClassCount; ++c) no_garment += p[c * cells + i];
    for (std::size_t set = 0; set < kPartSetCount; ++set) {
      double allowed = no_garment;
      for (std::size_t part = 0; part < kPartCount; ++part) {
        if ((set >> part & 1) != 0) allowed += p[(part + 1) * cells + i];
      }
      surprise[set] -= std::log(allowed + kLeastProbability) / double(cells);
    }
  }
  return surprise;
}

Posterior posterior_of(const PerPartSet& log_prior, const Posterior& surprise, double pixel_weight) {
  Posterior posterior{};
  double most = -1e300;
  for (std::size_t set = 0; set < kPartSetCount; ++set) {
    posterior[set] = double(log_prior[set]) - pixel_weight * surprise[set];
    most = std::max(most, posterior[set]);
  }
  double sum = 0;
  for (double& value : posterior) sum += value = std::exp(value - most);
  for (double& value : posterior) value /= sum;
  return posterior;
}

double single_part_chance(const PerPartSet& log_prior) {
  const Posterior prior = posterior_of(log_prior, {}, 0);
  double chance = 0;
  for (const Part part : kAllParts) chance += prior[part_set_of(part)];
  return chance;
}

struct Addition {
  std::size_t set = 0;
  double expected = -1;  // agreement of the best reading with the truth, when this one is offered too
};

// `best`: with each set as the truth, how well the best reading chosen so far agrees with it.
Addition best_addition(const Agreements& table, const Posterior& best, const Posterior& posterior) {
  constexpr double kEqual = 1e-9;
  Addition found;
  for (std::size_t set = 0; set < kPartSetCount; ++set) {
    double expected = 0;
    for (std::size_t truth = 0; truth < kPartSetCount; ++truth) {
      expected += posterior[truth] * std::max(best[truth], table[set][truth]);
    }
    // Sets that differ in a part that no pixel shows yet: told of it, the decoder may show it.
    const bool likelier = expected > found.expected - kEqual && posterior[set] > posterior[found.set];
    if (expected > found.expected + kEqual || likelier) found = {set, expected};
  }
  return found;
}

}  // namespace

Posterior part_set_posterior(const ClassScores& scores, const PerPartSet& log_prior, double pixel_weight) {
  return posterior_of(log_prior, surprise_of(scores), pixel_weight);
}

ReadingRules reading_rules_for(PriorOf prior) {
  ReadingRules rules;
  if (prior == PriorOf::kNobody) rules.pixel_weight = rules.first_pixel_weight;
  if (prior == PriorOf::kFigure) rules.first_pixel_weight = rules.pixel_weight;
  return rules;
}

std::vector<ChosenReading> choose_readings(const ClassScores& scores, const PerPartSet& log_prior,
                                           const ReadingRules& rules) {
  const Posterior surprise = surprise_of(scores);
  const Posterior posterior = posterior_of(log_prior, surprise, rules.pixel_weight);
  const Agreements table = agreements_of(scores, rules);
  std::vector<ChosenReading> readings;
  Posterior best{};
  const auto offer = [&](std::size_t set) {
    readings.push_back({static_cast<PartSet>(set), 0});
    for (std::size_t truth = 0; truth < kPartSetCount; ++truth) best[truth] = std::max(best[truth], table[set][truth]);
  };
  const double first_weight = single_part_chance(log_prior) >= rules.single_part_prior ? 0 : rules.first_pixel_weight;
  offer(best_addition(table, best, posterior_of(log_prior, surprise, first_weight)).set);
  while (static_cast<int>(readings.size()) < rules.most_readings) {
    double reached = 0;
    for (std::size_t truth = 0; truth < kPartSetCount; ++truth) reached += posterior[truth] * best[truth];
    const Addition next = best_addition(table, best, posterior);
    if (next.expected < reached + rules.least_gain) break;
    offer(next.set);
  }
  share_out(readings, table, posterior);
  return readings;
}

PartChances part_chances(const std::vector<ChosenReading>& readings) {
  PartChances chances{};
  for (const ChosenReading& reading : readings) {
    for (std::size_t part = 0; part < kPartCount; ++part) {
      if ((reading.parts >> part & 1) != 0) chances[part] += reading.probability;
    }
  }
  return chances;
}

}  // namespace jaedan::inference
