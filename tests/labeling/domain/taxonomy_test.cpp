#include "labeling/domain/taxonomy.h"

#include <gtest/gtest.h>

namespace jaedan {
namespace {

Taxonomy small() {
  TaxonomyAttribute fit = {"fit", "핏", "fit", LabelStage::kExpert, false, false, {}};
  fit.values = {{"normal", "노멀", "normal", "", {"노말"}, {Part::kTop, Part::kBottom}},
                {"skinny", "스키니", "skinny", "", {}, {Part::kBottom}}};
  TaxonomyAttribute colour = {"colour", "색상", "colour", LabelStage::kBasic, false, false, {}};
  colour.values = {{"black", "블랙", "black", "", {}, {Part::kTop}}};
  TaxonomyAttribute style = {"style", "스타일", "style", LabelStage::kExpert, false, true, {}};
  style.values = {{"street", "스트리트", "street", "casual", {}, {}}};
  return Taxonomy({fit, colour, style}, {{"casual", "캐주얼", "casual"}});
}

TEST(Taxonomy, AsksBasicQuestionsFirstAndOnlyThoseOfThePart) {
  const Taxonomy taxonomy = small();
  const auto top = taxonomy.attributes_for(Part::kTop);
  ASSERT_EQ(top.size(), 2u);
  EXPECT_EQ(top[0]->id, "colour");
  EXPECT_EQ(top[1]->id, "fit");
  ASSERT_EQ(taxonomy.attributes_for(Part::kBottom).size(), 1u);
  EXPECT_TRUE(taxonomy.attributes_for(Part::kDress).empty());
  ASSERT_EQ(taxonomy.image_attributes().size(), 1u);
  EXPECT_FALSE(taxonomy.attribute("style")->applies_to(Part::kTop));
}

TEST(Taxonomy, OffersTheValuesOfAPart) {
  const Taxonomy taxonomy = small();
  EXPECT_EQ(taxonomy.attribute("fit")->values_for(Part::kTop).size(), 1u);
  EXPECT_EQ(taxonomy.attribute("fit")->values_for(Part::kBottom).size(), 2u);
}

TEST(Taxonomy, FindsValuesByIdAndBySpelling) {
  const Taxonomy taxonomy = small();
  const TaxonomyAttribute& fit = *taxonomy.attribute("fit");
  EXPECT_EQ(fit.value("skinny")->korean, "스키니");
  EXPECT_EQ(fit.value("스키니"), nullptr);
  EXPECT_EQ(fit.value_from_spelling("노말"), fit.value("normal"));
  EXPECT_EQ(fit.value_from_spelling("normal"), nullptr);
  EXPECT_EQ(taxonomy.attribute("length"), nullptr);
}

TEST(Taxonomy, NamesValuesForPeople) {
  const Taxonomy taxonomy = small();
  EXPECT_EQ(taxonomy.name_of("colour", "black", true), "블랙");
  EXPECT_EQ(taxonomy.name_of("colour", "black", false), "black");
  EXPECT_EQ(taxonomy.name_of("colour", "not_sure", false), "not sure");
  EXPECT_EQ(taxonomy.name_of("colour", "형광", true), "형광");
  EXPECT_EQ(taxonomy.name_of("lining", "silk", true), "silk");
  EXPECT_EQ(taxonomy.groups().at(0).korean, "캐주얼");
}

}  // namespace
}  // namespace jaedan
