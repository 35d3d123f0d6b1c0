#include "inference/net/net_bench.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "inference/net/convolution_counter.h"
#include "inference/net/half_precision.h"
#include "inference/net/torch_headers.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

/// The segmenter that came with the program.
std::string shipped_model() {
  for (const auto& entry : std::filesystem::directory_iterator(testing::source_dir() + "/assets/models")) {
    if (entry.path().filename().string().rfind("segmenter-", 0) == 0) return entry.path().string();
  }
  return "";
}

TEST(ConvolutionCounter, CountsTwoOperationsForEachNumberOfTheKernelAndPixelOfTheAnswer) {
  torch::InferenceMode no_gradients;
  const torch::Tensor image = torch::ones({2, 8, 20, 30});
  const ConvolutionCounter counter;
  EXPECT_EQ(counter.gflop(), 0);
  at::conv2d(image, torch::ones({16, 8, 3, 3}), {}, 1, 1);
  const double dense = 2.0 * 2 * 20 * 30 * 16 * 8 * 9 / 1e9;
  EXPECT_NEAR(counter.gflop(), dense, 1e-12);
  at::conv2d(image, torch::ones({8, 1, 3, 3}), {}, 2, 1, 1, 8);
  const double depthwise_at_half_size = 2.0 * 2 * 10 * 15 * 8 * 9 / 1e9;
  EXPECT_NEAR(counter.gflop(), dense + depthwise_at_half_size, 1e-12);
  EXPECT_GT(counter.ms(), 0);
}

TEST(ConvolutionCounter, HearsNothingElseAndNothingOnceItIsGone) {
  torch::InferenceMode no_gradients;
  const torch::Tensor image = torch::ones({1, 4, 8, 8}), kernel = torch::ones({4, 4, 1, 1});
  { const ConvolutionCounter gone; }
  at::conv2d(image, kernel);
  const ConvolutionCounter counter;
  at::matmul(torch::ones({8, 8}), torch::ones({8, 8}));
  EXPECT_EQ(counter.gflop(), 0);
}

TEST(NetworkBench, TimesEachPassAndAnswersTheSameWithAnyNumberOfThreads) {
  ASSERT_NE(shipped_model(), "");
  ASSERT_OK_AND_ASSIGN(const auto bench, make_torch_network_bench(shipped_model()));
  ASSERT_OK_AND_ASSIGN(const ForwardTimes one, bench->time_forward(1, 3));
  ASSERT_OK_AND_ASSIGN(const ForwardTimes two, bench->time_forward(2, 2));
  EXPECT_EQ(one.forward_ms.size(), 3u);
  EXPECT_EQ(one.convolution_ms.size(), 3u);
  EXPECT_EQ(two.forward_ms.size(), 2u);
  EXPECT_GT(one.forward_ms[0], 0);
  if (has_half_precision()) {
    EXPECT_EQ(one.half_ms.size(), 3u);
    EXPECT_LT(one.half_differs, 0.1) << "of a pattern that is no photo";
  } else {
    EXPECT_TRUE(one.half_ms.empty());
  }
  EXPECT_EQ(one.convolution_gflop, two.convolution_gflop);
  EXPECT_GT(one.mean_logit, 0);
  EXPECT_NEAR(one.mean_logit, two.mean_logit, 1e-4 * one.mean_logit);
  // MobileNetV2 alone computes 0.56 GFLOP at 224 × 224 (its paper's 300 million multiply-adds, less the classifier and
  // the layer before it), in proportion to the area.
  EXPECT_GT(one.convolution_gflop, 0.55 * one.width * one.height / (224.0 * 224.0));
}

TEST(NetworkBench, AMatrixProductReachesABillionOperationsASecond) {
  ASSERT_OK_AND_ASSIGN(const auto bench, make_torch_network_bench(shipped_model()));
  ASSERT_OK_AND_ASSIGN(const double gflops, bench->matmul_gflops(1));
  EXPECT_GT(gflops, 1);
  EXPECT_LT(gflops, 10'000);
}

TEST(NetworkBench, AFolderWithoutAModelIsAnError) {
  const testing::TemporaryFolder folder;
  EXPECT_FALSE(make_torch_network_bench(folder.path()).ok());
}

}  // namespace
}  // namespace jaedan::inference
