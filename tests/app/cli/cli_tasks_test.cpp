// A team at work by the command line alone: claim, submit, return, approve.
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <set>
#include <thread>

#include "tests/app/cli/cli.h"
#include "tests/labeling/store/project_at.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

using Words = std::vector<std::string>;

/// A project of photos without files, and of boss, ann, eve, ian and bob, an annotator.
class CliTasks : public ::testing::Test {
 protected:
  void make(int photos) {
    ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::create_project_at(project_));
    for (int i = 0; i < photos; ++i) {
      const std::string name = "p" + std::to_string(100 + i);
      ASSERT_OK(store->add_photos({Photo{{}, name, folder_ / (name + ".jpg"), 100, 100}}));
    }
    for (const auto& [name, role] : std::vector<std::pair<std::string, Role>>{{"boss", Role::kManager},
                                                                              {"ann", Role::kAnnotator},
                                                                              {"bob", Role::kAnnotator},
                                                                              {"eve", Role::kExpert},
                                                                              {"ian", Role::kInspector}}) {
      ASSERT_OK(store->add_user(name, {role}, ""));
    }
  }
  /// `jaedan VERB PROJECT --user WHO --json …`.
  ProgramResult as(const std::string& who, const std::string& verb, const Words& more) const {
    Words words = {verb, project_, "--user", who, "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return jaedan(words);
  }
  static std::string key_of(const ProgramResult& result) { return json_of(result)["error"].value("key", ""); }
  /// What the window stores when `who` draws, or labels.
  void work(const std::string& who, const std::function<void(Annotation&)>& change) const {
    ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::open_project_at(project_));
    ASSERT_OK_AND_ASSIGN(const auto user, store->user_named(who));
    ASSERT_OK_AND_ASSIGN(Annotation annotation, store->annotation(PhotoId{1}));
    change(annotation);
    labeling::ChangeNote note{who, "draw"};
    note.worker = user->id;
    ASSERT_OK(store->save(annotation, note, std::nullopt));
  }
  static void add_top(Annotation& annotation) {
    Garment top;
    top.id = GarmentId{1};
    top.part = Part::kTop;
    top.region.rings = {{{5, 5}, {60, 5}, {60, 80}, {5, 80}}};
    annotation.garments = {top};
  }
  static void name_it(Annotation& annotation) {
    annotation.garments[0].attributes = {{"category", "tshirt", "", Provenance::human("eve")}};
  }

  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "team.jaedan";
};

