// A team's whole project by the command line: claim, submit, approve, return, consensus, merge, honeypot, sample,
// audit.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/app/cli/cli.h"
#include "tests/labeling/store/project_at.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

using Words = std::vector<std::string>;

/// Ten photos without files, and eleven people who were added by the command line.
class CliTeamWalk : public ::testing::Test {
 protected:
  static inline const Words kAnnotators = {"abe", "ada", "ali", "amy", "ann", "ari"};
  static inline const Words kExperts = {"eve", "ema"};
  static inline const Words kInspectors = {"ian", "ina"};
  static constexpr int kPhotos = 10;

  void SetUp() override {
    {
      ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::create_project_at(project_));
      for (int i = 1; i <= kPhotos; ++i) {
        const std::string name = "photo" + std::to_string(i);
        ASSERT_OK(store->add_photos({Photo{{}, name, folder_ / (name + ".jpg"), 100, 100}}));
      }
    }
    ASSERT_EQ(jaedan({"user", "add", project_, "boss", "--role", "manager"}).exit_code, 0);
    for (const auto& [names, role] : std::vector<std::pair<Words, std::string>>{
             {kAnnotators, "annotator"}, {kExperts, "expert"}, {kInspectors, "inspector"}}) {
      for (const std::string& name : names) {
        const auto added = jaedan({"user", "add", project_, name, "--role", role, "--user", "boss"});
        ASSERT_EQ(added.exit_code, 0) << added.err;
      }
    }
  }
  /// `jaedan VERB… PROJECT --user WHO --json MORE…`
  ProgramResult as(const std::string& who, const Words& verb, const Words& more = {}) const {
    Words words = verb;
    words.insert(words.end(), {project_, "--user", who, "--json"});
    words.insert(words.end(), more.begin(), more.end());
    return jaedan(words);
  }
  static std::string word_of(std::int64_t image) { return "id=" + std::to_string(image); }

  /// The number of the photo that the person was given; 0: none waits.
  std::int64_t claim(const std::string& who, const std::string& stage, const Words& more = {}) const {
    Words words = {"--stage", stage};
    words.insert(words.end(), more.begin(), more.end());
    const auto claimed = as(who, {"claim"}, words);
    if (claimed.exit_code == 0) return json_of(claimed)["image"].get<std::int64_t>();
    EXPECT_EQ(claimed.exit_code, 1) << claimed.err;
    EXPECT_EQ(json_of(claimed)["error"].value("key", ""), "people.queue_empty") << claimed.out;
    return 0;
  }
  /// What the window stores of the work at a stage: of a control or a panel the person's own answer.
  void work(const std::string& who, const std::string& stage, std::int64_t image) {
    ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::open_project_at(project_));
    ASSERT_OK_AND_ASSIGN(const auto user, store->user_named(who));
    ASSERT_OK_AND_ASSIGN(const auto task, store->last_task(PhotoId{image}, user->id));
    ASSERT_TRUE(task);
    if (task->answer) ++answers_[who + ' ' + stage];
    Annotation annotation =
        task->answer ? store->answer(task->answer)->annotation : store->annotation(PhotoId{image}).value();
    if (!add_what_is_missing(annotation, who, stage)) return;
    labeling::ChangeNote note{who, stage == "drawn" ? "draw" : "label"};
    if (task->answer) {
      ASSERT_OK(store->save_answer(annotation, task->id, note, ""));
    } else {
      note.worker = user->id;
      ASSERT_OK(store->save(annotation, note, std::nullopt));
    }
  }
  static bool add_what_is_missing(Annotation& annotation, const std::string& who, const std::string& stage) {
    if (stage == "drawn") {
      if (!annotation.garments.empty()) return false;
      Garment top;
      top.id = GarmentId{1};
      top.part = Part::kTop;
      top.region.rings = {{{10, 10}, {60, 10}, {60, 60}, {10, 60}}};
      top.region_provenance = Provenance::human(who);
      annotation.garments = {top};
      return true;
    }
    const std::string attribute = stage == "basic" ? "colour" : "category";
    AttributeValues& values = annotation.garments.at(0).attributes;
    if (find_value(values, attribute)) return false;
    values.push_back({attribute, stage == "basic" ? "black" : "tshirt", "", Provenance::human(who)});
    return true;
  }
  void work_and_submit(const std::string& who, const std::string& stage, std::int64_t image) {
    work(who, stage, image);
    const auto submitted = as(who, {"submit"}, {"--image", word_of(image)});
    ASSERT_EQ(submitted.exit_code, 0) << who << ' ' << stage << submitted.err;
    EXPECT_EQ(json_of(submitted)["state"], stage);
  }
  /// All claim one each, as long as some wait, and then do them.
  void work_off(const Words& names, const std::string& stage) {
    for (bool any = true; any && !HasFatalFailure();) {
      any = false;
      std::map<std::string, std::int64_t> in_hand;
      for (const std::string& name : names) {
        if (const std::int64_t image = claim(name, stage); image != 0) in_hand[name] = image;
      }
      for (const auto& [name, image] : in_hand) {
        any = true;
        const auto own = json_of(as(name, {"claim"}, {"--list", "--of", name}));
        EXPECT_TRUE(own.size() == 1 && own[0]["image"] == image) << name << " sees others' tasks: " << own;
        work_and_submit(name, stage, image);
      }
    }
  }
  void approve(const std::string& who, std::int64_t image) const {
    const auto approved = as(who, {"approve"}, {"--image", word_of(image)});
    ASSERT_EQ(approved.exit_code, 0) << approved.err;
    EXPECT_EQ(json_of(approved)["done"], 1);
  }
  nlohmann::json records(const std::string& deed) const {
    return json_of(
        jaedan({"audit", project_, "--deed", deed, "--about", "photo", "--limit", "99", "--json"}))["records"];
  }

  /// Photos 1 and 2 are the manager's own work, which inspectors approve, and then the controls.
  void make_controls() {
    for (const std::int64_t image : {1, 2}) {
      for (const char* stage : {"drawn", "basic", "expert"}) {
        ASSERT_EQ(claim("boss", stage, {"--image", word_of(image)}), image);
        work_and_submit("boss", stage, image);
      }
      EXPECT_EQ(as("boss", {"approve"}, {"--image", word_of(image)}).exit_code, 1) << "their own work";
      approve(kInspectors[static_cast<std::size_t>(image) % 2], image);
    }
    const auto added = as("boss", {"honeypot", "add"}, {"--filter", "status=approved"});
    EXPECT_EQ(json_of(added)["done"], 2) << added.err;
    ASSERT_EQ(as("boss", {"honeypot", "rate"}, {"--percent", "15", "--seed", "4"}).exit_code, 0);
  }
  /// Half of what waits for the inspection is inspected, and the rest approved by what became of it.
  void inspect_a_sample() {
    const auto drawn = as("boss", {"sample"}, {"--percent", "50", "--stage", "expert", "--least-accepted", "100"});
    ASSERT_EQ(drawn.exit_code, 0) << drawn.err;
    const auto chosen = json_of(drawn)["images"].size();
    EXPECT_GE(chosen, 4u);
    std::set<std::int64_t> inspected;
    for (std::size_t i = 0;; ++i) {
      const std::string& who = kInspectors[i % 2];
      const std::int64_t image = claim(who, "inspect");
      if (image == 0) break;
      EXPECT_TRUE(inspected.insert(image).second);
      approve(who, image);
    }
    EXPECT_EQ(inspected.size(), chosen);
    const auto closed = as("boss", {"sample"}, {"--close", "1"});
    ASSERT_EQ(closed.exit_code, 0) << closed.err;
    EXPECT_EQ(json_of(closed)["done"], kPhotos - 2 - static_cast<int>(chosen));
  }

  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "team.jaedan";
  std::map<std::string, int> answers_;  ///< that were given, by person and stage
};

