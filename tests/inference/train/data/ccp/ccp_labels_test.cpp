#include "inference/train/data/ccp/ccp_labels.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <opencv2/imgcodecs.hpp>

#include "inference/train/data/batch_loader.h"
#include "inference/train/data/clothing_classes.h"
#include "inference/train/data/data_folders.h"
#include "inference/train/data/sources.h"
#include "labeling/domain/attribute.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

namespace fs = std::filesystem;
using Values = std::vector<std::string>;
using Present = std::array<float, kPartCount>;

// Outer, top, bottom, dress.
constexpr std::size_t kOuter = 0, kTop = 1, kBottom = 2;

/// Photos of 40 × 60 whose mask says "shirt" above and "jeans" below.
class LabelledCcp : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* folder : {"photos", "masks"}) fs::create_directories(folder_ / folder);
    write("labels.txt", "null\nshirt\njeans\nsuit\n");
    write("parts.json", R"({"parts":{"상의":["shirt"],"하의":["jeans"]},"ignore":["suit"],)"
                        R"("category":{"shirt":"셔츠","jeans":"청바지"}})");
    write("split.csv", "image,split\na,train\nb,val\n");
    for (const char* name : {"a", "b"}) {
      add_photo(name);
      cv::Mat values(60, 40, CV_8UC1, cv::Scalar(2));
      values.rowRange(0, 30).setTo(1);
      cv::imwrite(folder_ / (std::string("masks/") + name + ".png"), values);
    }
  }
  void write(const std::string& file, const std::string& text) { std::ofstream(folder_ / file) << text; }
  void add_photo(const std::string& name) {
    cv::imwrite(folder_ / ("photos/" + name + ".jpg"), cv::Mat(60, 40, CV_8UC3, cv::Scalar(255, 0, 0)));
  }
  void repair(const std::string& rows) { write("repairs.csv", "image,word,part,sure,reason\n" + rows); }
  void label(const std::string& photos, const std::string& garments = "") {
    fs::create_directories(folder_ / "labels");
    write("labels/photos.csv", "image,parts,gender,season,style,style2,usable\n" + photos);
    write("labels/garments.csv", "image,part,category,collar,detail\n" + garments);
  }
  TrainingItem first() {
    const auto items = read_ccp_folder(folder_.path(), {});
    EXPECT_OK(items);
    return items.ok() && !items->empty() ? items->front() : TrainingItem();
  }
  testing::TemporaryFolder folder_;
};

TEST_F(LabelledCcp, ARepairGivesAWordItsPartOnThisPhotoAlone) {
  repair("a,shirt,outer,1,\"a coat, closed\"\n");
  ASSERT_OK_AND_ASSIGN(const auto items, read_ccp_folder(folder_.path(), {}));
  EXPECT_EQ(items[0].labels.at(3, 3), mask_value(Part::kOuter));
  EXPECT_EQ(items[0].present, (Present{1, 0, 1, 0}));
  EXPECT_TRUE(items[0].known[kOuter].empty());  // "shirt" is not what the coat is
  EXPECT_EQ(items[1].labels.at(3, 3), mask_value(Part::kTop));
}

TEST_F(LabelledCcp, WhatIsNotSureChangesNothing) {
  repair("a,shirt,outer,0,perhaps\n");
  EXPECT_EQ(first().labels.at(3, 3), mask_value(Part::kTop));
}

TEST_F(LabelledCcp, MaskOverTwoGarmentsTeachesNothing) {
  repair("a,shirt,merged:top+outer,1,\n");
  EXPECT_EQ(first().labels.at(3, 3), kIgnoredPixel);
}

TEST_F(LabelledCcp, GarmentWithoutAMaskIsWornAndHasNoPixels) {
  repair("a,,missing:outer,1,\n");
  const TrainingItem item = first();
  EXPECT_EQ(item.present, (Present{1, 1, 1, 0}));
  EXPECT_TRUE(item.without_mask[kOuter]);
  EXPECT_FALSE(item.without_mask[kTop]);
}

TEST_F(LabelledCcp, UselessPhotosAreLeftOut) {
  repair("a,*,drop,1,\n");
  ASSERT_OK_AND_ASSIGN(const auto items, read_ccp_folder(folder_.path(), {}));
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].name, "b");
}

TEST_F(LabelledCcp, RepairsThatNameWhatIsNotThereAreRefused) {
  for (const char* row : {"a,shirt,hat,1,\n", "a,hat,top,1,\n", "a,,missing:hat,1,\n"}) {
    repair(row);
    SCOPED_TRACE(row);
    EXPECT_ERROR(read_ccp_folder(folder_.path(), {}), ErrorCode::kCorrupt);
  }
  write("repairs.csv", "image,word\na,shirt\n");
  EXPECT_ERROR(read_ccp_folder(folder_.path(), {}), ErrorCode::kCorrupt);
}

