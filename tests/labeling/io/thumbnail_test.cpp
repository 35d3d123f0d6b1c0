#include "labeling/io/thumbnail.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "labeling/base/file_system.h"
#include "labeling/io/image_encoder.h"
#include "labeling/io/resize.h"
#include "tests/labeling/io/image_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

TEST(Resize, TheLongerSideFits) {
  ASSERT_OK_AND_ASSIGN(const Image wide, shrink_to_fit(quarters(640, 320).view(), 100));
  EXPECT_EQ(wide.width, 100);
  EXPECT_EQ(wide.height, 50);
  ASSERT_OK_AND_ASSIGN(const Image line, shrink_to_fit(quarters(1, 3000).view(), 100));
  EXPECT_EQ(line.width, 1);
  EXPECT_EQ(line.height, 100);
  ASSERT_OK_AND_ASSIGN(const Image small, shrink_to_fit(quarters(7, 5).view(), 100));
  EXPECT_EQ(small.rgb, quarters(7, 5).rgb);
  EXPECT_ERROR(shrink_to_fit(ImageView{}, 10), ErrorCode::kInvalidArgument);
}

TEST(Resize, TakesTheMeanOfWhatItCovers) {
  Image board = Image::of_size(100, 100);
  for (int i = 0; i < 100 * 100; ++i) board.rgb[3 * i] = (i / 100 + i % 100) % 2 ? 200 : 0;
  ASSERT_OK_AND_ASSIGN(const Image small, shrink_to_fit(board.view(), 10));
  for (int i = 0; i < 100; ++i) EXPECT_NEAR(small.rgb[3 * i], 100, 1);
}

TEST(ThumbnailCache, ServesFromDiskUntilThePhotoChanges) {
  jaedan::testing::TemporaryFolder folder;
  const std::string photo = folder / "p.jpg";
  ASSERT_OK(write_image(photo, quarters(400, 200).view()));
  const ThumbnailCache cache(folder / "cache");
  ASSERT_OK_AND_ASSIGN(const Image first, cache.get(photo, 64));
  EXPECT_EQ(first.width, 64);
  EXPECT_EQ(quarters_of(first), "rgbw");
  ASSERT_OK_AND_ASSIGN(const std::string file, cache.file_for(photo, 64));
  ASSERT_TRUE(std::filesystem::exists(file));

  ASSERT_OK(write_image(file, Image::of_size(3, 3).view()));  // so that one sees where it comes from
  ASSERT_OK_AND_ASSIGN(const Image cached, cache.get(photo, 64));
  EXPECT_EQ(cached.width, 3);

  ASSERT_OK(write_image(photo, quarters(200, 400).view()));
  ASSERT_OK_AND_ASSIGN(const Image changed, cache.get(photo, 64));
  EXPECT_EQ(changed.height, 64);
  EXPECT_NE(cache.file_for(photo, 64).value(), file);
}

TEST(ThumbnailCache, ABrokenCacheFileIsMadeAgain) {
  jaedan::testing::TemporaryFolder folder;
  const std::string photo = folder / "p.png";
  ASSERT_OK(write_image(photo, quarters(40, 20).view()));
  const ThumbnailCache cache(folder / "cache");
  ASSERT_OK_AND_ASSIGN(const std::string file, cache.file_for(photo, 16));
  ASSERT_OK(disk().write_atomically(file, "rubbish"));
  ASSERT_OK_AND_ASSIGN(const Image image, cache.get(photo, 16));
  EXPECT_EQ(image.width, 16);
}

TEST(ThumbnailCache, AFolderThatCannotBeWrittenOnlyCostsTime) {
  jaedan::testing::TemporaryFolder folder;
  const std::string photo = folder / "p.png";
  ASSERT_OK(write_image(photo, quarters(40, 20).view()));
  const ThumbnailCache cache(photo + "/below");  // below a file
  ASSERT_OK_AND_ASSIGN(const Image image, cache.get(photo, 16));
  EXPECT_EQ(image.width, 16);
  EXPECT_ERROR(cache.get(folder / "none.jpg", 16), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan::labeling
