#include "labeling/io/probe_file.h"

#include <gtest/gtest.h>

#include "labeling/base/file_system.h"
#include "labeling/io/image_encoder.h"
#include "tests/labeling/io/image_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

std::string little_endian(std::size_t value) {
  std::string bytes;
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>((value >> shift) & 0xFF);
  return bytes;
}

/// A 320×240 WebP whose EXIF block (turned by 90°) stands behind `pixels` bytes of something else.
std::string webp_with_late_exif(std::size_t pixels) {
  const std::string tiff("MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 26);
  const std::string header("VP8X\x0A\0\0\0\x08\0\0\0\x3F\x01\0\xEF\0\0", 18);
  const std::string body = "WEBP" + header + "VP8 " + little_endian(pixels) + std::string(pixels, 'x') + "EXIF" +
                           little_endian(tiff.size()) + tiff;
  return "RIFF" + little_endian(body.size()) + body;
}

TEST(ProbeFile, ReadsTheSizeBehindALongPreface) {
  jaedan::testing::TemporaryFolder folder;
  const std::string jpeg = encode_jpeg(quarters(40, 20).view()).value();
  std::string preface;
  for (int i = 0; i < 40; ++i) preface += "\xFF\xE2\xEA\x60" + std::string(0xEA60 - 2, '\xFF');  // 2.4 MB of profiles
  ASSERT_OK(disk().write_atomically(folder / "a.jpg", jpeg.substr(0, 2) + preface + jpeg.substr(2)));
  ASSERT_OK_AND_ASSIGN(const ImageSize size, probe_image_file(folder / "a.jpg"));
  EXPECT_EQ(size, (ImageSize{40, 20}));
}

TEST(ProbeFile, WaitsForAnOrientationThatComesLate) {
  jaedan::testing::TemporaryFolder folder;
  ASSERT_OK(disk().write_atomically(folder / "a.webp", webp_with_late_exif(300'000)));
  ASSERT_OK_AND_ASSIGN(const ImageSize size, probe_image_file(folder / "a.webp"));
  EXPECT_EQ(size, (ImageSize{240, 320}));
}

TEST(ProbeFile, SaysWhatIsWrong) {
  jaedan::testing::TemporaryFolder folder;
  EXPECT_ERROR(probe_image_file(folder / "none.jpg"), ErrorCode::kNotFound);
  ASSERT_OK(disk().write_atomically(folder / "empty.jpg", ""));
  EXPECT_ERROR(probe_image_file(folder / "empty.jpg"), ErrorCode::kCorrupt);
  ASSERT_OK(disk().write_atomically(folder / "text.jpg", "hello"));
  EXPECT_ERROR(probe_image_file(folder / "text.jpg"), ErrorCode::kUnsupported);
  ASSERT_OK(disk().write_atomically(folder / "huge.png", png_header(30000, 30000)));
  EXPECT_ERROR(probe_image_file(folder / "huge.png"), ErrorCode::kTooLarge);
  DecodeLimits limits;
  limits.file_bytes = 4;
  EXPECT_ERROR(probe_image_file(folder / "text.jpg", limits), ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace jaedan::labeling
