#include "recommender/map/silhouette.h"

#include <algorithm>
#include <limits>

#include "recommender/map/float_math.h"

namespace jaedan::recommender {

double mean_silhouette(const std::vector<float>& rows, std::size_t length, const std::vector<std::uint32_t>& cluster_of,
                       std::size_t clusters) {
  if (clusters < 2 || cluster_of.empty()) return 0;
  std::vector<float> sums(clusters * length, 0);
  std::vector<std::size_t> sizes(clusters, 0);
  for (std::size_t i = 0; i < cluster_of.size(); ++i) {
    add_scaled(&sums[cluster_of[i] * length], &rows[i * length], 1, length);
    ++sizes[cluster_of[i]];
  }
  double total = 0;
  for (std::size_t i = 0; i < cluster_of.size(); ++i) {
    const std::size_t own = cluster_of[i];
    if (sizes[own] < 2) continue;
    const float* row = &rows[i * length];
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t c = 0; c < clusters; ++c) {
      if (c == own || sizes[c] == 0) continue;
      nearest = std::min(nearest, 1 - float_dot(row, &sums[c * length], length) / static_cast<double>(sizes[c]));
    }
    if (nearest == std::numeric_limits<double>::max()) continue;
    const double others = float_dot(row, &sums[own * length], length) - float_dot(row, row, length);
    const double within = std::max(0.0, 1 - others / static_cast<double>(sizes[own] - 1));
    const double larger = std::max(within, nearest);
    if (larger > 0) total += (nearest - within) / larger;
  }
  return total / static_cast<double>(cluster_of.size());
}

}  // namespace jaedan::recommender
