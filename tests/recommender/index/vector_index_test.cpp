#include "recommender/index/vector_index.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>

#include "tests/recommender/index/drawn_vectors.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender {
namespace {

using testing::as_graph;
using testing::clustered;
using testing::ids_of;
using testing::pointers;
using testing::Vectors;
using Ids = std::vector<VectorId>;

TEST(VectorIndex, FindsTheNearestByEachMetric) {
  const Vectors vectors = {{1, 0}, {0.9f, 0.1f}, {10, 0.2f}, {0, 1}, {-1, 0}};
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors)));
  ASSERT_OK_AND_ASSIGN(const auto by_cosine, index.nearest({1, 0}, 3, Metric::kCosine));
  EXPECT_EQ(ids_of(by_cosine), (Ids{0, 2, 1}));
  EXPECT_DOUBLE_EQ(by_cosine[0].score, 1);
  ASSERT_OK_AND_ASSIGN(const auto by_distance, index.nearest({1, 0}, 3, Metric::kEuclidean));
  EXPECT_EQ(ids_of(by_distance), (Ids{0, 1, 3}));
}

TEST(VectorIndex, FindsTheBestCorrelationWhateverTheOffset) {
  const Vectors vectors = {{3, 2, 1}, {101, 102, 104}, {1, 1, 1}, {0.1f, 0.2f, 0.3f}};
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors)));
  ASSERT_OK_AND_ASSIGN(const auto found, index.nearest({1, 2, 3}, 4, Metric::kPearson));
  EXPECT_EQ(ids_of(found), (Ids{3, 1, 2, 0}));
  EXPECT_NEAR(found[0].score, 1, 1e-7);
  EXPECT_EQ(found[2].score, 0) << "all equal: no direction";
  EXPECT_NEAR(found[3].score, -1, 1e-7);
}

TEST(VectorIndex, EqualsComeById) {
  const Vectors vectors(20, std::vector<float>{0.6f, 0.8f});
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors)));
  for (const Metric metric : {Metric::kCosine, Metric::kEuclidean, Metric::kPearson}) {
    ASSERT_OK_AND_ASSIGN(const auto found, index.nearest({0.6f, 0.8f}, 5, metric));
    EXPECT_EQ(ids_of(found), (Ids{0, 1, 2, 3, 4}));
  }
}

TEST(VectorIndex, GivesAllWhenAskedForMoreAndNoneWhenAskedForNone) {
  const Vectors vectors = {{1, 0}, {0, 1}};
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors)));
  EXPECT_EQ(index.nearest({1, 0}, 1000, Metric::kCosine)->size(), 2u);
  EXPECT_TRUE(index.nearest({1, 0}, 0, Metric::kCosine)->empty());
  EXPECT_EQ(ids_of(*index.nearest({1, 0}, 5, Metric::kCosine, [](std::size_t i) { return i == 1; })), Ids{1});
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
  EXPECT_ERROR(VectorIndex::build(pointers({{1, 0}, {1e16f, 0}})), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(VectorIndex::create(1 << 20), ErrorCode::kInvalidArgument);
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
  EXPECT_EQ(ids_of(found), (Ids{1, 0, 2}));
  EXPECT_EQ(found[1].score, 0);
  ASSERT_OK_AND_ASSIGN(const auto of_zero, index.nearest({0, 0}, 3, Metric::kCosine));
  EXPECT_EQ(ids_of(of_zero), (Ids{0, 1, 2})) << "nothing is like a zero vector: by place";
}

/// The share of `truth` that is among `found`.
double recall(const std::vector<Neighbour>& found, const std::vector<Neighbour>& truth) {
  const Ids true_ids = ids_of(truth);
  const std::set<VectorId> true_set(true_ids.begin(), true_ids.end());
  double hits = 0;
  for (const Neighbour& neighbour : found) hits += static_cast<double>(true_set.count(neighbour.id));
  return truth.empty() ? 1 : hits / static_cast<double>(truth.size());
}

class LargeIndex : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    vectors_ = clustered(8000, 24, 40, 11);
    queries_ = clustered(60, 24, 40, 12);
    exact_ = std::make_unique<VectorIndex>(VectorIndex::build(pointers(vectors_)).value());
    graph_ = std::make_unique<VectorIndex>(VectorIndex::build(pointers(vectors_), as_graph(100)).value());
  }
  static void TearDownTestSuite() {
    exact_.reset();
    graph_.reset();
  }

  static inline Vectors vectors_;
  static inline Vectors queries_;
  static inline std::unique_ptr<VectorIndex> exact_;
  static inline std::unique_ptr<VectorIndex> graph_;
};

