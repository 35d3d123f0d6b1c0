#include "recommender/rank_fusion.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace jaedan::recommender {
namespace {

/// As in the paper: large enough that the first few places of one ranking do not outweigh all others.
constexpr double kDampening = 60;

/// Adds `share` · 1 / (60 + rank) to each item, ranks from 1.
void add_ranking(const std::vector<double>& scores, double share, std::vector<double>& fused) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && scores[order[end]] == scores[order[first]]) ++end;
    const double rank = static_cast<double>(first + 1 + end) / 2;
    for (std::size_t i = first; i < end; ++i) fused[order[i]] += share / (kDampening + rank);
    first = end;
  }
}

}  // namespace

std::vector<double> fuse_ranks(const std::vector<std::vector<double>>& scores) {
  if (scores.empty()) return {};
  std::vector<double> fused(scores.front().size(), 0.0);
  const double share = (kDampening + 1) / static_cast<double>(scores.size());
  for (const std::vector<double>& ranking : scores) add_ranking(ranking, share, fused);
  return fused;
}

}  // namespace jaedan::recommender
