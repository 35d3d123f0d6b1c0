// consensus, merge, honeypot, sample: how good the work of a team is, by the command line.
#include <gtest/gtest.h>

#include "tests/app/cli/cli.h"
#include "tests/labeling/store/project_at.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

using Words = std::vector<std::string>;

/// A project of photos without files, and of boss, ann and bob, annotators, eve and ian.
class CliQuality : public ::testing::Test {
 protected:
  void make(int photos, WorkflowState state = WorkflowState::kNew) {
    ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::create_project_at(project_));
    for (const auto& [name, role] : std::vector<std::pair<std::string, Role>>{{"boss", Role::kManager},
                                                                              {"ann", Role::kAnnotator},
                                                                              {"bob", Role::kAnnotator},
                                                                              {"eve", Role::kExpert},
                                                                              {"ian", Role::kInspector}}) {
      ASSERT_OK(store->add_user(name, {role}, ""));
    }
    for (int i = 0; i < photos; ++i) {
      const std::string name = "p" + std::to_string(100 + i);
      ASSERT_OK_AND_ASSIGN(const auto ids, store->add_photos({Photo{{}, name, folder_ / (name + ".jpg"), 100, 100}}));
      if (state != WorkflowState::kNew) ASSERT_OK(store->save(drawn(ids.front(), state), {"guest", "edit"}));
    }
  }
  static Annotation drawn(PhotoId photo, WorkflowState state) {
    Annotation annotation;
    annotation.photo = photo;
    Garment top;
    top.id = GarmentId{1};
    top.part = Part::kTop;
    top.region.rings = {{{10, 10}, {60, 10}, {60, 60}, {10, 60}}};
    top.region_provenance = Provenance::human("guest");
    top.attributes = {{"category", "tshirt", "", Provenance::human("guest"), {}}};
    annotation.garments = {top};
    annotation.state = state;
    return annotation;
  }
  ProgramResult as(const std::string& who, const Words& verb, const Words& more = {}) const {
    Words words = verb;
    words.insert(words.end(), {project_, "--user", who, "--json"});
    words.insert(words.end(), more.begin(), more.end());
    return jaedan(words);
  }
  static std::string key_of(const ProgramResult& result) { return json_of(result)["error"].value("key", ""); }
  /// What the window stores when `who` draws a square on the photo that they have in hand, as their answer.
  void draw(const std::string& who, PhotoId photo, double size) const {
    ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::open_project_at(project_));
    ASSERT_OK_AND_ASSIGN(const auto user, store->user_named(who));
    ASSERT_OK_AND_ASSIGN(const auto task, store->last_task(photo, user->id));
    ASSERT_TRUE(task && task->answer) << who;
    Annotation annotation = store->answer(task->answer)->annotation;
    Garment top = drawn(photo, WorkflowState::kNew).garments.front();
    top.region.rings = {{{10, 10}, {size, 10}, {size, size}, {10, size}}};
    annotation.garments = {top};
    ASSERT_OK(store->save_answer(annotation, task->id, {who, "draw"}, ""));
  }

  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "team.jaedan";
};

TEST_F(CliQuality, SeveralPeopleDoOnePhotoAndItIsMergedAndTakenBack) {
  make(1);
  const auto asked = as("boss", {"consensus"}, {"--image", "1", "--people", "2"});
  ASSERT_EQ(asked.exit_code, 0) << asked.err;
  EXPECT_EQ(json_of(asked)["stage"], "drawn");
  EXPECT_EQ(json_of(asked)["people"], 2);
  const auto annotators = {std::pair<std::string, double>{"ann", 50}, {"bob", 60}};
  for (const auto& [who, size] : annotators) {
    const auto claimed = as(who, {"claim"}, {"--stage", "drawn"});
    ASSERT_EQ(claimed.exit_code, 0) << claimed.err;
    EXPECT_EQ(json_of(claimed)["image"], 1);
    EXPECT_EQ(as(who, {"submit"}, {"--image", "1"}).exit_code, 1) << "nothing is drawn yet";
    draw(who, PhotoId{1}, size);
  }
  EXPECT_EQ(key_of(as("boss", {"merge"}, {"--image", "1"})), "merge.not_all_in");
  for (const auto& [who, size] : annotators) {
    const auto submitted = as(who, {"submit"}, {"--image", "1"});
    ASSERT_EQ(submitted.exit_code, 0) << submitted.err;
    EXPECT_EQ(json_of(submitted)["next"], "basic");
  }
  const auto agreement = json_of(as("boss", {"consensus"}));
  EXPECT_EQ(agreement["photos"][0]["answers"], (nlohmann::json{"ann", "bob"}));
  EXPECT_NEAR(agreement["iou"].get<double>(), 0.64, 0.01);
  EXPECT_NEAR(agreement["parts"]["top"]["iou"].get<double>(), 0.64, 0.01);
  EXPECT_EQ(agreement["attributes"]["category"]["percent"], 1.0);
  EXPECT_EQ(agreement["attributes"]["category"]["undefined"]["fleiss"], "one_category");
  const auto merged = as("boss", {"merge"}, {"--image", "1", "--rule", "best"});
  ASSERT_EQ(merged.exit_code, 0) << merged.err;
  EXPECT_EQ(json_of(merged)["status"], "drawn");
  EXPECT_EQ(json_of(merged)["garments"], 1);
  const auto undone = as("boss", {"merge"}, {"--image", "1", "--undo"});
  ASSERT_EQ(undone.exit_code, 0) << undone.err;
  EXPECT_EQ(json_of(undone)["state"], "open");
  const auto all = as("boss", {"merge"}, {"--filter", "status=new"});
  EXPECT_EQ(json_of(all)["done"], 1) << all.err;
}