TEST_F(CliTeamWalk, TenPhotosFromNewToApproved) {
  for (const std::string& name : kAnnotators) {
    EXPECT_EQ(as(name, {"claim"}, {"--stage", "inspect"}).exit_code, 3);
    EXPECT_EQ(as(name, {"approve"}, {"--image", "id=1"}).exit_code, 3);
  }
  make_controls();
  ASSERT_FALSE(HasFatalFailure());
  ASSERT_EQ(as("boss", {"consensus"}, {"--image", "id=3", "--people", "3"}).exit_code, 0);
  work_off(kAnnotators, "drawn");
  const auto merged = as("boss", {"merge"}, {"--image", "id=3"});
  ASSERT_EQ(merged.exit_code, 0) << merged.err;
  EXPECT_EQ(json_of(merged)["next"], "basic");
  work_off(kAnnotators, "basic");
  work_off(kExperts, "expert");
  ASSERT_FALSE(HasFatalFailure());

  const std::int64_t image = claim("ian", "inspect");
  ASSERT_NE(image, 0);
  const auto returned = as("ian", {"return"}, {"--image", word_of(image), "--stage", "drawn", "--reason", "outline"});
  ASSERT_EQ(returned.exit_code, 0) << returned.err;
  work_off(kAnnotators, "drawn");
  work_off(kAnnotators, "basic");
  work_off(kExperts, "expert");
  inspect_a_sample();
  ASSERT_FALSE(HasFatalFailure());

  const auto audit = json_of(jaedan({"audit", project_, "--json"}));
  EXPECT_EQ(audit["states"]["approved"]["photos"], kPhotos);
  const std::size_t by_rule = records("approve_by_rule").size();
  EXPECT_GT(by_rule, 0u);
  EXPECT_EQ(records("approve").size() + by_rule, static_cast<std::size_t>(kPhotos));
  EXPECT_EQ(records("return").size(), 1u);
  std::int64_t approved = 0;
  std::int64_t returned_for_outlines = 0;
  for (const auto& row : audit["figures"]["inspectors"]) {
    approved += row["approved"].get<std::int64_t>();
    returned_for_outlines += row["returned_outline"].get<std::int64_t>();
  }
  EXPECT_EQ(static_cast<std::size_t>(approved) + by_rule, static_cast<std::size_t>(kPhotos)) << "who looked at them";
  EXPECT_EQ(returned_for_outlines, 1);
  EXPECT_EQ(audit["figures"]["forecast"]["left"], 0);

  std::map<std::string, int> scored;
  for (const auto& one : json_of(as("boss", {"honeypot", "score"}))["scores"]) {
    EXPECT_EQ(one["score"], 1.0) << one;
    scored[one["user"].get<std::string>() + ' ' + one["stage"].get<std::string>()] = one["controls"];
  }
  for (const auto& [who, count] : scored) EXPECT_LE(count, answers_[who]) << who;
  ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::open_project_at(project_));
  EXPECT_TRUE(store->verify_log({})->empty());
  EXPECT_TRUE(store->verify()->empty());
}

}  // namespace
}  // namespace jaedan::testing
