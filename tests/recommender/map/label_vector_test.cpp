#include "recommender/map/label_vector.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace jaedan::recommender::testing {
namespace {

/// Five colours for all, three categories of tops and two of bottoms, two sleeves for tops; style is of the photo.
Taxonomy small_taxonomy() {
  const std::vector<Part> all(kAllParts.begin(), kAllParts.end());
  const auto value = [](const char* id, std::vector<Part> parts) {
    TaxonomyValue made;
    made.id = id;
    made.parts = std::move(parts);
    return made;
  };
  TaxonomyAttribute colour, category, sleeve, style;
  colour.id = "colour";
  for (const char* id : {"black", "white", "red", "blue", "green"}) colour.values.push_back(value(id, all));
  category.id = "category";
  for (const char* id : {"tshirt", "shirt", "hoodie"}) category.values.push_back(value(id, {Part::kTop}));
  for (const char* id : {"skirt", "jeans"}) category.values.push_back(value(id, {Part::kBottom}));
  sleeve.id = "sleeve_length";
  for (const char* id : {"long", "short"}) sleeve.values.push_back(value(id, {Part::kTop}));
  style.id = "style";
  style.image_level = true;
  style.values.push_back(value("street", {}));
  return Taxonomy({colour, category, sleeve, style});
}

const Taxonomy kTaxonomy = small_taxonomy();
const LabelSpace kSpace(kTaxonomy);

AttributeValue person(const char* attribute, const char* value) {
  return {attribute, value, "", Provenance::human("mina")};
}

AttributeValue model(const char* attribute, const char* value, double score,
                     std::vector<AlternativeValue> alternatives = {}) {
  return {attribute, value, "", Provenance::model("m", score), std::move(alternatives)};
}

/// The shares of the axis at `place`.
std::vector<float> shares(Part part, const AttributeValues& labels, std::size_t place) {
  const LabelSpace::Axis& axis = kSpace.axes().at(place);
  const LabelVector made = kSpace.vector_of(part, labels);
  return {made.shares.begin() + static_cast<std::ptrdiff_t>(axis.first),
          made.shares.begin() + static_cast<std::ptrdiff_t>(axis.first + axis.count)};
}

void expect_near(const std::vector<float>& shares, const std::vector<float>& expected) {
  ASSERT_EQ(shares.size(), expected.size());
  for (std::size_t i = 0; i < shares.size(); ++i) EXPECT_NEAR(shares[i], expected[i], 1e-6) << i;
}

TEST(LabelSpace, HoldsTheAttributesOfGarmentsAndNotOfPhotos) {
  ASSERT_EQ(kSpace.axes().size(), 3U);
  EXPECT_EQ(kSpace.size(), 12U);
  EXPECT_EQ(kSpace.axes()[1].attribute, "category");
  EXPECT_EQ(kSpace.value_at(kSpace.axes()[1].first), "tshirt");
}

TEST(LabelVector, APersonsWordIsCertain) {
  expect_near(shares(Part::kTop, {person("colour", "red")}, 0), {0, 0, 1, 0, 0});
  AttributeValue confirmed = model("colour", "red", 0.4, {{"blue", 0.3}});
  confirmed.provenance.confirmed_by = "mina";
  expect_near(shares(Part::kTop, {confirmed}, 0), {0, 0, 1, 0, 0});
}

TEST(LabelVector, WhatAModelLeavesIsSpreadOverTheOtherValues) {
  expect_near(shares(Part::kTop, {model("colour", "red", 0.6, {{"blue", 0.1}})}, 0), {0.1F, 0.1F, 0.6F, 0.1F, 0.1F});
  expect_near(shares(Part::kTop, {model("category", "shirt", 0.8)}, 1), {0.1F, 0.8F, 0.1F, 0, 0});
}

TEST(LabelVector, OfWhatNothingIsSaidEachValueOfThePartIsAsLikely) {
  expect_near(shares(Part::kTop, {}, 1), {1 / 3.F, 1 / 3.F, 1 / 3.F, 0, 0});
  expect_near(shares(Part::kBottom, {person("category", "not_sure")}, 1), {0, 0, 0, 0.5F, 0.5F});
  expect_near(shares(Part::kBottom, {}, 2), {0, 0});
  const LabelVector made = kSpace.vector_of(Part::kTop, {person("category", "not_sure"), person("colour", "red")});
  EXPECT_EQ(made.answered, (std::vector<bool>{true, false, false}));
}

TEST(LabelVector, SeveralValuesShareAlike) {
  expect_near(shares(Part::kTop, {person("colour", "red"), person("colour", "blue")}, 0), {0, 0, 0.5F, 0.5F, 0});
  expect_near(shares(Part::kTop, {model("colour", "red", 0.9), model("colour", "blue", 0.6)}, 0),
              {0, 0, 0.6F, 0.4F, 0});
}

TEST(LabelVector, WordsAndScoresThatAreNoneCountNothing) {
  EXPECT_FALSE(kSpace.vector_of(Part::kTop, {person("colour", "beigeish")}).answered[0]);
  expect_near(shares(Part::kTop, {person("colour", "beigeish")}, 0), {0.2F, 0.2F, 0.2F, 0.2F, 0.2F});
  const double nan = std::numeric_limits<double>::quiet_NaN();
  expect_near(shares(Part::kTop, {model("colour", "red", nan, {{"blue", -3}})}, 0), {1 / 3.F, 1 / 3.F, 0, 0, 1 / 3.F});
  const LabelVector made = kSpace.vector_of(Part::kTop, {model("colour", "red", 7)});
  EXPECT_NEAR(std::accumulate(made.shares.begin(), made.shares.end(), 0.0), 3, 1e-5) << "each attribute adds up to 1";
}

}  // namespace
}  // namespace jaedan::recommender::testing
