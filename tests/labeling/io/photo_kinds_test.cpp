#include <gtest/gtest.h>

#include <cstdlib>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include "labeling/base/file_system.h"
#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"
#include "labeling/io/probe_file.h"
#include "tests/labeling/io/image_test_files.h"
#include "tests/labeling/io/photo_containers.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

/// Largest difference of a channel over all pixels.
int largest_difference(const Image& a, const Image& b) {
  if (a.rgb.size() != b.rgb.size()) return 256;
  int largest = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) largest = std::max(largest, std::abs(a.rgb[i] - b.rgb[i]));
  return largest;
}

/// How many of all channel values differ by more than `most`, as a share.
double share_over(const Image& a, const Image& b, int most) {
  if (a.rgb.size() != b.rgb.size()) return 1;
  std::size_t over = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) over += std::abs(a.rgb[i] - b.rgb[i]) > most ? 1 : 0;
  return static_cast<double>(over) / static_cast<double>(a.rgb.size());
}

/// The same at the middle of each of the patches: codecs blur borders.
int difference_of_patches(const Image& a, const Image& b) {
  if (a.width != b.width || a.height != b.height) return 256;
  int largest = 0;
  for (int y = 4; y < a.height; y += 8) {
    for (int x = 4; x < a.width; x += 8) {
      for (int c = 0; c < 3; ++c) largest = std::max(largest, std::abs(a.pixel(x, y)[c] - b.pixel(x, y)[c]));
    }
  }
  return largest;
}

std::string png_of(const Image& image) { return encode_png(image.view()).value(); }

Image shared_photo(const std::string& name) {
  return read_image(jaedan::testing::shared_dir() + "/cases/photos/" + name).value();
}

Result<ImageSize> probed(const std::string& bytes) {
  jaedan::testing::TemporaryFolder folder;
  EXPECT_OK(disk().write_atomically(folder / "photo", bytes));
  return probe_image_file(folder / "photo");
}

TEST(ColourProfile, TheSamePictureInAnotherSpaceIsTheSamePixels) {
  const Image right = patches(false);
  const Image wide = patches(true);
  ASSERT_GT(difference_of_patches(right, wide), 15);
  ASSERT_OK_AND_ASSIGN(const Image png, decode_image(png_with_profile(png_of(wide), wide_profile())));
  EXPECT_LE(largest_difference(png, right), 2);
  ASSERT_OK_AND_ASSIGN(const Image webp, decode_image(webp_with_profile(wide, wide_profile())));
  EXPECT_LE(largest_difference(webp, right), 2);
  ASSERT_OK_AND_ASSIGN(const Image jpeg,
                       decode_image(jpeg_with_profile(encode_jpeg(wide.view(), 98).value(), wide_profile())));
  EXPECT_LE(difference_of_patches(jpeg, right), 8);
}

TEST(ColourProfile, PiecesOfAJpegsProfileArePutTogetherInAnyOrder) {
  const std::string jpeg = encode_jpeg(patches(true).view(), 98).value();
  for (const bool backwards : {false, true}) {
    ASSERT_OK_AND_ASSIGN(const Image image, decode_image(jpeg_with_profile(jpeg, wide_profile(), 100, backwards)));
    EXPECT_LE(difference_of_patches(image, patches(false)), 8);
  }
}

TEST(ColourProfile, OneOfSrgbChangesNoByte) {
  ASSERT_OK_AND_ASSIGN(const Image image, decode_image(png_with_profile(png_of(patches(false)), srgb_profile())));
  EXPECT_EQ(image.rgb, patches(false).rgb);
}

TEST(ColourProfile, BrokenOnesAndThoseOfOtherInksAreLeftAlone) {
  const Image wide = patches(true);
  const std::string icc = wide_profile();
  for (const std::string& broken : {icc.substr(0, 100), std::string("nothing"), std::string(200, 'x')}) {
    ASSERT_OK_AND_ASSIGN(const Image image, decode_image(png_with_profile(png_of(wide), broken)));
    EXPECT_EQ(image.rgb, wide.rgb);
  }
}

TEST(ColourProfile, GreyHasItsOwn) {
  Image grey = Image::of_size(8, 8);
  std::fill(grey.rgb.begin(), grey.rgb.end(), std::uint8_t{128});
  ASSERT_OK_AND_ASSIGN(const Image light, decode_image(png_with_profile(png_of(grey), grey_profile(1.0))));
  EXPECT_NEAR(light.rgb[0], 188, 2);  // half of the light, as sRGB writes it
  EXPECT_EQ(light.rgb[0], light.rgb[2]);
}

