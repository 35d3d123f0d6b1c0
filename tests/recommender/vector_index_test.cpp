#include "recommender/vector_index.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <set>

#include "tests/support/matchers.h"

namespace jaedan::recommender {
namespace {

using Vectors = std::vector<std::vector<float>>;

std::vector<const std::vector<float>*> pointers(const Vectors& vectors) {
  std::vector<const std::vector<float>*> result;
  for (const auto& vector : vectors) result.push_back(&vector);
  return result;
}

std::vector<std::size_t> places(const std::vector<Neighbour>& neighbours) {
  std::vector<std::size_t> result;
  for (const Neighbour& neighbour : neighbours) result.push_back(neighbour.index);
  return result;
}

/// Points around `centres` random directions, unit length: garments of a few kinds.
Vectors clustered(std::size_t count, std::size_t dimension, std::size_t centres, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal;
  Vectors middles(centres, std::vector<float>(dimension));
  for (auto& middle : middles) {
    for (float& x : middle) x = normal(random);
  }
  Vectors vectors(count, std::vector<float>(dimension));
  for (std::size_t i = 0; i < count; ++i) {
    double squared = 0;
    for (std::size_t j = 0; j < dimension; ++j) {
      vectors[i][j] = middles[i % centres][j] + 0.7f * normal(random);
      squared += vectors[i][j] * vectors[i][j];
    }
    for (float& x : vectors[i]) x = static_cast<float>(x / std::sqrt(squared));
  }
  return vectors;
}

TEST(VectorIndex, FindsTheNearestByEachMetric) {
  const Vectors vectors = {{1, 0}, {0.9f, 0.1f}, {10, 0.2f}, {0, 1}, {-1, 0}};
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors)));
  ASSERT_OK_AND_ASSIGN(const auto by_cosine, index.nearest({1, 0}, 3, Metric::kCosine));
  EXPECT_EQ(places(by_cosine), (std::vector<std::size_t>{0, 2, 1}));
  EXPECT_DOUBLE_EQ(by_cosine[0].score, 1);
  ASSERT_OK_AND_ASSIGN(const auto by_distance, index.nearest({1, 0}, 3, Metric::kEuclidean));
  EXPECT_EQ(places(by_distance), (std::vector<std::size_t>{0, 1, 3}));
}

TEST(VectorIndex, FindsTheBestCorrelationWhateverTheOffset) {
  const Vectors vectors = {{3, 2, 1}, {101, 102, 104}, {1, 1, 1}, {0.1f, 0.2f, 0.3f}};
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors)));
  ASSERT_OK_AND_ASSIGN(const auto found, index.nearest({1, 2, 3}, 4, Metric::kPearson));
  EXPECT_EQ(places(found), (std::vector<std::size_t>{3, 1, 2, 0}));
  EXPECT_NEAR(found[0].score, 1, 1e-7);
  EXPECT_EQ(found[2].score, 0) << "all equal: no direction";
  EXPECT_NEAR(found[3].score, -1, 1e-7);
}

TEST(VectorIndex, EqualsComeByPlace) {
  const Vectors vectors(20, std::vector<float>{0.6f, 0.8f});
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors)));
  for (const Metric metric : {Metric::kCosine, Metric::kEuclidean, Metric::kPearson}) {
    ASSERT_OK_AND_ASSIGN(const auto found, index.nearest({0.6f, 0.8f}, 5, metric));
    EXPECT_EQ(places(found), (std::vector<std::size_t>{0, 1, 2, 3, 4}));
  }
}

TEST(VectorIndex, GivesAllWhenAskedForMoreAndNoneWhenAskedForNone) {
  const Vectors vectors = {{1, 0}, {0, 1}};
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors)));
  EXPECT_EQ(index.nearest({1, 0}, 1000, Metric::kCosine)->size(), 2u);
  EXPECT_TRUE(index.nearest({1, 0}, 0, Metric::kCosine)->empty());
  EXPECT_EQ(places(*index.nearest({1, 0}, 5, Metric::kCosine, [](std::size_t i) { return i == 1; })),
            std::vector<std::size_t>{1});
}

TEST(VectorIndex, WithoutVectorsFindsNothing) {
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build({}));
  EXPECT_TRUE(index.nearest({1, 2, 3}, 5, Metric::kCosine)->empty());
}