TEST_F(CliTasks, APhotoGoesFromNewToApprovedByFourPeopleAndBackOnce) {
  make(1);
  const auto claimed = as("ann", "claim", {"--stage", "drawn"});
  ASSERT_EQ(claimed.exit_code, 0) << claimed.err;
  EXPECT_EQ(json_of(claimed)["image"], 1);
  EXPECT_EQ(json_of(claimed)["name"], "p100");
  EXPECT_EQ(json_of(claimed)["path"], folder_ / "p100.jpg");
  EXPECT_EQ(json_of(claimed)["stage"], "drawn");
  EXPECT_EQ(json_of(claimed)["expires"].get<std::string>().size(), 24u);

  const auto empty = as("ann", "submit", {"--image", "1"});
  EXPECT_EQ(empty.exit_code, 1);
  EXPECT_EQ(key_of(empty), "approval.nothing_to_submit");
  work("ann", add_top);
  const auto drawn = as("ann", "submit", {"--image", "p100"});
  ASSERT_EQ(drawn.exit_code, 0) << drawn.err;
  EXPECT_EQ(json_of(drawn)["state"], "drawn");
  EXPECT_EQ(json_of(drawn)["next"], "basic");

  ASSERT_EQ(as("bob", "claim", {"--stage", "basic"}).exit_code, 0);
  ASSERT_EQ(as("bob", "submit", {"--image", "1"}).exit_code, 0);
  ASSERT_EQ(as("eve", "claim", {"--stage", "expert", "--image", "1", "--hours", "2"}).exit_code, 0);
  EXPECT_EQ(as("eve", "submit", {"--image", "1"}).exit_code, 1);
  work("eve", name_it);
  ASSERT_EQ(as("eve", "submit", {"--image", "1"}).exit_code, 0);

  ASSERT_EQ(as("ian", "claim", {"--stage", "inspect"}).exit_code, 0);
  const auto back = as("ian", "return",
                       {"--image", "1", "--stage", "drawn", "--reason", "outline", "--text", "소매", "--at", "10,20"});
  ASSERT_EQ(back.exit_code, 0) << back.err;
  EXPECT_EQ(json_of(back)["state"], "returned");
  EXPECT_EQ(json_of(back)["stage"], "drawn");
  const auto comments = json_of(jaedan({"comment", "list", project_, "--image", "1", "--json"}));
  ASSERT_EQ(comments.size(), 1u);
  EXPECT_EQ(comments[0]["reason"], "outline");
  EXPECT_EQ(comments[0]["text"], "소매");
  EXPECT_EQ(comments[0]["place"], (nlohmann::json{10, 20}));

  ASSERT_EQ(as("bob", "claim", {"--stage", "drawn"}).exit_code, 0);
  ASSERT_EQ(jaedan({"comment", "resolve", project_, "1", "--user", "bob"}).exit_code, 0);
  for (const auto& [who, stage] :
       std::vector<std::pair<std::string, std::string>>{{"bob", "drawn"}, {"ann", "basic"}, {"eve", "expert"}}) {
    ASSERT_EQ(as(who, "claim", {"--stage", stage, "--image", "1"}).exit_code, 0) << stage << ": also what is in hand";
    ASSERT_EQ(as(who, "submit", {"--image", "1"}).exit_code, 0) << stage;
  }
  const auto approved = as("ian", "approve", {"--image", "1"});
  EXPECT_EQ(approved.exit_code, 0) << approved.err;
  EXPECT_EQ(json_of(approved)["done"], 1);
  const auto again = as("ian", "approve", {"--image", "1"});
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(json_of(again)["done"], 0) << "it is approved already";
  EXPECT_EQ(json_of(again)["skipped"], 1);
  const auto audit = json_of(jaedan({"audit", project_, "--json"}));
  EXPECT_EQ(audit["states"]["approved"]["photos"], 1);

  EXPECT_EQ(as("ann", "return", {"--image", "1", "--undo"}).exit_code, 3);
  const auto undone = as("ian", "return", {"--image", "1", "--undo"});
  EXPECT_EQ(undone.exit_code, 0) << undone.err;
  EXPECT_EQ(json_of(undone)["state"], "expert");
  const auto twice = as("ian", "return", {"--image", "1", "--undo"});
  EXPECT_EQ(twice.exit_code, 1);
  EXPECT_EQ(key_of(twice), "decision.not_last");
}

