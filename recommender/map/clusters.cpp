#include "recommender/map/clusters.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "recommender/map/float_math.h"
#include "recommender/map/k_means.h"
#include "recommender/map/silhouette.h"

namespace jaedan::recommender {
namespace {

KMeans best_of_starts(const UnitRows& rows, std::size_t k, const ClusterOptions& options) {
  KMeans best;
  for (int start = 0; start < std::max(options.starts, 1); ++start) {
    const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(start);
    KMeans found = run_k_means(rows, first_centroids(rows, k, seed), options.most_rounds);
    if (start == 0 || found.likeness > best.likeness) best = std::move(found);
  }
  return best;
}

/// The best k-means of the k that is wanted, or of the one whose clusters are furthest apart.
KMeans chosen_k_means(const UnitRows& rows, const ClusterOptions& options) {
  if (options.k > 0) return best_of_starts(rows, options.k, options);
  KMeans best;
  double best_silhouette = 0;
  for (const std::size_t k : options.choices) {
    if (k == 0) continue;
    KMeans found = best_of_starts(rows, k, options);
    const double silhouette = mean_silhouette(rows.numbers, rows.length, found.cluster_of, found.centroids.count());
    if (best.cluster_of.empty() || silhouette > best_silhouette) {
      best = std::move(found);
      best_silhouette = silhouette;
    }
  }
  return best;
}

/// The largest first, equals by their first row.
Clustering in_order(const KMeans& found, const UnitRows& rows) {
  const std::size_t clusters = found.centroids.count();
  std::vector<std::size_t> sizes(clusters, 0), first(clusters, rows.count()), order(clusters);
  for (std::size_t i = 0; i < rows.count(); ++i) {
    const std::uint32_t cluster = found.cluster_of[i];
    ++sizes[cluster];
    first[cluster] = std::min(first[cluster], i);
  }
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sizes[a] != sizes[b] ? sizes[a] > sizes[b] : first[a] < first[b];
  });
  Clustering made;
  std::vector<std::uint32_t> place(clusters);
  for (const std::size_t cluster : order) {
    place[cluster] = static_cast<std::uint32_t>(made.sizes.size());
    made.sizes.push_back(sizes[cluster]);
    made.centroids.emplace_back(found.centroids.row(cluster), found.centroids.row(cluster) + rows.length);
  }
  for (const std::uint32_t cluster : found.cluster_of) made.cluster_of.push_back(place[cluster]);
  made.silhouette = mean_silhouette(rows.numbers, rows.length, made.cluster_of, clusters);
  return made;
}

/// A vector's cosine with a centroid, times the vector's length, which is the same for all centroids.
float likeness_to(const std::vector<float>& centroid, const std::vector<float>& vector) {
  return float_dot(centroid.data(), vector.data(), centroid.size());
}

}  // namespace

Result<Clustering> cluster_vectors(const Vectors& vectors, const ClusterOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(const std::size_t length, common_length(vectors));
  const bool has_choice =
      std::any_of(options.choices.begin(), options.choices.end(), [](std::size_t k) { return k > 0; });
  if (options.k == 0 && !has_choice) {
    return Error{ErrorCode::kInvalidArgument, "map.no_k",
                 "neither a number of clusters is given nor any to choose from"};
  }
  const UnitRows rows = unit_rows(vectors, length);
  const std::size_t sampled = std::max<std::size_t>(options.most_sampled, 1);
  if (rows.count() <= sampled) return in_order(chosen_k_means(rows, options), rows);
  const UnitRows sample = rows_at(rows, draw_places(rows.count(), sampled, options.seed));
  return in_order(run_k_means(rows, chosen_k_means(sample, options).centroids, options.most_rounds), rows);
}

Result<std::vector<std::uint32_t>> assign_clusters(const std::vector<std::vector<float>>& centroids,
                                                   const Vectors& vectors) {
  if (centroids.empty()) {
    return Error{ErrorCode::kInvalidArgument, "map.no_clusters", "there are no clusters yet"};
  }
  for (const std::vector<float>& centroid : centroids) {
    JAEDAN_RETURN_IF_ERROR(check_length({&centroid}, centroids[0].size()));
  }
  JAEDAN_RETURN_IF_ERROR(check_length(vectors, centroids[0].size()));
  std::vector<std::uint32_t> clusters;
  clusters.reserve(vectors.size());
  for (const std::vector<float>* vector : vectors) {
    std::size_t best = 0;
    float best_likeness = likeness_to(centroids[0], *vector);
    for (std::size_t c = 1; c < centroids.size(); ++c) {
      const float now = likeness_to(centroids[c], *vector);
      if (now <= best_likeness) continue;
      best = c;
      best_likeness = now;
    }
    clusters.push_back(static_cast<std::uint32_t>(best));
  }
  return clusters;
}

std::vector<std::size_t> nearest_members(const std::vector<float>& centroid, const Vectors& vectors,
                                         const std::vector<std::size_t>& members, std::size_t count) {
  std::vector<std::pair<float, std::size_t>> ranked;  // how unlike, and where
  for (const std::size_t place : members) {
    const std::vector<float>& vector = *vectors[place];
    const float length = std::sqrt(float_dot(vector.data(), vector.data(), vector.size()));
    ranked.emplace_back(length > 0 ? -likeness_to(centroid, vector) / length : 0.0F, place);
  }
  const std::size_t kept = std::min(count, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end());
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < kept; ++i) places.push_back(ranked[i].second);
  return places;
}

}  // namespace jaedan::recommender
