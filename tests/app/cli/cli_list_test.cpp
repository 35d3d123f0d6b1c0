// Photos by name, score and last change, with what the model proposes.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/cli/cli.h"
#include "tests/labeling/store/project_at.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

/// Photos c, a and b, as they were added; b is the model's least sure one, c was never seen by one, a was changed.
class CliList : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::create_project_at(project_));
    for (const char* name : {"c", "a", "b"}) {
      ASSERT_OK(store->add_photos({Photo{PhotoId{}, name, folder_ / name + ".jpg", 100, 100}}));
    }
    const auto predict = [&](std::int64_t id, double score) {
      Proposal top;
      top.region.rings = {{{5, 5}, {60, 5}, {60, 80}}};
      top.score = score;
      top.attributes = {{"fit", "normal", "", Provenance::model("m1", 0.5), {{"loose", 0.25}}}};
      ASSERT_OK(store->save_prediction(PhotoId{id}, Prediction{"m1", {{1.0, {top}}}}));
    };
    predict(2, 0.75);
    predict(3, 0.25);
    Annotation annotation;
    annotation.photo = PhotoId{2};
    annotation.state = WorkflowState::kDrawn;
    ASSERT_OK(store->save(annotation, {"mina", "edit"}));
  }
  nlohmann::json photos(std::vector<std::string> more) const {
    std::vector<std::string> arguments = {"list", project_, "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return json_of(jaedan(arguments))["photos"];
  }
  std::string names(const std::vector<std::string>& more) const {
    std::string names;
    for (const auto& photo : photos(more)) names += photo["name"].get<std::string>();
    return names;
  }
  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "a.jaedan";
};

TEST_F(CliList, SortsBothWays) {
  EXPECT_EQ(names({}), "cab");
  EXPECT_EQ(names({"--reverse"}), "bac");
  EXPECT_EQ(names({"--sort", "name"}), "abc");
  EXPECT_EQ(names({"--sort", "name", "--reverse"}), "cba");
  EXPECT_EQ(names({"--sort", "score"}), "bac");
  EXPECT_EQ(names({"--sort", "score", "--reverse"}), "abc");
  EXPECT_EQ(names({"--sort", "time"}), "acb");
  EXPECT_EQ(names({"--sort", "score", "--limit", "1"}), "b");
  EXPECT_EQ(names({"--sort", "name", "--filter", "status=new"}), "bc");
}

TEST_F(CliList, SaysWhatIsKnownOfAPhotoAndWhatIsProposed) {
  const auto listed = photos({"--proposals"});
  EXPECT_TRUE(listed[0]["score"].is_null());
  EXPECT_TRUE(listed[0]["proposals"].is_null());
  EXPECT_EQ(listed[1]["score"], 0.75);
  EXPECT_EQ(listed[1]["status"], "drawn");
  EXPECT_EQ(listed[1]["changed_by"], "mina");
  const auto& fit = listed[1]["proposals"]["readings"][0]["garments"][0]["attributes"][0];
  EXPECT_EQ(fit["value"], "normal");
  EXPECT_EQ(fit["alternatives"], nlohmann::json::parse(R"([{"value":"loose","score":0.25}])"));
}

TEST_F(CliList, PrintsALineAPhotoAndRefusesOtherOrders) {
  const ProgramResult lines = jaedan({"list", project_, "--sort", "name"});
  EXPECT_EQ(lines.exit_code, 0);
  EXPECT_EQ(std::count(lines.out.begin(), lines.out.end(), '\n'), 3);
  EXPECT_NE(lines.out.find("0.750"), std::string::npos) << lines.out;
  EXPECT_EQ(jaedan({"list", project_, "--sort", "size"}).exit_code, 2);
}

}  // namespace
}  // namespace jaedan::testing
