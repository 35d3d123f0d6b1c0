#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "labeling/domain/attribute.h"

namespace jaedan::recommender {

/// What counts when garments are ranked by their vectors.
enum class Ranking {
  kLabelsFirst,  ///< rank_score
  kLooks,        ///< the likeness alone
};

/// What is looked for of one attribute: each value with how well it answers, the best 1.
struct WantedLabel {
  std::string attribute;
  std::vector<std::pair<std::string, double>> values;
};
using WantedLabels = std::vector<WantedLabel>;

/// What is said of a query, each value as good as the other, "not sure" apart; without the attributes `except`.
WantedLabels wanted_labels(const AttributeValues& query, const std::vector<std::string>& except = {});

/// How well a garment answers one of them, 0…1: by its best value. Nothing when it does not answer at all.
std::optional<double> answer_to(const WantedLabel& wanted, const AttributeValues& item);

/// How well a garment answers a query, higher is better. What a person would name the query by leads: its colour, then
/// its category and length ("a black mini skirt"); a garment of which one of these is not known counts half there.
/// Among garments that are equal in this, those first that are the most alike and agree in further labels. Where
/// nothing of this is known of the query, `likeness` (1 for equal, view.h) and further labels alone.
double rank_score(const WantedLabels& query, const AttributeValues& item, double likeness);

}  // namespace jaedan::recommender
