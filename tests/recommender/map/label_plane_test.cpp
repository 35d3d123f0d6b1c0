#include "recommender/map/label_plane.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/recommender/map/made_vectors.h"

namespace jaedan::recommender::testing {
namespace {

/// Garments of `kinds` kinds, each with certain labels of its own and a little doubt: more than two numbers of
/// principal components can tell apart.
std::vector<std::vector<float>> kinds_of_labels(std::size_t kinds, std::size_t each) {
  return grouped_vectors(kinds, each, kinds, 0.03);
}

LabelPlaneOptions quick() {
  LabelPlaneOptions options;
  options.hidden = 24;
  options.rounds = 60;
  return options;
}

TEST(DenseLayer, GradientsAreThoseThatSmallStepsGive) {
  std::mt19937_64 random(1);
  DenseLayer layer = random_layer(3, 2, random);
  const std::vector<float> from = {0.5F, -1, 2, 0, 0.3F, 0.7F};
  const std::vector<float> weight_of_output = {1, -2, 0.5F, 3};  // the loss is their sum with the output
  const auto loss = [&](const DenseLayer& of, const std::vector<float>& input) {
    std::vector<float> to(4);
    of.apply(input.data(), to.data(), 2);
    double sum = 0;
    for (std::size_t i = 0; i < 4; ++i) sum += to[i] * weight_of_output[i];
    return sum;
  };
  std::vector<float> back;
  DenseLayer learned = layer;
  DenseTrainer trainer(learned);
  trainer.backward(from.data(), weight_of_output.data(), 2, &back);
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::vector<float> moved = from;
    moved[i] += 0.01F;
    EXPECT_NEAR(back[i], (loss(layer, moved) - loss(layer, from)) / 0.01, 1e-3) << i;
  }
  const double before = loss(learned, from);
  trainer.step(0.01);
  // Adam's first step moves every number by the rate, against its gradient's sign.
  for (std::size_t i = 0; i < layer.weights.size(); ++i) {
    DenseLayer moved = layer;
    moved.weights[i] += 0.01F;
    const double slope = loss(moved, from) - before;
    EXPECT_NEAR(learned.weights[i] - layer.weights[i], slope > 0 ? -0.01 : 0.01, 1e-5) << i;
  }
  EXPECT_LT(loss(learned, from), before);
}

TEST(LabelPlane, TellsMoreThanTwoPrincipalComponents) {
  const auto vectors = kinds_of_labels(8, 60);
  const auto plane = fit_label_plane(pointers_to(vectors), quick());
  ASSERT_TRUE(plane.ok());
  EXPECT_EQ(plane->error.garments, 48U);
  EXPECT_LT(plane->error.plane, 0.6 * plane->error.principal);
  EXPECT_LT(plane->error.principal, plane->error.mean);
}

TEST(LabelPlane, OfManyLabelsDoesNotStayThePrincipalPlane) {
  // Each garment answers one of twelve values with certainty, beside many that are all unsaid.
  std::vector<std::vector<float>> vectors;
  for (std::size_t i = 0; i < 360; ++i) {
    std::vector<float> shares(160, 1.0F / 40);
    std::fill_n(shares.begin(), 12, 0.0F);
    shares[i % 12] = 1;
    vectors.push_back(std::move(shares));
  }
  LabelPlaneOptions options;
  options.rounds = 60;
  const auto plane = fit_label_plane(pointers_to(vectors), options);
  ASSERT_TRUE(plane.ok());
  EXPECT_LT(plane->error.plane, 0.8 * plane->error.principal);
}

TEST(LabelPlane, PutsGarmentsOfOneKindTogether) {
  const auto vectors = kinds_of_labels(6, 50);
  const auto plane = fit_label_plane(pointers_to(vectors), quick());
  ASSERT_TRUE(plane.ok());
  const auto points = project(*plane, pointers_to(vectors));
  ASSERT_TRUE(points.ok());
  int with_own = 0;
  for (std::size_t i = 0; i < points->size(); ++i) {
    std::size_t nearest = i == 0 ? 1 : 0;
    for (std::size_t j = 0; j < points->size(); ++j) {
      if (j != i && distance((*points)[i], (*points)[j]) < distance((*points)[i], (*points)[nearest])) nearest = j;
    }
    with_own += i / 50 == nearest / 50;
  }
  EXPECT_GT(with_own, 270) << "of 300; by chance 50";
}

TEST(LabelPlane, IsTheSameFromTheSameSeedAndKeepsOldGarmentsInPlace) {
  const auto vectors = kinds_of_labels(4, 30);
  LabelPlaneOptions options = quick();
  options.rounds = 3;
  const auto first = fit_label_plane(pointers_to(vectors), options);
  const auto second = fit_label_plane(pointers_to(vectors), options);
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->narrow.weights, second->narrow.weights);
  const auto all = project(*first, pointers_to(vectors));
  const auto alone = project(*second, {&vectors[77]});
  ASSERT_TRUE(all.ok() && alone.ok());
  EXPECT_EQ((*all)[77], (*alone)[0]);
}

TEST(LabelPlane, OfOneGarmentSaysThatNothingWasHeldOut) {
  const std::vector<std::vector<float>> one = {{0, 1, 0}};
  const auto plane = fit_label_plane(pointers_to(one), quick());
  ASSERT_TRUE(plane.ok());
  EXPECT_EQ(plane->error.garments, 0U);
  const auto points = project(*plane, pointers_to(one));
  ASSERT_TRUE(points.ok());
  EXPECT_TRUE(std::isfinite((*points)[0].x));
}

TEST(LabelPlane, LearnsFromASampleOfMany) {
  const auto vectors = kinds_of_labels(4, 100);
  LabelPlaneOptions options = quick();
  options.most_learned = 50;
  const auto plane = fit_label_plane(pointers_to(vectors), options);
  ASSERT_TRUE(plane.ok());
  EXPECT_EQ(plane->error.garments, 5U);
}

TEST(LabelPlane, StopsWhenAskedTo) {
  const auto vectors = kinds_of_labels(4, 30);
  LabelPlaneOptions options = quick();
  int asked = 0;
  options.go_on = [&](double done) {
    EXPECT_NEAR(done, (asked + 1) / 60.0, 1e-9);
    return ++asked < 3;
  };
  EXPECT_EQ(fit_label_plane(pointers_to(vectors), options).error().code, ErrorCode::kCancelled);
  EXPECT_EQ(asked, 3);
}

TEST(LabelPlane, RefusesWhatCannotBeLearned) {
  EXPECT_EQ(fit_label_plane({}).error().message.key, "map.no_vectors");
  const auto vectors = kinds_of_labels(2, 5);
  LabelPlaneOptions options;
  options.held_out = 1;
  EXPECT_EQ(fit_label_plane(pointers_to(vectors), options).error().message.key, "map.no_learning");
  options = {};
  options.batch = 0;
  EXPECT_FALSE(fit_label_plane(pointers_to(vectors), options).ok());
}

}  // namespace
}  // namespace jaedan::recommender::testing
