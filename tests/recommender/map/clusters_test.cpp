#include "recommender/map/clusters.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

#include "recommender/map/silhouette.h"
#include "tests/recommender/map/made_vectors.h"

namespace jaedan::recommender::testing {
namespace {

ClusterOptions of_k(std::size_t k) {
  ClusterOptions options;
  options.k = k;
  return options;
}

/// Whether vectors share a cluster exactly when they are of one group of `each`.
void expect_groups(const Clustering& found, std::size_t groups, std::size_t each) {
  std::set<std::uint32_t> met;
  for (std::size_t group = 0; group < groups; ++group) {
    const std::uint32_t cluster = found.cluster_of[group * each];
    EXPECT_TRUE(met.insert(cluster).second) << "two groups share cluster " << cluster;
    for (std::size_t i = 0; i < each; ++i) EXPECT_EQ(found.cluster_of[group * each + i], cluster) << group;
  }
}

TEST(Clusters, FindGroupsThatAreFarApart) {
  const auto vectors = grouped_vectors(5, 40, 16);
  const auto found = cluster_vectors(pointers_to(vectors), of_k(5));
  ASSERT_TRUE(found.ok());
  expect_groups(*found, 5, 40);
  EXPECT_GT(found->silhouette, 0.8);
}

TEST(Clusters, ChooseAsManyAsThereAreGroups) {
  const auto vectors = grouped_vectors(6, 30, 16);
  ClusterOptions options;
  options.choices = {2, 4, 6, 9};
  const auto found = cluster_vectors(pointers_to(vectors), options);
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->centroids.size(), 6U);
}

TEST(Clusters, ChooseOnASampleOfManyAndThenTakeAll) {
  const auto vectors = grouped_vectors(4, 200, 8);
  ClusterOptions options;
  options.choices = {2, 4, 8};
  options.most_sampled = 100;
  const auto found = cluster_vectors(pointers_to(vectors), options);
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->cluster_of.size(), 800U);
  expect_groups(*found, 4, 200);
}

TEST(Clusters, GoByDirectionAndNotByLength) {
  auto vectors = grouped_vectors(2, 10, 4);
  for (std::size_t i = 0; i < vectors.size(); i += 2) {
    for (float& number : vectors[i]) number *= 100;
  }
  const auto found = cluster_vectors(pointers_to(vectors), of_k(2));
  ASSERT_TRUE(found.ok());
  expect_groups(*found, 2, 10);
  for (const std::vector<float>& centroid : found->centroids) {
    double squares = 0;
    for (const float number : centroid) squares += number * number;
    EXPECT_NEAR(squares, 1, 1e-5);
  }
}

TEST(Clusters, StandWithTheLargestFirst) {
  auto vectors = grouped_vectors(2, 5, 4);
  const auto more = grouped_vectors(4, 9, 4, 0.05, 8);
  vectors.insert(vectors.end(), more.begin() + 27, more.end());  // nine along the last axis
  const auto found = cluster_vectors(pointers_to(vectors), of_k(3));
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->sizes, (std::vector<std::size_t>{9, 5, 5}));
  EXPECT_EQ(found->cluster_of.front(), 1U) << "equals by their first vector";
}

TEST(Clusters, OfEqualVectorsAreFewerThanAskedForAndNoneIsEmpty) {
  const std::vector<std::vector<float>> vectors = {{1, 0}, {1, 0}, {0, 1}, {1, 0}, {2, 0}};
  const auto found = cluster_vectors(pointers_to(vectors), of_k(4));
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->sizes, (std::vector<std::size_t>{4, 1}));
  std::vector<std::vector<float>> scaled;  // one direction, but for rounding
  for (int i = 1; i < 40; ++i) scaled.push_back({0.3F * i, 0.7F * i, 0.2F * i, -0.11F * i});
  const auto same = cluster_vectors(pointers_to(scaled), of_k(4));
  ASSERT_TRUE(same.ok());
  EXPECT_EQ(same->sizes, std::vector<std::size_t>{39});
  const auto one = cluster_vectors({&vectors[0]}, of_k(4));
  ASSERT_TRUE(one.ok());
  EXPECT_EQ(one->sizes, std::vector<std::size_t>{1});
  EXPECT_EQ(one->silhouette, 0);
}

TEST(Clusters, ManyMoreThanGroupsAreAllInUse) {
  const auto vectors = grouped_vectors(3, 20, 8, 0.2);
  const auto found = cluster_vectors(pointers_to(vectors), of_k(25));
  ASSERT_TRUE(found.ok());
  std::size_t all = 0;
  for (const std::size_t size : found->sizes) {
    EXPECT_GT(size, 0U);
    all += size;
  }
  EXPECT_EQ(all, vectors.size());
}

