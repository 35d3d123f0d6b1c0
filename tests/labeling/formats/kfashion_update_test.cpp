#include <gtest/gtest.h>

#include "labeling/formats/kfashion/kfashion_json.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

// A file with defects that must survive a change elsewhere: 1e1, a rect that does not fit, an unknown key, an odd
// order.
const std::string kTopRect = R"({"가로":7,"X좌표":1e1,"Y좌표":10.00,"세로":7})";
const std::string kTopPolygon =
    R"({"X좌표1":10,"Y좌표1":10.0,"X좌표2":60.0,"Y좌표2":10.0,"X좌표3":60.0,"Y좌표3":90.0})";
const std::string kTopLabels = R"({"핏":"루즈","안감":"실크","색상":"블랙","소재":["우븐"]})";
const std::string kBytes =
    label_file("\"상의\":[" + kTopRect + "]", "\"상의\":[" + kTopPolygon + "]", "\"상의\":[" + kTopLabels + "]");

TEST(KFashionUpdate, AChangedWordChangesThatWordOnly) {
  KFashionFile file = read(kBytes);
  set_value(garment_of(file, Part::kTop).attributes, {"colour", "red", "", Provenance::human("kim")});
  EXPECT_EQ(write(file), replaced(kBytes, "\"블랙\"", "\"레드\""));
}

TEST(KFashionUpdate, ANewWordTakesItsPlaceAmongTheKeys) {
  KFashionFile file = read(kBytes);
  garment_of(file, Part::kTop).attributes.push_back({"category", "shirt", "", {}});
  EXPECT_EQ(write(file), replaced(kBytes, R"({"핏":"루즈")", R"({"카테고리":"셔츠","핏":"루즈")"));
}

TEST(KFashionUpdate, ARemovedWordTakesItsKeyAway) {
  KFashionFile file = read(kBytes);
  erase_values(garment_of(file, Part::kTop).attributes, attribute::kMaterial);
  EXPECT_EQ(write(file), replaced(kBytes, R"(,"소재":["우븐"])", ""));
}

TEST(KFashionUpdate, NotSureIsNotWritten) {
  KFashionFile file = read(kBytes);
  set_value(garment_of(file, Part::kTop).attributes, {"colour", "not_sure", "", {}});
  EXPECT_EQ(write(file), replaced(kBytes, R"("색상":"블랙",)", ""));
}

TEST(KFashionUpdate, AChangedOutlineGetsANewRect) {
  KFashionFile file = read(kBytes);
  garment_of(file, Part::kTop).region.rings[0][2] = {61.5, 91.25};
  std::string expected = replaced(kBytes, kTopRect, R"({"X좌표":9.5,"Y좌표":9.5,"가로":51,"세로":81})");
  expected = replaced(expected, kTopPolygon,
                      R"({"X좌표2":60.0,"X좌표3":61.5,"Y좌표3":91.25,"Y좌표2":10.0,"X좌표1":10.0,"Y좌표1":10.0})");
  EXPECT_EQ(write(file), expected);
}

TEST(KFashionUpdate, AClearedRectIsDerivedAgain) {
  KFashionFile file = read(kBytes);
  garment_of(file, Part::kTop).rect.reset();
  EXPECT_EQ(write(file), replaced(kBytes, kTopRect, R"({"X좌표":9.5,"Y좌표":9.5,"가로":50,"세로":80})"));
}

TEST(KFashionUpdate, ARectReadWithoutAPolygonGivesWayToTheDrawnOne) {
  KFashionFile file = read(label_file("\"상의\":[" + kTopRect + "]", "", ""));
  garment_of(file, Part::kTop).region.rings = {{{20, 20}, {40, 20}, {40, 50}}};
  EXPECT_NE(write(file).find(R"({"X좌표":19.5,"Y좌표":19.5,"가로":20,"세로":30})"), std::string::npos);
}

TEST(KFashionUpdate, ProvenanceStateAndFlagsChangeNothing) {
  KFashionFile file = read(kBytes);
  Garment& top = garment_of(file, Part::kTop);
  top.id = GarmentId{99};
  top.hidden = top.locked = true;
  top.region_provenance = Provenance::human("kim");
  for (AttributeValue& value : top.attributes) value.provenance = Provenance::model("m", 0.5);
  file.annotation.state = WorkflowState::kApproved;
  file.annotation.revision = 12;
  EXPECT_EQ(write(file), kBytes);
}

TEST(KFashionUpdate, ARemovedGarmentLeavesAnEmptyObject) {
  KFashionFile file = read(kBytes);
  file.annotation.garments.clear();
  EXPECT_EQ(write(file), label_file("", "", ""));
}

TEST(KFashionUpdate, AnAddedGarmentFillsItsPart) {
  KFashionFile file = read(label_file("", "", ""));
  Garment outer;
  outer.part = Part::kOuter;
  outer.region.rings = {{{1, 2}, {31, 2}, {31, 42}}};
  outer.attributes = {{"detail", "ribbon", "", {}}, {"colour", "black", "", {}}, {"material", "wool_cashmere", "", {}}};
  file.annotation.garments = {outer};
  EXPECT_EQ(
      write(file),
      label_file(R"("아우터":[{"X좌표":0.5,"Y좌표":1.5,"가로":30,"세로":40}]|)",
                 R"("아우터":[{"X좌표2":31.0,"X좌표3":31.0,"Y좌표3":42.0,"Y좌표2":2.0,"X좌표1":1.0,"Y좌표1":2.0}]|)",
                 R"("아우터":[{"색상":"블랙","디테일":["리본"],"소재":["울\/캐시미어"]}]|)"));
}

