#include "app/report/worst_photos.h"

#include <gtest/gtest.h>

#include "labeling/domain/part_colours.h"
#include "labeling/io/image_decoder.h"
#include "tests/support/matchers.h"

namespace jaedan::report {
namespace {

class WorstPhotosTest : public ::testing::Test {
 protected:
  void show(WorstPhotos& worst, const std::string& name, double iou, bool two_readings = false) {
    worst.add({name, photo_, mask_, mask_, two_readings ? &mask_ : nullptr, iou, iou + 0.1});
  }

  const Image photo_ = Image::of_size(60, 90);
  const Mask mask_ = Mask::of_size(60, 90);
};

TEST_F(WorstPhotosTest, KeepsTheWorstInOrder) {
  WorstPhotos worst(3, 30);
  int number = 0;
  for (const double iou : {0.5, 0.9, 0.1, 0.7, 0.3, 0.8}) show(worst, std::to_string(number++), iou);
  ASSERT_OK_AND_ASSIGN(const auto photos, worst.take());
  ASSERT_EQ(photos.size(), 3U);
  EXPECT_EQ(photos[0].name, "2");
  EXPECT_EQ(photos[1].name, "4");
  EXPECT_EQ(photos[2].name, "0");
}

TEST_F(WorstPhotosTest, DrawsSmallPicturesAndTheSecondReadingWhereThereIsOne) {
  WorstPhotos worst(2, 30);
  show(worst, "one", 0.1);
  show(worst, "two", 0.2, true);
  ASSERT_OK_AND_ASSIGN(const auto photos, worst.take());
  EXPECT_TRUE(photos[0].second_jpeg.empty());
  EXPECT_FALSE(photos[1].second_jpeg.empty());
  EXPECT_DOUBLE_EQ(photos[1].second_iou, 0.30000000000000004);
  ASSERT_OK_AND_ASSIGN(const Image picture, labeling::decode_image(photos[0].truth_jpeg));
  EXPECT_EQ(picture.height, 30);
  EXPECT_EQ(picture.width, 20);
}

TEST_F(WorstPhotosTest, PartsAreTintedInTheirColoursAndTheRestStays) {
  Mask mask = mask_;
  for (int x = 0; x < 60; ++x) mask.at(x, 0) = mask_value(Part::kDress);
  mask.at(0, 1) = inference::kIgnoredPixel;
  ASSERT_OK_AND_ASSIGN(const Image picture, tinted(photo_, mask, 90));
  EXPECT_EQ(picture.pixel(5, 0)[0], colour_of(Part::kDress).r / 2);
  EXPECT_EQ(picture.pixel(0, 1)[0], 96);
  EXPECT_EQ(picture.pixel(5, 5)[0], 0);
}

}  // namespace
}  // namespace jaedan::report
