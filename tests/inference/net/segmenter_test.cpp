#include "inference/net/segmenter.h"

#include <gtest/gtest.h>

#include "inference/garments/segmentation_classes.h"
#include "inference/net/losses.h"
#include "inference/net/weights.h"
#include "tests/support/matchers.h"

namespace jaedan::inference {
namespace {

const auto kCategories = static_cast<int64_t>(category_head().values.size());

// Statistics as after training: not the ones of a fresh normalisation.
void scatter_statistics(const torch::nn::Module& module) {
  torch::NoGradGuard no_grad;
  for (const auto& item : module.named_buffers()) {
    if (item.key().find("mean") != std::string::npos) item.value().normal_(0, 0.3);
    if (item.key().find("var") != std::string::npos) item.value().uniform_(0.5, 2);
  }
  for (const auto& item : module.named_parameters()) {
    if (item.key().find("gamma") != std::string::npos) item.value().uniform_(0.5, 1.5);
    if (item.key().find("beta") != std::string::npos) item.value().normal_(0, 0.2);
  }
}

TEST(Segmenter, ShapesFollowTheInput) {
  torch::NoGradGuard no_grad;
  Segmenter network;
  network->eval();
  const SegmenterOutput out = network->forward(torch::zeros({2, 3, 64, 96}));
  EXPECT_EQ(out.logits.sizes().vec(), (std::vector<int64_t>{2, 9, 16, 24}));
  EXPECT_EQ(out.features.sizes().vec(), (std::vector<int64_t>{2, 128, 8, 12}));
  EXPECT_EQ(out.context.sizes().vec(), (std::vector<int64_t>{2, 128, 2, 3}));
  EXPECT_EQ(out.presence.sizes().vec(), (std::vector<int64_t>{2, 4}));
  const torch::Tensor description =
      SegmenterImpl::describe(out, torch::ones({3, 1, 16, 24}), torch::tensor({0L, 1L, 1L}));
  EXPECT_EQ(description.sizes().vec(), (std::vector<int64_t>{3, kDescriptionSize}));
  const auto answers = network->classify(description);
  ASSERT_EQ(answers.size(), 1U) << "the category, when nothing else is said";
  EXPECT_EQ(answers[0].sizes().vec(), (std::vector<int64_t>{3, kCategories}));
}

TEST(Segmenter, HasAHeadForEachQuestion) {
  SegmenterOptions options = *segmenter_options(Architecture::kWithReader);
  options.heads.push_back({"length", {{"mini", {}}, {"long", {}}}, false});
  Segmenter network(options);
  const auto state = state_of(*network);
  EXPECT_EQ(state.at("category.weight").size(0), kCategories);
  EXPECT_EQ(state.at("length.weight").size(0), 2);
  EXPECT_EQ(state.at("reader.categories.weight").size(0), kCategories);
  EXPECT_EQ(state.at("reader.length.weight").size(0), 2);
  const auto answers = network->classify(torch::zeros({3, kDescriptionSize}));
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[1].sizes().vec(), (std::vector<int64_t>{3, 2}));
}

TEST(Segmenter, FoldedIsTheSameAsUnfolded) {
  torch::manual_seed(1);
  torch::NoGradGuard no_grad;
  Segmenter network;
  scatter_statistics(*network);
  network->eval();
  const torch::Tensor image = torch::rand({1, 3, 64, 64}) * 2 - 1;
  const SegmenterOutput before = network->forward(image);
  network->fold();
  const SegmenterOutput after = network->forward(image.contiguous(at::MemoryFormat::ChannelsLast));
  EXPECT_LT((before.logits - after.logits).abs().max().item<float>(), 1e-3F * before.logits.abs().max().item<float>());
  EXPECT_LT((before.features - after.features).abs().max().item<float>(),
            1e-3F * before.features.abs().max().item<float>());
}

TEST(Segmenter, TheContextBlocksStartAsTheIdentity) {
  torch::manual_seed(4);
  torch::NoGradGuard no_grad;
  Segmenter plain, with_context(*segmenter_options(Architecture::kViewAndObjects));
  TensorFile file;
  collect(file, "", state_of(*plain), TensorType::kF32);
  ASSERT_OK(restore(file, "", state_of(*with_context), "test", true));
  EXPECT_ERROR(restore(file, "", state_of(*with_context), "test"), ErrorCode::kCorrupt);
  plain->eval();
  with_context->eval();
  const torch::Tensor image = torch::rand({2, 3, 64, 96}) * 2 - 1;
  const SegmenterOutput a = plain->forward(image), b = with_context->forward(image);
  EXPECT_LT((a.logits - b.logits).abs().max().item<float>(), 1e-4F * a.logits.abs().max().item<float>());
  EXPECT_FALSE(a.coarse.defined());
  EXPECT_EQ(b.coarse.sizes().vec(), (std::vector<int64_t>{2, 9, 8, 12}));
}

TEST(Segmenter, EveryBlockLearns) {
  torch::manual_seed(5);
  Segmenter network(*segmenter_options(Architecture::kViewAndObjects));
  for (const auto& item : network->named_parameters()) {
    // Past their zero start the last layers of the blocks let everything before them feel the loss.
    if (item.value().abs().max().item<float>() == 0) torch::nn::init::normal_(item.value(), 0, 0.1);
  }
  const SegmenterOutput out = network->forward(torch::rand({2, 3, 64, 64}) * 2 - 1);
  (out.logits.square().mean() + out.coarse.square().mean()).backward();
  for (const auto& item : network->named_parameters()) {
    const std::string& name = item.key();
    if (name.find("whole_view") == std::string::npos && name.find("object_context") == std::string::npos) continue;
    ASSERT_TRUE(item.value().grad().defined()) << name;
    // A bias of the keys moves every answer alike, and the softmax takes that out.
    if (name == "object_context.key.bias") continue;
    EXPECT_GT(item.value().grad().abs().max().item<float>(), 0) << name;
  }
}

TEST(Segmenter, BeingToldThePartsChangesWhatItSays) {
  torch::manual_seed(6);
  torch::NoGradGuard no_grad;
  Segmenter network(*segmenter_options(Architecture::kWithReader));
  network->eval();
  ASSERT_TRUE(network->takes_told_parts());
  const torch::Tensor image = torch::rand({1, 3, 64, 64}) * 2 - 1;
  const Encoded encoded = network->encode(image);
  const torch::Tensor dress = told_parts(part_set_of(Part::kDress));
  EXPECT_TRUE(at::equal(dress, torch::tensor({{1.0F, 0.0F, 0.0F, 0.0F, 1.0F}})));
  const torch::Tensor plain = network->decode(encoded).logits;
  // A fresh one has learnt nothing of it yet; being told nothing is being told zeros.
  EXPECT_TRUE(at::allclose(network->decode(encoded, dress).logits, plain));
  torch::nn::init::normal_(state_of(*network).at("told.weight"), 0, 1);
  EXPECT_TRUE(at::allclose(network->decode(encoded, torch::zeros({1, kToldSize})).logits, plain));
  EXPECT_FALSE(at::allclose(network->decode(encoded, dress).logits, plain));
  EXPECT_FALSE(Segmenter()->takes_told_parts());
}

TEST(Reader, StartsWithTheSegmentersBackboneAndUndecided) {
  torch::manual_seed(7);
  torch::NoGradGuard no_grad;
  Segmenter network(*segmenter_options(Architecture::kWithReader));
  network->start_reader();
  network->eval();
  const auto state = state_of(*network);
  EXPECT_TRUE(at::equal(state.at("reader.backbone.features.0.weight"), state.at("backbone.features.0.weight")));
  const ReaderOutput out = network->reader()->forward(torch::rand({2, 3, 224, 160}) * 2 - 1);
  EXPECT_EQ(out.sets.sizes().vec(), (std::vector<int64_t>{2, kPartSetCount}));
  ASSERT_EQ(out.heads.size(), 1U);
  EXPECT_EQ(out.heads[0].sizes().vec(), (std::vector<int64_t>{2, kCategories}));
  EXPECT_FLOAT_EQ(out.sets.abs().max().item<float>(), 0);
  EXPECT_FALSE(network->reader()->has_learnt());
  state.at("reader.sets.weight")[3][5] = 1;
  EXPECT_TRUE(network->reader()->has_learnt());
  EXPECT_TRUE(Segmenter()->reader().is_empty());
}

TEST(PartSetLoss, AnySetThatAgreesWithWhatIsKnownIsRight) {
  torch::Tensor logits = torch::full({1, kPartSetCount}, -30.0F);
  logits[0][part_set_of(Part::kTop) | part_set_of(Part::kBottom)] = 30;
  const auto loss = [&](std::vector<float> present) {
    return part_set_loss(logits, torch::tensor(present).view({1, 4}), 0).item<float>();
  };
  EXPECT_NEAR(loss({0, 1, 1, 0}), 0, 1e-4);
  EXPECT_NEAR(loss({-1, 1, -1, -1}), 0, 1e-4);
  EXPECT_NEAR(loss({-1, -1, -1, -1}), 0, 1e-4);
  EXPECT_GT(loss({1, -1, -1, -1}), 10);
  const torch::Tensor undecided = torch::zeros({1, kPartSetCount});
  EXPECT_NEAR(part_set_loss(undecided, torch::tensor({{1.0F, -1.0F, -1.0F, 0.0F}}), 0).item<float>(), std::log(4.0F),
              1e-5);
}

TEST(ValuePresenceLoss, CountsOnlyWhatIsKnown) {
  torch::Tensor logits = torch::zeros({1, kCategories});
  // −1: the part is unlabelled.
  const auto loss = [&](std::vector<float> present, std::vector<int> category) {
    torch::Tensor said = torch::full({1, 4, kCategories}, -1.0F);
    for (int part = 0; part < 4; ++part) {
      if (category[std::size_t(part)] >= 0) said[0][part].fill_(0)[category[std::size_t(part)]] = 1;
    }
    return value_presence_loss(category_head(), logits, torch::tensor(present).view({1, 4}), said).item<float>();
  };
  EXPECT_FLOAT_EQ(loss({-1, -1, -1, -1}, {-1, -1, -1, -1}), 0);
  EXPECT_FLOAT_EQ(loss({1, -1, -1, -1}, {-1, -1, -1, -1}), 0);  // an outer garment of unknown category
  EXPECT_NEAR(loss({-1, -1, -1, 0}, {-1, -1, -1, -1}), 2 * std::log(2.0F) / 4, 1e-5);  // neither dress nor jumpsuit
  const int dress = index_of(category_head(), "dress"), jumpsuit = index_of(category_head(), "jumpsuit");
  logits[0][dress] = 30, logits[0][jumpsuit] = -30;
  EXPECT_NEAR(loss({-1, -1, -1, 1}, {-1, -1, -1, dress}), 0, 1e-5);
  EXPECT_GT(loss({-1, -1, -1, 1}, {-1, -1, -1, jumpsuit}), 10);
}

TEST(ValuePresenceLoss, AValueOfSeveralPartsIsAbsentOnlyWhenNoneOfThemHasIt) {
  const HeadSpec length{"length", {{"long", {Part::kOuter, Part::kTop}}}, false};
  const torch::Tensor undecided = torch::zeros({1, 1});
  const auto loss = [&](std::vector<float> present, std::vector<float> said) {
    return value_presence_loss(length, undecided, torch::tensor(present).view({1, 4}),
                               torch::tensor(said).view({1, 4, 1}))
        .item<float>();
  };
  EXPECT_FLOAT_EQ(loss({0, 1, 0, 0}, {-1, -1, -1, -1}), 0) << "the top may be long";
  EXPECT_GT(loss({0, 1, 0, 0}, {-1, 0, -1, -1}), 0.1);
  EXPECT_GT(loss({1, -1, 0, 0}, {1, -1, -1, -1}), 0.1) << "the outer garment is, whatever the top is";
}

TEST(HeadLoss, OfSeveralTrueValuesEachIsAskedAlone) {
  const torch::Tensor said = torch::tensor({{1.0F, 1.0F, 0.0F}});
  const torch::Tensor right = torch::tensor({{20.0F, 20.0F, -20.0F}}), half = torch::tensor({{20.0F, -20.0F, -20.0F}});
  EXPECT_NEAR(head_loss(right, said, true, 0).item<float>(), 0, 1e-5);
  EXPECT_GT(head_loss(half, said, true, 0).item<float>(), 5);
  const torch::Tensor one = torch::tensor({{1.0F, 0.0F, 0.0F}});
  EXPECT_NEAR(head_loss(half, one, false, 0).item<float>(), 0, 1e-5);
}

TEST(Segmenter, ClicksAreAnsweredByAnotherNetwork) { EXPECT_FALSE(segmenter_options(Architecture::kClicks)); }

TEST(ConvBn, FrozenStatisticsComputeWhatBatchNormalisationComputes) {
  torch::manual_seed(2);
  torch::NoGradGuard no_grad;
  ConvBnOptions options{4, 6, 3};
  options.relu6 = false;
  ConvBn layer(options);
  scatter_statistics(*layer);
  layer->eval();
  const torch::Tensor x = torch::randn({2, 4, 9, 7});
  const auto state = state_of(*layer);
  const torch::Tensor expected =
      at::batch_norm(at::conv2d(x, state.at("weight"), {}, 1, 1), state.at("gamma"), state.at("beta"), state.at("mean"),
                     state.at("var"), false, 0, options.eps, false);
  EXPECT_TRUE(at::allclose(layer->forward(x), expected, 1e-4, 1e-5));
}

TEST(ConvBn, StrideTwoPadsAsTensorFlowDoes) {
  torch::NoGradGuard no_grad;
  ConvBnOptions options{1, 1, 3, 2};
  options.relu6 = false;
  options.eps = 0;
  ConvBn layer(options);
  layer->eval();
  state_of(*layer).at("weight").fill_(1);
  const torch::Tensor x = torch::arange(16, at::kFloat).view({1, 1, 4, 4});
  const torch::Tensor y = layer->forward(x);
  ASSERT_EQ(y.sizes().vec(), (std::vector<int64_t>{1, 1, 2, 2}));
  EXPECT_FLOAT_EQ(y[0][0][0][0].item<float>(), x.slice(2, 0, 3).slice(3, 0, 3).sum().item<float>());
  EXPECT_FLOAT_EQ(y[0][0][1][1].item<float>(), x.slice(2, 2, 4).slice(3, 2, 4).sum().item<float>());
  const torch::Tensor odd = layer->forward(torch::ones({1, 1, 5, 5}));
  ASSERT_EQ(odd.sizes().vec(), (std::vector<int64_t>{1, 1, 3, 3}));
  EXPECT_FLOAT_EQ(odd[0][0][0][0].item<float>(), 4);
}

TEST(ConvBn, FoldedStridesOfTwoSeeTheSameOfEvenAndOddSides) {
  torch::manual_seed(3);
  torch::NoGradGuard no_grad;
  for (const ConvBnOptions& options : {ConvBnOptions{6, 6, 3, 2, 6}, ConvBnOptions{6, 6, 3, 2}}) {
    ConvBn layer(options);
    scatter_statistics(*layer);
    layer->eval();
    for (const auto& [height, width] : {std::pair{8, 12}, {9, 12}, {8, 13}, {9, 13}}) {
      const torch::Tensor x = torch::randn({2, 6, height, width});
      ConvBn folded(options);
      const auto from = state_of(*layer);
      for (auto& [name, tensor] : state_of(*folded)) tensor.copy_(from.at(name));
      folded->eval();
      folded->fold();
      EXPECT_TRUE(at::allclose(folded->forward(x), layer->forward(x), 1e-4, 1e-5)) << width << 'x' << height;
    }
  }
}

TEST(Describe, SeesOnlyWhatTheMaskCovers) {
  SegmenterOutput out;
  out.features = torch::zeros({1, 128, 4, 4});
  out.context = torch::zeros({1, 128, 2, 2});
  out.features.slice(3, 2, 4).fill_(5);  // the right half
  torch::Tensor mask = torch::zeros({1, 1, 8, 8});
  mask.slice(3, 0, 4).fill_(1);
  EXPECT_FLOAT_EQ(SegmenterImpl::describe(out, mask, torch::zeros({1}, at::kLong)).abs().max().item<float>(), 0);
  const torch::Tensor other = SegmenterImpl::describe(out, 1 - mask, torch::zeros({1}, at::kLong));
  EXPECT_NEAR(other[0][0].item<float>(), 5, 1e-3);
}

TEST(PixelCrossEntropy, IgnoredPixelsCountNothing) {
  const torch::Tensor logits = torch::randn({1, 9, 2, 2});
  torch::Tensor labels = torch::full({1, 2, 2}, kIgnoredPixel, at::kLong);
  EXPECT_FLOAT_EQ(pixel_cross_entropy(logits, labels, 0.1).item<float>(), 0);
  labels[0][0][0] = 2;
  const float expected = -at::log_softmax(logits, 1)[0][2][0][0].item<float>();
  EXPECT_NEAR(pixel_cross_entropy(logits, labels, 0).item<float>(), expected, 1e-5);
}

TEST(PixelCrossEntropy, NoGarmentAcceptsAnyClassThatIsNone) {
  torch::Tensor logits = torch::full({1, 9, 1, 1}, -20.0F);
  const torch::Tensor labels = torch::full({1, 1, 1}, kNoGarmentPixel, at::kLong);
  logits[0][int(PixelClass::kShoes)] = 20;
  EXPECT_NEAR(pixel_cross_entropy(logits, labels, 0).item<float>(), 0, 1e-4);
  logits[0][int(PixelClass::kTop)] = 60;
  EXPECT_GT(pixel_cross_entropy(logits, labels, 0).item<float>(), 10);
}

TEST(PartDice, IsZeroForAPerfectAnswerAndNearOneForAWrongOne) {
  torch::Tensor labels = torch::full({1, 8, 8}, 2, at::kLong);
  torch::Tensor logits = torch::full({1, 9, 8, 8}, -20.0F);
  logits.select(1, 2).fill_(20);
  EXPECT_NEAR(part_dice_loss(logits, labels).item<float>(), 0, 1e-3);
  labels.fill_(3);
  EXPECT_GT(part_dice_loss(logits, labels).item<float>(), 0.9F);
}

TEST(PartLovasz, IsTheShareOfThePartThatIsMissed) {
  // Four pixels of a top, half of them said to be nothing, with certainty: IoU 1/2, loss 1/2.
  torch::Tensor labels = torch::full({1, 1, 8}, 0L);
  torch::Tensor logits = torch::zeros({1, kPixelClassCount, 1, 8});
  labels.slice(2, 0, 4).fill_(2);
  logits.select(1, 0).fill_(50);
  EXPECT_NEAR(part_lovasz_loss(logits, labels).item<float>(), 1, 1e-4);
  logits.select(1, 2).slice(2, 0, 2).fill_(100);
  EXPECT_NEAR(part_lovasz_loss(logits, labels).item<float>(), 0.5, 1e-4);
  logits.select(1, 2).slice(2, 0, 4).fill_(100);
  EXPECT_NEAR(part_lovasz_loss(logits, labels).item<float>(), 0, 1e-4);
  labels.fill_(kIgnoredPixel);
  EXPECT_EQ(part_lovasz_loss(logits, labels).item<float>(), 0);
}

TEST(PresenceLoss, UnknownTargetsCountNothing) {
  const torch::Tensor logits = torch::tensor({{5.0F, -5.0F, 0.0F, 9.0F}});
  const torch::Tensor targets = torch::tensor({{1.0F, 0.0F, -1.0F, -1.0F}});
  EXPECT_NEAR(presence_loss(logits, targets).item<float>(), std::log1p(std::exp(-5.0F)), 1e-5);
}

TEST(Weights, RestoreGivesBackWhatCollectTook) {
  Segmenter a, b;
  TensorFile file;
  collect(file, "x/", state_of(*a), TensorType::kF32);
  ASSERT_OK(restore(file, "x/", state_of(*b), "file"));
  for (const auto& [name, tensor] : state_of(*a)) EXPECT_TRUE(at::equal(tensor, state_of(*b).at(name))) << name;
}

TEST(Weights, MissingOrMisshapenTensorsAreNamed) {
  Segmenter network;
  TensorFile file;
  collect(file, "", state_of(*network), TensorType::kF16);
  file.tensors["presence.bias"].shape = {2, 2};
  const auto misshapen = restore(file, "", state_of(*network), "file");
  EXPECT_ERROR(misshapen, ErrorCode::kCorrupt);
  EXPECT_NE(misshapen.error().text().find("presence.bias"), std::string::npos);
  file.tensors.erase("presence.bias");
  EXPECT_ERROR(restore(file, "", state_of(*network), "file"), ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan::inference