TEST(KFashionUpdate, StyleAndHeaderAreWritten) {
  KFashionFile file = read(label_file("", "", ""));
  file.annotation.image_attributes = {{"sub_style", "street", "", {}}, {"style", "military", "", {}}};
  file.image_id = 8;
  file.image_file_name = "b/\"c\".jpg";
  std::string expected = label_file("", "", R"("스타일":[{"스타일":"밀리터리","서브스타일":"스트리트"}]|)");
  expected = replaced(expected, R"("이미지 식별자":7)", R"("이미지 식별자":8)");
  EXPECT_EQ(write(file), replaced(expected, R"("이미지 파일명":"a.jpg")", R"("이미지 파일명":"b\/\"c\".jpg")"));
}

TEST(KFashionUpdate, WhatTheFormatCannotSayIsTold) {
  KFashionFile file = read(kBytes);
  const TaxonomyAttribute gender = {"gender", "성별", "gender", LabelStage::kExpert, false, true, {}};
  std::vector<TaxonomyAttribute> attributes = kfashion_taxonomy().attributes();
  attributes.push_back(gender);
  file.annotation.image_attributes.push_back({"gender", "women", "", {}});
  ASSERT_OK_AND_ASSIGN(const KFashionText text, write_kfashion(file, Taxonomy(attributes)));
  EXPECT_EQ(text.bytes, kBytes);
  EXPECT_TRUE(has_warning(text.warnings, "not_kfashion"));
}

TEST(KFashionUpdate, TwoGarmentsOfAPartBecomeOne) {
  KFashionFile file = read(label_file("", "", ""));
  Garment big;
  big.part = Part::kTop;
  big.region.rings = {{{10, 10}, {110, 10}, {110, 110}, {10, 110}}};
  big.attributes = {{"colour", "black", "", {}}, {"print", "stripe", "", {}}};
  Garment small = big;
  small.region.rings = {{{100, 50}, {150, 50}, {150, 70}, {100, 70}}};
  small.attributes = {
      {"colour", "red", "", {}}, {"category", "shirt", "", {}}, {"print", "dot", "", {}}, {"print", "stripe", "", {}}};
  file.annotation.garments = {small, big};
  ASSERT_OK_AND_ASSIGN(const KFashionText text, write_kfashion(file, kfashion_taxonomy()));
  EXPECT_TRUE(has_warning(text.warnings, "part_joined"));
  KFashionFile again = read(text.bytes);
  ASSERT_EQ(again.annotation.garments.size(), 1u);
  const Garment& joined = again.annotation.garments[0];
  EXPECT_NEAR(area_px(joined.region), 100 * 100 + 40 * 20, 0.1);
  EXPECT_EQ(find_value(joined.attributes, attribute::kColour)->value, "black");
  EXPECT_EQ(find_value(joined.attributes, attribute::kCategory)->value, "shirt");
  EXPECT_EQ(values_of(joined.attributes, attribute::kPrint), (std::vector<std::string>{"stripe", "dot"}));
}

TEST(KFashionUpdate, OneOfSeveralItemsIsChangedInItsPlace) {
  const std::string bytes = label_file("", "", R"("상의":[{"색상":"블랙"},{},{"색상":"레드","?":1}])");
  KFashionFile file = read(bytes);
  ASSERT_EQ(file.annotation.garments.size(), 2u);
  set_value(file.annotation.garments[1].attributes, {"colour", "blue", "", {}});
  EXPECT_EQ(write(file), replaced(bytes, "\"레드\"", "\"블루\""));
  file.annotation.garments.erase(file.annotation.garments.begin());
  EXPECT_EQ(write(file), label_file("", "", R"("상의":[{"색상":"블루"}])"));
}

TEST(KFashionUpdate, MissingContainersAreMade) {
  KFashionFile file = read("{\"x\":1}");
  file.image_id = 5;
  Garment top;
  top.part = Part::kTop;
  top.attributes = {{"colour", "black", "", {}}};
  file.annotation.garments = {top};
  EXPECT_EQ(
      write(file),
      R"({"x":1,"이미지 정보":{"이미지 식별자":5},"데이터셋 정보":{"데이터셋 상세설명":{"라벨링":{"상의":[{"색상":"블랙"}]}}}})");
}

TEST(KFashionUpdate, PiecesAndHolesSurviveOneRing) {
  KFashionFile file = read(label_file("", "", ""));
  Garment outer;
  outer.part = Part::kOuter;
  outer.region.rings = {{{10, 10}, {60, 10}, {60, 90}, {10, 90}},
                        {{20, 20}, {40, 20}, {40, 40}, {20, 40}},
                        {{100, 10}, {130, 10}, {130, 90}}};
  file.annotation.garments = {outer};
  KFashionFile again = read(write(file));
  EXPECT_EQ(again.annotation.garments[0].region.rings.size(), 3u);
  EXPECT_NEAR(area_px(again.annotation.garments[0].region), 50 * 80 - 20 * 20 + 30 * 80 / 2, 1e-9);
  EXPECT_EQ(write(again), write(file));

  KFashionWriteOptions largest;
  largest.largest_ring_only = true;
  ASSERT_OK_AND_ASSIGN(const KFashionText text, write_kfashion(file, kfashion_taxonomy(), largest));
  KFashionFile one = read(text.bytes);
  ASSERT_EQ(one.annotation.garments[0].region.rings.size(), 1u);
  EXPECT_EQ(one.annotation.garments[0].region.rings[0], outer.region.rings[0]);
}

TEST(KFashionUpdate, ABrokenSourceIsAnErrorAndNotOverwritten) {
  KFashionFile file = read(kBytes);
  file.source = "{";
  EXPECT_ERROR(write_kfashion(file, kfashion_taxonomy()), ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan::labeling
