// Vectors come, change and go.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>

#include "recommender/index/vector_index.h"
#include "tests/recommender/index/drawn_vectors.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender {
namespace {

using testing::as_graph;
using testing::clustered;
using testing::ids_of;
using testing::Vectors;
using Ids = std::vector<VectorId>;

class ChangingIndex : public ::testing::TestWithParam<bool> {
 protected:
  /// A list or a graph without vectors.
  static VectorIndex empty(std::size_t dimension) {
    return VectorIndex::create(dimension, GetParam() ? as_graph() : IndexOptions()).value();
  }
};
INSTANTIATE_TEST_SUITE_P(ListAndGraph, ChangingIndex, ::testing::Bool(),
                         [](const auto& kind) { return kind.param ? "Graph" : "List"; });

TEST_P(ChangingIndex, KnowsVectorsByTheIdsThatTheyWereGiven) {
  VectorIndex index = empty(2);
  EXPECT_EQ(index.is_exact(), !GetParam());
  const VectorId largest = std::numeric_limits<VectorId>::max();
  ASSERT_OK(index.add(largest, {1, 0}));
  ASSERT_OK(index.add(0, {0, 1}));
  EXPECT_EQ(index.size(), 2u);
  EXPECT_TRUE(index.contains(largest));
  EXPECT_FALSE(index.contains(1));
  EXPECT_EQ(ids_of(*index.nearest({1, 0.1f}, 5, Metric::kCosine)), (Ids{largest, 0}));
  EXPECT_EQ(*index.vector_of(0), (std::vector<float>{0, 1}));
  EXPECT_EQ(index.ids(), (Ids{0, largest}));
}

TEST_P(ChangingIndex, EqualsComeByIdInWhateverOrderTheyWereAdded) {
  VectorIndex index = empty(2);
  for (const VectorId id : {9, 3, 7, 1}) ASSERT_OK(index.add(id, {1, 0}));
  EXPECT_EQ(ids_of(*index.nearest({1, 0}, 3, Metric::kCosine)), (Ids{1, 3, 7}));
}

TEST_P(ChangingIndex, WhatIsRemovedIsNeverFoundAndWhatIsReplacedIsFoundAnew) {
  VectorIndex index = empty(2);
  for (VectorId id = 0; id < 5; ++id) ASSERT_OK(index.add(id, {1, static_cast<float>(id) * 0.1f}));
  ASSERT_OK(index.remove(0));
  ASSERT_OK(index.replace(4, {1, 0.01f}));
  EXPECT_EQ(ids_of(*index.nearest({1, 0}, 5, Metric::kCosine)), (Ids{4, 1, 2, 3}));
  EXPECT_EQ(ids_of(*index.nearest_among({1, 0}, 5, Metric::kCosine, {0, 3, 4})), (Ids{4, 3}));
  EXPECT_FALSE(index.contains(0));
  ASSERT_OK(index.add(0, {1, 0.15f}));
  EXPECT_EQ(ids_of(*index.nearest({1, 0}, 5, Metric::kEuclidean)), (Ids{4, 1, 0, 2, 3}));
}

TEST_P(ChangingIndex, RefusesWhatMakesNoSenseAndStaysAsItWas) {
  VectorIndex index = empty(2);
  ASSERT_OK(index.add(5, {1, 0}));
  EXPECT_ERROR(index.add(5, {0, 1}), ErrorCode::kConflict);
  EXPECT_ERROR(index.add(6, {0, 1, 0}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(index.add(6, {0, std::numeric_limits<float>::quiet_NaN()}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(index.replace(6, {0, 1}), ErrorCode::kNotFound);
  EXPECT_ERROR(index.replace(5, {0}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(index.remove(6), ErrorCode::kNotFound);
  EXPECT_ERROR(index.vector_of(6), ErrorCode::kNotFound);
  EXPECT_EQ(*index.vector_of(5), (std::vector<float>{1, 0}));
  EXPECT_EQ(index.size(), 1u);
}

TEST_P(ChangingIndex, EmptiedItStartsAgain) {
  VectorIndex index = empty(8);
  const Vectors vectors = clustered(1500, 8, 5, 3);
  for (VectorId id = 0; id < vectors.size(); ++id) ASSERT_OK(index.add(id, vectors[id]));
  for (VectorId id = 0; id < vectors.size(); ++id) ASSERT_OK(index.remove(id));
  EXPECT_EQ(index.size(), 0u);
  EXPECT_TRUE(index.nearest(vectors[0], 5, Metric::kCosine)->empty());
  for (VectorId id = 0; id < vectors.size(); ++id) ASSERT_OK(index.add(id + 10000, vectors[id]));
  EXPECT_EQ(index.nearest(vectors[7], 1, Metric::kCosine)->front().id, 10007u);
}

TEST(ChangingGraph, FindsNearlyAllTrueNeighboursAfterHalfOfItCameAndWent) {
  const Vectors first = clustered(6000, 24, 30, 1);
  const Vectors second = clustered(6000, 24, 30, 2);
  IndexOptions options = as_graph(100);
  VectorIndex graph = VectorIndex::create(24, options).value();
  VectorIndex exact = VectorIndex::create(24).value();
  const auto both = [&](const auto& change) {
    ASSERT_OK(change(graph));
    ASSERT_OK(change(exact));
  };
  for (VectorId id = 0; id < first.size(); ++id) both([&](VectorIndex& index) { return index.add(id, first[id]); });
  for (VectorId id = 0; id < first.size(); id += 2) {
    both([&](VectorIndex& index) { return index.remove(id); });
    if (id % 4 == 0) both([&](VectorIndex& index) { return index.add(id + 10000, second[id]); });
    if (id % 3 == 0) both([&](VectorIndex& index) { return index.replace(id + 1, second[id + 1]); });
  }
  EXPECT_EQ(graph.ids(), exact.ids());
  std::size_t hits = 0;
  const Vectors queries = clustered(100, 24, 30, 9);
  for (const auto& query : queries) {
    const Ids truth = ids_of(*exact.nearest(query, 10, Metric::kCosine));
    const std::set<VectorId> true_ids(truth.begin(), truth.end());
    for (const VectorId id : ids_of(*graph.nearest(query, 10, Metric::kCosine))) hits += true_ids.count(id);
  }
  EXPECT_GE(static_cast<double>(hits) / 1000, 0.95);
}

TEST(ChangingGraph, AnExactIndexThatGrewBecomesAGraphWhenAsked) {
  const Vectors vectors = clustered(2000, 16, 10, 5);
  IndexOptions options;
  options.exact_up_to = 1000;
  options.breadth = 40;
  VectorIndex index = VectorIndex::create(16, options).value();
  for (VectorId id = 0; id < 1000; ++id) ASSERT_OK(index.add(id, vectors[id]));
  EXPECT_FALSE(index.outgrows_exact());
  for (VectorId id = 1000; id < 2000; ++id) ASSERT_OK(index.add(id, vectors[id]));
  EXPECT_TRUE(index.outgrows_exact());
  EXPECT_TRUE(index.is_exact()) << "nobody has to wait for a graph";
  ASSERT_OK(index.remove(17));
  const auto before = index.nearest(vectors[3], 10, Metric::kCosine).value();

  EXPECT_ERROR(index.build_graph([](std::size_t done, std::size_t) { return done < 500; }), ErrorCode::kCancelled);
  EXPECT_TRUE(index.is_exact());
  ASSERT_OK(index.build_graph());
  EXPECT_FALSE(index.is_exact());
  EXPECT_FALSE(index.outgrows_exact());
  EXPECT_FALSE(index.contains(17));
  const auto after = index.nearest(vectors[3], 10, Metric::kCosine).value();
  EXPECT_EQ(ids_of(after), ids_of(before));
  EXPECT_EQ(after[9].score, before[9].score);
  ASSERT_OK(index.add(17, vectors[17]));
  EXPECT_EQ(index.nearest(vectors[17], 1, Metric::kCosine)->front().id, 17u);
}

}  // namespace
}  // namespace jaedan::recommender
