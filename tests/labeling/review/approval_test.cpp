#include "labeling/review/approval.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan {
namespace {

Taxonomy taxonomy() {
  TaxonomyAttribute category = {"category", "카테고리", "category", LabelStage::kExpert, false, false, {}};
  category.obligatory = true;
  category.values = {{"shirt", "셔츠", "shirt", "", {}, {Part::kTop}},
                     {"jeans", "청바지", "jeans", "", {}, {Part::kBottom}}};
  return Taxonomy({category});
}

const Photo kPhoto{PhotoId{1}, "a", "a.jpg", 100, 100};

Annotation good() {
  Garment top;
  top.id = GarmentId{1};
  top.part = Part::kTop;
  top.region.rings = {{{10, 10}, {50, 10}, {50, 60}, {10, 60}}};
  top.attributes = {{"category", "shirt", "", {}}};
  Annotation annotation;
  annotation.photo = kPhoto.id;
  annotation.garments = {top};
  return annotation;
}

std::vector<std::string> codes(const Annotation& annotation) {
  std::vector<std::string> codes;
  for (const Warning& warning : obstacles_to_approval(kPhoto, annotation, taxonomy())) codes.push_back(warning.code);
  return codes;
}

using Codes = std::vector<std::string>;

TEST(Approval, NothingSpeaksAgainstAGoodPhoto) {
  EXPECT_EQ(codes(good()), Codes{});
  EXPECT_OK(may_approve(kPhoto, good(), taxonomy(), {}, false));
}

TEST(Approval, OutlinesAndLabelsAreLookedAt) {
  Annotation annotation = good();
  annotation.garments[0].region.rings.clear();
  EXPECT_EQ(codes(annotation), Codes{"no_region"});
  annotation = good();
  annotation.garments[0].region.rings[0] = {{0, 0}, {9, 9}, {9, 0}, {0, 9}};
  EXPECT_EQ(codes(annotation), Codes{"self_crossing"});
  annotation = good();
  annotation.garments[0].attributes.clear();
  EXPECT_EQ(codes(annotation), Codes{"label_missing"});
  annotation = good();
  annotation.garments[0].attributes[0].value = "jeans";
  EXPECT_EQ(codes(annotation), Codes{"wrong_part"});
}

TEST(Approval, ThatSomebodyIsNotSureIsAnAnswer) {
  Annotation annotation = good();
  annotation.garments[0].attributes[0].value = kNotSure;
  EXPECT_EQ(codes(annotation), Codes{});
}

TEST(Approval, OddThingsThatHurtNobodyAreNoObstacle) {
  Annotation annotation = good();
  annotation.garments[0].region.rings[0][0] = {-3, 10};  // outside the photo
  EXPECT_EQ(codes(annotation), Codes{});
}

TEST(Approval, WhatCameWithAFileIsTakenAsItIs) {
  Annotation annotation = good();
  annotation.garments[0].attributes.clear();
  annotation.garments[0].region_provenance = Provenance::import("kfashion");
  EXPECT_EQ(codes(annotation), Codes{});
  annotation.garments.push_back(good().garments[0]);
  annotation.garments[1].attributes.clear();
  EXPECT_EQ(codes(annotation), Codes{"label_missing"});
}

TEST(Approval, AllReasonsStandInOneSentence) {
  Annotation annotation = good();
  annotation.garments[0].region.rings.clear();
  annotation.garments[0].attributes.clear();
  const Status refused = may_approve(kPhoto, annotation, taxonomy(), {}, false);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kRefused);
  EXPECT_EQ(refused.error().text(), "top: no outline; top: no category");
}

TEST(Approval, AProposalThatNobodyDecidedOnIsStillOpen) {
  const Status refused = may_approve(kPhoto, good(), taxonomy(), {Part::kBottom}, false);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().text(), "bottom: a proposal that nobody has decided on");
  EXPECT_OK(may_approve(kPhoto, good(), taxonomy(), {Part::kBottom}, true));
}

TEST(Approval, APersonMayInsistOnceThereIsAGarment) {
  Annotation annotation = good();
  annotation.garments[0].attributes.clear();
  EXPECT_OK(may_approve(kPhoto, annotation, taxonomy(), {}, true));
  annotation.garments.clear();
  EXPECT_ERROR(may_approve(kPhoto, annotation, taxonomy(), {}, true), ErrorCode::kRefused);
}

}  // namespace
}  // namespace jaedan
