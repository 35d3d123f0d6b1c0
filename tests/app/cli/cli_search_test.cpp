// Photos found by words: no model and no vectors are needed.
#include <gtest/gtest.h>

#include "tests/app/cli/cli.h"
#include "tests/labeling/store/project_at.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

/// Photo 1 wears a denim mini skirt and a white shirt, 2 a black maxi skirt and a black shirt, in winter; 3, a red
/// skirt, is not approved.
class CliSearch : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::create_project_at(project_));
    add(*store, "summer_1", WorkflowState::kApproved,
        {{Part::kBottom, {{"category", "skirt"}, {"length", "mini"}, {"material", "denim"}}},
         {Part::kTop, {{"category", "shirt"}, {"colour", "white"}}}},
        "summer");
    add(*store, "winter_1", WorkflowState::kApproved,
        {{Part::kBottom, {{"category", "skirt"}, {"length", "maxi"}, {"colour", "black"}}},
         {Part::kTop, {{"category", "shirt"}, {"colour", "black"}}}},
        "winter");
    add(*store, "begun", WorkflowState::kDrawn, {{Part::kBottom, {{"category", "skirt"}, {"colour", "red"}}}}, "");
  }

  static void add(labeling::Store& store, const std::string& name, WorkflowState state,
                  const std::vector<std::pair<Part, Values>>& garments, const std::string& season) {
    ASSERT_OK_AND_ASSIGN(const auto ids, store.add_photos({Photo{{}, name, "/photos/" + name + ".jpg", 100, 100}}));
    Annotation annotation;
    annotation.photo = ids.front();
    annotation.state = state;
    for (const auto& [part, values] : garments) {
      Garment garment;
      garment.id = next_garment_id(annotation);
      garment.part = part;
      garment.region.rings = {{{10, 10}, {90, 10}, {90, 50}}};
      for (const auto& [attribute, value] : values) {
        garment.attributes.push_back({attribute, value, "", Provenance::human("mina")});
      }
      annotation.garments.push_back(garment);
    }
    if (!season.empty()) annotation.image_attributes = {{"season", season, "", Provenance::human("mina")}};
    ASSERT_OK(store.save(annotation, {"mina", "edit"}));
  }

  nlohmann::json search(const std::string& words) const {
    return json_of(jaedan({"search", project_, words, "--json"}));
  }
  std::string names(const std::string& words) const {
    std::string found;
    const nlohmann::json document = search(words);
    for (const auto& photo : document["results"]) found += photo["photo"].get<std::string>() + " ";
    return found;
  }

  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "a.jaedan";
};

TEST_F(CliSearch, KoreanAndEnglishWordsFindTheSame) {
  EXPECT_EQ(names("데님 미니 스커트에 흰 셔츠"), "summer_1 winter_1 ");
  EXPECT_EQ(names("denim mini skirt with white shirt"), "summer_1 winter_1 ");
  EXPECT_EQ(names("검은 치마"), "winter_1 summer_1 ");
  EXPECT_EQ(names("skirt not black"), "summer_1 ");
  EXPECT_EQ(names("winter skirt"), "winter_1 summer_1 ");
  EXPECT_EQ(names("red skirt"), "summer_1 winter_1 ") << "what nobody approved is not found";
}

TEST_F(CliSearch, JsonTellsHowTheWordsAreUnderstoodAndWhyAPhotoIsFound) {
  const auto document = search("망고 데님 스커트 without buttons, 흰 셔츠");
  const auto& query = document["query"];
  ASSERT_EQ(query["garments"].size(), 2u) << document;
  EXPECT_EQ(query["garments"][0]["part"], "bottom");
  EXPECT_EQ(query["garments"][0]["labels"][0]["any_of"][0]["value"], "denim");
  EXPECT_EQ(query["garments"][0]["negated"][0]["word"], "buttons");
  EXPECT_EQ(query["unknown"][0]["word"], "망고");
  EXPECT_EQ(query["unknown"][0]["at"], 0);
  EXPECT_FALSE(document["notes"].empty());
  const auto& first = document["results"][0];
  EXPECT_EQ(first["photo"], "summer_1");
  EXPECT_EQ(first["photo_id"], 1);
  EXPECT_EQ(first["garment"], 1);
  EXPECT_EQ(first["part"], "bottom");
  EXPECT_EQ(first["complete"], true);
  EXPECT_EQ(first["reasons"][0],
            nlohmann::json::parse(R"({"attribute": "material", "value": "denim", "verdict": "holds",
                                                          "negated": false, "score": 1.0})"));
  EXPECT_EQ(first["garments"][1]["garment"], 2);
}

TEST_F(CliSearch, TheTableHasARowForEachGarment) {
  const ProgramResult found = jaedan({"search", project_, "mini skirt, white shirt", "--k", "1"});
  EXPECT_EQ(found.exit_code, 0) << found.err;
  EXPECT_NE(found.out.find("looked for: bottom: mini, skirt + top: white, shirt\n"), std::string::npos) << found.out;
  EXPECT_NE(found.out.find("1.000  summer_1  bottom  has mini, skirt\n"), std::string::npos) << found.out;
  EXPECT_NE(found.out.find("top     has white, shirt\n"), std::string::npos) << found.out;
  EXPECT_EQ(found.out.find("winter_1"), std::string::npos) << found.out;
}

TEST_F(CliSearch, WhatIsNotUnderstoodIsNamed) {
  const ProgramResult unknown = jaedan({"search", project_, "cot", "--json"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_EQ(json_of(unknown)["error"]["key"], "search.only_unknown") << unknown.out;
  EXPECT_NE(json_of(unknown)["error"]["message"].get<std::string>().find("coat"), std::string::npos);
  EXPECT_EQ(json_of(jaedan({"search", project_, "", "--json"}))["error"]["key"], "search.nothing_asked");
  EXPECT_EQ(json_of(jaedan({"search", project_, std::string(5000, 'x'), "--json"}))["error"]["key"], "words.too_long");
  const ProgramResult some = jaedan({"search", project_, "umbrella skirt"});
  EXPECT_EQ(some.exit_code, 0);
  EXPECT_NE(some.err.find("'umbrella'"), std::string::npos) << some.err;
}

TEST_F(CliSearch, FindingNothingIsSaid) {
  const ProgramResult found = jaedan({"search", project_, "coat"});
  EXPECT_EQ(found.exit_code, 0) << found.err;
  EXPECT_NE(found.err.find("no approved photo has"), std::string::npos) << found.err;
  EXPECT_TRUE(search("coat")["results"].empty());
  const std::string empty = folder_ / "empty.jaedan";
  ASSERT_EQ(jaedan({"init", empty}).exit_code, 0);
  EXPECT_NE(jaedan({"search", empty, "coat"}).err.find("no approved photo with garments"), std::string::npos);
}

TEST_F(CliSearch, EitherWordsOrAPhotoAreSearchedWith) {
  EXPECT_EQ(jaedan({"search", project_}).exit_code, 2);
  EXPECT_EQ(jaedan({"search", project_, "coat", "--like", "1"}).exit_code, 2);
  EXPECT_EQ(jaedan({"search", project_, "--like", "nowhere"}).exit_code, 3);
  EXPECT_EQ(jaedan({"search", folder_ / "none.jaedan", "coat"}).exit_code, 3);
  EXPECT_EQ(jaedan({"search", project_, "coat", "--k", "0"}).exit_code, 2);
}

}  // namespace
}  // namespace jaedan::testing
