#include "labeling/synth/write_photos.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "labeling/formats/kfashion/kfashion_json.h"
#include "labeling/formats/taxonomy_json.h"
#include "labeling/io/image_decoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

constexpr std::uint64_t kLimit = 1 << 24;

class WriteDrawnPhotos : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK_AND_ASSIGN(taxonomy_, load_default_taxonomy());
    options_.photos.width = 120;
    options_.photos.height = 180;
  }
  std::string read(const std::string& path) {
    const Result<std::string> bytes = disk().read(path, kLimit);
    EXPECT_TRUE(bytes.ok()) << path;
    return bytes.ok() ? *bytes : "";
  }

  testing::TemporaryFolder folder_;
  Taxonomy taxonomy_;
  WriteDrawnOptions options_;
};

TEST_F(WriteDrawnPhotos, EveryItemOfTheSnapshotHasItsFiles) {
  ASSERT_OK(write_drawn_photos(folder_ / "a", 4, 5, taxonomy_, options_, disk()));
  const auto snapshot = nlohmann::json::parse(read(folder_ / "a/snapshot.json"));
  EXPECT_EQ(snapshot.at("version"), 1);
  ASSERT_EQ(snapshot.at("items").size(), 4u);
  for (const auto& item : snapshot.at("items")) {
    const std::string label = read(folder_ / ("a/" + item.at("name").get<std::string>() + ".json"));
    ASSERT_OK_AND_ASSIGN(const KFashionFile file, read_kfashion(label, taxonomy_));
    EXPECT_EQ(file.width, 120);
    EXPECT_EQ(file.height, 180);
    EXPECT_EQ(file.annotation.garments.size(), item.at("categories").size());
    EXPECT_FALSE(read(folder_ / ("a/" + item.at("photo").get<std::string>())).empty());
    const std::string png = read(folder_ / ("a/" + item.at("mask").get<std::string>()));
    EXPECT_OK(decode_mask(png));
    EXPECT_TRUE(item.at("split") == "train" || item.at("split") == "val");
  }
}

TEST_F(WriteDrawnPhotos, APhotoDoesNotDependOnHowManyAreDrawn) {
  ASSERT_OK(write_drawn_photos(folder_ / "few", 1, 5, taxonomy_, options_, disk()));
  ASSERT_OK(write_drawn_photos(folder_ / "more", 3, 5, taxonomy_, options_, disk()));
  options_.first = 2;
  ASSERT_OK(write_drawn_photos(folder_ / "last", 1, 5, taxonomy_, options_, disk()));
  for (const std::string ending : {".jpg", ".json"}) {
    EXPECT_EQ(read(folder_ / ("few/synth_5_000000" + ending)), read(folder_ / ("more/synth_5_000000" + ending)));
    EXPECT_EQ(read(folder_ / ("last/synth_5_000002" + ending)), read(folder_ / ("more/synth_5_000002" + ending)));
  }
}

TEST_F(WriteDrawnPhotos, ASnapshotThatListsOtherPhotosIsNotReplaced) {
  ASSERT_OK(write_drawn_photos(folder_ / "a", 2, 5, taxonomy_, options_, disk()));
  const std::string before = read(folder_ / "a/snapshot.json");
  EXPECT_ERROR(write_drawn_photos(folder_ / "a", 2, 6, taxonomy_, options_, disk()), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(write_drawn_photos(folder_ / "a", 1, 5, taxonomy_, options_, disk()), ErrorCode::kInvalidArgument);
  EXPECT_EQ(read(folder_ / "a/snapshot.json"), before);
  EXPECT_OK(write_drawn_photos(folder_ / "a", 3, 5, taxonomy_, options_, disk()));
}

TEST_F(WriteDrawnPhotos, CancellingLeavesNoSnapshot) {
  std::atomic<bool> cancel{false};
  options_.cancel = &cancel;
  options_.progress = [&](int done, int) { cancel = done == 2; };
  EXPECT_ERROR(write_drawn_photos(folder_ / "c", 5, 5, taxonomy_, options_, disk()), ErrorCode::kCancelled);
  EXPECT_FALSE(disk().read(folder_ / "c/snapshot.json", kLimit).ok());
  EXPECT_TRUE(disk().read(folder_ / "c/synth_5_000001.jpg", kLimit).ok());
  EXPECT_FALSE(disk().read(folder_ / "c/synth_5_000002.jpg", kLimit).ok());
}

TEST_F(WriteDrawnPhotos, AFileSystemThatRefusesIsAnError) {
  ASSERT_OK(disk().write_atomically(folder_ / "file", "not a folder"));
  EXPECT_ERROR(write_drawn_photos(folder_ / "file", 1, 5, taxonomy_, options_, disk()), ErrorCode::kIo);
  EXPECT_ERROR(write_drawn_photos(folder_ / "d", -1, 5, taxonomy_, options_, disk()), ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace jaedan::labeling
