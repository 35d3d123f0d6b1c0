#include "recommender/view.h"

#include <gtest/gtest.h>

#include "tests/recommender/item_builder.h"

namespace jaedan::recommender {
namespace {

TEST(View, IsKnownByItsName) {
  EXPECT_EQ(view_from_name("fused"), View::kFused);
  EXPECT_EQ(view_from_name("pearson"), View::kPearson);
  EXPECT_EQ(view_from_name("taxicab"), std::nullopt);
}

TEST(View, HistogramsAreComparedByWhatTheyShare) {
  EXPECT_NEAR(histogram_likeness({2, 2}, {1, 1}), 1, 1e-9) << "a larger garment of the same colours";
  EXPECT_DOUBLE_EQ(histogram_likeness({1, 0}, {0, 1}), 0);
  EXPECT_NEAR(histogram_likeness({0.8F, 0.6F}, {1, 0}), 0.8, 1e-6);
  EXPECT_EQ(histogram_likeness({0, 0}, {1, 1}), 0);
  EXPECT_EQ(histogram_likeness({}, {1, 1}), 0);
}

TEST(View, OneClusterIsNearerThanAnyOther) {
  Item a = testing::item(1, 1, Part::kTop, {1, 0}), b = a, c = a;
  a.cluster = 3, b.cluster = 3, c.cluster = 4;
  EXPECT_GT(cluster_likeness(a, b, -0.9), cluster_likeness(a, c, 0.9));
  EXPECT_GT(cluster_likeness(a, b, 0.5), cluster_likeness(a, b, 0.4));
  EXPECT_DOUBLE_EQ(likeness_of(View::kCluster, a, b), 1);
  b.cluster.reset(), c.cluster.reset();
  EXPECT_LE(likeness_of(View::kCluster, b, c), 0.5) << "to be in none is nothing in common";
}

}  // namespace
}  // namespace jaedan::recommender
