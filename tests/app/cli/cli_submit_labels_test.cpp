// `submit` with the work itself: a label file of another program, what the model proposes.
#include <gtest/gtest.h>

#include "tests/app/cli/cli.h"
#include "tests/labeling/store/project_at.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

using Words = std::vector<std::string>;

/// A photo without a file, and boss, ann (annotator), eve (expert) and ian (inspector).
class CliSubmitLabels : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::create_project_at(project_));
    ASSERT_OK(store->add_photos({Photo{{}, "p1", folder_ / "p1.jpg", 100, 100}}));
    for (const auto& [name, role] : std::vector<std::pair<std::string, Role>>{
             {"boss", Role::kManager}, {"ann", Role::kAnnotator}, {"eve", Role::kExpert}, {"ian", Role::kInspector}}) {
      ASSERT_OK(store->add_user(name, {role}, ""));
    }
  }
  ProgramResult as(const std::string& who, const std::string& verb, const Words& more) const {
    Words words = {verb, project_, "--user", who, "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return jaedan(words);
  }
  static std::string key_of(const ProgramResult& result) { return json_of(result)["error"].value("key", ""); }
  std::string file(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  /// A labelme file with a garment from 10,10 to `far`,`far`.
  std::string labels(const std::string& label, int far, const std::string& attributes = "") const {
    const std::string f = std::to_string(far);
    return file("own.json", R"({"imagePath":"p1.jpg","imageWidth":100,"imageHeight":100,"shapes":[{"label":")" + label +
                                R"(","points":[[10,10],[)" + f + ",10],[" + f + "," + f + "],[10," + f +
                                R"(]],"shape_type":"polygon","flags":{},"jaedan_attributes":[)" + attributes + "]}]}");
  }
  Annotation stored() const {
    const auto store = labeling::testing::open_project_at(project_);
    EXPECT_OK(store);
    return (*store)->annotation(PhotoId{1}).value();
  }
  void claim(const std::string& who, const std::string& stage) const {
    const auto claimed = as(who, "claim", {"--stage", stage});
    ASSERT_EQ(claimed.exit_code, 0) << claimed.err;
  }

  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "team.jaedan";
};

TEST_F(CliSubmitLabels, DoesAWholePhotoByTheCommandLineAlone) {
  claim("ann", "drawn");
  const auto drawn = as("ann", "submit", {"--image", "p1", "--labels", labels("상의", 60)});
  ASSERT_EQ(drawn.exit_code, 0) << drawn.err;
  EXPECT_EQ(json_of(drawn)["state"], "drawn");
  EXPECT_TRUE(json_of(drawn)["warnings"].empty()) << drawn.out;
  ASSERT_EQ(stored().garments.size(), 1u);
  const Garment top = stored().garments[0];
  EXPECT_EQ(top.region_provenance, Provenance::human("ann"));

  claim("ann", "basic");
  const auto basic = as("ann", "submit", {"--image", "p1", "--labels", labels("상의", 58, R"(["colour","black"])")});
  ASSERT_EQ(basic.exit_code, 0) << basic.err;
  EXPECT_EQ(stored().garments[0].region, top.region) << "outlines are locked at this stage";
  EXPECT_EQ(stored().garments[0].attributes.at(0).provenance, Provenance::human("ann"));
  claim("eve", "expert");
  EXPECT_EQ(as("eve", "submit", {"--image", "p1"}).exit_code, 1) << "nobody said the category";
  const auto expert = as("eve", "submit", {"--image", "p1", "--labels", labels("tshirt", 60, R"(["colour","black"])")});
  ASSERT_EQ(expert.exit_code, 0) << expert.err;
  EXPECT_EQ(json_of(expert)["state"], "expert");
  EXPECT_EQ(find_value(stored().garments[0].attributes, "category")->provenance, Provenance::human("eve"));
  EXPECT_EQ(find_value(stored().garments[0].attributes, "colour")->provenance, Provenance::human("ann"));
  EXPECT_EQ(as("ian", "approve", {"--image", "p1"}).exit_code, 0);
}

TEST_F(CliSubmitLabels, WhatIsNotSubmittedIsNotStored) {
  const auto no_task = as("ann", "submit", {"--image", "p1", "--labels", labels("상의", 60)});
  EXPECT_EQ(no_task.exit_code, 1);
  EXPECT_EQ(key_of(no_task), "people.no_task");
  EXPECT_TRUE(stored().garments.empty());
  claim("ann", "drawn");
  ASSERT_EQ(as("ann", "submit", {"--image", "p1", "--labels", labels("상의", 60)}).exit_code, 0);
  claim("ann", "basic");
  const auto two = file("two.json", R"({"imagePath":"p1.jpg","imageWidth":100,"imageHeight":100,"shapes":[)"
                                    R"({"label":"top","points":[[10,10],[60,10],[60,60]]},)"
                                    R"({"label":"bottom","points":[[70,70],[90,70],[90,90]]}]})");
  const auto other = as("ann", "submit", {"--image", "p1", "--labels", two});
  EXPECT_EQ(other.exit_code, 1);
  EXPECT_EQ(key_of(other), "review.outlines_locked");
  EXPECT_EQ(stored().garments.size(), 1u);
  EXPECT_EQ(as("ian", "submit", {"--image", "p1", "--labels", two}).exit_code, 3);
}

TEST_F(CliSubmitLabels, SaysWhatIsWrongWithTheFile) {
  claim("ann", "drawn");
  const auto with = [&](const std::string& path, Words more = {}) {
    more.insert(more.begin(), {"--image", "p1", "--labels", path});
    return as("ann", "submit", more);
  };
  EXPECT_EQ(with(folder_ / "nowhere.json").exit_code, 3);
  EXPECT_EQ(with(file("text.json", "{}")).exit_code, 2);
  EXPECT_EQ(with(labels("상의", 60), {"--format", "odd"}).exit_code, 2);
  EXPECT_EQ(with(labels("상의", 60), {"--format", "images"}).exit_code, 2);
  EXPECT_EQ(as("ann", "submit", {"--image", "p1", "--format", "labelme"}).exit_code, 2);
  const auto coco = file("coco.json", R"({"images":[{"id":1,"file_name":"q1.jpg","width":100,"height":100},)"
                                      R"({"id":2,"file_name":"q2.jpg","width":100,"height":100}],)"
                                      R"("annotations":[],"categories":[{"id":1,"name":"top"}]})");
  EXPECT_EQ(key_of(with(coco, {"--format", "coco"})), "submit.nothing_of_photo");
  const auto renamed = file("other.json", R"({"imagePath":"q.jpg","imageWidth":50,"imageHeight":100,"shapes":[)"
                                          R"({"label":"top","points":[[10,10],[40,10],[40,60]]}]})");
  const auto taken = with(renamed);
  ASSERT_EQ(taken.exit_code, 0) << taken.err;
  ASSERT_EQ(json_of(taken)["warnings"].size(), 2u) << taken.out;
  EXPECT_EQ(json_of(taken)["warnings"][0]["key"], "submit.other_name");
  EXPECT_EQ(json_of(taken)["warnings"][1]["key"], "import.other_size");
}

TEST_F(CliSubmitLabels, TakesWhatTheModelProposes) {
  claim("ann", "drawn");
  const auto none = as("ann", "submit", {"--image", "p1", "--accept-proposals"});
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_EQ(key_of(none), "submit.no_proposals");
  {
    ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::open_project_at(project_));
    Proposal proposal;
    proposal.part = Part::kTop;
    proposal.region.rings = {{{5, 5}, {60, 5}, {60, 80}, {5, 80}}};
    proposal.score = 0.9;
    ASSERT_OK(store->save_prediction(PhotoId{1}, Prediction{"net", {{1.0, {proposal}}}}));
  }
  const auto taken = as("ann", "submit", {"--image", "p1", "--accept-proposals"});
  ASSERT_EQ(taken.exit_code, 0) << taken.err;
  ASSERT_EQ(stored().garments.size(), 1u);
  EXPECT_EQ(stored().garments[0].region_provenance.source, Source::kModel);
  EXPECT_EQ(stored().garments[0].handling.accepted_by, "ann");
}

}  // namespace
}  // namespace jaedan::testing
