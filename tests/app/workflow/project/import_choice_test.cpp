#include "app/workflow/project/import_choice.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "labeling/formats/importer.h"
#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

class ImportChoiceTest : public ::testing::Test {
 protected:
  void file(const std::string& name, const std::string& bytes) {
    fs::create_directories(fs::path(folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::string found_out(const std::string& name = "") {
    const Result<ImportChoice> choice = choose_import(folder_ / name, "");
    return choice.ok() ? choice->name : choice.error().message.without_context().key;
  }
  const testing::TemporaryFolder folder_;
};

TEST_F(ImportChoiceTest, ThereIsWhatTheTableOfReadersHasAndPhotos) {
  ASSERT_EQ(import_choices().size(), labeling::import_formats().size() + 2);
  EXPECT_EQ(import_choices()[0].name, "images");
  EXPECT_EQ(import_choices().back().name, "outfits");
  for (const ImportChoice& choice : import_choices()) {
    ASSERT_OK_AND_ASSIGN(const ImportChoice named, choose_import("/nowhere", choice.name));
    EXPECT_EQ(named.name, choice.name);
    EXPECT_FALSE(choice.title.empty());
    EXPECT_NE(import_names().find(choice.name), std::string::npos);
  }
  const auto unknown = choose_import("/nowhere", "floppy");
  ASSERT_FALSE(unknown.ok());
  EXPECT_NE(unknown.error().text().find(import_names()), std::string::npos);
}

TEST_F(ImportChoiceTest, TheFilesSayWhatTheyAre) {
  file("k/1.json", R"({"이미지 정보":{}})");
  file("k/notes.json", "{}");
  file("k/1.jpg", "x");
  EXPECT_EQ(found_out("k"), "kfashion");
  EXPECT_EQ(found_out("k/1.json"), "kfashion");
  file("c/annotations/instances.json", R"({"images":[]})");
  EXPECT_EQ(found_out("c"), "coco");
  file("l/1.json", R"({"shapes":[],"imagePath":"1.jpg"})");
  EXPECT_EQ(found_out("l"), "labelme");
  file("v/1.xml", "<annotation/>");
  EXPECT_EQ(found_out("v"), "voc");
  file("y/classes.txt", "coat\n");
  file("y/labels/1.txt", "0 0.5 0.5 0.1 0.1\n");
  EXPECT_EQ(found_out("y"), "yolo");
  file("p/1.jpg", "x");
  file("p/read me.txt", "thank you");
  EXPECT_EQ(found_out("p"), "images");
  file("o/train.json", R"([{"items_category": [21, 237], "set_id": "1"}])");
  file("o/categories.txt", "21 T-Shirts\n");
  EXPECT_EQ(found_out("o"), "outfits");
  file("w/looks.csv", "id,main_top,bottom\n1,shirt,jeans\n");
  EXPECT_EQ(found_out("w/looks.csv"), "outfits");
  file("p/looks.csv", "id,main_top,bottom\n1,shirt,jeans\n");
  EXPECT_EQ(found_out("p"), "images") << "photos go first";
  file("n/prices.csv", "shop,price\na,1\n");
  EXPECT_EQ(found_out("n"), "import.nothing_known");
}

TEST_F(ImportChoiceTest, LabelMasksAreNoPhotos) {
  Mask mask = Mask::of_size(4, 4);
  mask.at(1, 1) = 2;
  ASSERT_OK(labeling::write_mask(folder_ / "1.png", mask));
  file("1.jpg", "x");
  EXPECT_EQ(found_out(), "masks");
}

TEST_F(ImportChoiceTest, SeveralFormatsOrNoneAreAskedAbout) {
  EXPECT_EQ(found_out(), "import.nothing_known");
  EXPECT_EQ(found_out("gone"), "path.not_there");
  file("1.json", R"({"이미지 정보":{}})");
  file("1.xml", "<annotation/>");
  EXPECT_EQ(found_out(), "import.several_formats");
  const std::string said = choose_import(folder_.path(), "").error().text();
  EXPECT_NE(said.find("kfashion, voc"), std::string::npos) << said;
}

}  // namespace
}  // namespace jaedan::workflow
