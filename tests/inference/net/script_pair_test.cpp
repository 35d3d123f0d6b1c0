#include "inference/clicks/script_pair.h"

#include <gtest/gtest.h>
#include <torch/script.h>

#include <fstream>

#include "inference/net/torch_interactive.h"
#include "labeling/base/sha256.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

constexpr int kSide = 200;  // of the photo; SAM's picture is 5.12 times as large

/// A tiny pair in SAM's form: a disk of 100 picture pixels around the first point, joined with the mask it is given.
class ScriptPairTest : public ::testing::Test {
 protected:
  void SetUp() override {
    write(kScriptEncoder, "def forward(self, x):\n  return x[:, :1, ::4, ::4]\n");
    write(kScriptDecoder, R"(
def forward(self, e, points, labels, mask, has_mask):
  x = torch.arange(256).view(1, 1, 1, 256) * 4 + 2
  y = torch.arange(256).view(1, 1, 256, 1) * 4 + 2
  d = (x - points[0, 0, 0]) ** 2 + (y - points[0, 0, 1]) ** 2
  disk = torch.where(d < 10000.0, torch.ones_like(e), -torch.ones_like(e)) * (labels[0, 0] * 2 - 1)
  both = torch.max(disk, torch.where(has_mask > 0, mask, torch.full_like(mask, -1.0)))
  return torch.cat([-torch.ones_like(e), both], 1), torch.tensor([[0.1, 0.9]])
)");
  }
  void write(const std::string& name, const std::string& code) const {
    torch::jit::Module module("tiny");
    module.define(code);
    module.save(folder_ / name);
  }
  std::string hash(const std::string& name) const { return sha256_hex_of_file(folder_ / name).value(); }
  Result<std::unique_ptr<InteractiveSegmenter>> open(const std::vector<std::string>& trusted) const {
    return make_torch_interactive({folder_ / "", 1, Device::kCpu, trusted});
  }
  auto open_trusted() const { return open({hash(kScriptEncoder), hash(kScriptDecoder)}); }

  testing::TemporaryFolder folder_;
  const Image photo_ = Image::of_size(kSide, kSide / 2);
};

TEST_F(ScriptPairTest, IsNotRunBeforeItIsTrusted) {
  EXPECT_TRUE(holds_script_pair(folder_ / ""));
  const auto refused = open({hash(kScriptEncoder)});
  EXPECT_ERROR(refused, ErrorCode::kUnsupported);
  EXPECT_NE(refused.error().text().find("jaedan models trust"), std::string::npos) << refused.error().text();
  EXPECT_NE(refused.error().text().find(kScriptDecoder), std::string::npos);
  EXPECT_FALSE(holds_script_pair(""));  // the present folder is nobody's choice
  const auto trusted = std::vector<std::string>{hash(kScriptEncoder), hash(kScriptDecoder)};
  EXPECT_OK(open(trusted));
  // Another file in its place is not what was trusted.
  write(kScriptDecoder, "def forward(self, e, points, labels, mask, has_mask):\n  return e, e\n");
  EXPECT_ERROR(open(trusted), ErrorCode::kUnsupported);
}

TEST_F(ScriptPairTest, AnswersClicksInTheFrameOfThePhoto) {
  ASSERT_OK_AND_ASSIGN(const auto segmenter, open_trusted());
  ASSERT_OK_AND_ASSIGN(const auto photo, segmenter->encode(photo_.view()));
  ASSERT_OK_AND_ASSIGN(const Mask disk, segmenter->answer(*photo, {{{{50, 40}, true}}, {}}, {}));
  ASSERT_EQ(disk.width, kSide);
  ASSERT_EQ(disk.height, kSide / 2);
  EXPECT_NE(disk.at(50, 40), 0);
  EXPECT_NE(disk.at(66, 40), 0);  // 100 picture pixels are 19.5 of the photo's
  EXPECT_EQ(disk.at(74, 40), 0);
  EXPECT_EQ(disk.at(120, 40), 0);
  ASSERT_OK_AND_ASSIGN(const Mask two, segmenter->answer(*photo, {{{{120, 40}, true}}, {}}, disk));
  EXPECT_NE(two.at(50, 40), 0);  // the mask so far was told
  EXPECT_NE(two.at(120, 40), 0);
}

TEST_F(ScriptPairTest, WhatIsNoScriptOrAnswersOddlyIsAnError) {
  write(kScriptDecoder, "def forward(self, e, points, labels, mask, has_mask):\n  return e[0], e\n");
  ASSERT_OK_AND_ASSIGN(const auto odd, open_trusted());
  ASSERT_OK_AND_ASSIGN(const auto photo, odd->encode(photo_.view()));
  EXPECT_ERROR(odd->answer(*photo, {{{{50, 40}, true}}, {}}, {}), ErrorCode::kInternal);
  EXPECT_ERROR(odd->answer(*photo, {}, {}), ErrorCode::kInvalidArgument);
  std::ofstream(folder_ / kScriptEncoder) << "no script";
  EXPECT_ERROR(open_trusted(), ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan::inference
