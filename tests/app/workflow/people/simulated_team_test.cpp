// A whole project by people of known skill: nothing is lost, nobody does what they may not, the measures find out who
// is good at it, and the manager's numbers are those of the log.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/workflow/quality/control_scores.h"
#include "app/workflow/quality/panel_agreement.h"
#include "labeling/agreement/rank_correlation.h"
#include "labeling/agreement/rater_agreement.h"
#include "labeling/agreement/said_labels.h"
#include "labeling/review/state_machine.h"
#include "tests/app/workflow/people/figures_by_hand.h"
#include "tests/app/workflow/people/simulated_work.h"
#include "tests/app/workflow/quality/quality_by_hand.h"

namespace jaedan::testing {
namespace {

/// What must hold of the project afterwards.
class WholeProject : public SimulatedWork {
 protected:
  static constexpr double kGoodRanking = 0.9;

  /// At any time: who has not the role gets nothing.
  void check_that_roles_hold() {
    for (const std::string& name : kAnnotators) {
      EXPECT_ERROR(claim(name, Stage::kExpert), ErrorCode::kForbidden);
      EXPECT_ERROR(claim(name, Stage::kInspect), ErrorCode::kForbidden);
      EXPECT_ERROR(workflow::approve_photo(*project_, photos_.back(), as(name), true), ErrorCode::kForbidden);
      EXPECT_ERROR(workflow::return_photo(*project_, photos_.back(), as(name)), ErrorCode::kForbidden);
      EXPECT_ERROR(workflow::merge_answers(*project_, as(name), photos_.back(), {}), ErrorCode::kForbidden);
    }
    EXPECT_ERROR(claim("ema", Stage::kDrawn), ErrorCode::kForbidden);
    EXPECT_ERROR(claim("ema", Stage::kInspect), ErrorCode::kForbidden);
    for (const std::string& name : kInspectors) {
      for (const Stage stage : {Stage::kDrawn, Stage::kBasic, Stage::kExpert}) {
        EXPECT_ERROR(claim(name, stage), ErrorCode::kForbidden);
      }
      EXPECT_ERROR(workflow::set_control_share(*project_, as(name), 0, {}), ErrorCode::kForbidden);
      EXPECT_ERROR(workflow::add_control(*project_, as(name), photos_.front(), {}), ErrorCode::kForbidden);
      EXPECT_ERROR(workflow::draw_inspection_sample(*project_, as(name), {}), ErrorCode::kForbidden);
    }
  }

  /// The photo's records are what was done to it, in order, and each step is one that the table allows.
  void check_history(PhotoId photo) {
    ASSERT_OK_AND_ASSIGN(const auto changes, store().changes(photo));
    const std::vector<DoneDeed>& deeds = ledger_[photo];
    ASSERT_EQ(changes.size(), deeds.size()) << "photo " << photo.value;
    std::set<std::string> workers;
    for (const labeling::Panel& panel : panels_of(photo)) {
      for (const auto& answer : answers_of(panel)) workers.insert(store().user(answer.user)->name);
    }
    WorkflowState state = WorkflowState::kNew;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const DoneDeed& deed = deeds[i];
      const std::string where = "photo " + std::to_string(photo.value) + ", revision " + std::to_string(i + 1);
      EXPECT_EQ(changes[i].revision, static_cast<std::int64_t>(i + 1));
      EXPECT_EQ(changes[i].note.who, deed.who) << where;
      EXPECT_EQ(changes[i].note.action, deed.action) << where;
      EXPECT_FALSE(changes[i].note.role.empty()) << where;
      ASSERT_OK_AND_ASSIGN(const Annotation after, labeling::annotation_from_json(changes[i].after));
      const bool decides = deed.action == "approve" || deed.action == "return" || deed.action == "approve_by_rule";
      EXPECT_FALSE(decides && workers.count(deed.who) > 0) << where << ": inspected by who worked on it";
      if (deed.action == "draw" || deed.action == "label") workers.insert(deed.who);
      if (deed.action == "merge") {
        EXPECT_TRUE(after.state == state || after.state == state_done(*deed.stage)) << where;
      } else {
        Actor actor = as(deed.who);
        actor.stage = deed.stage;
        const auto to = state_after(actor, deed_named(deed.action), state);
        EXPECT_TRUE(to.ok() && *to == after.state)
            << where << ": " << deed.action << " leads to " << id_of(after.state);
      }
      state = after.state;
    }
    EXPECT_EQ(state, WorkflowState::kApproved) << "photo " << photo.value;
    EXPECT_EQ(stored(photo).state, WorkflowState::kApproved);
  }

