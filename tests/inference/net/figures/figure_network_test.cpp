#include "inference/net/figures/figure_network.h"

#include <gtest/gtest.h>

#include "inference/garments/body.h"
#include "inference/garments/part_set.h"
#include "inference/net/half_precision.h"
#include "inference/net/losses.h"

namespace jaedan::inference {
namespace {

const std::vector<HeadSpec>& some_heads() {
  static const std::vector<HeadSpec> kHeads = {category_head_of({"shirt", "jeans"}),
                                               {"detail", {{"belt", {}}, {"zipper", {}}, {"frill", {}}}, true},
                                               {"gender", {{"women", {}}, {"men", {}}}, false, HeadScope::kPhoto}};
  return kHeads;
}

FigureNetwork some_network() {
  torch::manual_seed(7);
  FigureNetwork network(true, some_heads());
  network->eval();
  return network;
}

torch::Tensor some_figures(int64_t count) {
  torch::manual_seed(3);
  return torch::rand({count, 3, 96, 64}) * 2 - 1;
}

AskedGarments some_garments(const FigureNetwork& network) {
  AskedGarments garments;
  garments.masks = torch::zeros({3, 1, 24, 16});
  garments.masks.slice(2, 4, 12).slice(3, 4, 12).fill_(1);
  garments.figure = torch::tensor({0, 1, 1}, at::kLong);
  garments.parts = torch::eye(kPartCount).slice(0, 0, 3).clone();
  garments.known = torch::zeros({3, network->known_values()});
  return garments;
}

TEST(FigureNetwork, SaysEverythingOfAFigureInOneLook) {
  torch::NoGradGuard no_grad;
  const FigureNetwork network = some_network();
  EXPECT_FALSE(network->has_learnt());
  EXPECT_EQ(network->known_values(), 5);
  FigureNetwork asked = network;
  const FigureView view = asked->look(some_figures(2));
  EXPECT_EQ(view.sets.sizes(), (at::IntArrayRef{2, kPartSetCount}));
  EXPECT_EQ(view.body.sizes(), (at::IntArrayRef{2, kBodyPartCount, 6, 4}));
  EXPECT_EQ(view.key_points.sizes(), (at::IntArrayRef{2, kKeyPointCount, 6 * 4 + 1}));
  EXPECT_FALSE(view.photo[0].defined());
  EXPECT_EQ(view.photo[2].sizes(), (at::IntArrayRef{2, 2}));
  const std::vector<torch::Tensor> labels = asked->label(view, some_garments(network));
  EXPECT_EQ(labels[0].sizes(), (at::IntArrayRef{3, 2}));
  EXPECT_EQ(labels[1].sizes(), (at::IntArrayRef{3, 3}));
  EXPECT_FALSE(labels[2].defined());
}

TEST(FigureNetwork, AnEmptyMaskAndAMaskOfTwoPixelsAreAnswered) {
  torch::NoGradGuard no_grad;
  FigureNetwork network = some_network();
  const FigureView view = network->look(some_figures(2));
  AskedGarments garments = some_garments(network);
  garments.masks[0].zero_();
  garments.masks[1].zero_();
  garments.masks[1][0][3].slice(0, 2, 4).fill_(1);
  for (const torch::Tensor& labels : network->label(view, garments)) {
    if (!labels.defined()) continue;
    EXPECT_TRUE(labels.isfinite().all().item<bool>());
  }
}

TEST(FigureNetwork, WhatIsKnownOfAGarmentChangesTheRest) {
  torch::NoGradGuard no_grad;
  FigureNetwork network = some_network();
  for (auto& item : network->named_parameters()) {
    if (item.key().rfind("head_", 0) == 0) item.value().normal_();  // a fresh one is undecided
  }
  const FigureView view = network->look(some_figures(2));
  AskedGarments garments = some_garments(network);
  const torch::Tensor before = network->label(view, garments)[0];
  garments.known[1][3] = 1;
  const torch::Tensor after = network->label(view, garments)[0];
  EXPECT_TRUE(before[0].equal(after[0])) << "nothing is known of this one";
  EXPECT_FALSE(before[1].allclose(after[1]));
}

TEST(Relu6, OfHalfPrecisionHasTheGradientOfWholeNumbers) {
  for (const auto format : {at::MemoryFormat::Contiguous, at::MemoryFormat::ChannelsLast}) {
    const torch::Tensor numbers = (torch::arange(120, at::kFloat).view({1, 4, 5, 6}) / 10 - 3).contiguous(format);
    const torch::Tensor weights = (torch::arange(120, at::kFloat).view({1, 4, 5, 6}) / 64).contiguous(format);
    const auto gradient = [&](at::ScalarType type) {
      torch::Tensor leaf = numbers.to(type).requires_grad_();
      (relu6_(leaf * 1) * weights.to(type)).sum().backward();
      return leaf.grad().to(at::kFloat);
    };
    EXPECT_TRUE(gradient(at::kBFloat16).equal(gradient(at::kFloat)));
    EXPECT_TRUE(relu6_(numbers.to(at::kBFloat16)).equal(numbers.to(at::kBFloat16).clamp(0, 6)));
  }
}

TEST(BodyLoss, WhatIsUnknownCountsNothing) {
  torch::Tensor truth = torch::full({1, 2, 2}, int64_t{kUnknownBody}, at::kLong);
  EXPECT_EQ(body_loss(torch::randn({1, kBodyPartCount, 2, 2}), truth).item<double>(), 0);
  truth[0][0][0] = 3;
  torch::Tensor sure = torch::zeros({1, kBodyPartCount, 2, 2});
  sure[0][3][0][0] = 50;
  EXPECT_NEAR(body_loss(sure, truth).item<double>(), 0, 1e-6);
  sure[0][3][0][0] = -50;
  EXPECT_GT(body_loss(sure, truth).item<double>(), 40);
}

TEST(KeyPointLoss, IsLeastInTheCellOfThePointAndKnowsWhatIsNotSeen) {
  torch::Tensor truth = torch::zeros({1, kKeyPointCount, 3});
  const int columns = 4, rows = 6;
  const auto loss_with = [&](int64_t cell) {
    torch::Tensor logits = torch::zeros({1, kKeyPointCount, columns * rows + 1});
    logits[0][kLeftKnee][cell] = 10;
    return key_point_loss(logits, truth, columns, rows).item<double>();
  };
  EXPECT_EQ(loss_with(5), 0) << "a figure without any point is unknown";
  // The middle of the cell in column 1 and row 2; all others are then not to be seen.
  truth[0][kLeftKnee] = torch::tensor({1.5F / columns, 2.5F / rows, 0.9F});
  EXPECT_LT(loss_with(2 * columns + 1), loss_with(2 * columns + 2));
  EXPECT_LT(loss_with(2 * columns + 1), loss_with(int64_t{columns} * rows));
  truth[0][kLeftKnee][2] = 0.1F;
  EXPECT_EQ(loss_with(0), loss_with(1)) << "its maker is not sure";
}

TEST(HeadLoss, AnyOfSeveralTrueValuesIsRight) {
  const torch::Tensor said = torch::tensor({{1.0F, 0.0F, 1.0F}});
  const auto loss = [&](std::vector<float> logits) {
    return head_loss(torch::tensor(logits).view({1, 3}), said, false, 0).item<double>();
  };
  EXPECT_DOUBLE_EQ(loss({9, 0, 0}), loss({0, 0, 9}));
  EXPECT_LT(loss({0, 0, 9}), loss({0, 9, 0}));
  EXPECT_NEAR(loss({30, 0, 0}), 0, 1e-6) << "one of them is enough";
}

TEST(HeadLoss, SmoothingDoesNotPullUpWhatAnOffsetForbids) {
  const torch::Tensor said = torch::tensor({{1.0F, 0.0F, 0.0F}}), offsets = torch::tensor({{0.0F, 0.0F, -20.0F}});
  torch::Tensor logits = torch::tensor({{2.0F, 0.0F, 0.0F}}, torch::requires_grad());
  const double smoothing = 0.05;
  head_loss(logits, said, false, smoothing, offsets).backward();
  const torch::Tensor compared = at::softmax(logits.detach() + offsets, 1), plain = at::softmax(logits.detach(), 1);
  const torch::Tensor expected = (1 - smoothing) * (compared - said) + smoothing * (plain - 1.0 / 3);
  EXPECT_TRUE(at::allclose(logits.grad(), expected, 1e-4, 1e-6)) << logits.grad();
  // Without offsets it is the usual cross entropy with label smoothing.
  const torch::Tensor usual =
      at::cross_entropy_loss(logits.detach(), torch::tensor({0L}), {}, at::Reduction::Mean, -100, smoothing);
  EXPECT_NEAR(head_loss(logits.detach(), said, false, smoothing).item<double>(), usual.item<double>(), 1e-6);
}

}  // namespace
}  // namespace jaedan::inference
