#include "labeling/io/image_header.h"

#include <gtest/gtest.h>

#include "labeling/io/exif.h"
#include "labeling/io/image_encoder.h"
#include "tests/labeling/io/image_test_files.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

TEST(ImageHeader, TellsFormatAndSize) {
  const std::string jpeg = encode_jpeg(quarters(31, 17).view()).value();
  ASSERT_OK_AND_ASSIGN(const ImageHeader a, read_image_header(jpeg));
  EXPECT_EQ(a.format, ImageFormat::kJpeg);
  EXPECT_EQ(a.stored, (ImageSize{31, 17}));
  EXPECT_TRUE(a.complete);
  ASSERT_OK_AND_ASSIGN(const ImageHeader b, read_image_header(encode_png(quarters(5, 900).view()).value()));
  EXPECT_EQ(b.format, ImageFormat::kPng);
  EXPECT_EQ(b.stored, (ImageSize{5, 900}));
  EXPECT_TRUE(b.complete);
  EXPECT_FALSE(b.has_alpha);
}

TEST(ImageHeader, ReadsGifAndWebpAndBmpByTheirRules) {
  ASSERT_OK_AND_ASSIGN(const ImageHeader gif, read_image_header(std::string("GIF89a\x40\x01\xF0\x00", 10)));
  EXPECT_EQ(gif.stored, (ImageSize{320, 240}));
  const std::string extended = std::string("RIFF\x0E\0\0\0WEBPVP8X\x0A\0\0\0\x10\0\0\0\x3F\x01\0\xEF\0\0", 30);
  ASSERT_OK_AND_ASSIGN(const ImageHeader webp, read_image_header(extended));
  EXPECT_EQ(webp.stored, (ImageSize{320, 240}));
  EXPECT_TRUE(webp.has_alpha);
  std::string bmp = "BM" + std::string(12, '\0') + std::string("\x28\0\0\0\x40\x01\0\0\x10\xFF\xFF\xFF", 12);
  ASSERT_OK_AND_ASSIGN(const ImageHeader top_down, read_image_header(bmp));
  EXPECT_EQ(top_down.stored, (ImageSize{320, 240}));
}

TEST(ImageHeader, OrientationTurnsTheSizeOnce) {
  const std::string jpeg = encode_jpeg(quarters(40, 20).view()).value();
  for (int orientation = 1; orientation <= 8; ++orientation) {
    for (const bool big_endian : {true, false}) {
      ASSERT_OK_AND_ASSIGN(const ImageHeader header,
                           read_image_header(with_orientation(jpeg, orientation, big_endian)));
      EXPECT_EQ(header.orientation, orientation);
      EXPECT_EQ(header.upright(), orientation >= 5 ? (ImageSize{20, 40}) : (ImageSize{40, 20}));
    }
  }
}

TEST(ImageHeader, BrokenExifCountsAsUpright) {
  EXPECT_EQ(exif_orientation(""), 1);
  EXPECT_EQ(exif_orientation("II"), 1);
  EXPECT_EQ(exif_orientation(std::string("MM\0\x2A\xFF\xFF\xFF\xFF", 8)), 1);
  const std::string jpeg = encode_jpeg(quarters(4, 4).view()).value();
  ASSERT_OK_AND_ASSIGN(const ImageHeader header, read_image_header(with_orientation(jpeg, 9)));
  EXPECT_EQ(header.orientation, 1);
}

TEST(ImageHeader, EveryCutGivesAnErrorOrAnIncompleteFile) {
  for (const std::string& whole :
       {encode_jpeg(quarters(16, 16).view()).value(), encode_png(quarters(16, 16).view()).value()}) {
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const Result<ImageHeader> header = read_image_header(std::string_view(whole).substr(0, size));
      EXPECT_TRUE(!header.ok() || !header->complete) << size << " of " << whole.size();
    }
  }
}

TEST(ImageHeader, OtherFilesAreRefused) {
  EXPECT_ERROR(read_image_header(""), ErrorCode::kCorrupt);
  EXPECT_ERROR(read_image_header("hello, world"), ErrorCode::kUnsupported);
  EXPECT_ERROR(read_image_header("RIFF123"), ErrorCode::kUnsupported);
  EXPECT_ERROR(read_image_header("\xFF\xD8\xFF"), ErrorCode::kCorrupt);
  EXPECT_ERROR(read_image_header(png_header(0, 10)), ErrorCode::kCorrupt);
  EXPECT_ERROR(read_image_header(png_header(0xFFFFFFFF, 10)), ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan::labeling
