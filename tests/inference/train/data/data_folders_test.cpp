#include "inference/train/data/data_folders.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <opencv2/imgcodecs.hpp>

#include "inference/train/data/folder_reading.h"
#include "inference/train/data/sources.h"
#include "labeling/base/file_system.h"
#include "labeling/domain/attribute.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

void write(const std::string& path, const std::string& text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path) << text;
}

// A photo of 40 × 60 and a mask whose upper half is `upper` and lower half `lower`.
void write_pair(const std::string& photo, const std::string& mask, int upper, int lower) {
  std::filesystem::create_directories(std::filesystem::path(photo).parent_path());
  std::filesystem::create_directories(std::filesystem::path(mask).parent_path());
  cv::imwrite(photo, cv::Mat(60, 40, CV_8UC3, cv::Scalar(255, 0, 0)));  // blue
  cv::Mat values(60, 40, CV_8UC1, cv::Scalar(lower));
  values.rowRange(0, 30).setTo(upper);
  cv::imwrite(mask, values);
}

// Of the part with this place; empty: unlabelled.
std::string category_of(const TrainingItem& item, std::size_t part) {
  const auto known = item.known[part].find(attribute::kCategory);
  return known == item.known[part].end() ? std::string() : known->second.front();
}

class SmallCcp : public ::testing::Test {
 protected:
  void SetUp() override {
    write(folder_ / "labels.txt", "null\nshirt\njeans\nsuit\nskin\nshoes\n");
    write(
        folder_ / "parts.json",
        R"({"parts":{"상의":["shirt"],"하의":["jeans"]},"ignore":["suit"],"category":{"shirt":"셔츠","jeans":"청바지"}})");
    write(folder_ / "split.csv", "image,split\na,train\nb,val\n");
    write_pair(folder_ / "photos/a.jpg", folder_ / "masks/a.png", 1, 2);
    write_pair(folder_ / "photos/b.jpg", folder_ / "masks/b.png", 3, 5);
  }
  testing::TemporaryFolder folder_;
};

TEST_F(SmallCcp, EveryWordAndPartIsAPieceToClickOn) {
  ASSERT_OK_AND_ASSIGN(const auto items, read_ccp_pieces_folder(folder_.path(), {}));
  ASSERT_EQ(items.size(), 2U);
  ASSERT_EQ(items[0].pieces.size(), 2U);
  EXPECT_EQ(items[0].pieces[0].name, "top");
  EXPECT_EQ(items[0].pieces[0].part, 1);
  EXPECT_EQ(items[0].pieces[0].values, std::vector<std::uint8_t>{1});
  EXPECT_EQ(items[0].labels.at(5, 55), 2);  // the word's number
  ASSERT_EQ(items[1].pieces.size(), 2U);
  EXPECT_EQ(items[1].pieces[0].name, "suit");  // of no part, but there to be cut out
  EXPECT_EQ(items[1].pieces[1].name, "shoes");
  EXPECT_EQ(items[1].pieces[1].part, -1);
}

TEST_F(SmallCcp, WordsBecomeClassesCategoriesAndPresence) {
  ASSERT_OK_AND_ASSIGN(const auto items, read_ccp_folder(folder_.path(), {}));
  ASSERT_EQ(items.size(), 2U);
  const TrainingItem& a = items[0];
  EXPECT_EQ(a.name, "a");
  EXPECT_EQ(a.split, Split::kTrain);
  EXPECT_EQ(a.labels.at(5, 5), 2);
  EXPECT_EQ(a.labels.at(5, 55), 3);
  EXPECT_EQ(category_of(a, 1), "shirt");
  EXPECT_EQ(category_of(a, 2), "jeans");
  EXPECT_EQ(category_of(a, 3), "");
  EXPECT_EQ(a.present, (std::array<float, kPartCount>{0, 1, 1, 0}));
  EXPECT_LT(a.photo.pixel(5, 5)[0], 60);   // red
  EXPECT_GT(a.photo.pixel(5, 5)[2], 190);  // blue
  EXPECT_EQ(items[1].labels.at(5, 5), kIgnoredPixel);
  EXPECT_EQ(items[1].labels.at(5, 55), std::uint8_t(PixelClass::kShoes));
}

