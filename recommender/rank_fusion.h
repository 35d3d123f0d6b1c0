#pragma once

#include <vector>

namespace jaedan::recommender {

/// One ranking out of several of the same items, by reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): the sum
/// of 1 / (60 + rank) over the rankings, as a share of what the first of all would have, so 0…1. It asks nothing of the
/// scales of the scores, which a weighted mean of a cosine and of a divergence would. Items of equal score share the
/// mean of their ranks. `scores`: one list a ranking, each with a score an item, higher is better; all of one length.
/// Empty for no rankings.
std::vector<double> fuse_ranks(const std::vector<std::vector<double>>& scores);

}  // namespace jaedan::recommender