TEST_F(LargeIndex, TheGraphFindsNearlyAllTrueNeighbours) {
  EXPECT_TRUE(exact_->is_exact());
  EXPECT_FALSE(graph_->is_exact());
  for (const Metric metric : {Metric::kCosine, Metric::kEuclidean, Metric::kPearson}) {
    double sum = 0;
    for (const auto& query : queries_) {
      sum += recall(*graph_->nearest(query, 10, metric), *exact_->nearest(query, 10, metric));
    }
    EXPECT_GE(sum / double(queries_.size()), 0.95) << static_cast<int>(metric);
  }
}

TEST_F(LargeIndex, TheGraphScoresExactly) {
  const auto found = graph_->nearest(queries_[0], 5, Metric::kEuclidean).value();
  for (const Neighbour& neighbour : found) {
    EXPECT_EQ(neighbour.score, similarity(Metric::kEuclidean, queries_[0], vectors_[neighbour.id]));
  }
}

TEST_F(LargeIndex, AFilterOfAnyStrictnessFindsNearlyAllTrueNeighbours) {
  for (const std::size_t one_of : {2u, 10u, 100u, 1000u}) {
    const auto wanted = [&](VectorId id) { return id % one_of == 1; };
    Ids list;
    for (VectorId id = 0; id < vectors_.size(); ++id) {
      if (wanted(id)) list.push_back(id);
    }
    double by_test = 0;
    double by_list = 0;
    for (const auto& query : queries_) {
      const auto truth = exact_->nearest(query, 10, Metric::kCosine, wanted).value();
      ASSERT_EQ(truth.size(), std::min<std::size_t>(10, list.size()));
      EXPECT_EQ(ids_of(*exact_->nearest_among(query, 10, Metric::kCosine, list)), ids_of(truth));
      by_test += recall(*graph_->nearest(query, 10, Metric::kCosine, wanted), truth);
      by_list += recall(*graph_->nearest_among(query, 10, Metric::kCosine, list), truth);
    }
    EXPECT_GE(by_test / double(queries_.size()), 0.95) << "one of " << one_of;
    EXPECT_GE(by_list / double(queries_.size()), 0.95) << "one of " << one_of;
  }
}

TEST_F(LargeIndex, AFilterFarFromTheQueryFindsWhatThereIs) {
  // 40 kinds: all wanted ones are of another kind than the query, which no proposal near it is.
  Ids other_kind;
  for (VectorId id = 1; id < vectors_.size(); id += 40) other_kind.push_back(id);
  const auto found = graph_->nearest_among(queries_[0], 10, Metric::kCosine, other_kind).value();
  EXPECT_EQ(ids_of(found), ids_of(*exact_->nearest_among(queries_[0], 10, Metric::kCosine, other_kind)));
}

TEST_F(LargeIndex, TheGraphGivesTheSameAnswersEveryTimeItIsBuilt) {
  ASSERT_OK_AND_ASSIGN(const VectorIndex again, VectorIndex::build(pointers(vectors_), as_graph(100)));
  for (const auto& query : queries_) {
    EXPECT_EQ(ids_of(*again.nearest(query, 20, Metric::kCosine)), ids_of(*graph_->nearest(query, 20, Metric::kCosine)));
  }
}

TEST_F(LargeIndex, TheGraphKnowsNearlyEveryVectorByItself) {
  int known = 0;
  for (std::size_t i = 0; i < 500; ++i) known += graph_->nearest(vectors_[i], 1, Metric::kCosine)->front().id == i;
  EXPECT_GE(known, 498);
}

TEST(VectorIndex, AGraphMayHoldVectorsWithoutDirectionAndOfAnyLength) {
  Vectors vectors = clustered(1000, 16, 10, 5);
  vectors[500].assign(16, 0);
  for (float& x : vectors[501]) x *= 1e14f;
  for (float& x : vectors[502]) x *= 1e-30f;
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers(vectors), as_graph(20)));
  EXPECT_EQ(index.nearest(vectors[501], 1, Metric::kCosine)->front().id, 501u);
  EXPECT_EQ(index.nearest(vectors[500], 3, Metric::kCosine)->size(), 3u);
}

TEST(VectorIndex, WantedIdsMustAscend) {
  ASSERT_OK_AND_ASSIGN(const VectorIndex index, VectorIndex::build(pointers({{1, 0}, {0, 1}})));
  EXPECT_ERROR(index.nearest_among({1, 0}, 1, Metric::kCosine, {1, 0}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(index.nearest_among({1, 0}, 1, Metric::kCosine, {1, 1}), ErrorCode::kInvalidArgument);
  EXPECT_EQ(ids_of(*index.nearest_among({1, 0}, 5, Metric::kCosine, {1, 7})), Ids{1}) << "nobody knows 7";
  EXPECT_TRUE(index.nearest_among({1, 0}, 5, Metric::kCosine, {})->empty()) << "none is wanted";
}

}  // namespace
}  // namespace jaedan::recommender
