#include "app/workflow/recommend/import_outfits.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/workflow/people/acting_user.h"
#include "app/workflow/project/import_photos.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

class ImportOutfits : public ::testing::Test {
 protected:
  void SetUp() override {
    auto project = Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
  }
  std::string file(const std::string& name, const std::string& bytes) {
    fs::create_directories(fs::path(folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  Result<BatchReport> import(const std::string& path, const Actor& actor = Actor::alone("mina")) {
    return import_outfits(*project_, path, actor, {});
  }
  static std::string said(const std::vector<FailedItem>& items) {
    std::string all;
    for (const FailedItem& item : items) all += item.reason.text() + "\n";
    return all;
  }
  std::string tables() {
    std::string all;
    const auto kept = project_->store().outfit_tables();
    EXPECT_OK(kept);
    for (const auto& table : *kept) all += table.name + " " + std::to_string(table.outfits) + "\n";
    return all;
  }

  const testing::TemporaryFolder folder_;
  std::optional<Project> project_;
};

TEST_F(ImportOutfits, NumbersAreNamedByTheFileBesideTheTable) {
  file("o/train.json", R"([{"items_category": [21, 237, 9], "items_index": [1, 2, 3], "set_id": "120161271"}])");
  file("o/categories.txt", "21 T-Shirts\n237 Boots\n");
  ASSERT_OK_AND_ASSIGN(const BatchReport report, import(folder_ / "o"));
  EXPECT_EQ(report.done, 1);
  EXPECT_TRUE(report.warnings.empty()) << said(report.warnings);
  ASSERT_OK_AND_ASSIGN(const auto outfits, project_->store().outfits_of_table("train"));
  ASSERT_EQ(outfits.size(), 1u);
  EXPECT_EQ(outfits[0].id, "120161271");
  EXPECT_EQ(outfits[0].items, (std::vector<OutfitItem>{{"T-Shirts", ""}, {"Boots", ""}, {"9", ""}}));
}

TEST_F(ImportOutfits, IdsThatAreMissingOrComeTwiceAreToldByTheirRow) {
  const std::string path = file("looks.csv",
                                "id,main_top,bottom\n"
                                "1,shirt,jeans\n"
                                ",blouse,skirt\n"
                                "1,knit,pants\n"
                                "4,coat,\n");
  ASSERT_OK_AND_ASSIGN(const BatchReport report, import(path));
  EXPECT_EQ(report.done, 3);
  EXPECT_EQ(report.skipped, 1);
  EXPECT_EQ(said(report.warnings),
            "row 3: there is no usable id; it is called 'row 3'\n"
            "row 4: the id '1' is that of row 2; it is called '1 (row 4)'\n"
            "row 5: 1 item; an outfit has two at least, so it is left out\n");
}

TEST_F(ImportOutfits, ATableOfTheSameNameIsReplacedAndThatIsTold) {
  const std::string path = file("looks.csv", "id,top,bottom\n1,shirt,jeans\n2,blouse,skirt\n");
  ASSERT_OK(import(path));
  file("looks.csv", "id,top,bottom\n7,shirt,jeans\n");
  ASSERT_OK_AND_ASSIGN(const BatchReport report, import(path));
  EXPECT_EQ(tables(), "looks 1\n");
  ASSERT_EQ(report.warnings.size(), 1u);
  EXPECT_EQ(report.warnings[0].reason.key, "import.outfits_replaced");
  EXPECT_NE(report.warnings[0].reason.text().find("'looks' of 2 outfits, which mina imported on 20"),
            std::string::npos);
}

TEST_F(ImportOutfits, FilesOfOneNameAreToldApartByTheirFolders) {
  file("o/a/looks.csv", "id,top,bottom\n1,shirt,jeans\n");
  file("o/b/looks.csv", "id,top,bottom\n1,shirt,jeans\n");
  file("o/b/other.json", R"([["셔츠", "청바지"]])");
  ASSERT_OK(import(folder_ / "o"));
  EXPECT_EQ(tables(), "a/looks.csv 1\nb/looks.csv 1\nother 1\n");
}

TEST_F(ImportOutfits, AFileThatCannotBeReadDoesNotStopTheOthers) {
  file("o/broken.json", R"([{"items_category": [21, 237)");
  file("o/good.csv", "id,top,bottom\n1,shirt,jeans\n");
  file("o/prices.csv", "shop,price\na,1\n");
  ASSERT_OK_AND_ASSIGN(const BatchReport report, import(folder_ / "o"));
  EXPECT_EQ(report.done, 1);
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_NE(report.failed[0].item.find("broken.json"), std::string::npos);
  ASSERT_EQ(report.warnings.size(), 1u);
  EXPECT_EQ(report.warnings[0].reason.key, "import.no_outfit_table");
  EXPECT_EQ(tables(), "good 1\n");
}

TEST_F(ImportOutfits, CategoryNamesThatCannotBeReadAreAnErrorOfTheTable) {
  const std::string path = file("o/train.json", R"([{"items_category": [21, 237], "set_id": "1"}])");
  file("o/categories.txt", "21\n");
  ASSERT_OK_AND_ASSIGN(const BatchReport report, import(path));
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_NE(report.failed[0].reason.text().find("categories.txt"), std::string::npos);
  EXPECT_EQ(tables(), "");
}

TEST_F(ImportOutfits, AFolderWithoutTablesSaysSo) {
  fs::create_directories(folder_ / "empty");
  EXPECT_ERROR(import(folder_ / "empty"), ErrorCode::kNotFound);
  EXPECT_ERROR(import(folder_ / "nowhere"), ErrorCode::kNotFound);
}

TEST_F(ImportOutfits, TheCommonImportTakesThemByNameAndByTheirLooks) {
  file("o/looks.csv", "id,top,bottom\n1,shirt,jeans\n");
  ASSERT_OK(import_any(*project_, folder_ / "o", "outfits", Actor::alone("mina"), {}));
  EXPECT_EQ(tables(), "looks 1\n");
  file("o/looks.csv", "id,top,bottom\n1,shirt,jeans\n2,a,b\n");
  ASSERT_OK(import_any(*project_, folder_ / "o", "", Actor::alone("mina"), {}));
  EXPECT_EQ(tables(), "looks 2\n");
}

TEST_F(ImportOutfits, OnlyWhoMayImportDoesAndOnlyAManagerRemoves) {
  const std::string path = file("looks.csv", "id,top,bottom\n1,shirt,jeans\n");
  ASSERT_OK(import(path));
  ASSERT_OK(project_->store().add_user("boss", {Role::kManager}, ""));
  ASSERT_OK(project_->store().add_user("ann", {Role::kAnnotator}, ""));
  ASSERT_OK_AND_ASSIGN(const Actor ann, acting_user(*project_, "ann"));
  ASSERT_OK_AND_ASSIGN(const Actor boss, acting_user(*project_, "boss"));
  EXPECT_ERROR(import(path, ann), ErrorCode::kForbidden);
  EXPECT_ERROR(remove_outfit_table(*project_, "looks", ann), ErrorCode::kForbidden);
  EXPECT_EQ(tables(), "looks 1\n");
  ASSERT_OK(import(path, boss));
  ASSERT_OK(remove_outfit_table(*project_, "looks", boss));
  EXPECT_EQ(tables(), "");
  EXPECT_ERROR(remove_outfit_table(*project_, "looks", boss), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan::workflow