TEST_F(CliQuality, ControlsAreMixedInAndScored) {
  make(12, WorkflowState::kApproved);
  const auto added = as("boss", {"honeypot", "add"}, {"--filter", "status=approved text=p10", "--stage", "drawn"});
  ASSERT_EQ(added.exit_code, 0) << added.err;
  EXPECT_EQ(json_of(added)["done"], 10);
  EXPECT_EQ(as("boss", {"honeypot", "rate"}, {"--percent", "50"}).exit_code, 2);
  const auto rate = as("boss", {"honeypot", "rate"}, {"--percent", "15", "--seed", "4"});
  ASSERT_EQ(rate.exit_code, 0) << rate.err;
  EXPECT_EQ(json_of(rate)["percent"], 15);
  EXPECT_EQ(json_of(as("boss", {"honeypot", "list"})).size(), 10u);
  EXPECT_EQ(json_of(as("boss", {"honeypot", "list"}))[0]["stages"], (nlohmann::json{"drawn"}));
  {
    ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::open_project_at(project_));
    for (int i = 0; i < 10; ++i) {
      const std::string name = "new" + std::to_string(i);
      ASSERT_OK(store->add_photos({Photo{{}, name, folder_ / (name + ".jpg"), 100, 100}}));
    }
  }
  std::int64_t control = 0;
  for (int i = 0; i < 7; ++i) {
    const auto claimed = as("ann", {"claim"}, {"--stage", "drawn"});
    ASSERT_EQ(claimed.exit_code, 0) << claimed.err;
    const auto image = json_of(claimed)["image"].get<std::int64_t>();
    if (image <= 12) control = image;
  }
  ASSERT_NE(control, 0) << "one of every 100 / 15 claims";
  draw("ann", PhotoId{control}, 60);
  // To ann it is a photo that she has drawn on; to boss it is what it is.
  const auto shown_to = [&](const std::string& who) {
    const auto listed = json_of(as(who, {"list"}));
    for (const nlohmann::json& photo : listed["photos"]) {
      if (photo["id"] == control) return photo;
    }
    return nlohmann::json();
  };
  EXPECT_EQ(shown_to("ann")["status"], "new");
  EXPECT_EQ(shown_to("ann")["changed_by"], "ann");
  EXPECT_EQ(shown_to("boss")["status"], "approved");
  const std::string image = "id=" + std::to_string(control);
  const auto changes_for = [&](const std::string& who) {
    return json_of(jaedan({"audit", project_, "--image", image, "--by", who, "--json"}));
  };
  ASSERT_EQ(changes_for("ann").size(), 1u);
  EXPECT_EQ(changes_for("ann")[0]["who"], "ann");
  EXPECT_EQ(changes_for("ann")[0]["action"], "draw");
  EXPECT_EQ(changes_for("boss")[0]["who"], "guest");
  ASSERT_EQ(as("ann", {"submit"}, {"--image", "id=" + std::to_string(control)}).exit_code, 0);
  const auto scores = json_of(as("boss", {"honeypot", "score"}));
  ASSERT_EQ(scores["scores"].size(), 1u);
  EXPECT_EQ(scores["scores"][0]["user"], "ann");
  EXPECT_EQ(scores["scores"][0]["stage"], "drawn");
  EXPECT_EQ(scores["scores"][0]["score"], 1.0);
  EXPECT_EQ(scores["scores"][0]["parts"]["top"]["iou"], 1.0);
  const auto removed = as("boss", {"honeypot", "remove"}, {"--image", "id=" + std::to_string(control)});
  EXPECT_EQ(json_of(removed)["done"], 1);
  EXPECT_EQ(json_of(as("boss", {"honeypot", "score"}))["scores"].size(), 1u) << "it is approved still";
}

