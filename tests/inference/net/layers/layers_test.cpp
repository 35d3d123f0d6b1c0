#include <gtest/gtest.h>

#include <optional>

#include "inference/net/layers/as_picture.h"
#include "inference/net/layers/conv_bn.h"
#include "inference/net/layers/mean_under.h"
#include "inference/net/layers/pointwise.h"
#include "inference/net/layers/skip_init.h"
#include "inference/net/weights.h"

namespace jaedan::inference {
namespace {

TEST(Pointwise, IsAConvolutionOfSinglePixelsHoweverLargeThePicture) {
  torch::manual_seed(4);
  torch::NoGradGuard no_grad;
  Pointwise layer(64, 8);
  for (const auto& [pictures, side] : {std::pair{1, 4}, {1, 40}, {3, 4}}) {
    const torch::Tensor x = torch::randn({pictures, 64, side, side}).contiguous(at::MemoryFormat::ChannelsLast);
    const torch::Tensor expected = at::einsum("oc,nchw->nohw", {layer->weight.view({8, 64}), x});
    EXPECT_TRUE(at::allclose(layer->forward(x), expected + layer->bias.view({-1, 1, 1}), 1e-4, 1e-5)) << side;
  }
}

TEST(MeanUnder, EachMaskSeesItsOwnPhoto) {
  torch::manual_seed(5);
  const torch::Tensor features = torch::randn({3, 5, 4, 6}), masks = torch::rand({4, 1, 8, 12});
  const torch::Tensor photo = torch::tensor({2L, 0L, 2L, 1L}), cells = cells_under(masks, features);
  const torch::Tensor means = mean_under(features, cells, photo);
  ASSERT_EQ(means.sizes().vec(), (std::vector<int64_t>{4, 5}));
  for (int64_t i = 0; i < 4; ++i) {
    const torch::Tensor weighted = features[photo[i].item<int64_t>()] * cells[i].view({1, 4, 6});
    EXPECT_TRUE(at::allclose(means[i], weighted.sum({1, 2}) / (cells[i].sum() + kLeastCells), 1e-4, 1e-5)) << i;
  }
}

TEST(MeanUnder, AnEmptyMaskSeesNothingAndNoMaskGivesNoRow) {
  const torch::Tensor features = torch::randn({2, 5, 4, 6});
  const torch::Tensor nothing = cells_under(torch::zeros({1, 1, 8, 12}), features);
  EXPECT_EQ(mean_under(features, nothing, torch::tensor({1L})).abs().max().item<float>(), 0);
  const torch::Tensor no_photo = torch::zeros({0}, at::kLong);
  EXPECT_EQ(mean_under(features, torch::zeros({0, 24}), no_photo).sizes().vec(), (std::vector<int64_t>{0, 5}));
}

TEST(AsPicture, IsChannelsLastForWhoeverAsks) {
  const torch::Tensor like = torch::zeros({1, 3, 2, 4}), cells = torch::arange(24, at::kFloat).view({1, 8, 3});
  const torch::Tensor picture = as_picture(cells, like);
  ASSERT_EQ(picture.sizes().vec(), like.sizes().vec());
  EXPECT_EQ(picture.suggest_memory_format(), at::MemoryFormat::ChannelsLast);
  EXPECT_EQ(picture[0][2][1][3].item<float>(), cells[0][7][2].item<float>());
}

TEST(SkipInit, HoldsWhileItLives) {
  EXPECT_FALSE(SkipInit::is_on());
  {
    const SkipInit outer;
    { const SkipInit inner; }
    EXPECT_TRUE(SkipInit::is_on());
  }
  EXPECT_FALSE(SkipInit::is_on());
  const auto next_random = [](bool skips) {
    torch::manual_seed(1);
    std::optional<SkipInit> skip;
    if (skips) skip.emplace();
    const ConvBn drawn(ConvBnOptions{16, 16, 3});
    return torch::rand({1}).item<float>();
  };
  torch::manual_seed(1);
  const auto first_random = torch::rand({1}).item<float>();
  EXPECT_EQ(next_random(true), first_random) << "nothing was drawn";
  EXPECT_NE(next_random(false), first_random);
  const ConvBn layer(ConvBnOptions{16, 16, 3});
  EXPECT_GT(state_of(*layer).at("weight").std().item<float>(), 0.01F);
}

}  // namespace
}  // namespace jaedan::inference
