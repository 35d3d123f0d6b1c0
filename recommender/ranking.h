#pragma once

#include <string_view>

#include "labeling/domain/attribute.h"

namespace jaedan::recommender {

/// What counts when garments are ranked.
enum class Ranking {
  kLabelsFirst,  ///< rank_score
  kLooks,        ///< the likeness of their vectors alone
};

/// How well a garment answers a query, higher is better. What a person would name the query by leads: its colour, then
/// its category and length ("a black mini skirt"); a garment of which one of these is not known counts half there.
/// Among garments that are equal in this, those first that are the most alike and agree in further labels. Where
/// nothing of this is known of the query, `likeness` (1 for equal, similarity.h) and further labels alone. Leaves out
/// the attribute `except`.
double rank_score(const AttributeValues& query, const AttributeValues& item, double likeness,
                  std::string_view except = {});

}  // namespace jaedan::recommender
