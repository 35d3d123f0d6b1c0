#include "app/workflow/project/photo_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

TEST(PhotoFiles, WhatJaedanWroteBesidePhotosIsNotAPhoto) {
  const testing::TemporaryFolder temp;
  const fs::path root(temp.path());
  for (const char* name : {"a.jpg", "more/b.JPEG", "masks/a.png", "more/masks/b.png", "overlay/a.jpg", "masks/c.png",
                           "notes.txt", "mask.png"}) {
    fs::create_directories((root / name).parent_path());
    std::ofstream(root / name) << "x";
  }

  const auto found = photos_below(root.string());

  ASSERT_TRUE(found.ok());
  std::vector<std::string> names;
  for (const fs::path& file : *found) names.push_back(file.lexically_relative(root).string());
  EXPECT_THAT(names, ElementsAre("a.jpg", "mask.png", "masks/c.png", "more/b.JPEG")) << "c has no photo, so it is one";
}

TEST(PhotoFiles, APathOfAMacIsFoundByLettersOfBothForms) {
  const testing::TemporaryFolder temp;
  const std::string apart = temp / "\u1112\u1161\u11ab", together = temp / "\uD55C";
  fs::create_directories(apart + "/in");
  EXPECT_EQ(path_on_disk(together + "/in/"), apart + "/in/");
  EXPECT_EQ(path_on_disk(apart), apart);
  EXPECT_EQ(path_on_disk(together + "/other"), together + "/other") << "nothing is there";
  EXPECT_EQ(path_on_disk(""), "");
  fs::create_directories(together);
  EXPECT_EQ(path_on_disk(together), together) << "the very bytes go first";
}

TEST(PhotoFiles, AFileNamedOutrightIsTakenAsItIs) {
  const testing::TemporaryFolder temp;
  const std::string file = temp.path() + "/masks.png";
  std::ofstream(file) << "x";
  const auto found = photos_below(file);
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->size(), 1U);
}

TEST(PhotoFiles, WhatAnEarlierRunWroteIsNoInput) {
  const testing::TemporaryFolder temp;
  const fs::path root(temp.path());
  for (const char* name : {"in/a.jpg", "in/out/a.png", "in/output/b.png"}) {
    fs::create_directories((root / name).parent_path());
    std::ofstream(root / name) << "x";
  }
  fs::create_directory_symlink(root / "in", root / "link");
  for (const std::string out : {"in/out", "in/out/", "link/out", "in/../in/out"}) {
    const auto found = photos_below((root / "in").string(), (root / out).string());
    ASSERT_TRUE(found.ok());
    EXPECT_THAT(*found, ElementsAre(root / "in/a.jpg", root / "in/output/b.png")) << out;
  }
  for (const std::string out : {"in", "elsewhere", ""}) {
    const auto found = photos_below((root / "in").string(), (root / out).string());
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found->size(), 3U) << out;
  }
}

TEST(PhotoFiles, AMissingFolderIsNotFound) {
  const auto found = photos_below("/nowhere/at/all");
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan::workflow
