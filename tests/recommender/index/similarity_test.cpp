#include "recommender/index/similarity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace jaedan::recommender {
namespace {

using Vector = std::vector<float>;

TEST(Similarity, CosineIsTheCosineOfTheAngle) {
  EXPECT_DOUBLE_EQ(similarity(Metric::kCosine, Vector{1, 0}, Vector{5, 0}), 1);
  EXPECT_DOUBLE_EQ(similarity(Metric::kCosine, Vector{1, 0}, Vector{0, 2}), 0);
  EXPECT_DOUBLE_EQ(similarity(Metric::kCosine, Vector{1, 0}, Vector{-3, 0}), -1);
  EXPECT_DOUBLE_EQ(similarity(Metric::kCosine, Vector{3, 4}, Vector{4, 3}), 24.0 / 25);
}

TEST(Similarity, EuclideanFallsWithTheDistance) {
  EXPECT_DOUBLE_EQ(similarity(Metric::kEuclidean, Vector{1, 2}, Vector{1, 2}), 1);
  EXPECT_DOUBLE_EQ(similarity(Metric::kEuclidean, Vector{0, 0}, Vector{3, 4}), 1.0 / 6);
}

TEST(Similarity, PearsonIsTheCorrelation) {
  EXPECT_DOUBLE_EQ(similarity(Metric::kPearson, Vector{1, 2, 3}, Vector{10, 20, 30}), 1);
  EXPECT_DOUBLE_EQ(similarity(Metric::kPearson, Vector{1, 2, 3}, Vector{101, 102, 103}), 1);
  EXPECT_DOUBLE_EQ(similarity(Metric::kPearson, Vector{1, 2, 3}, Vector{3, 2, 1}), -1);
  // (1,2,3,4) and (1,3,2,5): covariance 5.5, squared deviations 5 and 8.75.
  EXPECT_DOUBLE_EQ(similarity(Metric::kPearson, Vector{1, 2, 3, 4}, Vector{1, 3, 2, 5}), 5.5 / std::sqrt(5 * 8.75));
}

TEST(Similarity, AVectorWithoutDirectionIsLikeNothing) {
  const Vector zero{0, 0, 0};
  EXPECT_EQ(similarity(Metric::kCosine, zero, Vector{1, 2, 3}), 0);
  EXPECT_EQ(similarity(Metric::kCosine, zero, zero), 0);
  EXPECT_EQ(similarity(Metric::kPearson, Vector{0.1f, 0.1f, 0.1f}, Vector{1, 2, 3}), 0);
  EXPECT_EQ(similarity(Metric::kPearson, zero, zero), 0);
  EXPECT_EQ(similarity(Metric::kEuclidean, zero, zero), 1);
  EXPECT_EQ(similarity(Metric::kCosine, Vector{}, Vector{}), 0);
}

TEST(Similarity, LongVectorsAgreeWithThePlainFormula) {
  std::mt19937 random(3);
  std::normal_distribution<float> normal;
  for (const std::size_t length : {7u, 8u, 9u, 127u, 512u}) {
    Vector a(length);
    Vector b(length);
    double dot = 0, aa = 0, bb = 0, squared = 0;
    for (std::size_t i = 0; i < length; ++i) {
      a[i] = normal(random);
      b[i] = normal(random);
      dot += double(a[i]) * b[i];
      aa += double(a[i]) * a[i];
      bb += double(b[i]) * b[i];
      squared += (double(a[i]) - b[i]) * (double(a[i]) - b[i]);
    }
    EXPECT_NEAR(similarity(Metric::kCosine, a, b), dot / std::sqrt(aa * bb), 1e-12);
    EXPECT_NEAR(similarity(Metric::kEuclidean, a, b), 1 / (1 + std::sqrt(squared)), 1e-12);
  }
}

TEST(Similarity, MetricsHaveNames) {
  EXPECT_EQ(metric_from_name("cosine"), Metric::kCosine);
  EXPECT_EQ(metric_from_name("euclidean"), Metric::kEuclidean);
  EXPECT_EQ(metric_from_name("pearson"), Metric::kPearson);
  EXPECT_FALSE(metric_from_name("Cosine").has_value());
}

}  // namespace
}  // namespace jaedan::recommender
