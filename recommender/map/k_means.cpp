#include "recommender/map/k_means.h"

#include <algorithm>
#include <cmath>

#include "recommender/map/float_math.h"

namespace jaedan::recommender {
namespace {

/// Rows that are no further apart than rounding are the same.
constexpr float kSame = 1e-6F;

void scale_to_unit(float* row, std::size_t length) {
  double squares = 0;
  for (std::size_t i = 0; i < length; ++i) squares += static_cast<double>(row[i]) * row[i];
  if (!(squares > 0)) return;
  const double scale = 1 / std::sqrt(squares);
  for (std::size_t i = 0; i < length; ++i) row[i] = static_cast<float>(row[i] * scale);
}

bool has_direction(const UnitRows& rows, std::size_t place) {
  const float* row = rows.row(place);
  return std::any_of(row, row + rows.length, [](float number) { return number != 0; });
}

/// Puts each row to the centroid it is the most like; says how many moved.
std::size_t assign_rows(const UnitRows& rows, const UnitRows& centroids, KMeans& found, std::vector<float>& likeness) {
  std::size_t moved = 0;
  found.likeness = 0;
  for (std::size_t i = 0; i < rows.count(); ++i) {
    std::uint32_t best = 0;
    float best_likeness = float_dot(rows.row(i), centroids.row(0), rows.length);
    for (std::size_t c = 1; c < centroids.count(); ++c) {
      const float now = float_dot(rows.row(i), centroids.row(c), rows.length);
      if (now <= best_likeness) continue;
      best = static_cast<std::uint32_t>(c);
      best_likeness = now;
    }
    moved += found.cluster_of[i] != best;
    found.cluster_of[i] = best;
    likeness[i] = best_likeness;
    found.likeness += best_likeness;
  }
  return moved;
}

/// Gives every empty cluster a row; says how many did. `likeness` is that of each row to its centroid.
std::size_t fill_empty(const UnitRows& rows, std::size_t clusters, KMeans& found, std::vector<float>& likeness) {
  std::vector<std::size_t> sizes(clusters, 0);
  for (const std::uint32_t cluster : found.cluster_of) ++sizes[cluster];
  std::size_t filled = 0;
  for (std::size_t c = 0; c < clusters; ++c) {
    if (sizes[c] > 0) continue;
    std::size_t furthest = rows.count();
    for (std::size_t i = 0; i < rows.count(); ++i) {
      if (sizes[found.cluster_of[i]] < 2 || likeness[i] > 1 - kSame || !has_direction(rows, i)) continue;
      if (furthest == rows.count() || likeness[i] < likeness[furthest]) furthest = i;
    }
    if (furthest == rows.count()) break;
    --sizes[found.cluster_of[furthest]];
    ++sizes[c];
    found.cluster_of[furthest] = static_cast<std::uint32_t>(c);
    likeness[furthest] = 1;
    ++filled;
  }
  return filled;
}

/// The direction of each cluster's sum; where that has none, what it was.
void move_centroids(const UnitRows& rows, KMeans& found) {
  UnitRows& centroids = found.centroids;
  std::vector<float> sums(centroids.numbers.size(), 0);
  for (std::size_t i = 0; i < rows.count(); ++i) {
    add_scaled(&sums[found.cluster_of[i] * rows.length], rows.row(i), 1, rows.length);
  }
  for (std::size_t c = 0; c < centroids.count(); ++c) {
    float* sum = &sums[c * rows.length];
    scale_to_unit(sum, rows.length);
    if (std::all_of(sum, sum + rows.length, [](float number) { return number == 0; })) continue;
    std::copy(sum, sum + rows.length, centroids.numbers.begin() + static_cast<std::ptrdiff_t>(c * rows.length));
  }
}

void drop_empty(KMeans& found) {
  std::vector<bool> is_used(found.centroids.count(), false);
  for (const std::uint32_t cluster : found.cluster_of) is_used[cluster] = true;
  std::vector<std::uint32_t> now(is_used.size(), 0);
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < is_used.size(); ++c) {
    now[c] = static_cast<std::uint32_t>(kept.size());
    if (is_used[c]) kept.push_back(c);
  }
  found.centroids = rows_at(found.centroids, kept);
  for (std::uint32_t& cluster : found.cluster_of) cluster = now[cluster];
}

}  // namespace

UnitRows unit_rows(const Vectors& vectors, std::size_t length) {
  UnitRows rows;
  rows.length = length;
  rows.numbers.reserve(vectors.size() * length);
  for (const std::vector<float>* vector : vectors) {
    rows.numbers.insert(rows.numbers.end(), vector->begin(), vector->end());
    scale_to_unit(&rows.numbers[rows.numbers.size() - length], length);
  }
  return rows;
}

UnitRows rows_at(const UnitRows& rows, const std::vector<std::size_t>& places) {
  UnitRows some;
  some.length = rows.length;
  some.numbers.reserve(places.size() * rows.length);
  for (const std::size_t place : places) {
    some.numbers.insert(some.numbers.end(), rows.row(place), rows.row(place) + rows.length);
  }
  return some;
}

UnitRows first_centroids(const UnitRows& rows, std::size_t k, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<std::size_t> chosen = {draw_below(random, rows.count())};
  std::vector<float> apart(rows.count(), 0);  // 1 − cosine to the nearest chosen one: half the squared distance
  for (std::size_t i = 0; i < rows.count(); ++i) apart[i] = has_direction(rows, i) ? 2.0F : 0.0F;
  while (true) {
    double all = 0;
    for (std::size_t i = 0; i < rows.count(); ++i) {
      const float now = 1 - float_dot(rows.row(i), rows.row(chosen.back()), rows.length);
      apart[i] = std::min(apart[i], now > kSame ? now : 0.0F);
      all += apart[i];
    }
    if (chosen.size() >= k || !(all > 0)) break;
    double left = draw_share(random) * all;
    std::size_t drawn = rows.count();
    for (std::size_t i = 0; i < rows.count(); ++i) {
      if (apart[i] <= 0) continue;
      drawn = i;
      left -= apart[i];
      if (left < 0) break;
    }
    chosen.push_back(drawn);
  }
  return rows_at(rows, chosen);
}

KMeans run_k_means(const UnitRows& rows, UnitRows centroids, int most_rounds) {
  KMeans found;
  found.centroids = std::move(centroids);
  found.cluster_of.assign(rows.count(), 0);
  std::vector<float> likeness(rows.count(), 0);
  for (int round = 0; round < std::max(most_rounds, 1); ++round) {
    const std::size_t moved = assign_rows(rows, found.centroids, found, likeness);
    const std::size_t filled = fill_empty(rows, found.centroids.count(), found, likeness);
    if (round > 0 && moved + filled == 0) break;
    move_centroids(rows, found);
  }
  drop_empty(found);
  return found;
}

}  // namespace jaedan::recommender