TEST_F(SmallCcp, ReadsOnlyTheSplitAskedFor) {
  FolderOptions options;
  options.only = Split::kVal;
  ASSERT_OK_AND_ASSIGN(const auto items, read_ccp_folder(folder_.path(), options));
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].name, "b");
}

TEST_F(SmallCcp, PhotosAreScaledDownToTheAreaAndLabelsWithThem) {
  FolderOptions options;
  options.area_px = 600;
  ASSERT_OK_AND_ASSIGN(const auto items, read_ccp_folder(folder_.path(), options));
  EXPECT_EQ(items[0].photo.width, 20);
  EXPECT_EQ(items[0].photo.height, 30);
  EXPECT_EQ(items[0].labels.width, 20);
  EXPECT_EQ(items[0].labels.at(10, 14), 2);
  EXPECT_EQ(items[0].labels.at(10, 15), 3);
}

TEST_F(SmallCcp, ErrorsNameTheFile) {
  write_pair(folder_ / "photos/b.jpg", folder_ / "masks/b.png", 1, 77);
  const auto beyond = read_ccp_folder(folder_.path(), {});
  EXPECT_ERROR(beyond, ErrorCode::kCorrupt);
  EXPECT_NE(beyond.error().text().find("b.png"), std::string::npos);
  std::filesystem::remove(folder_ / "photos/a.jpg");
  EXPECT_FALSE(read_ccp_folder(folder_.path(), {}).ok());
  write(folder_ / "parts.json", "{");
  EXPECT_ERROR(read_ccp_folder(folder_.path(), {}), ErrorCode::kCorrupt);
  EXPECT_ERROR(read_ccp_folder(folder_ / "nowhere", {}), ErrorCode::kNotFound);
}

// An APP1 segment that says how the camera was held, put behind the start of a JPEG.
std::string with_orientation(const std::string& jpeg, char orientation) {
  const std::string tiff = std::string("MM\0\x2a\0\0\0\x08\0\x01", 10) + std::string("\x01\x12\0\x03\0\0\0\x01\0", 9) +
                           orientation + std::string(6, '\0');
  const std::string body = std::string("Exif\0\0", 6) + tiff;
  const auto length = static_cast<char>(body.size() + 2);
  return jpeg.substr(0, 2) + std::string("\xff\xe1\0", 3) + length + body + jpeg.substr(2);
}

TEST_F(SmallCcp, APhotoThatWasTurnedIsLearntFromUpright) {
  // Stored on its side, blue on the left: upright (90° clockwise) blue is on top, as the mask has it.
  cv::Mat stored(40, 60, CV_8UC3, cv::Scalar(255, 0, 0));
  stored.colRange(30, 60).setTo(cv::Scalar(0, 0, 255));
  cv::imwrite(folder_ / "photos/a.jpg", stored);
  const std::string jpeg = *disk().read(folder_ / "photos/a.jpg", 1 << 20);
  std::ofstream(folder_ / "photos/a.jpg", std::ios::binary) << with_orientation(jpeg, 6);
  ASSERT_OK_AND_ASSIGN(const auto items, read_ccp_folder(folder_.path(), {}));
  const Image& photo = items[0].photo;
  ASSERT_EQ(photo.width, 40);
  ASSERT_EQ(photo.height, 60);
  EXPECT_GT(photo.pixel(20, 5)[2], 190) << "blue";
  EXPECT_GT(photo.pixel(20, 55)[0], 190) << "red";
  EXPECT_EQ(items[0].labels.at(20, 5), 2);
  EXPECT_EQ(items[0].labels.at(20, 55), 3);
}

