#include "inference/train/data/body_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <opencv2/imgcodecs.hpp>

#include "inference/train/data/sources.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

namespace fs = std::filesystem;

/// Two photos of the Clothing Attribute Dataset's form; of "b" no part is said.
class Bodies : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* folder : {"images", "body"}) fs::create_directories(folder_ / folder);
    write("images.csv", "image,category\na,dress\nb,\n");
    for (const char* name : {"a", "b"}) write_photo(std::string("images/") + name);
    options_.with_body = true;
  }
  void write(const std::string& file, const std::string& text) { std::ofstream(folder_ / file) << text; }
  void write_photo(const std::string& name) {
    cv::imwrite(folder_ / (name + ".jpg"), cv::Mat(60, 40, CV_8UC3, cv::Scalar(9, 9, 9)));
  }
  void write_map(const std::string& name, const cv::Mat& values) {
    cv::imwrite(folder_ / ("body/" + name + ".png"), values);
  }
  // Point i lies at (i / 20, i / 40) with score 0.5, but for the cells told: column and content.
  void write_points(const std::map<std::string, std::string>& told = {}, const std::string& name = "a") {
    std::string head = "image", row = name;
    const std::vector<std::string> places = {"nose", "leye", "reye", "lear", "rear", "lsho", "rsho", "lelb", "relb",
                                             "lwri", "rwri", "lhip", "rhip", "lkne", "rkne", "lank", "rank"};
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::vector<std::pair<std::string, std::string>> cells = {
          {places[i] + "_x", std::to_string(double(i) / 20)},
          {places[i] + "_y", std::to_string(double(i) / 40)},
          {places[i] + "_s", "0.5"}};
      for (const auto& [column, number] : cells) {
        const auto other = told.find(column);
        head += ',' + column, row += ',' + (other == told.end() ? number : other->second);
      }
    }
    write("keypoints.csv", head + '\n' + row + '\n');
  }
  Result<std::vector<TrainingSource>> read() {
    return read_sources({{DataKind::kAttributes, folder_.path(), 1}}, options_);
  }
  void expect_corrupt(const std::string& named) {
    const auto read_now = read();
    EXPECT_ERROR(read_now, ErrorCode::kCorrupt);
    EXPECT_NE(read_now.error().text().find(named), std::string::npos) << read_now.error().text();
  }
  testing::TemporaryFolder folder_;
  FolderOptions options_;
};

TEST_F(Bodies, TheTwentyFourPartsOfAMapAreSeven) {
  cv::Mat every(1, 25, CV_8UC1);
  std::iota(every.data, every.data + 25, std::uint8_t{0});
  write_map("a", every);
  ASSERT_OK_AND_ASSIGN(const auto sources, read());
  const Mask& body = sources[0].items[0].body;
  ASSERT_EQ(body.width, 25);
  EXPECT_EQ(body.pixels, (std::vector<std::uint8_t>{0, 1, 1, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4,  //
                                                    2, 2, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7}));
  EXPECT_TRUE(sources[0].items[1].body.pixels.empty()) << "no map is unknown";
}