TEST_F(CliQuality, OnePhotoAndThoseOfAFilterEndAlike) {
  make(3, WorkflowState::kApproved);
  const Words one = {"--image", "p100"}, same = {"--filter", "text=p101"};
  for (const Words& verb : {Words{"honeypot", "add"}, Words{"honeypot", "remove"}}) {
    const auto of_one = as("boss", verb, one), of_filter = as("boss", verb, same);
    EXPECT_EQ(of_one.exit_code, 0) << of_one.err;
    EXPECT_EQ(json_of(of_one)["done"], 1) << verb[1];
    EXPECT_EQ(json_of(of_one), json_of(of_filter)) << verb[1];
  }
  const auto again = as("boss", {"honeypot", "remove"}, one);
  EXPECT_EQ(json_of(again)["skipped"], 1) << "it is none";
  EXPECT_EQ(json_of(again), json_of(as("boss", {"honeypot", "remove"}, same)));
  const auto words = jaedan({"honeypot", "add", project_, "--user", "boss", "--image", "p100"});
  EXPECT_NE(words.out.find("1 photo made controls"), std::string::npos) << words.out;
  for (const Words& verb : {Words{"honeypot", "add"}, Words{"honeypot", "remove"}, Words{"merge"}}) {
    const auto of_which = as("boss", verb);
    EXPECT_EQ(of_which.exit_code, 2) << verb[0];
    EXPECT_EQ(key_of(of_which), "cli.assign_what") << verb[0];
  }
  EXPECT_EQ(as("boss", {"consensus"}, {"--cancel"}).exit_code, 2);
}

TEST_F(CliQuality, ASampleStandsForTheRest) {
  make(10, WorkflowState::kBasic);
  for (int i = 1; i <= 10; ++i) {
    ASSERT_EQ(as("eve", {"claim"}, {"--stage", "expert", "--image", "id=" + std::to_string(i)}).exit_code, 0);
    ASSERT_EQ(as("eve", {"submit"}, {"--image", "id=" + std::to_string(i)}).exit_code, 0);
  }
  EXPECT_EQ(as("boss", {"sample"}, {"--percent", "0"}).exit_code, 2);
  const auto drawn = as("boss", {"sample"}, {"--percent", "20", "--seed", "5", "--least-accepted", "100"});
  ASSERT_EQ(drawn.exit_code, 0) << drawn.err;
  EXPECT_EQ(json_of(drawn)["workers"][0]["sampled"], 2);
  EXPECT_EQ(json_of(drawn)["workers"][0]["photos"], 10);
  EXPECT_EQ(json_of(drawn)["images"].size(), 2u);
  EXPECT_EQ(key_of(as("boss", {"sample"}, {"--close", "1"})), "sample.undecided");
  for (int i = 0; i < 2; ++i) {
    const auto claimed = as("ian", {"claim"}, {"--stage", "inspect"});
    ASSERT_EQ(claimed.exit_code, 0) << claimed.err;
    const std::string image = "id=" + std::to_string(json_of(claimed)["image"].get<int>());
    ASSERT_EQ(as("ian", {"approve"}, {"--image", image}).exit_code, 0);
  }
  EXPECT_EQ(key_of(as("ian", {"claim"}, {"--stage", "inspect"})), "people.queue_empty");
  const auto closed = as("boss", {"sample"}, {"--close", "1"});
  EXPECT_EQ(json_of(closed)["done"], 8) << closed.out << closed.err;
  EXPECT_EQ(json_of(as("boss", {"sample"}, {"--show", "1"}))["workers"][0]["approved"], 8);
  const auto undone = as("boss", {"sample"}, {"--undo", "1"});
  EXPECT_EQ(json_of(undone)["done"], 8) << undone.err;
  EXPECT_EQ(json_of(as("boss", {"sample"}, {"--list"}))[0]["state"], "undone");
}

TEST_F(CliQuality, WhatIsNotAManagersEndsWithThree) {
  make(1);
  for (const Words& verb : std::vector<Words>{{"consensus", "--image", "1", "--people", "2"},
                                              {"consensus"},
                                              {"merge", "--image", "1"},
                                              {"honeypot", "add", "--image", "1"},
                                              {"honeypot", "rate", "--percent", "10"},
                                              {"honeypot", "list"},
                                              {"honeypot", "score"},
                                              {"sample", "--percent", "10", "--most-returned", "0"},
                                              {"sample", "--close", "1"}}) {
    for (const char* who : {"ann", "eve", "ian", "nobody"}) {
      Words words = {verb[0]};
      const bool has_kind = verb[0] == "honeypot";
      if (has_kind) words.push_back(verb[1]);
      const auto refused = as(who, words, Words(verb.begin() + (has_kind ? 2 : 1), verb.end()));
      EXPECT_EQ(refused.exit_code, 3) << who << ' ' << verb[0] << refused.out;
      EXPECT_EQ(json_of(refused)["error"]["code"], "forbidden") << who << ' ' << verb[0];
    }
  }
  EXPECT_EQ(as("boss", {"consensus"}, {"--people", "2"}).exit_code, 2) << "of which photos";
  EXPECT_EQ(as("boss", {"consensus"}, {"--image", "1", "--people", "1"}).exit_code, 2);
  EXPECT_EQ(as("boss", {"merge"}, {"--image", "1"}).exit_code, 1);
}

}  // namespace
}  // namespace jaedan::testing