TEST(PhotoKinds, HeicAndAvifAreRead) {
  for (const bool avif : {false, true}) {
    SCOPED_TRACE(avif);
    const std::string bytes = heif_of(patches(false), avif);
    ASSERT_OK_AND_ASSIGN(const ImageSize size, probed(bytes));
    EXPECT_EQ(size, (ImageSize{64, 64}));
    ASSERT_OK_AND_ASSIGN(const Image image, decode_image(bytes));
    EXPECT_LE(difference_of_patches(image, patches(false)), 8);
    ASSERT_OK_AND_ASSIGN(const Image seen_through, decode_image(heif_of(patches(false), avif, {}, true)));
    EXPECT_EQ(seen_through.pixel(4, 4)[2], 255);
    EXPECT_NEAR(seen_through.pixel(60, 4)[2], patches(false).pixel(60, 4)[2], 8);
    ASSERT_OK_AND_ASSIGN(const Image wide, decode_image(heif_of(patches(true), avif, wide_profile())));
    EXPECT_LE(difference_of_patches(wide, patches(false)), 8);
    EXPECT_ERROR(decode_image(bytes.substr(0, bytes.size() / 2)), ErrorCode::kCorrupt);
    EXPECT_ERROR(probed(bytes.substr(0, 60)), ErrorCode::kCorrupt);
    DecodeLimits limits;
    limits.pixels = 64 * 63;
    EXPECT_ERROR(decode_image(bytes, limits), ErrorCode::kTooLarge);
  }
}

TEST(PhotoKinds, AHeicOrAvifThatIsCutOffIsToldInOneSentence) {
  for (const bool avif : {false, true}) {
    const std::string whole = heif_of(patches(false), avif);
    for (const std::size_t left : {std::size_t{20}, std::size_t{60}, whole.find("mdat") - 4, whole.find("mdat") + 4,
                                   whole.size() / 2, whole.size() - 1}) {
      SCOPED_TRACE(left);
      const Result<Image> image = decode_image(whole.substr(0, left));
      ASSERT_FALSE(image.ok());
      const Message& said = image.error().message;
      EXPECT_EQ(said.key, "image.cut_off") << said.text();
      EXPECT_EQ(said.text(), (avif ? "a AVIF" : "a HEIC") + std::string(" that is cut off: its end is missing"));
    }
    std::string broken = whole;
    broken.replace(broken.find("pitm"), 4, "xxxx");
    const Result<Image> image = decode_image(broken);
    ASSERT_FALSE(image.ok());
    EXPECT_EQ(image.error().message.key, "image.broken_because") << image.error().text();
    EXPECT_EQ(image.error().text().find('\n'), std::string::npos) << image.error().text();
  }
}

TEST(PhotoKinds, TiffIsReadAndTurnedOnce) {
  const char* upright[] = {"rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    SCOPED_TRACE(orientation);
    const std::string bytes = tiff_of(quarters(320, 240), orientation);
    ASSERT_OK_AND_ASSIGN(const Image image, decode_image(bytes));
    EXPECT_EQ(quarters_of(image), upright[orientation - 1]);
    ASSERT_OK_AND_ASSIGN(const ImageSize size, probed(bytes));
    EXPECT_EQ(size, (ImageSize{image.width, image.height}));
    EXPECT_EQ(size, orientation >= 5 ? (ImageSize{240, 320}) : (ImageSize{320, 240}));
  }
}

TEST(PhotoKinds, TheFirstExifSegmentCounts) {
  const std::string jpeg = encode_jpeg(quarters(64, 32).view()).value();
  ASSERT_OK_AND_ASSIGN(const Image image, decode_image(with_orientation(with_orientation(jpeg, 1), 6)));
  EXPECT_EQ(quarters_of(image), "brwg");
}

