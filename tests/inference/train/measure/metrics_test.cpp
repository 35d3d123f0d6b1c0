#include "inference/train/measure/metrics.h"

#include <gtest/gtest.h>

namespace jaedan::inference {
namespace {

// 40 × 10 pixels: `columns` columns of `value` from `first`, the rest `other`.
Mask stripe(int first, int columns, std::uint8_t value, std::uint8_t other = 0) {
  Mask mask = Mask::of_size(40, 10);
  for (int y = 0; y < 10; ++y) {
    for (int x = 0; x < 40; ++x) mask.at(x, y) = x >= first && x < first + columns ? value : other;
  }
  return mask;
}

TEST(SegmentationMeter, CountsIntersectionOverUnion) {
  SegmentationMeter meter;
  meter.add(stripe(0, 30, 1), stripe(10, 30, 1));  // 200 common of 400
  const SegmentationScore score = meter.score();
  EXPECT_DOUBLE_EQ(score.parts[0].iou, 0.5);
  EXPECT_DOUBLE_EQ(score.parts[0].per_photo, 0.5);
  EXPECT_DOUBLE_EQ(score.parts[0].found, 1);
  EXPECT_DOUBLE_EQ(score.parts[0].kept, 0);
  EXPECT_DOUBLE_EQ(score.miou, 0.5) << "a part that no photo shows is no zero";
  EXPECT_DOUBLE_EQ(score.miou_of_all, 0.125) << "an absent part counts 0";
  EXPECT_TRUE(score.parts[0].seen);
  EXPECT_FALSE(score.parts[1].seen);
  EXPECT_EQ(score.garments, 1);
}

TEST(SegmentationMeter, PoolsPixelsOverPhotosButAveragesPerPhoto) {
  SegmentationMeter meter;
  meter.add(stripe(0, 40, 3), stripe(0, 40, 3));  // 400 of 400
  meter.add(stripe(0, 0, 3), stripe(0, 20, 3));   // 0 of 200
  const PartScore part = meter.score().parts[2];
  EXPECT_DOUBLE_EQ(part.iou, 400.0 / 600);
  EXPECT_DOUBLE_EQ(part.per_photo, 0.5);
  EXPECT_DOUBLE_EQ(part.kept, 0.5);
  EXPECT_EQ(part.photos, 2);
}

TEST(SegmentationMeter, APartThatIsSaidWhereThereIsNoneIsAZero) {
  SegmentationMeter meter;
  meter.add(stripe(0, 30, 1, 2), stripe(0, 30, 1));
  const SegmentationScore score = meter.score();
  EXPECT_TRUE(score.parts[1].seen);
  EXPECT_DOUBLE_EQ(score.miou, 0.5);
}

TEST(SegmentationMeter, IgnoredPixelsCountNothing) {
  SegmentationMeter meter;
  meter.add(stripe(0, 40, 2), stripe(0, 20, 2, kIgnoredPixel));
  EXPECT_DOUBLE_EQ(meter.score().parts[1].iou, 1);
}

TEST(SegmentationMeter, FewTruePixelsAreNeitherFoundNorMissed) {
  SegmentationMeter meter;
  meter.add(stripe(0, 0, 2), stripe(0, 19, 2));  // 190 pixels
  EXPECT_EQ(meter.score().parts[1].photos, 0);
  meter.add(stripe(0, 0, 2), stripe(0, 20, 2));  // 200 pixels
  EXPECT_EQ(meter.score().parts[1].photos, 1);
}

TEST(SegmentationMeter, APartThatIsNotThereIsFalseFromOnePercentOn) {
  SegmentationMeter meter;
  Mask said = Mask::of_size(40, 10);
  said.at(0, 0) = said.at(1, 0) = said.at(2, 0) = 4;
  meter.add(said, stripe(0, 40, 1));
  EXPECT_DOUBLE_EQ(meter.score().parts[3].false_rate, 0);
  said.at(3, 0) = 4;
  meter.add(said, stripe(0, 40, 1));
  EXPECT_DOUBLE_EQ(meter.score().parts[3].false_rate, 0.5);
}

TEST(SegmentationMeter, ClassesThatAreNoPartAreBackground) {
  SegmentationMeter meter;
  meter.add(stripe(0, 20, 1, 7), stripe(0, 20, 1, kNoGarmentPixel));
  EXPECT_DOUBLE_EQ(meter.score().parts[0].iou, 1);
}

TEST(MeanIou, IsOfThePartsThatAreSaidOrThereAndNotOfIgnoredPixels) {
  const Mask truth = stripe(0, 20, 1, kIgnoredPixel), predicted = stripe(0, 10, 1, 2);
  EXPECT_DOUBLE_EQ(part_iou(predicted, truth, Part::kOuter).value(), 0.5);
  EXPECT_DOUBLE_EQ(part_iou(predicted, truth, Part::kTop).value(), 0);
  EXPECT_FALSE(part_iou(predicted, truth, Part::kDress).has_value());
  EXPECT_DOUBLE_EQ(mean_iou(predicted, truth), 0.25);
}

TEST(MeanIou, SayingNothingOfAPhotoWithoutGarmentsIsRight) {
  EXPECT_DOUBLE_EQ(mean_iou(stripe(0, 0, 1), stripe(0, 0, 1)), 1);
}

TEST(ConfusionMatrix, CountsRightAnswers) {
  ConfusionMatrix matrix(3);
  EXPECT_DOUBLE_EQ(matrix.accuracy(), 0);
  matrix.add(0, 0);
  matrix.add(1, 2);
  matrix.add(2, 2);
  matrix.add(2, 2);
  EXPECT_DOUBLE_EQ(matrix.accuracy(), 0.75);
  EXPECT_EQ(matrix.at(1, 2), 1);
  EXPECT_EQ(matrix.total(), 4);
}

}  // namespace
}  // namespace jaedan::inference
