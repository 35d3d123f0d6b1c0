#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "tests/app/cli/cli.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

/// Drawn photos that are approved as they were drawn.
class CliOutfits : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    const std::string drawn = *folder_ / "drawn";
    ASSERT_EQ(jaedan({"synth", drawn, "--count", "80", "--seed", "7"}).exit_code, 0);
    ASSERT_EQ(jaedan({"init", project(), "--images", drawn}).exit_code, 0);
    ASSERT_EQ(jaedan({"import", project(), drawn}).exit_code, 0);
    ASSERT_EQ(jaedan({"approve", project()}).exit_code, 0);
  }
  static void TearDownTestSuite() { folder_.reset(); }
  static std::string project() { return *folder_ / "a.jaedan"; }

  static ProgramResult outfits(std::vector<std::string> options) {
    options.insert(options.begin(), {"outfits", project(), "--json"});
    return jaedan(options);
  }
  static nlohmann::json answer(std::vector<std::string> options) {
    const ProgramResult result = outfits(std::move(options));
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return json_of(result);
  }

  static std::unique_ptr<TemporaryFolder> folder_;
};
std::unique_ptr<TemporaryFolder> CliOutfits::folder_;

TEST_F(CliOutfits, TheBestOutfitsHaveOneGarmentAPartAndSayWhy) {
  const auto found = answer({"--k", "3"});
  ASSERT_EQ(found["outfits"].size(), 3u) << found["partial"];
  for (const auto& outfit : found["outfits"]) {
    std::set<std::string> parts;
    for (const auto& piece : outfit["pieces"]) {
      EXPECT_TRUE(parts.insert(piece["part"].get<std::string>()).second);
      EXPECT_GT(piece["box"][2].get<double>(), 0);
    }
    EXPECT_EQ(parts.count("top"), parts.count("bottom"));
    EXPECT_TRUE(outfit["terms"]["compatibility"].is_number());
    EXPECT_TRUE(outfit["reasons"].is_array());
  }
}

TEST_F(CliOutfits, WhatGoesWithAGarmentIsOfOtherPartsAndPhotos) {
  const auto all = answer({"--k", "1"});
  const auto& piece = all["outfits"][0]["pieces"][0];
  const std::string garment = piece["photo_id"].dump() + ":" + piece["part"].get<std::string>();
  const auto found = answer({"--goes-with", garment, "--k", "2"});
  ASSERT_EQ(found["with"].size(), 1u);
  EXPECT_EQ(found["with"][0]["photo_id"], piece["photo_id"]);
  ASSERT_FALSE(found["beside"].empty());
  for (const auto& beside : found["beside"]) {
    EXPECT_NE(beside["part"], piece["part"]);
    EXPECT_LE(beside["garments"].size(), 2u);
    for (const auto& one : beside["garments"]) {
      EXPECT_EQ(one["part"], beside["part"]);
      EXPECT_NE(one["photo_id"], piece["photo_id"]);
      EXPECT_TRUE(one["terms"]["taste"].is_number());
    }
  }
  const auto pinned = answer({"--with", garment, "--k", "2"});
  for (const auto& outfit : pinned["outfits"]) {
    bool has = false;
    for (const auto& one : outfit["pieces"]) {
      has = has || (one["photo_id"] == piece["photo_id"] && one["garment"] == piece["garment"]);
    }
    EXPECT_TRUE(has);
  }
}

TEST_F(CliOutfits, AWardrobeLacksWhatIsNotInIt) {
  const auto found = answer({"--missing", "--wardrobe", "part=top", "--k", "3"});
  EXPECT_TRUE(found["outfits"].empty());
  EXPECT_TRUE(found["missing"].is_array());
  const auto nothing = answer({"--missing", "--wardrobe", "text=nowhere"});
  ASSERT_EQ(nothing["partial"].size(), 1u) << nothing["partial"];
  EXPECT_EQ(nothing["partial"][0]["key"], "outfits.empty_wardrobe");
}

TEST_F(CliOutfits, EqualQuestionsHaveEqualAnswers) {
  EXPECT_EQ(outfits({"--k", "4"}).out, outfits({"--k", "4"}).out);
  EXPECT_GT(answer({})["learnt_from"], 30);
}

TEST_F(CliOutfits, PreferencesAreTermsOfTheScore) {
  const auto found = answer({"--prefer", "colour=black", "--person", "part=top", "--k", "2"});
  ASSERT_FALSE(found["outfits"].empty());
  EXPECT_NE(found["outfits"][0]["terms"]["taste"], 0);
}

TEST_F(CliOutfits, TheTableSaysWhatTheScoreIs) {
  const ProgramResult result = jaedan({"outfits", project(), "--k", "1"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_NE(result.out.find("score: "), std::string::npos);
  EXPECT_NE(result.out.find("top"), std::string::npos) << result.out;
}

TEST_F(CliOutfits, WrongUsageIsRefused) {
  EXPECT_EQ(outfits({"--missing", "--goes-with", "1"}).exit_code, 2);
  EXPECT_EQ(outfits({"--prefer", "black"}).exit_code, 2);
  EXPECT_EQ(outfits({"--prefer", "colour=nonsense"}).exit_code, 2);
  EXPECT_EQ(outfits({"--wardrobe", "stauts=new"}).exit_code, 2);
  EXPECT_NE(outfits({"--goes-with", "no such photo"}).exit_code, 0);
  EXPECT_EQ(outfits({"--k", "0"}).exit_code, 2);
}

TEST_F(CliOutfits, AProjectWithoutApprovedPhotosSaysSo) {
  const std::string empty = *folder_ / "empty.jaedan";
  ASSERT_EQ(jaedan({"init", empty}).exit_code, 0);
  const auto found = json_of(jaedan({"outfits", empty, "--json"}));
  EXPECT_TRUE(found["outfits"].empty());
  ASSERT_EQ(found["partial"].size(), 1u);
  EXPECT_EQ(found["partial"][0]["key"], "recommend.nothing_approved");
}

}  // namespace
}  // namespace jaedan::testing
