#include "labeling/domain/validate.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jaedan {
namespace {

Taxonomy taxonomy() {
  TaxonomyAttribute category = {"category", "카테고리", "category", LabelStage::kExpert, false, false, {}};
  category.obligatory = true;
  category.values = {{"shirt", "셔츠", "shirt", "", {}, {Part::kTop}}};
  TaxonomyAttribute style = {"style", "스타일", "style", LabelStage::kExpert, false, true, {}};
  style.values = {{"street", "스트리트", "street", "", {}, {}}};
  TaxonomyAttribute sub_style = style;
  sub_style.id = "sub_style";
  return Taxonomy({category, style, sub_style});
}

Annotation good() {
  Garment top;
  top.part = Part::kTop;
  top.region.rings = {{{0, 0}, {10, 0}, {10, 10}}};
  top.attributes = {{"category", "shirt", "", {}}};
  Annotation annotation;
  annotation.garments = {top};
  annotation.image_attributes = {{"style", "street", "", {}}, {"sub_style", "street", "", {}}};
  return annotation;
}

std::vector<std::string> codes(const Annotation& annotation) {
  std::vector<std::string> found;
  for (const Warning& warning : validate(annotation, 100, 50, taxonomy())) found.push_back(warning.code);
  return found;
}

using Codes = std::vector<std::string>;

TEST(Validate, AGoodAnnotationHasNoWarnings) {
  EXPECT_EQ(codes(good()), Codes{});
  EXPECT_EQ(codes(Annotation{}), Codes{});
}

TEST(Validate, TellsOutlinesThatAreNone) {
  Annotation annotation = good();
  annotation.garments[0].region.rings = {{{1, 1}, {2, 2}}};
  EXPECT_EQ(codes(annotation), Codes{"ring_too_short"});
  annotation.garments[0].region.rings.clear();
  EXPECT_EQ(codes(annotation), Codes{"no_region"});
}

TEST(Validate, TellsOutlinesThatCrossThemselves) {
  Annotation annotation = good();
  annotation.garments[0].region.rings[0] = {{0, 0}, {10, 10}, {10, 0}, {0, 10}};
  EXPECT_EQ(codes(annotation), Codes{"self_crossing"});
  annotation.garments[0].region_provenance = Provenance::import("kfashion");
  EXPECT_EQ(codes(annotation), Codes{});
}

TEST(Validate, TellsPointsOutsideAndRepeated) {
  Annotation annotation = good();
  annotation.garments[0].region.rings[0][1] = {101, 0};
  EXPECT_EQ(codes(annotation), Codes{"outside_photo"});
  annotation.garments[0].region.rings[0][1] = {100.5, 0};  // the border's own half pixel is no defect
  EXPECT_EQ(codes(annotation), Codes{});
  annotation.garments[0].region.rings[0][1] = {std::nan(""), 0};
  EXPECT_EQ(codes(annotation), Codes{"outside_photo"});
  annotation.garments[0].region.rings[0][1] = {0, 0};
  EXPECT_EQ(codes(annotation), Codes{"repeated_point"});
}

TEST(Validate, TellsWordsOutsideTheVocabulary) {
  Annotation annotation = good();
  annotation.garments[0].attributes.push_back({"lining", "silk", "", {}});
  EXPECT_EQ(codes(annotation), Codes{"unknown_attribute"});
  annotation.garments[0].attributes = {{"category", "cape", "", {}}};
  EXPECT_EQ(codes(annotation), Codes{"unknown_value"});
  annotation.garments[0].attributes = {{"category", "not_sure", "", {}}};
  EXPECT_EQ(codes(annotation), Codes{});
  annotation.garments[0].attributes = {{"category", "shirt", "", {}}};
  annotation.garments[0].part = Part::kDress;
  EXPECT_EQ(codes(annotation), Codes{"wrong_part"});
}

TEST(Validate, TellsWhatIsMissingOrTwice) {
  Annotation annotation = good();
  annotation.garments[0].attributes.clear();
  EXPECT_EQ(codes(annotation), Codes{"label_missing"});
  annotation = good();
  annotation.garments.push_back(annotation.garments[0]);
  EXPECT_EQ(codes(annotation), Codes{"part_twice"});
  annotation = good();
  annotation.image_attributes.erase(annotation.image_attributes.begin());
  EXPECT_EQ(codes(annotation), Codes{"sub_style_alone"});
}

}  // namespace
}  // namespace jaedan
