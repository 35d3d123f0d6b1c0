#include "app/workflow/project/open_target.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

TEST(OpenTarget, AFolderWithoutPhotosIsToldAsSuch) {
  const testing::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "in");
  const auto key_of = [&] {
    const auto target = open_target(folder / "in");
    return target.ok() ? target->images : target.error().message.key;
  };
  EXPECT_EQ(key_of(), "open.no_photos");
  ASSERT_OK(labeling::write_drawing(folder / "in/overlay.jpg", Image::of_size(8, 6).view()));
  EXPECT_EQ(key_of(), "open.no_photos");
  std::filesystem::create_directories(folder / "in/.thumbnails");
  ASSERT_OK(labeling::write_image(folder / "in/.thumbnails/a.jpg", Image::of_size(8, 6).view()));
  EXPECT_EQ(key_of(), "open.no_photos");
  EXPECT_FALSE(std::filesystem::exists(folder / "in.jaedan"));
  ASSERT_OK(labeling::write_image(folder / "in/photo.jpg", Image::of_size(8, 6).view()));
  EXPECT_EQ(key_of(), folder / "in");
  EXPECT_ERROR(open_target(folder / "nowhere"), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan::workflow