TEST_F(SmallCcp, WhatIsTransparentLiesOnWhiteAndAnythingButAGreyPngIsNoMask) {
  const cv::Mat clear(60, 40, CV_8UC4, cv::Scalar(0, 0, 0, 0));
  cv::imwrite(folder_ / "clear.png", clear);
  std::filesystem::rename(folder_ / "clear.png", folder_ / "photos/a.jpg");  // by its bytes, not its name
  ASSERT_OK_AND_ASSIGN(const auto items, read_ccp_folder(folder_.path(), {}));
  EXPECT_EQ(items[0].photo.pixel(3, 3)[0], 255);
  cv::imwrite(folder_ / "masks/a.png", cv::Mat(60, 40, CV_8UC3, cv::Scalar(1, 1, 1)));
  const auto coloured = read_ccp_folder(folder_.path(), {});
  EXPECT_ERROR(coloured, ErrorCode::kUnsupported);
  EXPECT_NE(coloured.error().text().find("a.png"), std::string::npos);
}

TEST_F(SmallCcp, StopsWhenAsked) {
  const std::atomic<bool> cancel{true};
  FolderOptions options;
  options.cancel = &cancel;
  EXPECT_ERROR(read_ccp_folder(folder_.path(), options), ErrorCode::kCancelled);
}

TEST(SnapshotFolder, BackgroundIsAnyClassButAGarment) {
  const testing::TemporaryFolder folder;
  write_pair(folder / "photos/p.jpg", folder / "masks/p.png", 2, 0);
  write(folder / "snapshot.json", R"({"version":1,"hash":"x","items":[{"name":"p","photo":"photos/p.jpg",
    "mask":"masks/p.png","split":"val","categories":{"top":"shirt","dress":"toga"}}]})");
  ASSERT_OK_AND_ASSIGN(const auto items, read_snapshot_folder(folder.path(), {}));
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].split, Split::kVal);
  EXPECT_EQ(items[0].labels.at(5, 5), 2);
  EXPECT_EQ(items[0].labels.at(5, 55), kNoGarmentPixel);
  EXPECT_EQ(category_of(items[0], 1), "shirt");
  EXPECT_EQ(category_of(items[0], 3), "toga") << "which of them a head knows is the head's business";
}

TEST(SnapshotFolder, AbsolutePhotoPathsAreTakenAsTheyAre) {
  const testing::TemporaryFolder folder, elsewhere;
  write_pair(elsewhere / "p.jpg", folder / "p.png", 1, 1);
  write(folder / "snapshot.json", R"({"version":1,"items":[{"name":"p","photo":")" + (elsewhere / "p.jpg") +
                                      R"(","mask":"p.png","split":"train"}]})");
  EXPECT_OK(read_snapshot_folder(folder.path(), {}));
}

TEST(SnapshotFolder, RefusesWhatItDoesNotUnderstand) {
  const testing::TemporaryFolder folder;
  write_pair(folder / "p.jpg", folder / "p.png", 9, 0);
  const std::string item = R"({"name":"p","photo":"p.jpg","mask":"p.png","split":"train")";
  write(folder / "snapshot.json", R"({"version":2,"items":[]})");
  EXPECT_ERROR(read_snapshot_folder(folder.path(), {}), ErrorCode::kUnsupported);
  write(folder / "snapshot.json", R"({"version":1,"items":[)" + item + "}]}");
  EXPECT_ERROR(read_snapshot_folder(folder.path(), {}), ErrorCode::kCorrupt);  // mask value 9
  write(folder / "snapshot.json", R"({"version":1,"items":[)" + item + R"(,"categories":{"hat":"cap"}}]})");
  EXPECT_ERROR(read_snapshot_folder(folder.path(), {}), ErrorCode::kCorrupt);
  write(folder / "snapshot.json", R"({"version":1})");
  EXPECT_ERROR(read_snapshot_folder(folder.path(), {}), ErrorCode::kCorrupt);
}

