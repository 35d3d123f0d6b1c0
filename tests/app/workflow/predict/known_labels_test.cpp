#include "app/workflow/predict/known_labels.h"

#include <gtest/gtest.h>

#include "labeling/formats/taxonomy_json.h"
#include "tests/support/matchers.h"

namespace jaedan::workflow {
namespace {

using inference::HeadScope;

AttributeValue label_said(const char* attribute, const char* value, std::vector<AlternativeValue> next = {}) {
  return {attribute, value, "", Provenance::model("m", 0.9), std::move(next)};
}

TEST(KnownLabels, EveryHeadThatTheTaxonomyHasNoWordsForIsNamed) {
  ASSERT_OK_AND_ASSIGN(const Taxonomy taxonomy, labeling::load_default_taxonomy());
  inference::ModelCard card;
  card.heads = {inference::category_head(),
                {"shoe", {{"boot", {}}}, false},
                {"fit", {{"loose", {}}, {"baggy", {}}, {"cropped", {}}}, false},
                {"style", {{"street", {}}}, false, HeadScope::kPhoto},
                {"gender", {{"women", {}}, {"men", {}}}, false, HeadScope::kPhoto},
                {"season", {{"spring", {}}, {"summer", {}}, {"autumn", {}}, {"winter", {}}}, true, HeadScope::kPhoto},
                {"colour", {{"black", {}}}, false, HeadScope::kPhoto}};
  card.empty_heads = {"print"};
  const std::vector<Message> told = unknown_to(taxonomy, card);
  ASSERT_EQ(told.size(), 4U);
  EXPECT_EQ(told[0].key, "predict.head_empty");
  EXPECT_NE(told[0].text().find("'print'"), std::string::npos);
  EXPECT_EQ(told[1].key, "predict.head_unknown");
  EXPECT_NE(told[1].text().find("'shoe'"), std::string::npos);
  EXPECT_EQ(told[2].key, "predict.values_unknown");
  EXPECT_NE(told[2].text().find("baggy, cropped"), std::string::npos) << told[2].text();
  EXPECT_EQ(told[3].key, "predict.photo_head_unknown") << "a colour is a garment's";
}

TEST(KnownLabels, TheOthersStayAndAlternativesAreLookedAtToo) {
  ASSERT_OK_AND_ASSIGN(const Taxonomy taxonomy, labeling::load_default_taxonomy());
  Proposal top;
  top.attributes = {label_said("shoe", "boot"), label_said("fit", "loose", {{"baggy", 0.05}, {"tight", 0.02}}),
                    label_said("fit", "baggy")};
  top.guesses = {label_said("category", "toga"), label_said("category", "shirt")};
  Prediction prediction{"m", {{1.0, {top}}}};
  prediction.image_attributes = {label_said("style", "street"), label_said("style", "goth-ish"),
                                 label_said("gender", "women"), label_said("colour", "black")};
  prediction.of_garments = {{GarmentId{1}, Part::kTop, {}, top.attributes, top.guesses}};
  prediction.image_guesses = {label_said("season", "monsoon"), label_said("season", "winter", {{"monsoon", 0.2}})};
  keep_known_labels(taxonomy, prediction);
  const Proposal& kept = prediction.readings[0].garments[0];
  EXPECT_EQ(kept.attributes, (AttributeValues{label_said("fit", "loose", {{"tight", 0.02}})}));
  EXPECT_EQ(kept.guesses, AttributeValues{label_said("category", "shirt")});
  EXPECT_EQ(prediction.of_garments[0].attributes, kept.attributes);
  EXPECT_EQ(prediction.of_garments[0].guesses, kept.guesses);
  EXPECT_EQ(prediction.image_attributes,
            (AttributeValues{label_said("style", "street"), label_said("gender", "women")}));
  EXPECT_EQ(prediction.image_guesses, AttributeValues{label_said("season", "winter")});
}

}  // namespace
}  // namespace jaedan::workflow