TEST_F(CliTasks, WhatARoleMayNotEndsWithThreeAndWhatAStateDoesNotLetThroughWithOne) {
  make(1);
  for (const auto& [who, verb, more] : std::vector<std::tuple<std::string, std::string, Words>>{
           {"ian", "claim", {"--stage", "drawn"}},
           {"ann", "claim", {"--stage", "inspect"}},
           {"ann", "approve", {"--image", "1"}},
           {"ann", "return", {"--image", "1", "--stage", "drawn", "--reason", "other"}},
           {"eve", "approve", {"--image", "1"}},
           {"ian", "submit", {"--image", "1"}},
           {"ann", "stages", {"--off", "basic"}},
           {"nobody", "claim", {"--stage", "drawn"}}}) {
    const auto refused = as(who, verb, more);
    EXPECT_EQ(refused.exit_code, 3) << who << ' ' << verb;
    EXPECT_EQ(json_of(refused)["error"]["code"], "forbidden") << who << ' ' << verb << refused.out;
    EXPECT_FALSE(refused.err.empty());
  }
  const auto not_mine = as("ann", "submit", {"--image", "1"});
  EXPECT_EQ(not_mine.exit_code, 1);
  EXPECT_EQ(key_of(not_mine), "people.no_task");
  const auto none = as("eve", "claim", {"--stage", "expert"});
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_EQ(key_of(none), "people.queue_empty");
  EXPECT_EQ(as("ian", "approve", {"--image", "1"}).exit_code, 1);
  EXPECT_EQ(as("ian", "return", {"--image", "1", "--reason", "ugly"}).exit_code, 2);
  EXPECT_EQ(as("ian", "return", {"--image", "1", "--text", "x", "--at", "here"}).exit_code, 2);
  EXPECT_EQ(as("ann", "claim", {"--stage", "lunch"}).exit_code, 2);
  EXPECT_EQ(as("ann", "assign", {"--by", "boss", "--stage", "inspect", "--image", "1"}).exit_code, 3);
  for (const char* hours : {"nan", "inf", "-1", "0", "1h"}) {
    EXPECT_EQ(as("ann", "claim", {"--stage", "drawn", "--hours", hours}).exit_code, 2) << hours;
    EXPECT_EQ(as("boss", "stages", {"--hours", hours}).exit_code, 2) << hours;
  }
  EXPECT_EQ(as("boss", "sample", {"--percent", "nan"}).exit_code, 2);
}

TEST_F(CliTasks, ReleasedAndSkippedPhotosAreGivenToOthers) {
  make(1);
  ASSERT_EQ(as("ann", "claim", {"--stage", "drawn"}).exit_code, 0);
  EXPECT_EQ(key_of(as("bob", "claim", {"--stage", "drawn", "--image", "1"})), "task.in_other_hands");
  const auto skipped = as("ann", "release", {"--image", "1", "--skip", "--reason", "흐림"});
  ASSERT_EQ(skipped.exit_code, 0) << skipped.err;
  EXPECT_EQ(json_of(skipped)["state"], "skipped");
  EXPECT_EQ(as("ann", "claim", {"--stage", "drawn"}).exit_code, 1);
  EXPECT_EQ(as("bob", "claim", {"--stage", "drawn"}).exit_code, 0);
}

TEST_F(CliTasks, WhoReleasesWhatOthersHaveIsToldWhoHasIt) {
  make(1);
  ASSERT_EQ(as("ann", "claim", {"--stage", "drawn"}).exit_code, 0);
  const auto of_another = as("bob", "release", {"--image", "1"});
  EXPECT_EQ(of_another.exit_code, 3);
  EXPECT_NE(of_another.err.find("in the hands of ann"), std::string::npos) << of_another.err;
  const auto not_bobs = as("boss", "release", {"--image", "1", "--of", "bob"});
  EXPECT_EQ(not_bobs.exit_code, 1);
  EXPECT_NE(not_bobs.err.find("in the hands of ann"), std::string::npos) << not_bobs.err;
  EXPECT_EQ(as("boss", "release", {"--image", "1", "--of", "ann"}).exit_code, 0);
  EXPECT_EQ(key_of(as("boss", "release", {"--image", "1", "--of", "ann"})), "people.nobody_has_it");
}

