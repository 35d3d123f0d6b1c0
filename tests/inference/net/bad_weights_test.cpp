#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "inference/models/model_card.h"
#include "inference/net/segmenter.h"
#include "inference/net/torch_prefiller.h"
#include "inference/net/weights.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

// A model whose card always has the hash of the weights as they are.
class BadWeights : public ::testing::Test {
 protected:
  void SetUp() override {
    Segmenter network;
    collect(file_, "", state_of(*network), TensorType::kF16);
    card_.id = "m";
    card_.architecture = "mobilenet_v2_segmenter";
    for (const std::string_view name : kPixelClassNames) card_.classes.emplace_back(name);
    card_.heads = {category_head()};
  }

  Error error_of(const std::string& folder) {
    PrefillerOptions options;
    options.model_folder = folder;
    const auto opened = make_torch_prefiller(options);
    return opened.ok() ? Error{ErrorCode::kInternal, "test.opened", "opened"} : opened.error();
  }
  Error error_with(const TensorFile& file) {
    EXPECT_OK(write_safetensors(folder_ / "model.safetensors", file));
    EXPECT_OK(write_model_card(folder_.path(), card_));
    return error_of(folder_.path());
  }

  testing::TemporaryFolder folder_;
  TensorFile file_;
  ModelCard card_;
};

TEST_F(BadWeights, AreRefusedWithTheirReason) {
  EXPECT_EQ(error_with(file_).text(), "opened");

  TensorFile file = file_;
  file.tensors["near.weight"].values[3] = std::nanf("");
  Error error = error_with(file);
  EXPECT_EQ(error.code, ErrorCode::kCorrupt);
  EXPECT_NE(error.text().find("near.weight"), std::string::npos) << error.text();
  file.tensors["near.weight"].values[3] = INFINITY;
  EXPECT_EQ(error_with(file).code, ErrorCode::kCorrupt);

  file = file_;
  file.tensors["presence.bias"].shape = {2, 2};
  error = error_with(file);
  EXPECT_EQ(error.code, ErrorCode::kCorrupt);
  EXPECT_NE(error.text().find("presence.bias"), std::string::npos) << error.text();
  file = file_;
  file.tensors.erase("presence.bias");
  EXPECT_EQ(error_with(file).code, ErrorCode::kCorrupt);

  EXPECT_OK(write_safetensors(folder_ / "model.safetensors", file_));
  std::filesystem::resize_file(folder_ / "model.safetensors", 100'000);
  EXPECT_OK(write_model_card(folder_.path(), card_));  // the hash of what is left
  error = error_of(folder_.path());
  EXPECT_EQ(error.code, ErrorCode::kCorrupt);
  EXPECT_NE(error.text().find("outside the file"), std::string::npos) << error.text();

  EXPECT_EQ(error_with(file_).text(), "opened");
  file_.tensors["near.weight"].values[3] += 1;
  EXPECT_OK(write_safetensors(folder_ / "model.safetensors", file_));  // the card stays
  error = error_of(folder_.path());
  EXPECT_EQ(error.code, ErrorCode::kCorrupt);
  EXPECT_NE(error.text().find("SHA-256"), std::string::npos) << error.text();
  std::filesystem::remove(folder_ / "model.safetensors");
  EXPECT_EQ(error_of(folder_.path()).code, ErrorCode::kNotFound);
}

TEST_F(BadWeights, AFileOfSomethingElseIsNoStart) {
  Segmenter network;
  TensorFile other;
  other.tensors["cells"] = {{2}, {1, 2}, TensorType::kF32};
  EXPECT_ERROR(restore(other, "", state_of(*network), "other", true), ErrorCode::kCorrupt);
  file_.tensors.erase("presence.bias");
  EXPECT_OK(restore(file_, "", state_of(*network), "older", true));
}

}  // namespace
}  // namespace jaedan::inference