TEST(VectorIndex, RefusesWhatCannotBeCompared) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float infinity = std::numeric_limits<float>::infinity();
  EXPECT_ERROR(VectorIndex::build(pointers({{1, 0}, {1, 0, 0}})), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(VectorIndex::build(pointers({{1, 0}, {nan, 0}})), ErrorCode::kInvalidArgument);
  const Vectors vectors = {{1, 0}, {0, 1}};
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors)));
  EXPECT_ERROR(index.nearest({1, 0, 0}, 1, Metric::kCosine), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(index.nearest({1, nan}, 1, Metric::kCosine), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(index.nearest({infinity, 0}, 1, Metric::kCosine), ErrorCode::kInvalidArgument);
}

TEST(VectorIndex, ZeroVectorsComeBetweenLikeAndUnlike) {
  const Vectors vectors = {{0, 0}, {1, 0.1f}, {-1, 0}};
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors)));
  ASSERT_OK_AND_ASSIGN(const auto found, index.nearest({1, 0}, 3, Metric::kCosine));
  EXPECT_EQ(places(found), (std::vector<std::size_t>{1, 0, 2}));
  EXPECT_EQ(found[1].score, 0);
  ASSERT_OK_AND_ASSIGN(const auto of_zero, index.nearest({0, 0}, 3, Metric::kCosine));
  EXPECT_EQ(places(of_zero), (std::vector<std::size_t>{0, 1, 2})) << "nothing is like a zero vector: by place";
}

TEST(VectorIndex, TheGraphFindsNearlyAllTrueNeighbours) {
  const Vectors vectors = clustered(6000, 48, 40, 11);
  const Vectors queries = clustered(100, 48, 40, 12);
  ASSERT_OK_AND_ASSIGN(const VectorIndex exact, VectorIndex::build(pointers(vectors), {100000}));
  ASSERT_OK_AND_ASSIGN(const VectorIndex graph, VectorIndex::build(pointers(vectors), {100}));
  EXPECT_TRUE(exact.is_exact());
  EXPECT_FALSE(graph.is_exact());
  for (const Metric metric : {Metric::kCosine, Metric::kEuclidean, Metric::kPearson}) {
    std::size_t hits = 0;
    for (const auto& query : queries) {
      const auto truth = places(*exact.nearest(query, 10, metric));
      const auto found = places(*graph.nearest(query, 10, metric));
      ASSERT_EQ(found.size(), 10u);
      const std::set<std::size_t> true_places(truth.begin(), truth.end());
      for (const std::size_t place : found) hits += true_places.count(place);
    }
    EXPECT_GE(static_cast<double>(hits) / 1000, 0.95) << static_cast<int>(metric);
  }
}

TEST(VectorIndex, TheGraphGivesTheSameAnswersEveryTimeItIsBuilt) {
  const Vectors vectors = clustered(2000, 16, 10, 5);
  ASSERT_OK_AND_ASSIGN(const VectorIndex first, VectorIndex::build(pointers(vectors), {10}));
  ASSERT_OK_AND_ASSIGN(const VectorIndex second, VectorIndex::build(pointers(vectors), {10}));
  for (std::size_t i = 0; i < 50; ++i) {
    EXPECT_EQ(places(*first.nearest(vectors[i], 20, Metric::kCosine)),
              places(*second.nearest(vectors[i], 20, Metric::kCosine)));
  }
}

TEST(VectorIndex, AStrictFilterOnTheGraphStillFindsWhatThereIs) {
  const Vectors vectors = clustered(3000, 16, 10, 5);
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors), {10}));
  const auto wanted = [](std::size_t i) { return i % 1000 == 7; };
  EXPECT_EQ(index.nearest(vectors[0], 10, Metric::kCosine, wanted)->size(), 3u);
}

TEST(VectorIndex, TheGraphKnowsEveryVectorByItself) {
  Vectors vectors = clustered(1000, 16, 10, 5);
  vectors[500].assign(16, 0);
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors), {10}));
  for (std::size_t i = 0; i < 500; ++i) EXPECT_EQ(index.nearest(vectors[i], 1, Metric::kCosine)->front().index, i);
}

}  // namespace
}  // namespace jaedan::recommender
