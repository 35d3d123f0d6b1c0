#pragma once

#include <vector>

#include "recommender/item.h"
#include "recommender/ranking.h"

namespace jaedan::recommender {

/// "More like this, less like that": garments that a person picked among what was found.
struct Feedback {
  std::vector<Item> liked = {};
  std::vector<Item> disliked = {};

  bool empty() const { return liked.empty() && disliked.empty(); }
};

/// How far each pulls, by Rocchio (1971) with the weights that Manning, Raghavan and Schütze (2008) name as usual.
struct FeedbackWeights {
  double query = 1.0;
  double liked = 0.75;     ///< towards the mean of the liked
  double disliked = 0.15;  ///< away from the mean of the disliked
};

/// The query after the feedback: its vector and colour histogram moved, divided by the sum of the weights so that a
/// distance means the same as before; what is said of it is moved_labels, their worth as scores. All vectors have the
/// query's length; histograms of another length are left out.
Item moved_query(const Item& query, const Feedback& feedback, const FeedbackWeights& weights = {});

/// What is looked for after it: each value by the share of the query, the liked and the disliked that have it, weighed
/// alike, the best of an attribute 1; values that are disliked more than wanted are none. Without the attributes
/// `except`.
WantedLabels moved_labels(const Item& query, const Feedback& feedback, const std::vector<std::string>& except = {},
                          const FeedbackWeights& weights = {});

}  // namespace jaedan::recommender
