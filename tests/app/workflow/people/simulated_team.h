#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/workflow/quality/merge_answers.h"
#include "app/workflow/quality/panels.h"
#include "tests/app/workflow/people/crew.h"
#include "tests/app/workflow/people/simulated_person.h"

namespace jaedan::testing {

/// A project of drawn photos that nobody has looked at yet, and the people who are to do them: a manager, six
/// annotators, two experts and two inspectors of known skill. They reach the project by use cases alone; what they did
/// is written down here, too, to be compared with what the project says.
class SimulatedTeam : public Crew {
 protected:
  using Names = std::vector<std::string>;

  /// What somebody did to a photo's annotation, as it should stand in the log.
  struct DoneDeed {
    std::string who;
    std::string action;
    std::optional<Stage> stage;  ///< of the task in hand
  };

  static inline const Names kAnnotators = {"abe", "ada", "ali", "amy", "ann", "ari"};
  static inline const Names kExperts = {"eve", "ema"};
  static inline const Names kInspectors = {"ian", "ina"};
  static constexpr int kPhotos = 300;
  static constexpr std::uint64_t kSeed = 20260131;

  void SetUp() override {
    Crew::SetUp();
    for (const char* name : {"abe", "ada", "ali", "ari"}) add(name, Role::kAnnotator);
    add("ema", Role::kExpert);
    add("ina", Role::kInspector);
    // So far apart that some ten controls each are enough to tell them apart.
    const std::vector<std::pair<std::string, Skill>> skills = {
        {"abe", {0.060, 0.23, 0}}, {"ada", {0.000, 0.02, 0}}, {"ali", {0.110, 0.47, 0}}, {"amy", {0.035, 0.12, 0}},
        {"ann", {0.135, 0.61, 0}}, {"ari", {0.085, 0.35, 0}}, {"eve", {0, 0.04, 0.1}},   {"ema", {0, 0.25, 0}},
        {"ian", {0, 0, 0.05}},     {"ina", {0, 0, 0.3}},      {"boss", {0, 0, 0}}};
    int number = 0;
    for (const auto& [name, skill] : skills) people_.emplace(name, SimulatedPerson(name, ++number, skill));
    std::vector<Annotation> truths = drawn_truths(kSeed, kPhotos);
    std::vector<Photo> photos;
    for (std::size_t i = 0; i < truths.size(); ++i) {
      const std::string name = "p" + std::to_string(1000 + i);
      photos.push_back(Photo{{}, name, folder_ / (name + ".png"), kTruthWidth, kTruthHeight});
    }
    ASSERT_OK_AND_ASSIGN(photos_, store().add_photos(photos));
    for (std::size_t i = 0; i < photos_.size(); ++i) truths_[photos_[i]] = std::move(truths[i]);
    ASSERT_EQ(truths_.size(), static_cast<std::size_t>(kPhotos));
  }

  SimulatedPerson& person(const std::string& name) { return people_.at(name); }
  const Annotation& truth_of(PhotoId photo) const { return truths_.at(photo); }
  std::int64_t approved() {
    labeling::PhotoFilter filter;
    filter.state = WorkflowState::kApproved;
    return store().count(filter).value();
  }

  std::vector<labeling::Panel> all_panels() { return store().panels({}, 1000).value(); }
  std::vector<labeling::Answer> answers_of(const labeling::Panel& panel) {
    return store().answers_of(panel.id).value();
  }

  void note(PhotoId photo, const std::string& who, const std::string& action, std::optional<Stage> stage) {
    ledger_[photo].push_back({who, action, stage});
  }

