#include "labeling/io/image_decoder.h"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include "labeling/base/file_system.h"
#include "labeling/io/image_encoder.h"
#include "tests/labeling/io/image_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

std::string encoded(const char* ending, const cv::Mat& pixels) {
  std::vector<unsigned char> bytes;
  EXPECT_TRUE(cv::imencode(ending, pixels, bytes));
  return std::string(bytes.begin(), bytes.end());
}

std::string golden(const std::string& name) {
  return disk().read(jaedan::testing::source_dir() + "/tests/golden/" + name, 1 << 20).value();
}

TEST(ImageDecoder, ChannelsAreRedGreenBlue) {
  for (const std::string& bytes :
       {encode_jpeg(quarters(64, 32).view()).value(), encode_png(quarters(64, 32).view()).value()}) {
    ASSERT_OK_AND_ASSIGN(const Image image, decode_image(bytes));
    EXPECT_EQ(image.width, 64);
    EXPECT_EQ(image.height, 32);
    EXPECT_EQ(quarters_of(image), "rgbw");
  }
}

TEST(ImageDecoder, OrientationIsAppliedExactlyOnce) {
  const std::string jpeg = encode_jpeg(quarters(64, 32).view()).value();
  // What the eye sees when a viewer obeys each orientation.
  const char* upright[] = {"rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    SCOPED_TRACE(orientation);
    for (const int max_side : {0, 16}) {
      ASSERT_OK_AND_ASSIGN(const Image image, decode_image(with_orientation(jpeg, orientation), {}, max_side));
      EXPECT_EQ(quarters_of(image), upright[orientation - 1]);
      EXPECT_EQ(image.width < image.height, orientation >= 5);
    }
  }
}

TEST(ImageDecoder, TheHeaderAgreesWithTheDecodedSize) {
  const std::string jpeg = with_orientation(encode_jpeg(quarters(61, 33).view()).value(), 6);
  ASSERT_OK_AND_ASSIGN(const ImageHeader header, read_image_header(jpeg));
  ASSERT_OK_AND_ASSIGN(const Image image, decode_image(jpeg));
  EXPECT_EQ(header.upright(), (ImageSize{image.width, image.height}));
}

TEST(ImageDecoder, HugeHeadersAreRefusedBeforeDecoding) {
  EXPECT_ERROR(decode_image(png_header(30000, 30000)), ErrorCode::kTooLarge);
  DecodeLimits limits;
  limits.pixels = 100;
  EXPECT_ERROR(decode_image(encode_png(quarters(11, 10).view()).value(), limits), ErrorCode::kTooLarge);
  EXPECT_OK(decode_image(encode_png(quarters(10, 10).view()).value(), limits));
  limits.file_bytes = 10;
  EXPECT_ERROR(decode_image(encode_png(quarters(10, 10).view()).value(), limits), ErrorCode::kTooLarge);
}

TEST(ImageDecoder, OnePixelIsAnImage) {
  for (const char* ending : {".png", ".jpg", ".bmp", ".webp"}) {
    ASSERT_OK_AND_ASSIGN(const Image image,
                         decode_image(encoded(ending, cv::Mat(1, 1, CV_8UC3, cv::Scalar(10, 20, 250)))));
    EXPECT_EQ(image.width, 1);
    EXPECT_EQ(image.height, 1);
    EXPECT_NEAR(image.rgb[0], 250, 12) << ending;
  }
}

TEST(ImageDecoder, CutFilesAreCorruptNotGrey) {
  cv::Mat noise(60, 80, CV_8UC3);
  cv::randu(noise, cv::Scalar::all(0), cv::Scalar::all(255));
  for (const char* ending : {".png", ".jpg", ".bmp", ".webp"}) {
    SCOPED_TRACE(ending);
    const std::string whole = encoded(ending, noise);
    ASSERT_OK(decode_image(whole));
    for (const double share : {0.0, 0.01, 0.3, 0.5, 0.9, 0.999}) {
      const std::string cut = whole.substr(0, static_cast<std::size_t>(share * static_cast<double>(whole.size())));
      const Result<Image> image = decode_image(cut);
      ASSERT_FALSE(image.ok()) << share;
      EXPECT_TRUE(image.error().code == ErrorCode::kCorrupt || image.error().code == ErrorCode::kUnsupported);
    }
  }
}

TEST(ImageDecoder, GreyBecomesRgb) {
  ASSERT_OK_AND_ASSIGN(const Image image, decode_image(encoded(".png", cv::Mat(4, 4, CV_8U, cv::Scalar(77)))));
  EXPECT_EQ(image.rgb[0], 77);
  EXPECT_EQ(image.rgb[1], 77);
  EXPECT_EQ(image.rgb[2], 77);
}

TEST(ImageDecoder, SixteenBitsBecomeEight) {
  ASSERT_OK_AND_ASSIGN(const Image image,
                       decode_image(encoded(".png", cv::Mat(4, 4, CV_16UC3, cv::Scalar(65535, 32768, 0)))));
  EXPECT_EQ(image.rgb[0], 0);
  EXPECT_NEAR(image.rgb[1], 128, 1);
  EXPECT_EQ(image.rgb[2], 255);
}