  void check_that_nothing_is_lost() {
    EXPECT_EQ(approved(), kPhotos);
    for (const PhotoId photo : photos_) check_history(photo);
    std::map<std::pair<std::string, std::string>, int> logged;
    for (const labeling::LogRecord& record : whole_log(store())) {
      const bool is_answer =
          record.subject.kind == labeling::SubjectKind::kTask &&
          (record.note.action == "draw" || record.note.action == "label" || record.note.action == "submit");
      logged[{record.note.who, record.note.action}] += is_answer;
    }
    for (auto one = logged.begin(); one != logged.end();) one = one->second == 0 ? logged.erase(one) : std::next(one);
    EXPECT_EQ(logged, answers_) << "what people answered";
    EXPECT_TRUE(store().verify_log({})->empty());
    EXPECT_TRUE(store().verify()->empty());
    for (const auto& [photo, truth] : true_controls_) EXPECT_EQ(stored(photo), truth) << "control " << photo.value;
    for (const std::string& name : kAnnotators) EXPECT_TRUE(workflow::tasks_of(*project_, as(name))->empty());
  }

  /// What somebody answered is theirs alone.
  void check_that_answers_were_unseen() {
    for (const labeling::Panel& panel : all_panels()) {
      const auto answers = answers_of(panel);
      EXPECT_EQ(answers.size(), kAnnotators.size());
      for (const auto& answer : answers) {
        if (panel.stage != Stage::kDrawn) continue;
        for (const Garment& garment : answer.annotation.garments) {
          EXPECT_EQ(garment.region_provenance.author, store().user(answer.user)->name);
        }
      }
    }
  }

  void expect_ranked(const std::vector<double>& faults, const std::vector<double>& scores, const char* by) {
    std::vector<double> skill;
    for (const double fault : faults) skill.push_back(-fault);
    const auto rank = labeling::spearman(skill, scores);
    ASSERT_TRUE(rank) << by;
    EXPECT_GE(*rank, kGoodRanking) << by << ::testing::PrintToString(scores);
  }
  std::vector<double> shifts() {
    std::vector<double> all;
    for (const std::string& name : kAnnotators) all.push_back(person(name).skill().shift);
    return all;
  }
  std::vector<double> wrongs() {
    std::vector<double> all;
    for (const std::string& name : kAnnotators) all.push_back(person(name).skill().wrong);
    return all;
  }

  void check_control_scores() {
    ASSERT_OK_AND_ASSIGN(const auto found, workflow::control_scores(*project_, "", {}));
    EXPECT_EQ(found.without_truth, 0);
    const auto score = [&](const std::string& name, Stage stage) {
      const auto one = std::find_if(found.scores.begin(), found.scores.end(),
                                    [&](const auto& s) { return s.user == name && s.stage == stage; });
      EXPECT_TRUE(one != found.scores.end() && one->controls >= 5) << name << ' ' << id_of(stage);
      return one == found.scores.end() ? 0 : one->score().value_or(0);
    };
    std::vector<double> drawn, basic;
    for (const std::string& name : kAnnotators) {
      drawn.push_back(score(name, Stage::kDrawn));
      basic.push_back(score(name, Stage::kBasic));
    }
    expect_ranked(shifts(), drawn, "controls, outlines");
    expect_ranked(wrongs(), basic, "controls, labels");
    EXPECT_DOUBLE_EQ(drawn[1], 1) << "ada draws what is true";
    EXPECT_GT(score("eve", Stage::kExpert), score("ema", Stage::kExpert));
  }