TEST_F(LabelledCcp, LabelsByEyeSayWhatIsWornAndWhatItIs) {
  label("a,otb,women,winter,street,punk,1\n", "a,top,blouse,none,button+frill\na,top,tshirt,,\na,outer,,,\n");
  const TrainingItem item = first();
  EXPECT_EQ(item.present, (Present{1, 1, 1, 0}));
  EXPECT_EQ(item.known[kTop].at(std::string(attribute::kCategory)), Values{"blouse"});
  EXPECT_EQ(item.known[kTop].at(std::string(attribute::kCollar)), Values{"none"});
  EXPECT_EQ(item.known[kTop].at(std::string(attribute::kDetail)), (Values{"button", "frill"}));
  EXPECT_TRUE(item.known[kOuter].empty());
  EXPECT_TRUE(item.known[kBottom].empty());  // not the mask's word either
  EXPECT_EQ(item.of_photo.at(std::string(attribute::kStyle)), (Values{"street", "punk"}));
  EXPECT_EQ(item.of_photo.at(std::string(attribute::kGender)), Values{"women"});
}

TEST_F(LabelledCcp, WhatIsWornWithoutPixelsIsNotTaughtToBeAbsent) {
  label("a,otb,women,winter,street,punk,1\n");
  const std::vector<TrainingSource> sources = {{"a", 1, {first()}}};
  BatchOptions options;
  options.width = 64, options.height = 96;
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    const Batch batch = make_batch(sources, {{0, 0, seed}}, 0, 1, options);
    EXPECT_EQ(batch.present[kOuter], 1) << "nobody drew it";
    EXPECT_EQ(batch.present[3], 0) << "a dress is not there";
  }
}

TEST_F(LabelledCcp, WhatNobodyIsSureOfIsUnlabelled) {
  label("a,t,unsure,,,,1\nb,t,men,,,,0\n");
  ASSERT_OK_AND_ASSIGN(const auto items, read_ccp_folder(folder_.path(), {}));
  EXPECT_TRUE(items[0].of_photo.empty());
  EXPECT_TRUE(items[1].of_photo.empty());  // not usable
  EXPECT_EQ(items[1].present, (Present{0, 1, 1, 0}));
}

TEST_F(LabelledCcp, AsPublishedKnowsOfNeither) {
  repair("a,shirt,outer,1,\n");
  label("a,d,women,,,,1\n");
  ASSERT_OK_AND_ASSIGN(const auto sources, read_sources({{DataKind::kCcpPublished, folder_.path(), 1}}, {}));
  EXPECT_EQ(sources[0].items[0].labels.at(3, 3), mask_value(Part::kTop));
  EXPECT_EQ(sources[0].items[0].present, (Present{0, 1, 1, 0}));
}

TEST_F(LabelledCcp, UnknownPartsInLabelsAreRefused) {
  label("a,x,women,,,,1\n");
  EXPECT_ERROR(read_ccp_labels(folder_.path()), ErrorCode::kCorrupt);
  label("a,t,women,,,,1\n", "a,hat,,,\n");
  EXPECT_ERROR(read_ccp_labels(folder_.path()), ErrorCode::kCorrupt);
}

TEST_F(LabelledCcp, TaggedPhotosHaveWhatLabelsSayAndOneInTenIsKeptAside) {
  std::string aside = "0";
  for (int i = 1; i < 1000 && !is_kept_aside(aside); ++i) aside = std::to_string(i);
  ASSERT_TRUE(is_kept_aside(aside));
  for (const std::string& name : {std::string("t"), aside}) add_photo(name);
  ASSERT_FALSE(is_kept_aside("t"));
  write("tags.csv", "image,tags\nt,suit\n" + aside + ",shirt\n");
  label("t,ob,men,,,,1\n" + aside + ",t,men,,,,1\n", "t,bottom,pants,,\n");
  ASSERT_OK_AND_ASSIGN(const auto sources, read_sources({{DataKind::kCcpWords, folder_.path(), 1}}, {}));
  ASSERT_EQ(sources[0].items.size(), 2U);
  EXPECT_EQ(sources[0].items[0].present, (Present{1, 0, 1, 0}));
  EXPECT_EQ(sources[0].items[0].known[kBottom].at(std::string(attribute::kCategory)), Values{"pants"});
  EXPECT_EQ(sources[0].items[0].split, Split::kTrain);
  EXPECT_EQ(sources[0].items[1].split, Split::kVal);
}

TEST(CcpLabels, ReadsTheRealOnes) {
  JAEDAN_REQUIRE_SHARED();
  ASSERT_OK_AND_ASSIGN(const auto labels, read_ccp_labels(testing::shared_dir() + "/data/ccp"));
  EXPECT_EQ(labels.size(), 1930U);
}

TEST_F(LabelledCcp, SpringOrAutumnIsBothAsTheVocabularyHasThem) {
  label("a,t,women,spring_autumn,street,,1\n");
  const KnownLabels known = first().of_photo;
  EXPECT_EQ(known.at("season"), (std::vector<std::string>{"spring", "autumn"}));
  EXPECT_EQ(known.at("gender"), std::vector<std::string>{"women"});
}

}  // namespace
}  // namespace jaedan::inference
