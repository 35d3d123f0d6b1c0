#include "app/workflow/output/output_guard.h"

#include <gtest/gtest.h>

#include <fstream>

#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

/// A folder "photos" with a.jpg and its label file, and a link to it.
class OutputGuardTest : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(photos_);
    for (const char* name : {"a.jpg", "a.json", "labels.csv"}) std::ofstream(photos_ / name) << "x";
    fs::create_directory_symlink(photos_, link_);
  }
  OutputGuard guard(const fs::path& out, const std::vector<std::string>& formats) {
    OutputGuard made(out.string(), formats);
    made.protect_photo(photos_ / "a.jpg");
    return made;
  }

  const testing::TemporaryFolder folder_;
  const fs::path photos_ = folder_ / "photos";
  const fs::path link_ = folder_ / "link";
};

TEST_F(OutputGuardTest, PicturesAreNotWrittenAmongPhotos) {
  for (const fs::path& out : {photos_, photos_ / "", link_, photos_ / ".." / "photos"}) {
    EXPECT_ERROR(guard(out, {"masks"}).check(), ErrorCode::kInvalidArgument);
    EXPECT_ERROR(guard(out, {"kfashion", "overlay"}).check(), ErrorCode::kInvalidArgument);
    EXPECT_OK(guard(out, {"kfashion"}).check());
  }
  EXPECT_OK(guard(photos_ / "masks", {"masks"}).check());
}

TEST_F(OutputGuardTest, AFileThatIsAmongThePhotosIsKept) {
  for (const fs::path& out : {photos_, link_}) {
    EXPECT_ERROR(guard(out, {"kfashion"}).allow("a"), ErrorCode::kConflict);
    EXPECT_OK(guard(out, {"kfashion"}).allow("b"));
    EXPECT_OK(guard(out, {"voc"}).allow("a"));
    EXPECT_ERROR(guard(out, {"csv"}).check(), ErrorCode::kInvalidArgument);
  }
}

TEST_F(OutputGuardTest, InAFolderBelowThePhotosFilesAreReplaced) {
  fs::create_directories(photos_ / "out");
  std::ofstream(photos_ / "out/a.png") << "x";
  EXPECT_OK(guard(photos_ / "out", {"masks"}).check());
  EXPECT_OK(guard(photos_ / "out", {"masks"}).allow("a"));
}

TEST_F(OutputGuardTest, AnywhereElseFilesAreReplaced) {
  const fs::path out = folder_ / "photos of last year";
  fs::create_directories(out);
  for (const char* name : {"a.jpg", "a.json", "labels.csv"}) std::ofstream(out / name) << "x";
  EXPECT_OK(guard(out, {"kfashion", "overlay", "csv"}).check());
  EXPECT_OK(guard(out, {"kfashion", "overlay", "csv"}).allow("a"));
}

TEST_F(OutputGuardTest, WhereALinkToAPhotoLeadsIsAFolderOfPhotosToo) {
  const fs::path originals = folder_ / "originals";
  fs::create_directories(originals);
  std::ofstream(originals / "b.jpg") << "x";
  fs::create_symlink(originals / "b.jpg", photos_ / "b.jpg");
  OutputGuard made(originals.string(), {"overlay"});
  made.protect_photo(photos_ / "b.jpg");
  EXPECT_ERROR(made.check(), ErrorCode::kInvalidArgument);
}

TEST_F(OutputGuardTest, FilesOfAnotherFormatAreNotReplaced) {
  const fs::path out = folder_ / "out";
  fs::create_directories(out);
  const std::string kfashion = R"({"이미지 정보":{},"데이터셋 정보":{}})";
  const std::string labelme = R"({"shapes":[],"imagePath":"a.jpg"})";
  std::ofstream(out / "a.json") << kfashion;
  std::ofstream(out / "coco.json") << R"({"images":[],"annotations":[]})";
  EXPECT_OK(guard(out, {"kfashion", "coco"}).check());
  EXPECT_OK(guard(out, {"kfashion"}).allow("a"));
  EXPECT_OK(guard(out, {"masks", "voc"}).check());
  EXPECT_ERROR(guard(out, {"labelme"}).check(), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(guard(out, {"labelme"}).allow("a"), ErrorCode::kConflict);
  EXPECT_OK(guard(out, {"labelme"}).allow("b"));
  std::ofstream(out / "b.json") << labelme;
  std::ofstream(out / "c.json") << labelme;
  EXPECT_ERROR(guard(out, {"kfashion"}).check(), ErrorCode::kInvalidArgument);
}

TEST_F(OutputGuardTest, APictureThatNobodyDrewFromLabelsIsNotReplaced) {
  const fs::path out = folder_ / "copies";
  const Image picture = Image::of_size(8, 6);
  fs::create_directories(out);
  for (const char* name : {"a.jpg", "a.png"}) ASSERT_OK(labeling::write_image((out / name).string(), picture.view()));
  EXPECT_ERROR(guard(out, {"overlay"}).allow("a"), ErrorCode::kConflict);
  EXPECT_ERROR(guard(out, {"masks"}).allow("a"), ErrorCode::kConflict);
  ASSERT_OK(labeling::write_drawing((out / "a.jpg").string(), picture.view()));
  Mask mask;
  mask.width = mask.height = 2;
  mask.pixels = {0, 2, 2, 0};
  ASSERT_OK(labeling::write_mask((out / "a.png").string(), mask));
  EXPECT_OK(guard(out, {"overlay", "masks"}).allow("a"));
}

TEST(OutputFolder, AFileInItsPlaceIsAnError) {
  const testing::TemporaryFolder folder;
  std::ofstream(folder / "file") << "x";
  EXPECT_ERROR(make_output_folder(folder / "file"), ErrorCode::kIo);
  EXPECT_ERROR(make_output_folder(folder / "file/below"), ErrorCode::kIo);
  EXPECT_OK(make_output_folder(folder / "new/below"));
}

}  // namespace
}  // namespace jaedan::workflow