TEST(PhotoKinds, TransparentGreyIsWhite) {
  // Two greys, 0 and 1 of one bit, and of 8 and 16 bits; the first is transparent.
  for (const int type : {CV_8U, CV_16U}) {
    cv::Mat pixels(1, 2, type, cv::Scalar(70));
    pixels.col(1).setTo(cv::Scalar(type == CV_8U ? 90 : 25'700));
    std::vector<unsigned char> encoded;
    ASSERT_TRUE(cv::imencode(".png", pixels, encoded));
    const std::string png(encoded.begin(), encoded.end());
    const std::string trns = std::string("\0\0\0\2tRNS\0\x46", 10) + std::string("\0\0\0\0", 4);
    const std::size_t pixels_at = png.find("IDAT") - 4;
    std::string marked = png.substr(0, pixels_at) + trns + png.substr(pixels_at);
    ASSERT_OK_AND_ASSIGN(const Image image, decode_image(marked));
    EXPECT_EQ(image.rgb[0], 255);
    EXPECT_NEAR(image.rgb[3], type == CV_8U ? 90 : 100, 1);
  }
}

TEST(PhotoKinds, WhatCannotBeDecodedIsToldByTheHeaderAlready) {
  std::string long_tail(200'000, 'x');
  const std::string jpeg = encode_jpeg(quarters(1000, 800).view(), 100).value();
  EXPECT_OK(probed(jpeg));
  EXPECT_OK(probed(jpeg + long_tail));  // phones hang films behind the end
  EXPECT_ERROR(probed(jpeg.substr(0, jpeg.size() - 2)), ErrorCode::kCorrupt);
  EXPECT_ERROR(probed(jpeg.substr(0, 200)), ErrorCode::kCorrupt);
  cv::Mat noise(300, 300, CV_8UC3);
  cv::randu(noise, cv::Scalar::all(0), cv::Scalar::all(255));
  std::vector<unsigned char> bytes;
  for (const char* ending : {".jpg", ".png", ".webp"}) {
    SCOPED_TRACE(ending);
    ASSERT_TRUE(cv::imencode(ending, noise, bytes, {cv::IMWRITE_JPEG_QUALITY, 100, cv::IMWRITE_WEBP_QUALITY, 101}));
    const std::string whole(bytes.begin(), bytes.end());
    ASSERT_GT(whole.size(), 70'000u);  // more than the first piece that is read
    EXPECT_OK(probed(whole));
    EXPECT_ERROR(probed(whole.substr(0, whole.size() - 100)), ErrorCode::kCorrupt);
  }
  const std::string moving = std::string("RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0\x3F\x01\0\xEF\0\0", 30);
  EXPECT_ERROR(probed(moving), ErrorCode::kUnsupported);
  EXPECT_ERROR(probed(std::string("GIF89a\x40\x01\xF0\x00", 10)), ErrorCode::kUnsupported);
}

TEST(PhotoKinds, ATiffOrBmpThatIsCutOffIsToldByTheHeaderToo) {
  cv::Mat noise(300, 300, CV_8UC3);
  cv::randu(noise, cv::Scalar::all(0), cv::Scalar::all(255));
  std::vector<unsigned char> bytes;
  ASSERT_TRUE(cv::imencode(".bmp", noise, bytes));
  const std::string bmp(bytes.begin(), bytes.end());
  EXPECT_OK(probed(bmp));
  for (const std::size_t missing : {1, 100, 200'000}) {
    EXPECT_ERROR(probed(bmp.substr(0, bmp.size() - missing)), ErrorCode::kCorrupt);
  }
  // A directory in front, as writers on the fly leave it: one at the end is missed when the end is.
  const std::string tiff = tiff_of(quarters(320, 240), 1, true);
  EXPECT_OK(probed(tiff));
  EXPECT_OK(decode_image(tiff));
  for (const std::size_t missing : {1, 100, 200'000}) {
    EXPECT_ERROR(probed(tiff.substr(0, tiff.size() - missing)), ErrorCode::kCorrupt);
    EXPECT_ERROR(decode_image(tiff.substr(0, tiff.size() - missing)), ErrorCode::kCorrupt);
  }
}

TEST(PhotoKinds, ATiffOfSamplesThatAreNotReadIsToldByTheHeader) {
  for (const int bits : {1, 8, 16}) {
    SCOPED_TRACE(bits);
    EXPECT_OK(probed(tiff_of_samples(bits, 1)));
    EXPECT_OK(decode_image(tiff_of_samples(bits, 1)));
  }
  for (const int bits : {8, 16}) {
    SCOPED_TRACE(bits);
    EXPECT_OK(probed(tiff_of_samples(bits, 3, 1, 2)));
    EXPECT_OK(decode_image(tiff_of_samples(bits, 3, 1, 2)));
  }
  EXPECT_OK(decode_image(tiff_of_samples(8, 4, 1, 5)));
  const auto why = [](const std::string& tiff) {
    const Result<ImageSize> size = probed(tiff);
    return size.ok() ? std::string("read") : std::string(size.error().message.without_context().key);
  };
  for (const int bits : {16, 32, 64}) EXPECT_EQ(why(tiff_of_samples(bits, 1, 3)), "image.samples_no_whole_numbers");
  EXPECT_EQ(why(tiff_of_samples(32, 3, 3, 2)), "image.samples_no_whole_numbers");
  EXPECT_EQ(why(tiff_of_samples(64, 1, 6)), "image.samples_no_whole_numbers") << "complex";
  for (const int bits : {2, 4, 12, 24, 32}) EXPECT_EQ(why(tiff_of_samples(bits, 1)), "image.samples_unread") << bits;
  EXPECT_EQ(why(tiff_of_samples(12, 3, 1, 2)), "image.samples_unread");
  EXPECT_EQ(why(tiff_of_samples(16, 4, 1, 5)), "image.samples_unread") << "CMYK";
  EXPECT_EQ(why(tiff_of_samples(8, 5, 1, 2)), "image.samples_unread") << "five channels";
  EXPECT_NE(decode_image(tiff_of_samples(32, 1, 3)).error().text().find("floating point or complex numbers (32 bits)"),
            std::string::npos);
}

TEST(PhotoKinds, APngWithAWrongCheckSumIsToldByTheHeader) {
  const std::string png = encode_png(quarters(40, 30).view()).value();
  EXPECT_OK(probed(png));
  const std::size_t pixels = png.find("IDAT");
  for (const std::size_t place : {std::size_t{29}, std::size_t{24}, pixels + 6, png.size() - 14}) {
    std::string changed = png;
    changed[place] = static_cast<char>(changed[place] ^ 0x40);
    SCOPED_TRACE(place);
    EXPECT_ERROR(probed(changed), ErrorCode::kCorrupt);
    EXPECT_ERROR(decode_image(changed), ErrorCode::kCorrupt);
  }
  // What a decoder can do without may be wrong.
  const std::string note = std::string("\0\0\0\5tEXta\0bcd", 13) + "sum?";
  const std::string noted = png.substr(0, pixels - 4) + note + png.substr(pixels - 4);
  EXPECT_OK(probed(noted));
  EXPECT_OK(decode_image(noted));
}

TEST(PhotoKinds, A108MegapixelPhoneIsWithinTheLimitAndTheLimitSaysHowItIsSet) {
  ASSERT_OK_AND_ASSIGN(const ImageSize size, probed(png_header(12'000, 9'000)));
  EXPECT_EQ(size, (ImageSize{12'000, 9'000}));
  const Result<ImageSize> over = probed(png_header(30'000, 30'000));
  ASSERT_FALSE(over.ok());
  EXPECT_NE(over.error().text().find("JAEDAN_MAX_MEGAPIXELS"), std::string::npos);
  ::setenv("JAEDAN_MAX_MEGAPIXELS", "900", 1);
  EXPECT_OK(probed(png_header(30'000, 30'000)));
  ::setenv("JAEDAN_MAX_MEGAPIXELS", "many", 1);
  EXPECT_ERROR(probed(png_header(30'000, 30'000)), ErrorCode::kTooLarge);
  ::unsetenv("JAEDAN_MAX_MEGAPIXELS");
}

TEST(PhotoKinds, TheFilesOfTheFieldComeOutRight) {
  JAEDAN_REQUIRE_SHARED();
  const Image srgb = shared_photo("colour-srgb.jpg");
  for (const char* name : {"colour-adobe-rgb.jpg", "colour-prophoto.jpg"}) {
    // What JPEG does to each on its own is all that is left.
    EXPECT_LE(share_over(shared_photo(name), srgb, 3), 0.005) << name;
    EXPECT_LE(largest_difference(shared_photo(name), srgb), 12) << name;
  }
  for (const char* name : {"twoexif6.jpg", "photo.jfif", "photo.jpe", "new.avif", "iphone.HEIC", "other.tif"}) {
    EXPECT_GT(shared_photo(name).width, 0) << name;
  }
  const Image grey = shared_photo("grey_trns.png");
  EXPECT_EQ(*std::max_element(grey.rgb.begin(), grey.rgb.end()), 255);
  const std::string folder = jaedan::testing::shared_dir() + "/cases/photos/";
  EXPECT_ERROR(probe_image_file(folder + "noeoi.jpg"), ErrorCode::kCorrupt);
  EXPECT_ERROR(probe_image_file(folder + "anim.webp"), ErrorCode::kUnsupported);
}

}  // namespace
}  // namespace jaedan::labeling