TEST_F(CliTasks, NumbersOutOfBoundsAreToldWithTheirBounds) {
  make(1);
  const auto below = as("boss", "stages", {"--quota", "ann", "--most-open", "-1"});
  EXPECT_EQ(below.exit_code, 2);
  EXPECT_NE(below.err.find("-1 is no number from 0 to 1000000000"), std::string::npos) << below.err;
  const auto none = jaedan({"audit", project_, "--limit", "0"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_LT(none.err.size(), 300u) << none.err;
}

TEST_F(CliTasks, ACommentHasAnEnd) {
  make(1);
  EXPECT_EQ(
      jaedan({"comment", "add", project_, "--user", "ann", "--image", "1", "--text", std::string(2001, 'a')}).exit_code,
      2);
  std::string longest;
  for (int i = 0; i < 2000; ++i) longest += "옷";
  EXPECT_EQ(jaedan({"comment", "add", project_, "--user", "ann", "--image", "1", "--text", longest}).exit_code, 0);
  EXPECT_EQ(jaedan({"comment", "list", project_, "--user", "ann", "--image", "1"}).exit_code, 0);
}

TEST_F(CliTasks, AManagerAssignsAndSetsStagesAndQuotas) {
  make(3);
  const auto assigned = as("ann", "assign", {"--by", "boss", "--stage", "drawn", "--image", "2"});
  ASSERT_EQ(assigned.exit_code, 0) << assigned.err;
  EXPECT_EQ(json_of(assigned)["image"], 2);
  EXPECT_EQ(as("ann", "assign", {"--by", "ann", "--stage", "drawn", "--image", "1"}).exit_code, 3);
  EXPECT_EQ(as("ann", "assign", {"--by", "boss", "--stage", "drawn"}).exit_code, 2);
  const auto rest = as("bob", "assign", {"--by", "boss", "--stage", "drawn", "--filter", "status=new"});
  EXPECT_EQ(rest.exit_code, 1) << "one is ann's";
  EXPECT_EQ(json_of(rest)["done"], 2);
  const auto stages =
      as("boss", "stages",
         {"--off", "basic,expert", "--order", "uncertain", "--hours", "1", "--quota", "ann", "--most-open", "1"});
  ASSERT_EQ(stages.exit_code, 0) << stages.err;
  EXPECT_EQ(json_of(stages)["stages"][1]["on"], false);
  EXPECT_EQ(json_of(stages)["order"], "uncertain");
  EXPECT_EQ(json_of(stages)["quota"]["most_open"], 1);
  EXPECT_EQ(key_of(as("ann", "claim", {"--stage", "basic"})), "people.stage_off");
  EXPECT_EQ(key_of(as("ann", "claim", {"--stage", "drawn"})), "task.quota_open");
}

TEST_F(CliTasks, DeadlinesAreSetShownLoggedAndTakenAway) {
  make(1);
  const auto set =
      as("boss", "stages", {"--deadline", "2020-01-31", "--quota", "ann", "--person-deadline", "2020-01-30"});
  ASSERT_EQ(set.exit_code, 0) << set.err;
  EXPECT_EQ(json_of(set)["deadline"], "2020-01-31");
  EXPECT_EQ(json_of(set)["quota"]["deadline"], "2020-01-30");
  EXPECT_EQ(as("ann", "stages", {"--deadline", "2030-01-31"}).exit_code, 3);
  EXPECT_EQ(key_of(as("boss", "stages", {"--deadline", "2020-02-31"})), "task.bad_deadline");
  EXPECT_EQ(as("boss", "stages", {"--person-deadline", "2020-01-30"}).exit_code, 2) << "whose?";
  ASSERT_EQ(as("ann", "claim", {"--stage", "drawn"}).exit_code, 0);
  const nlohmann::json figures = nlohmann::json::parse(jaedan({"audit", project_, "--figures", "--json"}).out);
  EXPECT_EQ(figures["forecast"]["deadline"], "2020-01-31");
  std::set<std::string> late;
  for (const nlohmann::json& row : figures["late"]) late.insert(row["what"].get<std::string>());
  EXPECT_EQ(late, (std::set<std::string>{"deadline", "behind_deadline"}));
  const std::string log = jaedan({"audit", project_, "--user", "boss", "--json"}).out;
  EXPECT_NE(log.find("2020-01-31"), std::string::npos);
  EXPECT_NE(log.find("2020-01-30"), std::string::npos);
  const auto gone = as("boss", "stages", {"--deadline", "none", "--quota", "ann", "--person-deadline", "none"});
  EXPECT_TRUE(json_of(gone)["deadline"].is_null());
  EXPECT_TRUE(json_of(gone)["quota"]["deadline"].is_null());
}

TEST_F(CliTasks, WhatIsUrgentComesFirstAndPeopleSeeWhatTheyHave) {
  make(3);
  ASSERT_EQ(as("boss", "stages", {"--priority", "5", "--filter", "text=p102"}).exit_code, 0);
  EXPECT_EQ(as("ann", "stages", {"--priority", "5"}).exit_code, 3);
  EXPECT_EQ(json_of(as("ann", "claim", {"--stage", "drawn"}))["image"], 3);
  EXPECT_EQ(json_of(as("ann", "claim", {"--stage", "drawn"}))["image"], 1);
  const auto mine = json_of(as("ann", "claim", {"--list"}));
  ASSERT_EQ(mine.size(), 2u);
  EXPECT_EQ(mine[0]["image"], 3);
  EXPECT_EQ(mine[0]["stage"], "drawn");
  EXPECT_EQ(json_of(as("bob", "claim", {"--list"})).size(), 0u);
  const auto all = json_of(as("boss", "claim", {"--list"}));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0]["user"], "ann");
  EXPECT_EQ(json_of(as("boss", "claim", {"--list", "--of", "bob"})).size(), 0u);
  EXPECT_EQ(as("bob", "claim", {"--list", "--of", "ann"}).exit_code, 3);
  EXPECT_EQ(as("boss", "claim", {"--stage", "drawn", "--of", "ann"}).exit_code, 2);
  EXPECT_EQ(as("ann", "claim", {}).exit_code, 2);
}

