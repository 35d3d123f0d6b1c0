#include "app/workflow/project/import_photos.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

/// A project, and a folder "photos" with a.png and b.png.
class ImportPhotos : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "photos");
    for (const char* name : {"a", "b"}) {
      const Image black = Image::of_size(8, 6);
      ASSERT_OK(labeling::write_image(folder_ / ("photos/" + std::string(name) + ".png"), black.view()));
    }
    auto project = Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
  }
  const testing::TemporaryFolder folder_;
  std::optional<Project> project_;
};

TEST_F(ImportPhotos, PhotosThatAreThereAlreadyCountAsSkipped) {
  ASSERT_OK_AND_ASSIGN(const BatchReport one,
                       import_images(*project_, folder_ / "photos/a.png", Actor::alone("mina"), {}));
  EXPECT_EQ(one.done, 1);
  ASSERT_OK_AND_ASSIGN(const BatchReport both, import_images(*project_, folder_ / "photos", Actor::alone("mina"), {}));
  EXPECT_EQ(both.done, 1);
  EXPECT_EQ(both.skipped, 1);
}

TEST_F(ImportPhotos, APhotoReachedThroughALinkedFolderIsTheSameOne) {
  fs::create_directory_symlink(folder_ / "photos", folder_ / "link");
  ASSERT_OK(import_images(*project_, folder_ / "photos", Actor::alone("mina"), {}));
  ASSERT_OK_AND_ASSIGN(const BatchReport again, import_images(*project_, folder_ / "link", Actor::alone("mina"), {}));
  EXPECT_EQ(again.done, 0);
  EXPECT_EQ(again.skipped, 2);
}

TEST_F(ImportPhotos, PicturesOfOtherKindsAreCountedAndNamed) {
  for (const char* name : {"x.gif", "y.GIF", "z.cr2", "notes.txt"})
    std::ofstream(fs::path(folder_ / "photos") / name) << "x";
  ASSERT_OK_AND_ASSIGN(const BatchReport report,
                       import_images(*project_, folder_ / "photos", Actor::alone("mina"), {}));
  EXPECT_EQ(report.done, 2);
  ASSERT_EQ(report.warnings.size(), 1u);
  EXPECT_EQ(report.warnings[0].reason.text(), "3 files left out, not read here: 1 CR2, 2 GIF");
}

TEST_F(ImportPhotos, JpegsOfEveryEndingAreFound) {
  const std::string jpeg = labeling::encode_jpeg(Image::of_size(8, 6).view()).value();
  for (const char* name : {"c.jfif", "d.jpe", "e.JPEG"}) std::ofstream(fs::path(folder_ / "photos") / name) << jpeg;
  ASSERT_OK_AND_ASSIGN(const BatchReport report,
                       import_images(*project_, folder_ / "photos", Actor::alone("mina"), {}));
  EXPECT_EQ(report.done, 5);
}

TEST_F(ImportPhotos, AFileWithNothingOfALabelFileIsListedAndTheRightOneCanComeLater) {
  std::ofstream(folder_ / "photos/a.json") << "{}";
  ASSERT_OK_AND_ASSIGN(const BatchReport report,
                       import_any(*project_, folder_ / "photos", "kfashion", Actor::alone("mina"), {}));
  EXPECT_EQ(report.done, 0);
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_NE(report.failed[0].reason.text().find("no K-Fashion label file"), std::string::npos);
  EXPECT_EQ(project_->store().count({}).value(), 0);

  std::ofstream(folder_ / "photos/a.json") << R"({"이미지 정보": {"이미지 식별자": 1, "이미지 높이": 6,
      "이미지 파일명": "a.png", "이미지 너비": 8}})";
  ASSERT_OK_AND_ASSIGN(const BatchReport later,
                       import_any(*project_, folder_ / "photos", "kfashion", Actor::alone("mina"), {}));
  EXPECT_EQ(later.done, 1);
}

TEST_F(ImportPhotos, LabelsApartFromTheirPhotosAreForTheProjectsPhotoOfThatNameAndSize) {
  ASSERT_OK(import_images(*project_, folder_ / "photos", Actor::alone("mina"), {}));
  fs::create_directories(folder_ / "elsewhere/labels");
  std::ofstream(folder_ / "elsewhere/labels/a.json") << R"({"이미지 정보": {"이미지 높이": 6, "이미지 너비": 8}})";
  std::ofstream(folder_ / "elsewhere/labels/b.json") << R"({"이미지 정보": {"이미지 높이": 60, "이미지 너비": 80,
      "이미지 파일명": "b.png"}})";
  ASSERT_OK_AND_ASSIGN(const BatchReport report,
                       import_any(*project_, folder_ / "elsewhere", "kfashion", Actor::alone("mina"), {}));
  EXPECT_EQ(report.done, 1);
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_EQ(report.failed[0].reason.text(), "the label file says 80×60, the project's photo 'b' is 8×6");
  EXPECT_EQ(project_->store().count({}).value(), 2) << "no photo was added";
  EXPECT_EQ(project_->store().annotation(PhotoId{1})->revision, 1);
  EXPECT_EQ(project_->store().annotation(PhotoId{2})->revision, 0) << "another size is another photo";
}

TEST_F(ImportPhotos, AClassesFileSaysWhatTheNumbersOfYoloMean) {
  fs::create_directories(folder_ / "photos/labels");
  std::ofstream(folder_ / "photos/classes.txt") << "shoe\nskirt\n";
  std::ofstream(folder_ / "photos/labels/a.txt") << "1 0.5 0.5 0.5 0.5\n0 0.1 0.1 0.1 0.1\n";
  ASSERT_OK_AND_ASSIGN(const BatchReport report,
                       import_any(*project_, folder_ / "photos", "yolo", Actor::alone("mina"), {}));
  EXPECT_EQ(report.done, 1);
  EXPECT_EQ(report.warnings.size(), 1u) << "the shoe is no garment";
  ASSERT_OK_AND_ASSIGN(const Annotation annotation, project_->store().annotation(PhotoId{1}));
  ASSERT_EQ(annotation.garments.size(), 1u);
  EXPECT_EQ(annotation.garments[0].part, Part::kBottom);
  EXPECT_EQ(annotation.garments[0].region.rings[0][0], (Point{2, 1.5}));
  EXPECT_EQ(annotation.state, WorkflowState::kDrawn);
}

}  // namespace
}  // namespace jaedan::workflow