  /// Place of who answered among kAnnotators.
  std::size_t place_of(const labeling::Answer& answer) {
    const auto found = std::find(kAnnotators.begin(), kAnnotators.end(), store().user(answer.user)->name);
    return static_cast<std::size_t>(found - kAnnotators.begin());
  }

  void check_agreement() {
    std::vector<double> ious(kAnnotators.size(), 0);
    std::vector<std::vector<std::string>> colours;
    for (const labeling::Panel& panel : all_panels()) {
      std::vector<Annotation> people(kAnnotators.size());
      for (const auto& answer : answers_of(panel)) people[place_of(answer)] = answer.annotation;
      if (panel.stage == Stage::kDrawn) {
        for (const auto& pair : labeling::mask_agreement(people, kTruthWidth, kTruthHeight).pairs) {
          ious[pair.one] += pair.outlines.mean_iou().value_or(0);
          ious[pair.other] += pair.outlines.mean_iou().value_or(0);
        }
        continue;
      }
      const auto merged = labeling::merge_people(people, project_->taxonomy(), kTruthWidth, kTruthHeight);
      for (const SaidLabel& label : labeling::said_labels(merged, people.size())) {
        if (label.attribute != attribute::kColour) continue;
        std::vector<std::string>& row = colours.emplace_back(people.size());
        for (const auto& [one, word] : label.said) row[one] = word;
      }
    }
    expect_ranked(shifts(), ious, "agreement, outlines");
    ASSERT_OK_AND_ASSIGN(const auto table, labeling::RatingTable::from_text(colours));
    std::vector<double> shares;
    for (const auto& rater : labeling::rater_agreements(table)) shares.push_back(rater.agreement.value.value_or(0));
    expect_ranked(wrongs(), shares, "agreement, colours");
    ASSERT_OK_AND_ASSIGN(const auto report, workflow::panel_agreement(*project_, {}, labeling::BootstrapOptions{0}));
    EXPECT_EQ(report.photos.size(), 2 * kPanels);
    EXPECT_EQ(report.raters.size(), kAnnotators.size());
  }

 private:
  static Deed deed_named(const std::string& action) {
    if (action == "approve_by_rule") return Deed::kApprove;
    const auto found =
        std::find_if(kAllDeeds.begin(), kAllDeeds.end(), [&](Deed deed) { return id_of(deed) == action; });
    EXPECT_NE(found, kAllDeeds.end()) << action;
    return found == kAllDeeds.end() ? Deed::kManage : *found;
  }
  std::vector<labeling::Panel> panels_of(PhotoId photo) {
    std::vector<labeling::Panel> all = all_panels();
    all.erase(std::remove_if(all.begin(), all.end(), [&](const auto& panel) { return panel.photo != photo; }),
              all.end());
    return all;
  }
};

TEST_F(WholeProject, ElevenPeopleTakeThreeHundredPhotosFromNewToApproved) {
  check_that_roles_hold();
  make_controls();
  ASSERT_FALSE(HasFatalFailure());
  do_stage_with_panels(kControls, Stage::kDrawn);
  ASSERT_FALSE(HasFatalFailure());
  expect_backlog_by_hand(*project_);
  do_stage_with_panels(kControls + kPanels, Stage::kBasic);
  ASSERT_FALSE(HasFatalFailure());
  work_off(kExperts, Stage::kExpert);
  check_that_roles_hold();

  // One of the experts inspects from now on, too: what she labelled is not hers to decide about.
  ASSERT_OK(workflow::set_roles(*project_, as("boss"), "eve", {Role::kExpert, Role::kInspector}));
  const Names inspectors = {"ian", "ina", "eve"};
  inspect_with_a_sample(inspectors);
  ASSERT_FALSE(HasFatalFailure());
  expect_backlog_by_hand(*project_);
  finish(inspectors);
  ASSERT_FALSE(HasFatalFailure());

  check_that_nothing_is_lost();
  check_that_answers_were_unseen();
  check_control_scores();
  check_agreement();
  expect_scores_by_hand(*project_);
  expect_agreement_by_hand(*project_);
  expect_figures_by_hand(*project_);
  expect_labels_by_hand(*project_);
}

}  // namespace
}  // namespace jaedan::testing