  /// Does the task that this person has in hand: works and submits, or decides.
  void do_task(const std::string& who, const workflow::PhotoTask& task) {
    const PhotoId photo = task.photo.id;
    const Stage stage = task.task.stage;
    if (stage == Stage::kInspect) return decide(who, photo);
    const bool carefully = !task.task.answer && was_returned(photo);
    const auto work = [&](EditSession& session, const Actor& actor) {
      return person(who).work(session, actor, stage, truth_of(photo), project_->taxonomy(), carefully);
    };
    ASSERT_OK_AND_ASSIGN(const std::int64_t revision, workflow::edit_photo(*project_, photo, as(who), work));
    ASSERT_OK_AND_ASSIGN(const workflow::Submitted submitted, workflow::submit_photo(*project_, photo, as(who)));
    EXPECT_EQ(submitted.state, state_done(stage)) << "a control or an answer cannot be told from the photo";
    const std::string action = stage == Stage::kDrawn ? "draw" : "label";
    if (task.task.answer) {
      if (revision != 0) ++answers_[{who, action}];
      ++answers_[{who, "submit"}];
    } else {
      if (revision != 0) note(photo, who, action, stage);
      note(photo, who, "submit", stage);
    }
  }

  /// Everybody of `names` takes a task of `stage`, all at once, and then does it. How many there were.
  std::size_t round(const Names& names, Stage stage) {
    std::vector<std::pair<std::string, workflow::PhotoTask>> in_hand;
    std::set<PhotoId> taken;
    for (const std::string& name : names) {
      const Result<workflow::PhotoTask> task = claim(name, stage);
      if (!task.ok()) {
        EXPECT_EQ(task.error().message.key, "people.queue_empty") << task.error().text();
        continue;
      }
      const bool alone = task->task.answer || taken.insert(task->photo.id).second;
      EXPECT_TRUE(alone) << name << " was given what somebody else has, photo " << task->photo.id.value;
      in_hand.emplace_back(name, *task);
    }
    for (const auto& [name, task] : in_hand) {
      const auto seen = workflow::tasks_of(*project_, as(name));
      EXPECT_TRUE(seen.ok() && seen->size() == 1 && seen->front().task.id == task.task.id) << name << " sees others'";
    }
    for (const auto& [name, task] : in_hand) {
      do_task(name, task);
      if (HasFatalFailure()) return 0;
    }
    return in_hand.size();
  }
  /// Until nothing waits for them there.
  void work_off(const Names& names, Stage stage) {
    while (round(names, stage) > 0) continue;
  }

  /// The manager makes one annotation of what several people said, wherever all have.
  void merge_panels() {
    std::vector<labeling::Panel> open = all_panels();
    open.erase(std::remove_if(open.begin(), open.end(),
                              [](const auto& panel) { return panel.state != labeling::PanelState::kOpen; }),
               open.end());
    ASSERT_OK_AND_ASSIGN(const workflow::BatchReport report, workflow::merge_all(*project_, as("boss"), {}, {}, {}));
    EXPECT_TRUE(report.failed.empty());
    ASSERT_EQ(report.done, static_cast<std::int64_t>(open.size())) << "all have answered";
    for (const labeling::Panel& panel : open) note(panel.photo, "boss", "merge", panel.stage);
  }

  std::vector<PhotoId> photos_;
  std::map<PhotoId, std::vector<DoneDeed>> ledger_;
  std::map<std::pair<std::string, std::string>, int> answers_;  ///< saves of answers, by who and action

 private:
  bool was_returned(PhotoId photo) {
    const auto comments = store().comments(photo).value();
    return std::any_of(comments.begin(), comments.end(),
                       [](const auto& comment) { return comment.reason.has_value(); });
  }

  void decide(const std::string& who, PhotoId photo) {
    const auto fault = person(who).sees(stored(photo), truth_of(photo), project_->taxonomy());
    if (!fault) {
      ASSERT_OK(workflow::approve_photo(*project_, photo, as(who), false));
      return note(photo, who, "approve", Stage::kInspect);
    }
    workflow::ReturnChoice choice;
    choice.stage = fault->stage;
    choice.reason = fault->reason;
    choice.text = "look again";
    choice.place = fault->place;
    ASSERT_OK(workflow::return_photo(*project_, photo, as(who), choice));
    note(photo, who, "return", Stage::kInspect);
  }

  std::map<std::string, SimulatedPerson> people_;
  std::map<PhotoId, Annotation> truths_;
};

}  // namespace jaedan::testing
