#include "labeling/io/own_picture.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"
#include "labeling/io/probe_file.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using jaedan::testing::TemporaryFolder;

TEST(OwnPicture, WhatIsDrawnIsKnownByItsBytesAndAPhotoIsNot) {
  const TemporaryFolder folder;
  const Image picture = Image::of_size(40, 30);
  for (const char* name : {"a.jpg", "a.png"}) {
    ASSERT_OK(write_drawing(folder / name, picture.view()));
    EXPECT_TRUE(is_own_picture(folder / name)) << name;
    std::filesystem::rename(folder / name, folder / "renamed.bmp");
    EXPECT_TRUE(is_own_picture(folder / "renamed.bmp")) << name;
    ASSERT_OK(write_image(folder / name, picture.view()));
    EXPECT_FALSE(is_own_picture(folder / name)) << name;
  }
  EXPECT_FALSE(is_own_picture(folder / "nothing.jpg"));
  std::ofstream(folder / "text.jpg") << "no picture";
  EXPECT_FALSE(is_own_picture(folder / "text.jpg"));
}

TEST(OwnPicture, TheMarkChangesNoPixel) {
  const TemporaryFolder folder;
  Image picture = Image::of_size(40, 30);
  for (std::size_t i = 0; i < picture.rgb.size(); ++i) picture.rgb[i] = static_cast<std::uint8_t>(i * 7);
  for (const char* ending : {".jpg", ".png"}) {
    const std::string plain = folder / (std::string("plain") + ending);
    const std::string marked = folder / (std::string("marked") + ending);
    ASSERT_OK(write_image(plain, picture.view()));
    ASSERT_OK(write_drawing(marked, picture.view()));
    ASSERT_OK_AND_ASSIGN(const Image before, read_image(plain));
    ASSERT_OK_AND_ASSIGN(const Image after, read_image(marked));
    EXPECT_EQ(before.rgb, after.rgb) << ending;
    ASSERT_OK_AND_ASSIGN(const ImageSize size, probe_image_file(marked));
    EXPECT_EQ(size.width, 40);
  }
  Mask mask;
  mask.width = 8;
  mask.height = 2;
  mask.pixels = {0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0};
  ASSERT_OK(write_mask(folder / "mask.png", mask));
  EXPECT_TRUE(is_own_picture(folder / "mask.png"));
  ASSERT_OK_AND_ASSIGN(const Mask read, read_mask(folder / "mask.png"));
  EXPECT_EQ(read.pixels, mask.pixels);
}

TEST(OwnPicture, BytesOfNoPictureStayAsTheyAre) {
  for (const std::string& bytes : {std::string(), std::string("text"), std::string("\x89PNG\r\n\x1a\n"),
                                   std::string("\xFF\xD8\xFF\xE0\x7F\xFF", 6)}) {
    EXPECT_EQ(with_own_mark(bytes), bytes);
  }
}

}  // namespace
}  // namespace jaedan::labeling
