// What nobody looked at, and what the rules of the work refuse.
#include <gtest/gtest.h>

#include "tests/app/cli/cli.h"
#include "tests/labeling/store/project_at.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

/// Two photos, of each of which a model proposes one top.
class CliReview : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(jaedan({"synth", folder_ / "drawn", "--count", "2", "--seed", "42"}).exit_code, 0);
    std::filesystem::create_directories(folder_ / "photos");
    for (const char* name : {"synth_42_000000.jpg", "synth_42_000001.jpg"}) {
      std::filesystem::copy(folder_ / (std::string("drawn/") + name), folder_ / (std::string("photos/") + name));
    }
    ASSERT_EQ(jaedan({"init", project_, "--images", folder_ / "photos"}).exit_code, 0);
    ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::open_project_at(project_));
    Proposal top;
    top.part = Part::kTop;
    top.region.rings = {{{5, 5}, {60, 5}, {60, 80}, {5, 80}}};
    top.score = 0.8;
    top.attributes = {{"category", "tshirt", "", Provenance::model("m1", 0.7)}};
    for (const std::int64_t id : {1, 2}) {
      ASSERT_OK(store->save_prediction(PhotoId{id}, Prediction{"m1", {{1.0, {top}}}}));
    }
  }
  void approve_in_bulk() const {
    ASSERT_EQ(json_of(jaedan({"approve", project_, "--accept-proposals", "--json"}))["done"], 2);
  }
  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "a.jaedan";
};

TEST_F(CliReview, WhatWasApprovedInBulkIsCountedAsLookedAtByNobody) {
  approve_in_bulk();
  const auto audit = json_of(jaedan({"audit", project_, "--json"}));
  EXPECT_EQ(audit["nobody_looked_at"], 2);
  EXPECT_EQ(audit["states"]["approved"]["photos"], 2);
  EXPECT_EQ(audit["states"]["approved"]["photos_nobody_looked_at"], 2);
  EXPECT_NE(jaedan({"audit", project_}).out.find("nobody looked at 2 of them, in 2 photos"), std::string::npos);
  EXPECT_EQ(audit["parts"], nlohmann::json({{"top", 2}}));
  EXPECT_EQ(audit["labels"]["category"], 2);
  ASSERT_EQ(audit["workers"].size(), 1u);
  EXPECT_EQ(audit["workers"][0]["photos"], 2);
  EXPECT_EQ(audit["photos_with_proposals"], 2);
  EXPECT_EQ(json_of(jaedan({"audit", project_, "--filter", "looked=yes", "--json"}))["photos"], 0);
  const auto exported =
      json_of(jaedan({"export", project_, folder_ / "out", "--format", "csv", "--filter", "looked=no", "--json"}));
  EXPECT_EQ(exported["done"], 2);
}

TEST_F(CliReview, WhereEverythingWasLookedAtNothingIsSaidOfIt) {
  EXPECT_EQ(jaedan({"audit", project_}).out.find("nobody looked"), std::string::npos);
}

TEST_F(CliReview, TheAuditOfAPhotoSaysWhatChanged) {
  approve_in_bulk();
  ASSERT_EQ(jaedan({"return", project_, "--image", "id=1"}).exit_code, 0);
  const std::string words = jaedan({"audit", project_, "--image", "id=1"}).out;
  EXPECT_NE(words.find("    top 1 added\n"), std::string::npos) << words;
  EXPECT_NE(words.find("    state approved → returned\n"), std::string::npos) << words;
  const auto log = json_of(jaedan({"audit", project_, "--image", "id=1", "--json"}));
  EXPECT_EQ(log.back()["changed"], nlohmann::json({"state approved → returned"}));
}

TEST_F(CliReview, ASnapshotSaysThatItIsTheModelsOwnAndCanLeaveThatOut) {
  approve_in_bulk();
  const auto snapshot = jaedan({"snapshot", project_});
  EXPECT_NE(snapshot.out.find("2 of 2 garments are a model's own; nobody looked at 2 of them"), std::string::npos)
      << snapshot.out;
  const auto document = json_of(jaedan({"snapshot", project_, "--json"}));
  EXPECT_EQ(document["garments"], 2);
  EXPECT_EQ(document["models_own"], 2);
  EXPECT_EQ(document["nobody_looked_at"], 2);
  const auto without = jaedan({"snapshot", project_, "--without-own"});
  EXPECT_EQ(without.exit_code, 3);
  EXPECT_NE(without.err.find("as a model drew it"), std::string::npos) << without.err;
}

TEST_F(CliReview, ARefusedTransitionIsASentenceAndNoWrongUsage) {
  const auto refused = jaedan({"return", project_, "--image", "1", "--json"});
  EXPECT_EQ(refused.exit_code, 1) << "a new photo cannot be returned";
  EXPECT_EQ(json_of(refused)["error"]["code"], "refused");
  EXPECT_EQ(json_of(refused)["error"]["key"], "review.wrong_state");
  EXPECT_NE(refused.err.find("return is not possible: the photo is new"), std::string::npos) << refused.err;
}

}  // namespace
}  // namespace jaedan::testing
