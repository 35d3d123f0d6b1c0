#include "labeling/dataset/snapshot_index.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "labeling/domain/annotation.h"
#include "labeling/store/annotation_json.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

TEST(SnapshotIndex, ReadsBackWhatWasWritten) {
  SnapshotIndex index;
  index.hash = "abc";
  index.mask_values = MaskValues::kPixelClasses;
  index.photos = {{"a", "/photos/a.jpg", "masks/a.png", Split::kVal, {{"top", "shirt"}}, {Part::kBottom}},
                  {"\xea\xb0\x80", "b.jpg", "b.png", Split::kTest, {}, {}}};
  ASSERT_OK_AND_ASSIGN(const SnapshotIndex read, parse_snapshot(snapshot_text(index), "x"));
  EXPECT_EQ(read.hash, "abc");
  EXPECT_EQ(read.mask_values, MaskValues::kPixelClasses);
  ASSERT_EQ(read.photos.size(), 2U);
  EXPECT_EQ(read.photos[0].photo, "/photos/a.jpg");
  EXPECT_EQ(read.photos[0].split, Split::kVal);
  EXPECT_EQ(read.photos[0].categories.at("top"), "shirt");
  EXPECT_EQ(read.photos[0].uncertain, std::vector<Part>{Part::kBottom});
  EXPECT_EQ(read.photos[1].name, index.photos[1].name);
}

TEST(SnapshotIndex, RefusesWhatItDoesNotUnderstand) {
  EXPECT_ERROR(parse_snapshot(R"({"version":2,"items":[]})", "x"), ErrorCode::kUnsupported);
  for (const char* text : {"", "[1]", R"({"version":1})", R"({"version":1,"items":[{"name":"p"}]})",
                           R"({"version":1,"items":[{"name":"p","photo":"p","mask":"m","split":"most"}]})",
                           R"({"version":1,"items":[{"name":"p","photo":"p","mask":"m","categories":{"hat":"cap"}}]})",
                           R"({"version":1,"items":[{"name":"p","photo":"p","mask":"m","uncertain":["hat"]}]})"}) {
    SCOPED_TRACE(text);
    EXPECT_ERROR(parse_snapshot(text, "x"), ErrorCode::kCorrupt);
  }
  EXPECT_ERROR(read_snapshot("/nowhere"), ErrorCode::kNotFound);
}

TEST(SnapshotIndex, PathsAreRelativeToTheFolderOrAbsolute) {
  EXPECT_EQ(path_in_snapshot("/s", "masks/a.png"), "/s/masks/a.png");
  EXPECT_EQ(path_in_snapshot("/s", "/photos/a.jpg"), "/photos/a.jpg");
}

TEST(SnapshotLabels, SayAllThatPeopleWereSureOf) {
  const jaedan::testing::TemporaryFolder folder;
  SnapshotPhoto photo{"a", "a.jpg", "a.png", Split::kTrain, {{"top", "blouse"}}, {}};
  ASSERT_OK_AND_ASSIGN(const SnapshotLabels plain, read_snapshot_labels(folder.path(), photo));
  EXPECT_EQ(plain.at(Part::kTop).at("category"), std::vector<std::string>{"blouse"}) << "there is no labels file";

  Annotation annotation;
  Garment first, second;
  first.part = second.part = Part::kTop;
  first.attributes = {{"category", "shirt", "", {}},
                      {"fit", "not_sure", "", {}},
                      {"detail", "frill", "", {}},
                      {"detail", "button", "", {}}};
  second.attributes = {{"category", "hoodie", "", {}}, {"fit", "loose", "", {}}};
  annotation.garments = {first, second};
  std::filesystem::create_directories(folder / "labels");
  std::ofstream(folder / "labels/a.json") << annotation_to_json(annotation);
  ASSERT_OK_AND_ASSIGN(const SnapshotLabels labels, read_snapshot_labels(folder.path(), photo));
  ASSERT_EQ(labels.size(), 1U);
  const auto& top = labels.at(Part::kTop);
  EXPECT_EQ(top.at("category"), std::vector<std::string>{"shirt"}) << "the first that says something";
  EXPECT_EQ(top.at("fit"), std::vector<std::string>{"loose"});
  EXPECT_EQ(top.at("detail"), (std::vector<std::string>{"frill", "button"}));

  std::ofstream(folder / "labels/a.json") << "{";
  EXPECT_ERROR(read_snapshot_labels(folder.path(), photo), ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan::labeling
