// One answer against the truth, and several against each other.
#include "labeling/agreement/quality_measures.h"

#include <gtest/gtest.h>

#include "labeling/agreement/mask_agreement.h"
#include "tests/labeling/agreement/people_of_one_photo.h"

namespace jaedan::labeling::testing {
namespace {

Taxonomy two_stages() {
  TaxonomyAttribute colour, category, style;
  colour.id = "colour";
  colour.stage = LabelStage::kBasic;
  category.id = "category";
  style.id = "style";
  style.image_level = true;
  return Taxonomy({colour, category, style});
}

TEST(QualityMeasures, OutlinesOfAControlAreMatchedPartByPart) {
  const Annotation truth =
      person({garment(Part::kTop, box(10, 10, 40, 40)), garment(Part::kBottom, box(10, 60, 20, 20))});
  const Annotation said = person({garment(Part::kTop, box(10, 10, 20, 40))});
  const ControlMeasure measure = measure_outlines(said, truth, 100, 100);
  EXPECT_EQ(measure.parts, mask_agreement({said, truth}, 100, 100).parts);
  EXPECT_EQ(measure.parts[place_in_parts(Part::kTop)].matched, 1u);
  EXPECT_EQ(measure.parts[place_in_parts(Part::kBottom)].alone, 1u);
  EXPECT_NEAR(*measure.mean_iou(), 0.25, 1e-12) << "0.5, and 0 for what is missing";
  EXPECT_TRUE(measure.labels.empty());
  EXPECT_FALSE(measure_outlines({}, {}, 100, 100).mean_iou());
}

TEST(QualityMeasures, LabelsOfAControlAreThoseOfItsStage) {
  Annotation truth = person({garment(Part::kTop, box(10, 10, 40, 40), {{"colour", "black"}, {"category", "tshirt"}}),
                             garment(Part::kBottom, box(10, 60, 20, 20), {{"colour", "navy"}})});
  Annotation said = person({garment(Part::kTop, box(10, 10, 40, 40), {{"colour", "navy"}, {"category", "tshirt"}}),
                            garment(Part::kBottom, box(10, 60, 20, 20), {{"colour", "navy"}, {"category", "jeans"}})});
  truth.image_attributes = words({{"style", "street"}}, "ian");
  const ControlMeasure basic = measure_labels(said, truth, LabelStage::kBasic, two_stages(), 100, 100);
  const std::vector<ControlMeasure::Labels> colours = {{"colour", Part::kTop, {0, 1}},
                                                       {"colour", Part::kBottom, {1, 1}}};
  EXPECT_EQ(basic.labels, colours);
  EXPECT_EQ(basic.parts, ControlMeasure{}.parts);
  const ControlMeasure expert = measure_labels(said, truth, LabelStage::kExpert, two_stages(), 100, 100);
  const std::vector<ControlMeasure::Labels> rest = {
      {"category", Part::kTop, {1, 1}}, {"category", Part::kBottom, {0, 1}}, {"style", std::nullopt, {0, 1}}};
  EXPECT_EQ(expert.labels, rest);
}

TEST(QualityMeasures, PeopleAreComparedPairByPairAndLabelByLabel) {
  const std::vector<Annotation> people = {
      person({garment(Part::kTop, box(10, 10, 40, 40), {{"colour", "black"}})}),
      person({garment(Part::kTop, box(10, 10, 40, 40), {{"colour", "black"}})}),
      person({garment(Part::kTop, box(10, 10, 24, 40))}),
  };
  const PanelMeasure measure = measure_people(people, two_stages(), 100, 100);
  EXPECT_NEAR(*measure.mean_iou, (1 + 0.6 + 0.6) / 3, 1e-12);
  EXPECT_NEAR(*measure.f1, 1, 1e-12);
  EXPECT_EQ(measure.parts[place_in_parts(Part::kTop)].matched, 3u);
  const std::vector<SaidLabel> said = {{"colour", Part::kTop, {{0, "black"}, {1, "black"}, {2, "-"}}}};
  EXPECT_EQ(measure.said, said);
}

TEST(QualityMeasures, WhoSaysTheSameInAnotherOrderSaysTheSame) {
  TaxonomyAttribute print;
  print.id = "print";
  print.multiple = true;
  const auto saying = [](Words said) { return person({garment(Part::kTop, box(10, 10, 40, 40), said)}); };
  const auto said_of = [&](const Annotation& one, const Annotation& other) {
    return measure_people({one, other}, Taxonomy({print}), 100, 100).said.at(0).said.at(0);
  };
  const Annotation dots_first = saying({{"print", "dot"}, {"print", "stripe"}});
  const Annotation stripes_first = saying({{"print", "stripe"}, {"print", "dot"}});
  EXPECT_EQ(said_of(dots_first, dots_first), "dot+stripe");
  EXPECT_EQ(said_of(stripes_first, dots_first), "dot+stripe");
}

}  // namespace
}  // namespace jaedan::labeling::testing
