#include "inference/net/vectors/vector_network.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "inference/net/zoo/autoencoder.h"
#include "inference/net/zoo/resnet.h"
#include "tests/support/matchers.h"

namespace jaedan::inference {
namespace {

const std::vector<HeadSpec> kHeads = {{"colour", {{"black", {}}, {"white", {}}, {"red", {}}}, false}};

std::int64_t numbers_in(const torch::nn::Module& module, const std::string& prefix = "") {
  std::int64_t count = 0;
  for (const auto& item : module.named_parameters()) {
    if (item.key().rfind(prefix, 0) == 0) count += item.value().numel();
  }
  return count;
}

struct Kind {
  Architecture architecture;
  std::int64_t length;
  std::int64_t side;
};

class VectorNetworks : public ::testing::TestWithParam<Kind> {};

TEST_P(VectorNetworks, VectorsHaveUnitLengthAndFollowTheirOwnPictureAlone) {
  const Kind kind = GetParam();
  torch::manual_seed(3);
  ASSERT_OK_AND_ASSIGN(const auto network, make_vector_network(kind.architecture, kHeads));
  network->eval();
  torch::NoGradGuard no_gradients;
  const torch::Tensor pictures = torch::rand({3, 3, kind.side, kind.side}) * 2 - 1;
  const torch::Tensor all = network->look(pictures).vectors;
  ASSERT_EQ(all.sizes(), (at::IntArrayRef{3, kind.length}));
  EXPECT_TRUE(torch::allclose(all.norm(2, 1), torch::ones({3}), 1e-4, 1e-4));
  const torch::Tensor second = network->look(pictures.slice(0, 1, 2)).vectors;
  EXPECT_TRUE(torch::allclose(second[0], all[1], 1e-3, 1e-4));
  EXPECT_FALSE(torch::allclose(all[0], all[1], 1e-3, 1e-4));
}

TEST_P(VectorNetworks, FoldingChangesNoVector) {
  const Kind kind = GetParam();
  torch::manual_seed(4);
  ASSERT_OK_AND_ASSIGN(const auto network, make_vector_network(kind.architecture, kHeads));
  network->eval();
  torch::NoGradGuard no_gradients;
  const torch::Tensor pictures = torch::rand({2, 3, kind.side, kind.side}) * 2 - 1;
  const torch::Tensor before = network->look(pictures).vectors.clone();
  network->fold();
  EXPECT_TRUE(torch::allclose(network->look(pictures).vectors, before, 1e-3, 1e-4));
}

INSTANTIATE_TEST_SUITE_P(All, VectorNetworks,
                         ::testing::Values(Kind{Architecture::kVectors, 128, 96},
                                           Kind{Architecture::kResNetVectors, 512, 64},
                                           Kind{Architecture::kAutoencoder, 128, 64}));

TEST(VectorNetwork, ASegmenterMakesNone) {
  EXPECT_ERROR(make_vector_network(Architecture::kSegmenter, kHeads), ErrorCode::kUnsupported);
}

TEST(Autoencoder, HasAsManyNumbersAsTheOlderSystems) {
  const Autoencoder network;
  EXPECT_EQ(numbers_in(*network, "encoder"), 7264);
  EXPECT_EQ(numbers_in(*network, "decoder"), 7843);
}

TEST(ResNet18, HasTheNumbersAndNamesOfTorchvisions) {
  const ResNet18 network;
  EXPECT_EQ(numbers_in(*network), 11176512);  // 11,689,512 with the classifier of a thousand classes
  const auto parameters = network->named_parameters();
  for (const char* name : {"conv1.weight", "bn1.bias", "layer1.0.conv1.weight", "layer2.0.downsample.0.weight",
                           "layer2.0.downsample.1.weight", "layer4.1.bn2.weight"}) {
    EXPECT_TRUE(parameters.contains(name)) << name;
  }
  EXPECT_FALSE(parameters.contains("layer1.0.downsample.0.weight"));
}

}  // namespace
}  // namespace jaedan::inference