TEST(Clusters, AreTheSameFromTheSameSeed) {
  const auto vectors = grouped_vectors(7, 30, 12, 0.4);
  const auto first = cluster_vectors(pointers_to(vectors));
  const auto second = cluster_vectors(pointers_to(vectors));
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->cluster_of, second->cluster_of);
  EXPECT_EQ(first->centroids, second->centroids);
}

TEST(Clusters, TakeVectorsWithoutDirectionAsWell) {
  const std::vector<std::vector<float>> vectors = {{0, 0}, {1, 0}, {0, 1}, {0, 0}};
  const auto found = cluster_vectors(pointers_to(vectors), of_k(3));
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->cluster_of.size(), 4U);
  const std::vector<std::vector<float>> nothing(3, {0, 0});
  EXPECT_TRUE(cluster_vectors(pointers_to(nothing), of_k(2)).ok());
}

TEST(Clusters, LaterVectorsGoToTheNearestCentroid) {
  const auto vectors = grouped_vectors(3, 20, 8);
  const auto found = cluster_vectors(pointers_to(vectors), of_k(3));
  ASSERT_TRUE(found.ok());
  const auto later = grouped_vectors(3, 1, 8, 0.05, 99);
  const auto clusters = assign_clusters(found->centroids, pointers_to(later));
  ASSERT_TRUE(clusters.ok());
  for (std::size_t group = 0; group < 3; ++group) EXPECT_EQ((*clusters)[group], found->cluster_of[group * 20]);
  EXPECT_EQ(assign_clusters({}, pointers_to(later)).error().message.key, "map.no_clusters");
  EXPECT_EQ(assign_clusters({{1, 0}}, pointers_to(later)).error().message.key, "map.vector_length");
}

TEST(Clusters, NearestMembersAreThoseOfTheSmallestAngle) {
  const std::vector<std::vector<float>> vectors = {{9, 9}, {1, 0.1F}, {0, 0}, {5, 0}, {5, 0}};
  EXPECT_EQ(nearest_members({1, 0}, pointers_to(vectors), {0, 1, 2, 3, 4}, 3), (std::vector<std::size_t>{3, 4, 1}));
  EXPECT_EQ(nearest_members({1, 0}, pointers_to(vectors), {0, 2}, 9), (std::vector<std::size_t>{0, 2}));
}

TEST(Clusters, RefuseWhatCannotBeClustered) {
  EXPECT_EQ(cluster_vectors({}, of_k(2)).error().message.key, "map.no_vectors");
  ClusterOptions nothing;
  nothing.choices = {};
  const std::vector<std::vector<float>> one = {{1, 0}};
  EXPECT_EQ(cluster_vectors(pointers_to(one), nothing).error().message.key, "map.no_k");
  const std::vector<std::vector<float>> broken = {{1, std::numeric_limits<float>::infinity()}};
  EXPECT_FALSE(cluster_vectors(pointers_to(broken), of_k(1)).ok());
}

TEST(Silhouette, IsWhatItsDefinitionGives) {
  const auto vectors = grouped_vectors(3, 6, 5, 0.5);
  std::vector<float> rows;
  for (std::vector<float> vector : vectors) {
    double squares = 0;
    for (const float number : vector) squares += number * number;
    for (const float number : vector) rows.push_back(static_cast<float>(number / std::sqrt(squares)));
  }
  const std::vector<std::uint32_t> cluster_of = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3};
  double expected = 0;
  for (std::size_t i = 0; i < 18; ++i) {
    std::vector<double> sums(4, 0);
    std::vector<int> counts(4, 0);
    for (std::size_t j = 0; j < 18; ++j) {
      if (i == j) continue;
      double cosine = 0;
      for (std::size_t k = 0; k < 5; ++k) cosine += rows[i * 5 + k] * rows[j * 5 + k];
      sums[cluster_of[j]] += 1 - cosine;
      ++counts[cluster_of[j]];
    }
    if (counts[cluster_of[i]] == 0) continue;
    double nearest = 9;
    for (std::size_t c = 0; c < 4; ++c) {
      if (c != cluster_of[i]) nearest = std::min(nearest, sums[c] / counts[c]);
    }
    const double within = sums[cluster_of[i]] / counts[cluster_of[i]];
    expected += (nearest - within) / std::max(nearest, within) / 18;
  }
  EXPECT_NEAR(mean_silhouette(rows, 5, cluster_of, 4), expected, 1e-5);
  EXPECT_EQ(mean_silhouette(rows, 5, std::vector<std::uint32_t>(18, 0), 1), 0);
}

}  // namespace
}  // namespace jaedan::recommender::testing