TEST_F(CliTasks, AnEmptyProjectSaysThatNothingWaits) {
  make(0);
  EXPECT_EQ(key_of(as("ann", "claim", {"--stage", "drawn"})), "people.queue_empty");
  const auto stages = jaedan({"stages", project_});
  EXPECT_EQ(stages.exit_code, 0);
  EXPECT_NE(stages.out.find("drawn    on   0 waiting"), std::string::npos) << stages.out;
}

TEST_F(CliTasks, ASubmissionAfterTheTimeIsUpIsRefusedWithASentence) {
  make(1);
  ASSERT_EQ(as("ann", "claim", {"--stage", "drawn", "--hours", "0.0003"}).exit_code, 0);
  work("ann", add_top);
  std::this_thread::sleep_for(std::chrono::milliseconds(1200));
  ASSERT_EQ(as("bob", "claim", {"--stage", "drawn"}).exit_code, 0);
  const auto late = as("ann", "submit", {"--image", "1"});
  EXPECT_EQ(late.exit_code, 1);
  EXPECT_EQ(key_of(late), "people.task_expired");
  EXPECT_EQ(as("bob", "submit", {"--image", "1"}).exit_code, 0) << "with ann's work";
}

TEST_F(CliTasks, TwoProcessesThatClaimAtOnceNeverGetTheSamePhoto) {
  make(40);
  std::vector<int> got[2];
  const auto claim_all = [&](const char* who, std::vector<int>& mine) {
    while (true) {
      const auto claimed = as(who, "claim", {"--stage", "drawn"});
      if (claimed.exit_code != 0) break;
      mine.push_back(json_of(claimed)["image"]);
    }
  };
  std::thread bob([&] { claim_all("bob", got[1]); });
  claim_all("ann", got[0]);
  bob.join();
  std::set<int> all(got[0].begin(), got[0].end());
  all.insert(got[1].begin(), got[1].end());
  EXPECT_EQ(got[0].size() + got[1].size(), 40u);
  EXPECT_EQ(all.size(), 40u);
  EXPECT_FALSE(got[0].empty() || got[1].empty()) << "both took part";
}

}  // namespace
}  // namespace jaedan::testing
