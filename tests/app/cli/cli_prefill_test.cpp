#include <gtest/gtest.h>

#include <filesystem>

#include "labeling/store/sql/connection.h"
#include "tests/app/cli/cli.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

/// A project of two drawn photos with the model's proposals; one photo's name is not UTF-8.
class CliPrefill : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(jaedan({"synth", folder_ / "drawn", "--count", "2", "--seed", "42"}).exit_code, 0);
    fs::create_directories(folder_ / "photos");
    fs::copy(folder_ / "drawn/synth_42_000000.jpg", folder_ / "photos/a.jpg");
    fs::copy(folder_ / "drawn/synth_42_000001.jpg", folder_ / "photos/b\xff.jpg");
    ASSERT_EQ(jaedan({"init", project_, "--images", folder_ / "photos"}).exit_code, 0);
    const ProgramResult prefilled = jaedan({"prefill", project_, "--json"});
    ASSERT_EQ(json_of(prefilled)["done"], 2) << prefilled.err;
  }
  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "a.jaedan";
};

TEST_F(CliPrefill, ADamagedPredictionIsMadeAgain) {
  {
    ASSERT_OK_AND_ASSIGN(const auto database, labeling::sql::Connection::open(project_ + "/project.db", project_));
    database->session() << "update prediction set content = '{' where photo_id = 1";
  }
  const ProgramResult again = jaedan({"prefill", project_, "--json"});
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(json_of(again)["done"], 1);
  EXPECT_EQ(json_of(again)["skipped"], 1);
  EXPECT_EQ(json_of(jaedan({"prefill", project_, "--json"}))["skipped"], 2);
}

TEST_F(CliPrefill, ANameThatIsNotUtf8CanBePrinted) {
  ASSERT_EQ(jaedan({"approve", project_, "--accept-proposals"}).exit_code, 0);
  const ProgramResult found = jaedan({"recommend", project_, "--image", "2", "--json"});
  ASSERT_EQ(found.exit_code, 0) << found.err;
  EXPECT_EQ(json_of(found)["query"]["photo"], "b\uFFFD") << found.out;
}

TEST_F(CliPrefill, RecommendSaysWhatItsScoreIs) {
  ASSERT_EQ(jaedan({"approve", project_, "--accept-proposals"}).exit_code, 0);
  const std::string by_labels = jaedan({"recommend", project_, "--image", "2"}).out;
  EXPECT_NE(by_labels.find("score: 1 at best; the same colour counts most"), std::string::npos) << by_labels;
  const std::string by_looks = jaedan({"recommend", project_, "--image", "2", "--looks-only"}).out;
  EXPECT_NE(by_looks.find("score: 1 at best; the likeness of the looks\n"), std::string::npos) << by_looks;
}

TEST_F(CliPrefill, SearchLikeAPhotoAnswersForEachOfItsParts) {
  ASSERT_EQ(jaedan({"approve", project_, "--accept-proposals"}).exit_code, 0);
  const ProgramResult found = jaedan({"search", project_, "--like", "2", "--json"});
  ASSERT_EQ(found.exit_code, 0) << found.err;
  const nlohmann::json like = json_of(found)["like"];
  ASSERT_FALSE(like.empty());
  for (const auto& garment : like) {
    EXPECT_EQ(garment["query"]["photo_id"], 2);
    for (const auto& result : garment["results"]) {
      EXPECT_EQ(result["part"], garment["query"]["part"]);
      EXPECT_NE(result["photo_id"], 2);
    }
  }
  const ProgramResult outside = jaedan({"search", project_, "--like", folder_ / "drawn/synth_42_000000.jpg"});
  EXPECT_EQ(outside.exit_code, 0) << outside.err;
  EXPECT_NE(outside.out.find("like "), std::string::npos) << outside.out;
}

}  // namespace
}  // namespace jaedan::testing
