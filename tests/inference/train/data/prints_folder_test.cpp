#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <opencv2/imgcodecs.hpp>

#include "inference/train/data/batch_loader.h"
#include "inference/train/data/sources.h"
#include "labeling/domain/attribute.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

constexpr std::size_t kCropPart = 3;

class Prints : public ::testing::Test {
 protected:
  void write(const std::string& rows) { std::ofstream(folder_ / "images.csv") << "image,class,split\n" + rows; }
  void add_photo(const std::string& name) {
    cv::imwrite(folder_ / (name + ".jpg"), cv::Mat(80, 50, CV_8UC3, cv::Scalar(9, 9, 9)));
  }
  Result<std::vector<TrainingSource>> read(const FolderOptions& options = {}) {
    return read_sources({{DataKind::kPrints, folder_.path(), 1}}, options);
  }
  testing::TemporaryFolder folder_;
};

TEST_F(Prints, TheMiddleOfACropIsADressWithItsPrint) {
  write("a,polka_dot,val\n");
  add_photo("a");
  ASSERT_OK_AND_ASSIGN(const auto sources, read());
  ASSERT_EQ(sources[0].items.size(), 1U);
  const TrainingItem& item = sources[0].items[0];
  EXPECT_EQ(item.split, Split::kVal);
  EXPECT_EQ(item.known[kCropPart], (KnownLabels{{"print", {"dot"}}}));
  EXPECT_EQ(item.labels.at(25, 40), mask_value(Part::kDress));
  EXPECT_EQ(item.labels.at(15, 20), mask_value(Part::kDress));
  for (const auto& [x, y] : {std::pair{14, 40}, {35, 40}, {25, 19}, {25, 60}, {0, 0}}) {
    EXPECT_EQ(item.labels.at(x, y), kIgnoredPixel) << x << ' ' << y;
  }
  EXPECT_EQ(item.present, (std::array<float, kPartCount>{-1, -1, -1, -1}));
}

TEST_F(Prints, WhatIsWornBesidesStaysUnknownInEveryView) {
  write("a,plain,train\n");
  add_photo("a");
  ASSERT_OK_AND_ASSIGN(const auto sources, read());
  BatchOptions options;
  options.width = options.height = 64;
  options.augment.scale_least = options.augment.scale_most = 1;
  options.heads = {{"print", {{"dot", {}}, {"solid", {}}}, true}};
  const Batch batch = make_batch(sources, {{0, 0, 1}}, 0, 1, options);
  EXPECT_EQ(batch.present, (std::vector<float>{-1, -1, -1, -1}));
  EXPECT_EQ(batch.heads[0].shown[kCropPart], std::vector<int>{1});
}

TEST_F(Prints, ClassesWithoutAWordOfOursAreLeftOut) {
  write("a,geometry,train\nb,cartoon,train\nc,skull,train\nd,plain,train\n");
  add_photo("d");
  ASSERT_OK_AND_ASSIGN(const auto sources, read());
  ASSERT_EQ(sources[0].items.size(), 1U);
  EXPECT_EQ(sources[0].items[0].known[kCropPart].at("print").front(), "solid");
}

TEST_F(Prints, ReadsTheSplitAskedForAndRefusesAnother) {
  write("a,plain,train\nb,floral,val\n");
  add_photo("a"), add_photo("b");
  FolderOptions options;
  options.only = Split::kVal;
  ASSERT_OK_AND_ASSIGN(const auto sources, read(options));
  ASSERT_EQ(sources[0].items.size(), 1U);
  EXPECT_EQ(sources[0].items[0].name, "b");
  write("a,plain,later\n");
  EXPECT_ERROR(read(), ErrorCode::kCorrupt);
}

TEST_F(Prints, ClicksAreNotLearntFromThem) {
  write("a,plain,train\n");
  add_photo("a");
  FolderOptions options;
  options.for_clicks = true;
  const auto refused = read(options);
  EXPECT_ERROR(refused, ErrorCode::kInvalidArgument);
  EXPECT_NE(refused.error().text().find("prints"), std::string::npos);
}

TEST(PrintsFolder, ReadsTheRealOne) {
  JAEDAN_REQUIRE_SHARED();
  FolderOptions options;
  options.only = Split::kVal;
  options.area_px = 30 * 40;
  ASSERT_OK_AND_ASSIGN(const auto items, read_prints_folder(testing::shared_dir() + "/data/prints", options));
  std::map<std::string, int> prints;
  for (const TrainingItem& item : items) ++prints[item.known[kCropPart].at("print").front()];
  EXPECT_EQ(prints.size(), 9U);
  EXPECT_EQ(prints["stripe"], 57);
  EXPECT_EQ(prints["houndstooth"], 11);
}

}  // namespace
}  // namespace jaedan::inference