TEST_F(Bodies, LargeMapsAreScaledDown) {
  write_map("a", cv::Mat(400, 267, CV_8UC1, cv::Scalar(13)));
  ASSERT_OK_AND_ASSIGN(const auto sources, read());
  const Mask& body = sources[0].items[0].body;
  EXPECT_LT(body.pixels.size(), 15'000U);
  EXPECT_NEAR(double(body.width) / body.height, 267.0 / 400, 0.01);
  EXPECT_EQ(body.at(50, 50), std::uint8_t(BodyPart::kTorso));
}

TEST_F(Bodies, KeyPointsComeInTheOrderOfCoco) {
  write_points();
  ASSERT_OK_AND_ASSIGN(const auto sources, read());
  const auto& points = sources[0].items[0].key_points;
  ASSERT_TRUE(points.has_value());
  for (const std::size_t place : {std::size_t{kNose}, std::size_t{kLeftShoulder}, std::size_t{kRightAnkle}}) {
    EXPECT_DOUBLE_EQ((*points)[place].at.x, double(place) / 20);
    EXPECT_DOUBLE_EQ((*points)[place].at.y, double(place) / 40);
    EXPECT_EQ((*points)[place].score, 0.5);
  }
  EXPECT_FALSE(sources[0].items[1].key_points.has_value()) << "no row is unknown";
}

TEST_F(Bodies, APointBesideThePhotoIsUnknown) {
  write_points({{"lwri_x", "-0.012"}, {"rwri_y", "1.01"}});
  ASSERT_OK_AND_ASSIGN(const auto sources, read());
  const KeyPoints points = sources[0].items[0].key_points.value_or(KeyPoints{});
  EXPECT_EQ(points[kLeftWrist].score, 0);
  EXPECT_EQ(points[kRightWrist].score, 0);
  EXPECT_EQ(points[kLeftHip].score, 0.5);
}

TEST_F(Bodies, NothingIsReadUnlessAsked) {
  write_map("a", cv::Mat(2, 2, CV_8UC1, cv::Scalar(13)));
  write("keypoints.csv", "no table of points\n");
  options_.with_body = false;
  ASSERT_OK_AND_ASSIGN(const auto sources, read());
  ASSERT_EQ(sources[0].items.size(), 1U) << "of b no part is said";
  EXPECT_TRUE(sources[0].items[0].body.pixels.empty());
  EXPECT_FALSE(sources[0].items[0].key_points.has_value());
}

TEST_F(Bodies, APhotoOfWhichOnlyTheBodyIsKnownTeachesThat) {
  write_map("b", cv::Mat(2, 2, CV_8UC1, cv::Scalar(1)));
  ASSERT_OK_AND_ASSIGN(const auto sources, read());
  ASSERT_EQ(sources[0].items.size(), 2U);
  const TrainingItem& item = sources[0].items[1];
  EXPECT_EQ(item.present, (std::array<float, kPartCount>{-1, -1, -1, -1}));
  EXPECT_EQ(item.body.at(1, 1), std::uint8_t(BodyPart::kHead));
}

TEST_F(Bodies, WhatIsNoBodyIsRefusedByName) {
  write("keypoints.csv", "image,nose_x,nose_y,nose_s\na,0.1,0.2,0.3\n");
  expect_corrupt("keypoints.csv");
  for (const auto& [column, cell] :
       {std::pair{"relb_x", "left"}, {"relb_s", "1.5"}, {"rank_s", ""}, {"nose_s", "nan"}}) {
    SCOPED_TRACE(column);
    write_points({{column, cell}});
    expect_corrupt(column);
  }
  write_points();
  write_map("a", cv::Mat(2, 2, CV_8UC1, cv::Scalar(25)));
  expect_corrupt("a.png");
}

TEST_F(Bodies, ClothingCoParsingHasThemToo) {
  for (const char* folder : {"photos", "masks"}) fs::create_directories(folder_ / folder);
  write("labels.txt", "null\nshirt\n");
  write("parts.json", R"({"parts":{"상의":["shirt"]},"ignore":[],"category":{"shirt":"셔츠"}})");
  write("split.csv", "image,split\na,train\n");
  write("tags.csv", "image,tags\na,shirt\n");
  write_photo("photos/a");
  cv::imwrite(folder_ / "masks/a.png", cv::Mat(60, 40, CV_8UC1, cv::Scalar(1)));
  write_map("a", cv::Mat(30, 20, CV_8UC1, cv::Scalar(14)));
  write_points();
  for (const DataKind kind : {DataKind::kCcp, DataKind::kCcpPublished, DataKind::kCcpWords}) {
    SCOPED_TRACE(id_of(kind));
    ASSERT_OK_AND_ASSIGN(const auto sources, read_sources({{kind, folder_.path(), 1}}, options_));
    ASSERT_EQ(sources[0].items.size(), 1U);
    EXPECT_EQ(sources[0].items[0].body.at(3, 3), std::uint8_t(BodyPart::kTorso));
    EXPECT_TRUE(sources[0].items[0].key_points.has_value());
  }
}

TEST(BodyFolder, ReadsTheRealOnes) {
  JAEDAN_REQUIRE_SHARED();
  FolderOptions options;
  options.with_body = true;
  options.only = Split::kVal;
  options.area_px = 32 * 48;
  for (const auto& [kind, name] : {std::pair{DataKind::kCcp, "ccp"}, {DataKind::kAttributes, "attributes"}}) {
    const std::string folder = testing::shared_dir() + "/data/" + name;
    ASSERT_OK_AND_ASSIGN(const auto sources, read_sources({{kind, folder, 1}}, options));
    ASSERT_GT(sources[0].items.size(), 100U);
    for (const TrainingItem& item : sources[0].items) {
      EXPECT_FALSE(item.body.pixels.empty()) << item.name;
      EXPECT_TRUE(item.key_points.has_value()) << item.name;
    }
  }
}

}  // namespace
}  // namespace jaedan::inference
