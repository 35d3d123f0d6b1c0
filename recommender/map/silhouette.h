#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jaedan::recommender {

/// How well clusters are apart (Rousseeuw 1987), by the distance 1 − cosine: the mean over all vectors of
/// (b − a) / max(a, b), where a is the mean distance to the others of its own cluster and b that to the nearest other
/// cluster; −1…1. A vector alone in its cluster counts 0. 0 with fewer than two clusters. `rows` are of unit length,
/// one after the other. Exact, and no slower than one round of k-means: a mean of cosines is the cosine with a mean.
double mean_silhouette(const std::vector<float>& rows, std::size_t length, const std::vector<std::uint32_t>& cluster_of,
                       std::size_t clusters);

}  // namespace jaedan::recommender
