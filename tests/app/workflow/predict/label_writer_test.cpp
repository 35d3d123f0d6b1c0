#include "app/workflow/predict/label_writer.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/workflow/project/project.h"
#include "labeling/base/file_system.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

constexpr std::uint64_t kLimit = 1 << 20;

class LabelWriterTest : public ::testing::Test {
 protected:
  Result<std::unique_ptr<LabelWriter>> writer(const std::vector<std::string>& formats) {
    return LabelWriter::create(folder_.path(), formats, *taxonomy_, {});
  }
  static labeling::ExportItem item(const std::string& name) {
    labeling::ExportItem item;
    item.photo = Photo{PhotoId{1}, name, "/photos/" + name + ".jpg", 8, 6};
    item.names.file = name;
    return item;
  }

  static std::string name_from(const LabelWriter& writer, const std::string& photo_name) {
    labeling::ExportNames names = writer.names();
    const Photo photo{PhotoId{7}, photo_name, "", 1, 1};
    names.look_at(photo, "/photos/" + photo_name);
    return names.names_of(photo, "/photos/" + photo_name).file;
  }

  const testing::TemporaryFolder folder_;
  const std::shared_ptr<const Taxonomy> taxonomy_ = load_project_taxonomy().value();
};

TEST_F(LabelWriterTest, TwoFormatsThatWriteTheSameFilesAreRefused) {
  const auto refused = writer({"csv", "kfashion", "labelme"});
  EXPECT_ERROR(refused, ErrorCode::kInvalidArgument);
  EXPECT_NE(refused.error().text().find("kfashion and labelme both write NAME.json"), std::string::npos)
      << refused.error().text();
  EXPECT_OK(writer({"kfashion", "masks", "overlay", "csv", "coco", "voc", "yolo"}));
  EXPECT_OK(writer({"kfashion", "kfashion"}));  // a format named twice counts once
}

TEST_F(LabelWriterTest, APhotoDoesNotTakeTheNameOfATable) {
  ASSERT_OK_AND_ASSIGN(const auto both, writer({"kfashion", "coco"}));
  EXPECT_EQ(name_from(*both, "coco"), "coco-7");
  ASSERT_OK_AND_ASSIGN(const auto masks, writer({"masks", "coco"}));
  EXPECT_EQ(name_from(*masks, "coco"), "coco");
}

TEST_F(LabelWriterTest, RowsStandInTheOrderOfThePlaces) {
  ASSERT_OK_AND_ASSIGN(const auto csv, writer({"csv"}));
  ASSERT_OK(csv->write(2, item("c")));
  ASSERT_OK(csv->write(0, item("a")));
  csv->leave_out(1);
  EXPECT_TRUE(csv->finish().empty());
  ASSERT_OK_AND_ASSIGN(const std::string table, disk().read(folder_ / "labels.csv", kLimit));
  const std::size_t a = table.find("\na.jpg");
  const std::size_t c = table.find("\nc.jpg");
  ASSERT_NE(a, std::string::npos) << table;
  ASSERT_NE(c, std::string::npos) << table;
  EXPECT_LT(a, c);
}

TEST_F(LabelWriterTest, ATableThatCannotBeWrittenIsListedAndTheOthersAreWritten) {
  std::filesystem::create_directories(folder_ / "labels.csv/in the way");
  ASSERT_OK_AND_ASSIGN(const auto both, writer({"csv", "coco"}));
  ASSERT_OK(both->write(0, item("a")));
  const std::vector<FailedItem> failed = both->finish();
  ASSERT_EQ(failed.size(), 1u);
  EXPECT_NE(failed[0].item.find("labels.csv"), std::string::npos);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "coco.json"));
}

}  // namespace
}  // namespace jaedan::workflow
