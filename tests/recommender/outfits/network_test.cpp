#include "recommender/outfits/network.h"

#include <gtest/gtest.h>

#include <cmath>

#include "recommender/outfits/dice.h"

namespace jaedan::recommender::outfits {
namespace {

Network small_network(bool direct) {
  Network network;
  network.shape = {5, 3, 4, direct, 3, 2};
  network.values.resize(network.shape.size());
  Dice dice(7);
  for (float& value : network.values) value = static_cast<float>(dice.normal(0.7));
  return network;
}

/// What the errors weigh: a number whose derivatives run_back has to give.
double weighed(const Network& network, const std::vector<Word>& context, const std::vector<float>& kept,
               const std::vector<float>& weights) {
  Activations ran;
  run(network, context, kept, ran);
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += static_cast<double>(weights[i]) * ran.word_scores[i];
  return sum;
}

void expect_slope(double measured, float given, std::size_t at) {
  EXPECT_NEAR(measured, given, 2e-3 * (1 + std::abs(measured))) << "value " << at;
}

TEST(Network, ItsGradientIsWhatSmallStepsMeasure) {
  const std::vector<Word> context = {1, 4, 4};
  const std::vector<float> kept = {2, 0, 2, 2};
  const std::vector<float> weights = {0.3F, -1, 0.5F, 0.2F, 0.7F};
  for (const bool direct : {false, true}) {
    Network network = small_network(direct);
    Activations ran;
    run(network, context, kept, ran);
    std::vector<float> gradient(network.shape.size(), 0.0F);
    run_back(network, context, kept, ran, weights, gradient);
    for (std::size_t i = 0; i < network.values.size(); ++i) {
      const float before = network.values[i];
      constexpr float kStep = 1e-3F;
      network.values[i] = before + kStep;
      const double above = weighed(network, context, kept, weights);
      network.values[i] = before - kStep;
      const double below = weighed(network, context, kept, weights);
      network.values[i] = before;
      expect_slope((above - below) / (2 * kStep), gradient[i], i);
    }
  }
}

TEST(Network, TheGradientOfTwoVectorsIsWhatSmallStepsMeasure) {
  Network network = small_network(true);
  const std::vector<float> a = {0.5F, -1, 0.25F};
  const std::vector<float> b = {1, 0.5F, -0.75F};
  for (const Word beside : {Word{2}, Word{0}}) {
    std::vector<float> gradient(network.shape.size(), 0.0F);
    vector_score_back(network, 0, a.data(), beside, b.data(), 0.8F, gradient);
    for (std::size_t i = network.shape.projections(); i < network.shape.bias(); ++i) {
      const float before = network.values[i];
      constexpr float kStep = 1e-3F;
      network.values[i] = before + kStep;
      const double above = vector_score(network, 0, a.data(), beside, b.data());
      network.values[i] = before - kStep;
      const double below = vector_score(network, 0, a.data(), beside, b.data());
      network.values[i] = before;
      expect_slope(0.8 * (above - below) / (2 * kStep), gradient[i], i);
    }
  }
}

TEST(Network, TwoVectorsGoTogetherTheSameFromBothSides) {
  const Network network = small_network(true);
  const std::vector<float> a = {0.5F, -1, 0.25F};
  const std::vector<float> b = {1, 0.5F, -0.75F};
  EXPECT_DOUBLE_EQ(vector_score(network, 0, a.data(), 2, b.data()), vector_score(network, 2, b.data(), 0, a.data()));
}

TEST(Network, WithoutContextEveryWordScoresItsBias) {
  const Network network = small_network(true);
  Activations ran;
  run(network, {}, {}, ran);
  for (std::size_t i = 0; i < network.shape.words; ++i) {
    EXPECT_EQ(ran.word_scores[i], network.values[network.shape.bias() + i]);
  }
}

// Minus x², from 3: the steps find the middle.
TEST(AdamW, FindsTheLowestPlaceAndLetsDecayingValuesShrink) {
  std::vector<float> values = {3, 3};
  std::vector<float> gradient(2, 0.0F);
  AdamW optimizer(2, 0.5, 1);
  for (int i = 0; i < 500; ++i) {
    gradient[1] = 2 * values[1];
    optimizer.step(values, gradient, 0.05);
  }
  EXPECT_NEAR(values[1], 0, 0.01);
  EXPECT_NEAR(values[0], 3 * std::pow(1 - 0.05 * 0.5, 500), 1e-4) << "no gradient: it decays alone";
  EXPECT_EQ(gradient[1], 0);
}

}  // namespace
}  // namespace jaedan::recommender::outfits