TEST(ClothingFolder, ClassesThatMeanSeveralCategoriesTeachThePartOnly) {
  const testing::TemporaryFolder folder;
  for (const char* name : {"a", "b", "c"})
    write_pair(folder / (std::string("images/") + name + ".jpg"), folder / "m.png", 0, 0);
  write(folder / "images.csv", "image,label,kids\na,Hoodie,False\nb,Outwear,True\nc,Not sure,False\n");
  ASSERT_OK_AND_ASSIGN(const auto items, read_clothing_folder(folder.path(), {}));
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(category_of(items[0], 1), "hoodie");
  EXPECT_EQ(category_of(items[1], 0), "");
  EXPECT_EQ(items[1].present, (std::array<float, kPartCount>{1, 0, 0, 0}));  // the one garment
  EXPECT_EQ(items[0].labels.at(3, 3), kIgnoredPixel);
}

TEST_F(SmallCcp, WordsAloneTellWhatIsThere) {
  write(folder_ / "tags.csv", "image,tags\na,null skin shirt\nb,shirt suit\n");
  ASSERT_OK_AND_ASSIGN(const auto sources, read_sources({{DataKind::kCcpWords, folder_.path(), 1}}, {}));
  ASSERT_EQ(sources.size(), 1U);
  ASSERT_EQ(sources[0].items.size(), 1U);  // a suit may be anything
  const TrainingItem& item = sources[0].items[0];
  EXPECT_EQ(item.present, (std::array<float, kPartCount>{0, 1, 0, 0}));
  EXPECT_EQ(category_of(item, 1), "shirt");
  EXPECT_EQ(item.labels.at(3, 3), kIgnoredPixel);
  FolderOptions only_val;
  only_val.only = Split::kVal;
  ASSERT_OK_AND_ASSIGN(const auto none, read_sources({{DataKind::kCcpWords, folder_.path(), 1}}, only_val));
  EXPECT_TRUE(none[0].items.empty());
}

TEST_F(SmallCcp, UnderAnIgnoredGarmentAnythingMayBeThere) {
  ASSERT_OK_AND_ASSIGN(const auto items, read_ccp_folder(folder_.path(), {}));
  EXPECT_EQ(items[1].present, (std::array<float, kPartCount>{-1, -1, -1, -1}));
}

TEST(DataKinds, AnUnknownOneIsNamedWithThoseThereAre) {
  const auto kind = parse_data_kind("coco");
  EXPECT_ERROR(kind, ErrorCode::kInvalidArgument);
  EXPECT_NE(kind.error().text().find("'coco' is none of attributes, ccp, ccp-pieces, ccp-published, ccp-words, "
                                     "clothing, prints, snapshot"),
            std::string::npos);
}

TEST(Sources, PiecesOfAllKindsTeachClicksAlone) {
  EXPECT_ERROR(read_sources({{DataKind::kCcpPieces, "x", 1}}, {}), ErrorCode::kInvalidArgument);
}

TEST(ScaleLabels, TakesThePixelThatHoldsTheCentre) {
  Mask mask{3, 1, {1, 2, 3}};
  EXPECT_EQ(scale_labels(mask, 6, 1).pixels, (std::vector<std::uint8_t>{1, 1, 2, 2, 3, 3}));
  EXPECT_EQ(scale_labels(mask, 1, 1).pixels, (std::vector<std::uint8_t>{2}));
}

TEST(CcpFolder, ReadsTheRealOne) {
  JAEDAN_REQUIRE_SHARED();
  FolderOptions options;
  options.area_px = 64 * 96;
  options.only = Split::kVal;
  ASSERT_OK_AND_ASSIGN(const auto items, read_ccp_folder(testing::shared_dir() + "/data/ccp", options));
  EXPECT_EQ(items.size(), 104U);
}

}  // namespace
}  // namespace jaedan::inference
