#include "recommender/map/principal_plane.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "recommender/map/symmetric_eigen.h"
#include "tests/recommender/map/made_vectors.h"

namespace jaedan::recommender::testing {
namespace {

/// A flat disc that lies askew in `length` dimensions: 3 wide along one direction, 1 along another, hardly thick.
std::vector<std::vector<float>> askew_disc(std::size_t count, std::size_t length) {
  std::mt19937_64 random(3);
  std::vector<std::vector<float>> made;
  for (std::size_t i = 0; i < count; ++i) {
    const float wide = around_zero(random, 3), narrow = around_zero(random, 1);
    std::vector<float> vector(length);
    for (float& number : vector) number = 5 + around_zero(random, 0.01);
    vector[0] += 0.6F * wide;
    vector[1] += -0.8F * wide;
    vector[2] += narrow;
    made.push_back(std::move(vector));
  }
  return made;
}

TEST(SymmetricEigen, GivesTheValuesOfAKnownMatrixGreatestFirst) {
  // Eigenvalues 3 and 1 along the diagonals, and 2.
  const EigenPairs found = eigen_of_symmetric({2, 0, 1, 0, 2, 0, 1, 0, 2}, 3);
  ASSERT_EQ(found.values.size(), 3U);
  EXPECT_NEAR(found.values[0], 3, 1e-12);
  EXPECT_NEAR(found.values[1], 2, 1e-12);
  EXPECT_NEAR(found.values[2], 1, 1e-12);
  EXPECT_NEAR(std::abs(found.vectors[0]), std::sqrt(0.5), 1e-12);
  EXPECT_NEAR(found.vectors[0], found.vectors[2], 1e-12);
}

TEST(SymmetricEigen, VectorsTimesValuesGiveTheMatrixBack) {
  constexpr std::size_t kSize = 40;
  std::mt19937_64 random(5);
  std::vector<double> matrix(kSize * kSize);
  for (std::size_t i = 0; i < kSize; ++i) {
    for (std::size_t j = i; j < kSize; ++j) matrix[i * kSize + j] = matrix[j * kSize + i] = around_zero(random, 1);
  }
  const EigenPairs found = eigen_of_symmetric(matrix, kSize);
  for (std::size_t i = 0; i < kSize; ++i) {
    for (std::size_t j = 0; j < kSize; ++j) {
      double made = 0;
      for (std::size_t k = 0; k < kSize; ++k) {
        made += found.values[k] * found.vectors[k * kSize + i] * found.vectors[k * kSize + j];
      }
      ASSERT_NEAR(made, matrix[i * kSize + j], 1e-10);
    }
  }
}

TEST(PrincipalPlane, LiesInTheDirectionsOfTheGreatestSpread) {
  const auto vectors = askew_disc(2000, 8);
  const auto plane = fit_principal_plane(pointers_to(vectors));
  ASSERT_TRUE(plane.ok());
  EXPECT_NEAR(plane->axes[0][0], -0.6, 0.01) << "the largest number of an axis is positive";
  EXPECT_NEAR(plane->axes[0][1], 0.8, 0.01);
  EXPECT_NEAR(plane->axes[1][2], 1, 0.01);
  EXPECT_NEAR(plane->explained[0], 0.9, 0.02);
  EXPECT_NEAR(plane->explained[1], 0.1, 0.02);
}

TEST(PrincipalPlane, IsNeverMirrored) {
  for (std::uint64_t seed = 1; seed < 12; ++seed) {
    const auto vectors = grouped_vectors(4, 6, 5, 0.8, seed);
    const auto plane = fit_principal_plane(pointers_to(vectors));
    ASSERT_TRUE(plane.ok());
    for (const std::vector<float>& axis : plane->axes) {
      const auto [least, most] = std::minmax_element(axis.begin(), axis.end());
      EXPECT_GT(*most, -*least) << seed;
    }
  }
}

TEST(PrincipalPlane, OldGarmentsStayWhereTheyAreWhenNewOnesAreProjected) {
  const auto vectors = askew_disc(50, 8);
  const auto plane = fit_principal_plane(pointers_to(vectors));
  ASSERT_TRUE(plane.ok());
  const auto before = project(*plane, pointers_to(vectors));
  auto more = vectors;
  more.push_back(std::vector<float>(8, 40));
  const auto after = project(*plane, pointers_to(more));
  ASSERT_TRUE(before.ok() && after.ok());
  ASSERT_EQ(after->size(), 51U);
  for (std::size_t i = 0; i < before->size(); ++i) EXPECT_EQ((*before)[i], (*after)[i]);
}

TEST(PrincipalPlane, ReconstructsWhatLiesInThePlane) {
  const auto vectors = askew_disc(500, 8);
  const auto plane = fit_principal_plane(pointers_to(vectors));
  ASSERT_TRUE(plane.ok());
  const auto points = project(*plane, pointers_to(vectors));
  ASSERT_TRUE(points.ok());
  const std::vector<float> again = reconstruct(*plane, (*points)[17]);
  for (std::size_t i = 0; i < 8; ++i) EXPECT_NEAR(again[i], vectors[17][i], 0.1);
}

TEST(PrincipalPlane, OfOneOrEqualVectorsEveryPointIsTheOrigin) {
  const std::vector<std::vector<float>> equal(3, {0.1F, 0.7F, -0.3F});
  const auto plane = fit_principal_plane(pointers_to(equal));
  ASSERT_TRUE(plane.ok());
  EXPECT_EQ(plane->explained[0], 0);
  const auto points = project(*plane, pointers_to(equal));
  ASSERT_TRUE(points.ok());
  EXPECT_EQ((*points)[2], Point{});
  const std::vector<std::vector<float>> one = {{1}};
  const auto line = fit_principal_plane(pointers_to(one));
  ASSERT_TRUE(line.ok()) << "a single number has no second axis";
  EXPECT_EQ(line->axes[1], std::vector<float>{0});
}

TEST(PrincipalPlane, RefusesNothingOtherLengthsAndWhatIsNotFinite) {
  EXPECT_EQ(fit_principal_plane({}).error().code, ErrorCode::kInvalidArgument);
  const std::vector<std::vector<float>> uneven = {{1, 2}, {1}};
  const auto refused = fit_principal_plane(pointers_to(uneven));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().text(), "vector 1 has 1 number, 2 are wanted");
  const std::vector<std::vector<float>> broken = {{1, std::numeric_limits<float>::quiet_NaN()}};
  EXPECT_EQ(fit_principal_plane(pointers_to(broken)).error().message.key, "map.not_finite");
  const std::vector<std::vector<float>> fine = {{1, 2}, {2, 1}};
  const auto plane = fit_principal_plane(pointers_to(fine));
  ASSERT_TRUE(plane.ok());
  EXPECT_FALSE(project(*plane, pointers_to(uneven)).ok());
  EXPECT_TRUE(project(*plane, {}).ok()) << "no new garments are no mistake";
}

}  // namespace
}  // namespace jaedan::recommender::testing
