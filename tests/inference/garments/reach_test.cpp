#include "inference/garments/reach.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <utility>

#include "tests/inference/garments/drawn_body.h"

namespace jaedan::inference {
namespace {

constexpr double kNear = 0.03;

GarmentReach reach(Part part, const Mask& mask, const KeyPoints& points = points_of(standing()),
                   const Mask* over = nullptr) {
  return reach_of(part, mask, points, kPhotoWidth, kPhotoHeight, over);
}

/// NaN where it is unknown.
double arm_of(const Mask& mask, const KeyPoints& points = points_of(standing())) {
  const GarmentReach found = reach(Part::kTop, mask, points);
  return found.arm ? found.arm->along : std::numeric_limits<double>::quiet_NaN();
}

double leg_of(Part part, const Mask& mask, const KeyPoints& points = points_of(standing())) {
  const GarmentReach found = reach(part, mask, points);
  return found.leg ? found.leg->along : std::numeric_limits<double>::quiet_NaN();
}

TEST(Reach, OfASleeveIsWhereItEnds) {
  for (const double end : {0.0, 0.3, 0.5, 1.0, 1.5, 2.0, 2.2}) EXPECT_NEAR(arm_of(drawn_top(end)), end, kNear);
}

TEST(Reach, OfALongerSleeveThanTheHandIsNotMore) { EXPECT_NEAR(arm_of(drawn_top(2.8)), 2.3, kNear); }

TEST(Reach, OfAHemIsWhereItEnds) {
  EXPECT_NEAR(leg_of(Part::kBottom, drawn_skirt(426)), 0.6, kNear);
  EXPECT_NEAR(leg_of(Part::kBottom, drawn_skirt(490)), 1, kNear);
  EXPECT_NEAR(leg_of(Part::kBottom, drawn_skirt(556)), 1.44, kNear);
  EXPECT_NEAR(leg_of(Part::kBottom, drawn_skirt(631)), 1.94, kNear);
  EXPECT_NEAR(leg_of(Part::kBottom, drawn_skirt(720)), 2.4, kNear);
  EXPECT_NEAR(leg_of(Part::kDress, drawn_top(0.5, 570)), 1.53, kNear);
  EXPECT_NEAR(leg_of(Part::kTop, drawn_top(0, 294)), -0.19, kNear);
}

TEST(Reach, OfATopWithHangingSleevesIsThatOfItsHem) {
  EXPECT_NEAR(leg_of(Part::kTop, drawn_top(2.2)), 0, kNear) << "the sleeves hang beside the thighs";
}

TEST(Reach, ATorsoBehindABareLowerArmIsNoSleeve) {
  const KeyPoints points = points_of(arms_folded());
  Mask clean = drawn_top(0);
  EXPECT_NEAR(arm_of(clean, points), 0, kNear) << "an outline that goes straight over the arms";
  draw_arms(clean, arms_folded(), 1, 2.5, 12, 0);
  EXPECT_NEAR(arm_of(clean, points), 0, kNear) << "one that goes around them";
  EXPECT_NEAR(arm_of(drawn_top(0.5, 330, arms_folded()), points), 0.5, kNear);
}

TEST(Reach, OfASleeveAcrossTheTorsoIsWhereTheHandBegins) {
  Mask mask = drawn_top(2, 330, arms_folded());
  draw_arms(mask, arms_folded(), 2, 2.6, 14, 0);
  EXPECT_NEAR(arm_of(mask, points_of(arms_folded())), 2, kNear);
}

TEST(Reach, HolesDoNotEndIt) {
  Mask skirt = drawn_skirt(600);
  draw_box(skirt, 190, 380, 270, 430, 0);  // a bag
  EXPECT_NEAR(leg_of(Part::kBottom, skirt), 1.73, kNear);
  Mask sleeve = drawn_top(1.5);
  draw_box(sleeve, 230, 190, 290, 220, 0);  // hair
  EXPECT_NEAR(arm_of(sleeve), 1.5, kNear);
}

TEST(Reach, OfTwoSidesTheLongerHemCounts) {
  Mask skirt = drawn_skirt(490);
  draw_box(skirt, 200, 490, 260, 600);
  const GarmentReach found = reach(Part::kBottom, skirt);
  ASSERT_TRUE(found.leg);
  EXPECT_NEAR(found.leg->along, 1.73, kNear);
  EXPECT_TRUE(found.leg->left);
  EXPECT_FALSE(found.arm) << "bottoms have no sleeves";
}

TEST(Reach, IsALineOverThePhotoAndAPlaceOnIt) {
  const GarmentReach found = reach(Part::kTop, drawn_top(1.5));
  ASSERT_TRUE(found.arm);
  ASSERT_EQ(found.arm->line.size(), 4U) << "a little beyond the wrist";
  const Joints at = standing();
  const std::size_t side = found.arm->left ? 0 : 1;
  for (std::size_t joint = 0; joint < 3; ++joint) {
    EXPECT_LT(distance(found.arm->line[joint], at[kLeftShoulder + side + 2 * joint]), 1e-6);
  }
  EXPECT_LT(distance(found.arm->end, (at[kLeftElbow + side] + at[kLeftWrist + side]) * 0.5), 4);
}

TEST(Reach, OfAMirroredPhotoIsTheSame) {
  Mask skirt = drawn_skirt(490);
  draw_box(skirt, 200, 490, 260, 600);
  for (const auto& [part, mask] : {std::pair(Part::kBottom, skirt), std::pair(Part::kTop, drawn_top(1.3))}) {
    Mask mirrored = no_garment();
    for (int y = 0; y < mask.height; ++y) {
      for (int x = 0; x < mask.width; ++x) mirrored.at(mask.width - 1 - x, y) = mask.at(x, y);
    }
    const KeyPoints points = points_of(standing());
    KeyPoints other = points;
    for (std::size_t i = 0; i < points.size(); ++i) {
      other[mirrored_place(i)] = {{1 - points[i].at.x, points[i].at.y}, points[i].score};
    }
    const GarmentReach there = reach(part, mask), here = reach(part, mirrored, other);
    ASSERT_TRUE(there.leg && here.leg);
    EXPECT_NEAR(here.leg->along, there.leg->along, kNear);
    EXPECT_NEAR(here.leg->end.y, there.leg->end.y, 4);
    ASSERT_EQ(here.arm.has_value(), there.arm.has_value());
    if (here.arm) {
      EXPECT_NEAR(here.arm->along, there.arm->along, kNear);
    }
  }
}

TEST(Reach, WithoutSureKeyPointsIsUnknown) {
  for (const double score : {0.0, 0.1, std::numeric_limits<double>::quiet_NaN()}) {
    const GarmentReach found = reach(Part::kTop, drawn_top(1), points_of(standing(), score));
    EXPECT_FALSE(found.arm);
    EXPECT_FALSE(found.leg);
  }
  EXPECT_FALSE(reach(Part::kBottom, drawn_skirt(490), KeyPoints()).leg) << "nobody in the photo";
}

TEST(Reach, BelowTheLastKnownJointIsUnknown) {
  KeyPoints no_wrists = points_of(standing());
  no_wrists[kLeftWrist].score = no_wrists[kRightWrist].score = 0.1;
  EXPECT_NEAR(arm_of(drawn_top(0.5), no_wrists), 0.5, kNear);
  EXPECT_TRUE(std::isnan(arm_of(drawn_top(2), no_wrists)));

  KeyPoints cut_at_calf = points_of(standing());
  cut_at_calf[kLeftAnkle].at.y = cut_at_calf[kRightAnkle].at.y = 1.05;
  EXPECT_NEAR(leg_of(Part::kBottom, drawn_skirt(426), cut_at_calf), 0.6, kNear);
  EXPECT_TRUE(std::isnan(leg_of(Part::kBottom, drawn_skirt(800), cut_at_calf)));

  KeyPoints no_legs = points_of(standing());
  for (const std::size_t place : {kLeftKnee, kRightKnee, kLeftAnkle, kRightAnkle}) no_legs[place].score = 0;
  EXPECT_NEAR(leg_of(Part::kTop, drawn_top(0.5, 294), no_legs), -0.19, kNear);
  EXPECT_NEAR(arm_of(drawn_top(0.5, 294), no_legs), 0.5, kNear);
  EXPECT_TRUE(std::isnan(leg_of(Part::kBottom, drawn_skirt(700), no_legs)));
  EXPECT_TRUE(std::isnan(leg_of(Part::kDress, drawn_top(0.5, 500), no_legs)));
}

TEST(Reach, OfKeyPointsOfSomebodyElseIsUnknown) {
  Joints beside = standing();
  for (Point& joint : beside) joint.x += 130;
  const GarmentReach found = reach(Part::kTop, drawn_top(1), points_of(beside));
  EXPECT_FALSE(found.arm);
  EXPECT_FALSE(found.leg);
  Joints torn = standing();  // one shoulder of one person, one of another
  torn[kLeftShoulder].x = 390;
  EXPECT_FALSE(reach(Part::kTop, drawn_top(1), points_of(torn)).arm);
  Joints far_knees = standing();
  far_knees[kLeftKnee] = far_knees[kRightKnee] = {390, 700};
  EXPECT_FALSE(reach(Part::kBottom, drawn_skirt(490), points_of(far_knees)).leg);
}

TEST(Reach, OfSleevesBelowAnotherGarmentIsUnknown) {
  Mask top = no_garment(), coat = drawn_top(2, 400);
  draw_box(top, 180, 140, 220, 300);
  draw_box(coat, 180, 140, 220, 300, 0);
  EXPECT_FALSE(reach(Part::kTop, top, points_of(standing()), &coat).arm);
  ASSERT_TRUE(reach(Part::kTop, top).arm);
  EXPECT_EQ(reach(Part::kTop, top).arm->along, 0) << "with nothing over it, arms are bare";
}

TEST(Reach, OfNextToNothingIsUnknown) {
  Mask speck = no_garment();
  draw_box(speck, 200, 200, 202, 201);
  for (const Mask& mask : {speck, no_garment(), Mask()}) {
    const GarmentReach found = reach(Part::kTop, mask);
    EXPECT_FALSE(found.arm);
    EXPECT_FALSE(found.leg);
  }
  EXPECT_FALSE(reach_of(Part::kTop, drawn_top(1), points_of(standing()), 0, 0).arm);
}

TEST(MeasuredLengths, AreKeptByTheAttributeThatTheyAreFor) {
  const MeasuredLengths dress =
      measured_lengths(Part::kDress, trace(drawn_top(0.5, 570)), points_of(standing()), kPhotoWidth, kPhotoHeight);
  ASSERT_EQ(dress.size(), 2U);
  ASSERT_NE(find_measure(dress, "sleeve_length"), nullptr);
  EXPECT_NEAR(find_measure(dress, "sleeve_length")->along, 0.5, 2 * kNear);
  ASSERT_NE(find_measure(dress, "length"), nullptr);
  EXPECT_NEAR(find_measure(dress, "length")->along, 1.53, 2 * kNear);
  EXPECT_NEAR(find_measure(dress, "length")->end.y, 570, 8);
  const MeasuredLengths skirt =
      measured_lengths(Part::kBottom, trace(drawn_skirt(426)), points_of(standing()), kPhotoWidth, kPhotoHeight);
  ASSERT_EQ(skirt.size(), 1U);
  EXPECT_EQ(skirt[0].attribute, "length");
  EXPECT_TRUE(measured_lengths(Part::kTop, {}, points_of(standing()), kPhotoWidth, kPhotoHeight).empty());
  EXPECT_TRUE(measured_lengths(Part::kTop, trace(drawn_top(1)), {}, kPhotoWidth, kPhotoHeight).empty());
}

TEST(MeasuredLengths, LeaveOutWhatIsHiddenBelowACoat) {
  Mask top = no_garment();
  draw_box(top, 180, 140, 220, 300);
  const MeasuredLengths measures = measured_lengths(Part::kTop, trace(top), points_of(standing()), kPhotoWidth,
                                                    kPhotoHeight, trace(drawn_top(2, 400)));
  EXPECT_EQ(find_measure(measures, "sleeve_length"), nullptr);
}

}  // namespace
}  // namespace jaedan::inference
