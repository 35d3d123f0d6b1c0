// What names the classes of a folder of YOLO label files.
#include "app/workflow/project/yolo_class_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

class YoloClassFiles : public ::testing::Test {
 protected:
  void file(const std::string& path, const std::string& bytes) {
    fs::create_directories(fs::path(folder_ / path).parent_path());
    std::ofstream(folder_ / path) << bytes;
  }
  /// What is found for the label files in `path`; nothing fails the test.
  YoloClassFile near(const std::string& path) {
    const auto found = yolo_classes_near(folder_ / path, 1 << 20);
    EXPECT_OK(found);
    EXPECT_TRUE(found.ok() && *found);
    return found.ok() && *found ? **found : YoloClassFile();
  }

  const testing::TemporaryFolder folder_;
};

TEST_F(YoloClassFiles, TwoThatAgreeAreNotTold) {
  file("set/classes.txt", "skirt\nshirt\n");
  file("set/data.yaml", "names: [skirt, shirt]\n");
  EXPECT_TRUE(near("set").told.empty());
}

TEST_F(YoloClassFiles, TwoThatContradictEachOtherAreToldWithTheOneTaken) {
  file("set/classes.txt", "skirt\nshirt\n");
  file("set/data.yaml", "names: [shirt, skirt]\n");
  const YoloClassFile found = near("set");
  EXPECT_EQ(found.names.classes, (std::vector<std::string>{"skirt", "shirt"}));
  ASSERT_EQ(found.told.size(), 1u);
  EXPECT_EQ(found.told[0].key, "import.class_names_differ");
  const std::string taken = folder_ / "set/classes.txt";
  EXPECT_EQ(found.told[0].text(), taken + " and " + (folder_ / "set/data.yaml") + " name different classes; those of " +
                                      taken + " were taken");
}

TEST_F(YoloClassFiles, OneInAFolderAboveMayContradictToo) {
  file("set/data.yaml", "names: [shirt, skirt]\n");
  file("set/train/labels/classes.txt", "skirt\nshirt\n");
  const YoloClassFile found = near("set/train/labels");
  EXPECT_EQ(found.path, fs::path(folder_ / "set/train/labels/classes.txt"));
  ASSERT_EQ(found.told.size(), 1u);
  EXPECT_EQ(found.told[0].key, "import.class_names_differ");
}

TEST_F(YoloClassFiles, OneOfANameOfItsOwnIsTold) {
  file("set/clothes.yaml", "names: [skirt]\n");
  const YoloClassFile found = near("set");
  ASSERT_EQ(found.told.size(), 1u);
  EXPECT_EQ(found.told[0].key, "import.class_names_from");
}

}  // namespace
}  // namespace jaedan::workflow
