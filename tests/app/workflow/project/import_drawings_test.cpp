// Pictures that this program drew itself, and copies of a project's photos, are no new photos.
#include <gtest/gtest.h>

#include <filesystem>

#include "app/workflow/project/export_project.h"
#include "app/workflow/project/import_photos.h"
#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

/// "photos" with two photos, and "out" with what an export of them wrote.
class ImportDrawings : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "photos");
    for (const auto& [name, grey] : {std::pair{"a", 90}, std::pair{"b", 160}}) {
      Image photo = Image::of_size(40, 30);
      std::fill(photo.rgb.begin(), photo.rgb.end(), static_cast<std::uint8_t>(grey));
      ASSERT_OK(labeling::write_image(folder_ / ("photos/" + std::string(name) + ".jpg"), photo.view()));
    }
    ASSERT_OK_AND_ASSIGN(Project labelled, make_project("labelled"));
    for (const int id : {1, 2}) {
      Garment top;
      top.id = GarmentId{1};
      top.part = Part::kTop;
      top.region.rings = {{{5, 5}, {20, 5}, {20, 20}, {5, 20}}};
      Annotation annotation;
      annotation.photo = PhotoId{id};
      annotation.garments = {top};
      annotation.state = WorkflowState::kDrawn;
      ASSERT_OK(labelled.store().save(annotation, {"mina", "edit"}, std::nullopt));
    }
    ASSERT_OK(export_project(labelled, folder_ / "out", {"kfashion", "overlay", "masks"}, {}, {}, {}));
    ASSERT_OK(write_contact_sheet(labelled, folder_ / "out/sheet.jpg", {}, 9, {}));
  }
  Result<Project> make_project(const std::string& name) {
    JAEDAN_ASSIGN_OR_RETURN(Project project, Project::create(folder_ / (name + ".jaedan")));
    JAEDAN_ASSIGN_OR_RETURN(const BatchReport report,
                            import_images(project, folder_ / "photos", Actor::alone("mina"), {}));
    EXPECT_EQ(report.done, 2);
    return project;
  }

  const testing::TemporaryFolder folder_;
};

TEST_F(ImportDrawings, LabelsFindTheProjectsPhotosPastTheOverlaysBesideThem) {
  ASSERT_OK_AND_ASSIGN(Project fresh, make_project("fresh"));
  ASSERT_OK_AND_ASSIGN(const BatchReport report,
                       import_any(fresh, folder_ / "out", "kfashion", Actor::alone("mina"), {}));
  EXPECT_EQ(report.done, 2);
  EXPECT_EQ(report.new_photos, 0);
  ASSERT_OK_AND_ASSIGN(const std::int64_t photos, fresh.store().count({}));
  EXPECT_EQ(photos, 2);
  ASSERT_OK_AND_ASSIGN(const Annotation first, fresh.store().annotation(PhotoId{1}));
  EXPECT_EQ(first.garments.size(), 1u);
}

TEST_F(ImportDrawings, MasksFindThemToo) {
  ASSERT_OK_AND_ASSIGN(Project fresh, make_project("fresh"));
  fs::create_directories(folder_ / "mixed");
  for (const char* file : {"a.png", "a.jpg", "b.png", "b.jpg"}) {
    fs::copy(folder_ / ("out/" + std::string(file)), folder_ / "mixed");
  }
  ASSERT_OK_AND_ASSIGN(const BatchReport report, import_any(fresh, folder_ / "mixed", "", Actor::alone("mina"), {}));
  EXPECT_EQ(report.done, 2);
  EXPECT_EQ(report.new_photos, 0);
}

TEST_F(ImportDrawings, AFolderOfPhotosWithDrawingsBelowItHasThePhotosOnly) {
  fs::rename(folder_ / "out", folder_ / "photos/out");
  ASSERT_OK_AND_ASSIGN(Project fresh, Project::create(folder_ / "fresh.jaedan"));
  ASSERT_OK_AND_ASSIGN(const BatchReport report, import_images(fresh, folder_ / "photos", Actor::alone("mina"), {}));
  EXPECT_EQ(report.done, 2);
  ASSERT_EQ(report.warnings.size(), 1u);
  EXPECT_EQ(report.warnings[0].reason.key, "import.drawings_left_out");
  EXPECT_EQ(report.warnings[0].reason.arguments[0].text(), "5");
}

TEST_F(ImportDrawings, ACopyOfAPhotoIsThatPhotoAndAnotherOfItsNameIsNot) {
  ASSERT_OK_AND_ASSIGN(Project fresh, make_project("fresh"));
  fs::create_directories(folder_ / "sent");
  for (const char* file : {"a", "b"}) {
    fs::copy(folder_ / ("out/" + std::string(file) + ".json"), folder_ / "sent");
    fs::copy(folder_ / "photos/a.jpg", folder_ / ("sent/" + std::string(file) + ".jpg"));
  }
  ASSERT_OK_AND_ASSIGN(const BatchReport report,
                       import_any(fresh, folder_ / "sent", "kfashion", Actor::alone("mina"), {}));
  EXPECT_EQ(report.done, 2);
  EXPECT_EQ(report.new_photos, 1) << "b.jpg has other bytes than the project's b.jpg";
  ASSERT_OK_AND_ASSIGN(const Annotation a, fresh.store().annotation(PhotoId{1}));
  EXPECT_EQ(a.garments.size(), 1u);
  ASSERT_OK_AND_ASSIGN(const Annotation b, fresh.store().annotation(PhotoId{2}));
  EXPECT_TRUE(b.garments.empty());
}

}  // namespace
}  // namespace jaedan::workflow