TEST(ImageDecoder, WhatIsTransparentLiesOnWhite) {
  for (const double full : {255.0, 65535.0}) {
    const int type = full > 255 ? CV_16UC4 : CV_8UC4;
    cv::Mat pixels(1, 3, type, cv::Scalar(0, 0, full, 0));
    pixels.col(1).setTo(cv::Scalar(0, 0, full, full));
    pixels.col(2).setTo(cv::Scalar(0, 0, full, full / 2));
    ASSERT_OK_AND_ASSIGN(const Image image, decode_image(encoded(".png", pixels)));
    EXPECT_EQ(image.pixel(0, 0)[1], 255);
    EXPECT_EQ(image.pixel(1, 0)[1], 0);
    EXPECT_EQ(image.pixel(1, 0)[0], 255);
    EXPECT_NEAR(image.pixel(2, 0)[1], 128, 1);
  }
}

TEST(ImageDecoder, CmykOfAdobeHasItsColours) {
  for (const char* name : {"cmyk_adobe.jpg", "ycck_adobe.jpg"}) {
    ASSERT_OK_AND_ASSIGN(const Image image, decode_image(golden(name)));
    EXPECT_NEAR(image.rgb[0], 230, 6) << name;
    EXPECT_NEAR(image.rgb[1], 80, 6) << name;
    EXPECT_NEAR(image.rgb[2], 20, 6) << name;
  }
}

TEST(ImageDecoder, CmykOfUnknownMeaningIsRefused) {
  EXPECT_ERROR(decode_image(golden("cmyk_plain.jpg")), ErrorCode::kUnsupported);
}

TEST(ImageDecoder, WhatIsNoImageIsRefusedInWords) {
  EXPECT_ERROR(decode_image(""), ErrorCode::kCorrupt);
  EXPECT_ERROR(decode_image("<html>404</html>"), ErrorCode::kUnsupported);
  EXPECT_ERROR(decode_image(std::string("GIF89a\x40\x01\xF0\x00", 10)), ErrorCode::kUnsupported);
  EXPECT_ERROR(decode_image(png_header(10, 10)), ErrorCode::kCorrupt);
}

TEST(ImageDecoder, SmallerDecodingKeepsAtLeastTheAskedSide) {
  const std::string jpeg = encode_jpeg(quarters(800, 600).view()).value();
  for (const int max_side : {1, 99, 100, 101, 200, 399, 400, 500, 800, 5000}) {
    ASSERT_OK_AND_ASSIGN(const Image image, decode_image(jpeg, {}, max_side));
    EXPECT_GE(image.width, std::min(800, max_side));
    EXPECT_EQ(800 % image.width, 0);
    EXPECT_EQ(quarters_of(image), "rgbw");
  }
  ASSERT_OK_AND_ASSIGN(const Image eighth, decode_image(jpeg, {}, 100));
  EXPECT_EQ(eighth.width, 100);
}

TEST(ImageDecoder, MessagesNameTheFile) {
  jaedan::testing::TemporaryFolder folder;
  ASSERT_OK(disk().write_atomically(folder / "bad.jpg", "\xFF\xD8"));
  const Result<Image> bad = read_image(folder / "bad.jpg");
  ASSERT_FALSE(bad.ok());
  EXPECT_NE(bad.error().text().find("bad.jpg"), std::string::npos);
  EXPECT_ERROR(read_image(folder / "none.jpg"), ErrorCode::kNotFound);
}

TEST(ImageEncoder, MasksKeepTheirValues) {
  jaedan::testing::TemporaryFolder folder;
  Mask mask = Mask::of_size(5, 3);
  for (int i = 0; i < 5; ++i) mask.at(i, 1) = static_cast<std::uint8_t>(i);
  ASSERT_OK(write_mask(folder / "m.png", mask));
  const cv::Mat again = cv::imread(folder / "m.png", cv::IMREAD_UNCHANGED);
  ASSERT_EQ(again.type(), CV_8U);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(again.at<std::uint8_t>(1, i), i);
}

TEST(ImageEncoder, TheEndingChoosesTheFormat) {
  jaedan::testing::TemporaryFolder folder;
  const Image image = quarters(8, 8);
  ASSERT_OK(write_image(folder / "a.JPG", image.view()));
  ASSERT_OK(write_image(folder / "a.png", image.view()));
  EXPECT_ERROR(write_image(folder / "a.tif", image.view()), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(write_image(folder / "b.png", ImageView{}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(encode_png(Mask{}), ErrorCode::kInvalidArgument);
  ASSERT_OK_AND_ASSIGN(const Image png, read_image(folder / "a.png"));
  EXPECT_EQ(png.rgb, image.rgb);
}

}  // namespace
}  // namespace jaedan::labeling
