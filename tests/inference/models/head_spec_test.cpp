#include "inference/models/head_spec.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan::inference {
namespace {

TEST(Heads, ReadBackWhatWasWritten) {
  const std::vector<HeadSpec> heads = {category_head(),
                                       {"length", {{"mini", {Part::kBottom, Part::kDress}}, {"long", {}}}, false},
                                       {"detail", {{"button", {}}, {"frill", {}}}, true},
                                       {"style", {{"street", {}}}, true, HeadScope::kPhoto, {1.5, 0.25}, true}};
  ASSERT_OK_AND_ASSIGN(const auto read, parse_heads(serialize_heads(heads), "x"));
  EXPECT_EQ(read, heads);
  EXPECT_EQ(names_of(read), "category, length, detail, style");
  EXPECT_EQ(names_of(heads_of(read, HeadScope::kGarment)), "category, length, detail");
  EXPECT_EQ(names_of(heads_of(read, HeadScope::kPhoto)), "style");
}

TEST(Heads, AreOfAGarmentAndBelievedAlwaysWhereNothingElseIsSaid) {
  const std::string before = R"([{"attribute":"fit","multiple":false,"values":["loose","tight"]}])";
  ASSERT_OK_AND_ASSIGN(const auto heads, parse_heads(before, "x"));
  ASSERT_EQ(heads.size(), 1U);
  EXPECT_EQ(heads[0].scope, HeadScope::kGarment);
  EXPECT_EQ(heads[0].confidence, (HeadConfidence{1, 0}));
  EXPECT_EQ(serialize_heads(heads), before) << "written as it was read";
}

TEST(Heads, AreAGraphOfTheirValuesOnlyWhereThatIsSaid) {
  const HeadSpec plain{"detail", {{"button", {}}, {"frill", {}}}, true};
  HeadSpec graph = plain;
  graph.graph = true;
  EXPECT_FALSE(plain == graph);
  EXPECT_EQ(serialize_heads({plain}).find("graph"), std::string::npos);
  EXPECT_NE(serialize_heads({graph}).find(R"("graph":true)"), std::string::npos);
  EXPECT_TRUE(unmeasured({graph})[0].graph) << "that is no measure";
}

TEST(Heads, WhatWasMeasuredIsNoPartOfTheQuestion) {
  const std::vector<HeadSpec> measured = {{"fit", {{"loose", {}}}, false, HeadScope::kGarment, {2, 0.5}}};
  EXPECT_NE(measured, (std::vector<HeadSpec>{{"fit", {{"loose", {}}}, false}}));
  EXPECT_EQ(unmeasured(measured), (std::vector<HeadSpec>{{"fit", {{"loose", {}}}, false}}));
}

TEST(Heads, OfThePhotoAreSaidWhateverThePart) { EXPECT_TRUE(may_be_said({"mini", {Part::kBottom}}, std::nullopt)); }

TEST(Heads, TheCategoryKnowsWhichPartAValueIsOf) {
  const HeadSpec& head = category_head();
  EXPECT_EQ(head.values.size(), 21U);
  const int skirt = index_of(head, "skirt");
  ASSERT_GE(skirt, 0);
  EXPECT_TRUE(may_be_said(head.values[std::size_t(skirt)], Part::kBottom));
  EXPECT_FALSE(may_be_said(head.values[std::size_t(skirt)], Part::kTop));
  EXPECT_EQ(index_of(head, "toga"), -1);
  EXPECT_TRUE(may_be_said({"toga", {}}, Part::kTop)) << "nothing is known of it";
}

TEST(Heads, ThoseThatCannotBeMeantAreRefusedAndNamed) {
  const std::pair<const char*, const char*> wrong[] = {
      {"{", "x"},
      {"[1]", "x"},
      {R"([{"attribute":"fit"}])", "values"},
      {R"([{"attribute":"fit","values":[]}])", "'fit' has no values"},
      {R"([{"attribute":"a.b","values":["c"]}])", "'a.b' is no attribute's id"},
      {R"([{"attribute":"fit","values":["loose","loose"]}])", "'loose' comes twice"},
      {R"([{"attribute":"fit","values":["loose"]},{"attribute":"fit","values":["tight"]}])", "'fit' comes twice"},
      {R"([{"attribute":"fit","values":[{"id":"loose","parts":["hat"]}]}])", "'hat' is no part"},
      {R"([{"attribute":"fit","values":["loose"],"scope":"shop"}])", "'shop'"},
      {R"([{"attribute":"fit","values":["loose","tight"],"graph":true}])", "'fit' says one value"},
      {R"([{"attribute":"fit","values":["loose"],"multiple":true,"graph":"yes"}])", "x"},
      {R"([{"attribute":"fit","values":["loose"],"temperature":0}])", "temperature"},
      {R"([{"attribute":"fit","values":["loose"],"threshold":1.5}])", "threshold"}};
  for (const auto& [text, named] : wrong) {
    SCOPED_TRACE(text);
    const auto heads = parse_heads(text, "x");
    EXPECT_ERROR(heads, ErrorCode::kCorrupt);
    ASSERT_FALSE(heads.ok());
    EXPECT_NE(heads.error().text().find(named), std::string::npos) << heads.error().text();
  }
}

}  // namespace
}  // namespace jaedan::inference
