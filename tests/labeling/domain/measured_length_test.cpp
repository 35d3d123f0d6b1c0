#include "labeling/domain/measured_length.h"

#include <gtest/gtest.h>

#include "labeling/domain/attribute.h"

namespace jaedan {
namespace {

std::string said(std::string_view attribute, double along) {
  return words_of({std::string(attribute), along, {}, {}}).text();
}

TEST(MeasuredLength, OfALegIsSaidFromTheNearestJoint) {
  EXPECT_EQ(said(attribute::kLength, 1.12), "ends 12 % below the knee");
  EXPECT_EQ(said(attribute::kLength, 0.7), "ends 30 % above the knee");
  EXPECT_EQ(said(attribute::kLength, 1.03), "ends at the knee");
  EXPECT_EQ(said(attribute::kLength, 0.2), "ends 20 % below the hip");
  EXPECT_EQ(said(attribute::kLength, -0.25), "ends 25 % above the hip");
  EXPECT_EQ(said(attribute::kLength, -0.8), "ends 20 % below the shoulder");
  EXPECT_EQ(said(attribute::kLength, 0), "ends at the hip");
  EXPECT_EQ(said(attribute::kLength, 1.98), "ends at the ankle");
  EXPECT_EQ(said(attribute::kLength, 2.2), "reaches beyond the ankle");
  EXPECT_EQ(said(attribute::kLength, 2.7), "reaches beyond the ankle");
}

TEST(MeasuredLength, OfAnArmIsSaidFromTheNearestJoint) {
  EXPECT_EQ(said(attribute::kSleeveLength, 0), "leaves the arm bare");
  EXPECT_EQ(said(attribute::kSleeveLength, 0.09), "leaves the arm bare");
  EXPECT_EQ(said(attribute::kSleeveLength, 0.2), "ends 20 % below the shoulder");
  EXPECT_EQ(said(attribute::kSleeveLength, 0.98), "covers the arm to the elbow");
  EXPECT_EQ(said(attribute::kSleeveLength, 1.3), "ends 30 % below the elbow");
  EXPECT_EQ(said(attribute::kSleeveLength, 1.6), "ends 40 % above the wrist");
  EXPECT_EQ(said(attribute::kSleeveLength, 2.04), "covers the arm to the wrist");
  EXPECT_EQ(said(attribute::kSleeveLength, 2.3), "reaches beyond the wrist");
}

TEST(MeasuredLength, IsFoundByWhatItIsFor) {
  const MeasuredLengths measures = {{"sleeve_length", 1, {}, {}}, {"length", 0.2, {}, {}}};
  ASSERT_NE(find_measure(measures, "length"), nullptr);
  EXPECT_EQ(find_measure(measures, "length")->along, 0.2);
  EXPECT_EQ(find_measure(measures, "colour"), nullptr);
  EXPECT_EQ(find_measure({}, "length"), nullptr);
}

TEST(MeasuredLength, WhatIsCoveredGoesFromTheBeginningToTheEnd) {
  const MeasuredLength bent{"sleeve_length", 1.5, {{0, 0}, {0, 10}, {10, 10}, {13, 10}}, {5, 10}};
  EXPECT_EQ(covered_line(bent), (std::vector<Point>{{0, 0}, {0, 10}, {5, 10}}));
  MeasuredLength bare = bent;
  bare.end = {0, 0};
  EXPECT_EQ(covered_line(bare), (std::vector<Point>{{0, 0}, {0, 0}}));
  EXPECT_EQ(covered_line({"length", 0, {}, {3, 4}}), (std::vector<Point>{{3, 4}}));
}

}  // namespace
}  // namespace jaedan
