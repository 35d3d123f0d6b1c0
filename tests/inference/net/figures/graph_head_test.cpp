#include "inference/net/figures/graph_head.h"

#include <gtest/gtest.h>

#include "inference/garments/part_set.h"
#include "inference/net/figures/figure_network.h"
#include "inference/net/weights.h"

namespace jaedan::inference {
namespace {

constexpr int64_t kIn = 5, kValues = 3;

GraphHead some_head() {
  torch::manual_seed(7);
  return GraphHead(kIn, kValues);
}

torch::Tensor some_input() {
  torch::manual_seed(3);
  return torch::randn({4, kIn});
}

/// As if it had learnt: a fresh one says nothing.
void decide(const GraphHead& head) {
  torch::NoGradGuard no_grad;
  state_of(*head).at("second.weight").normal_();
}

TEST(GraphHead, AFreshOneIsUndecidedAndLearns) {
  GraphHead head = some_head();
  const torch::Tensor answers = head->forward(some_input());
  EXPECT_EQ(answers.sizes(), (at::IntArrayRef{4, kValues}));
  EXPECT_EQ(answers.count_nonzero().item<int64_t>(), 0);
  answers.select(1, 0).sum().backward();
  EXPECT_GT(state_of(*head).at("second.weight").grad().abs().sum().item<double>(), 0);
  EXPECT_EQ(state_of(*head).at("offset").grad().count_nonzero().item<int64_t>(), 1);
}

TEST(GraphHead, IsNoGraphUntilItsRelationsAreSet) {
  torch::NoGradGuard no_grad;
  GraphHead head = some_head();
  decide(head);
  const torch::Tensor before = head->forward(some_input());
  state_of(*head).at("values")[2].zero_();
  const torch::Tensor after = head->forward(some_input());
  EXPECT_TRUE(before.slice(1, 0, 2).allclose(after.slice(1, 0, 2)));
  EXPECT_EQ(after.select(1, 2).count_nonzero().item<int64_t>(), 0) << "of nothing comes nothing";
}

TEST(GraphHead, AValueTakesOfThoseThatItIsSaidWith) {
  torch::NoGradGuard no_grad;
  GraphHead head = some_head();
  decide(head);
  state_of(*head).at(kRelations).copy_(torch::tensor({{0.8F, 0.2F, 0.0F}, {0.2F, 0.8F, 0.0F}, {0.0F, 0.0F, 1.0F}}));
  const torch::Tensor before = head->forward(some_input());
  state_of(*head).at("values")[1].zero_();
  const torch::Tensor after = head->forward(some_input());
  EXPECT_FALSE(before.select(1, 0).allclose(after.select(1, 0)));
  EXPECT_TRUE(before.select(1, 2).allclose(after.select(1, 2)));
}

TEST(GraphHead, KeepsItsRelationsInTheWeightsAndLearnsThemNot) {
  GraphHead head = some_head(), other = some_head();
  EXPECT_FALSE(head->named_parameters().contains(kRelations));
  state_of(*head).at(kRelations).fill_(1.0 / 3);
  TensorFile file;
  collect(file, "", state_of(*head), TensorType::kF32);
  ASSERT_TRUE(restore(file, "", state_of(*other), "x").ok());
  EXPECT_TRUE(state_of(*other).at(kRelations).equal(state_of(*head).at(kRelations)));
}

TEST(FigureNetwork, HasAGraphWhereAHeadAsksForIt) {
  torch::NoGradGuard no_grad;
  HeadSpec detail{"detail", {{"belt", {}}, {"zipper", {}}, {"frill", {}}}, true};
  HeadSpec style{"style", {{"street", {}}, {"punk", {}}}, true, HeadScope::kPhoto};
  detail.graph = style.graph = true;
  FigureNetwork network(true, std::vector<HeadSpec>{category_head_of({"shirt"}), detail, style});
  network->eval();
  const auto state = state_of(*network);
  EXPECT_EQ(state.count(figure_layer_of(category_head()) + "." + kRelations), 0U);
  EXPECT_TRUE(state.at(figure_layer_of(detail) + "." + kRelations).equal(torch::eye(3)));
  EXPECT_TRUE(state.at(figure_layer_of(style) + "." + kRelations).equal(torch::eye(2)));

  const FigureView view = network->look(torch::rand({2, 3, 96, 64}) * 2 - 1);
  EXPECT_TRUE(view.photo[2].equal(torch::zeros({2, 2})));
  AskedGarments garments;
  garments.masks = torch::ones({3, 1, 24, 16});
  garments.figure = torch::tensor({0, 1, 1}, at::kLong);
  garments.parts = torch::eye(kPartCount).slice(0, 0, 3).clone();
  garments.known = torch::zeros({3, network->known_values()});
  EXPECT_TRUE(network->label(view, garments)[1].equal(torch::zeros({3, 3})));
}

}  // namespace
}  // namespace jaedan::inference
