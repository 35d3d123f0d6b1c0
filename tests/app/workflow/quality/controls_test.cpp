// Approved photos that people are given unseen, and how well they do them.
#include "app/workflow/quality/controls.h"

#include <map>
#include <set>

#include "app/workflow/figures/work_figures.h"
#include "app/workflow/people/comments.h"
#include "app/workflow/people/sight.h"
#include "app/workflow/photo/open_photo.h"
#include "app/workflow/photo/rescale_labels.h"
#include "app/workflow/photo/review_versions.h"
#include "app/workflow/quality/control_scores.h"
#include "app/workflow/quality/quality_rows.h"
#include "labeling/agreement/quality_measures.h"
#include "tests/app/workflow/quality/control_crew.h"

namespace jaedan::workflow {
namespace {

using Controls = testing::ControlCrew;

TEST_F(Controls, AStageBeginsWithWhatTheStagesBeforeItGive) {
  const PhotoId photo = approved("a");
  const Annotation truth = stored(photo);
  const Annotation drawn = start_of(truth, Stage::kDrawn, {}, project_->taxonomy());
  EXPECT_TRUE(drawn.garments.empty() && drawn.image_attributes.empty());
  EXPECT_EQ(drawn.state, WorkflowState::kNew);
  const Annotation basic = start_of(truth, Stage::kBasic, {}, project_->taxonomy());
  EXPECT_EQ(basic.garments.front().region, square(50));
  EXPECT_TRUE(basic.garments.front().attributes.empty());
  EXPECT_EQ(basic.garments.front().handling.approved_by, "") << "nothing tells that it was approved";
  EXPECT_EQ(basic.state, WorkflowState::kDrawn);
  const Annotation expert = start_of(truth, Stage::kExpert, {}, project_->taxonomy());
  ASSERT_EQ(expert.garments.front().attributes.size(), 1u);
  EXPECT_EQ(expert.garments.front().attributes.front().attribute, "colour");
  EXPECT_TRUE(expert.image_attributes.empty());
  EXPECT_EQ(start_of(truth, Stage::kExpert, StageSet().without(Stage::kBasic), project_->taxonomy()).state,
            WorkflowState::kDrawn);
}

TEST_F(Controls, AWorkerCannotTellAndTheTruthStays) {
  const PhotoId known = approved("known");
  add_photos(30);
  make_controls();
  ASSERT_EQ(claim_control("ann", Stage::kDrawn), known);
  ASSERT_OK_AND_ASSIGN(const auto tasks, tasks_of(*project_, as("ann")));
  EXPECT_EQ(tasks.back().photo.name, "known");
  ASSERT_OK(draw(as("ann"), known, 30));
  ASSERT_OK_AND_ASSIGN(const Submitted submitted, submit_photo(*project_, known, as("ann")));
  EXPECT_EQ(submitted.state, WorkflowState::kDrawn);
  EXPECT_EQ(submitted.next, Stage::kBasic);
  EXPECT_EQ(stored(known).garments.front().region, square(50));
  EXPECT_EQ(stored(known).state, WorkflowState::kApproved);
  EXPECT_EQ(stored(known).revision, 1);
  EXPECT_FALSE(*store().worked_on(known, as("ann").user));
}

TEST_F(Controls, TheListAndTheLogShowAWorkerOneLikeAnyPhotoInTheirHands) {
  const PhotoId known = approved("known");
  add_photos(30);
  make_controls();
  ASSERT_EQ(claim_control("ann", Stage::kDrawn), known);
  ASSERT_OK_AND_ASSIGN(const PhotoTask next, claim("ann", Stage::kDrawn));
  const PhotoId other = next.photo.id;
  ASSERT_FALSE(next.task.answer);
  for (const bool worked : {false, true}) {
    for (const PhotoId photo : {other, known}) {
      if (worked) ASSERT_OK(draw(as("ann"), photo, 30));
      SCOPED_TRACE(std::to_string(photo.value) + (worked ? ", worked on" : ""));
      ASSERT_OK_AND_ASSIGN(const Sight anns, Sight::of(*project_, "ann"));
      ASSERT_OK_AND_ASSIGN(const auto rows, anns.rows({photo}));
      EXPECT_EQ(rows[0].state, WorkflowState::kNew);
      EXPECT_EQ(rows[0].garment_count, worked ? 1 : 0);
      EXPECT_EQ(rows[0].worker, worked ? "ann" : "");
      EXPECT_EQ(rows[0].changed_at.empty(), !worked);
      labeling::PhotoFilter filter;
      filter.only = {photo};
      filter.state = WorkflowState::kApproved;
      EXPECT_TRUE(anns.list(filter, {}, {}, 10)->empty());
      filter.state = WorkflowState::kNew;
      EXPECT_EQ(anns.list(filter, {}, {}, 10)->size(), 1u);
      ASSERT_OK_AND_ASSIGN(const auto changes, anns.changes(photo));
      EXPECT_EQ(changes.size(), worked ? 1u : 0u);
      labeling::LogQuery about;
      about.photo = photo;
      about.kind = labeling::SubjectKind::kPhoto;
      ASSERT_OK_AND_ASSIGN(const auto log, store().search_log(anns.query(about), std::nullopt, 100));
      std::vector<std::string> shown;
      for (const labeling::LogRecord& one : log) {
        const auto record = anns.record(one, about);
        if (record) shown.push_back(record->note.action + std::to_string(record->revision) + record->subject.name);
      }
      EXPECT_EQ(shown, worked ? std::vector<std::string>{"draw0"} : std::vector<std::string>{});
      about.kind = labeling::SubjectKind::kTask;
      ASSERT_OK_AND_ASSIGN(const auto tasks, store().search_log(anns.query(about), std::nullopt, 100));
      for (const labeling::LogRecord& one : tasks) {
        EXPECT_FALSE(anns.record(one, about)) << "who is given what is not a worker's affair";
      }
    }
  }
  labeling::Comment comment;
  comment.photo = known;
  comment.text = "the sleeve";
  ASSERT_OK(add_comment(*project_, as("ian"), comment));
  ASSERT_OK(add_comment(*project_, as("ann"), comment));
  EXPECT_EQ(comments_for(*project_, known, "Ann")->size(), 1u) << "their own";
  EXPECT_EQ(comments_for(*project_, known, "boss")->size(), 2u);
  ASSERT_OK_AND_ASSIGN(const AnswerId answer, answer_in_hand(*project_, "ann", known));
  ASSERT_TRUE(answer);
  ASSERT_OK_AND_ASSIGN(const Annotation shown, stored_annotation(*project_, known, answer));
  EXPECT_EQ(shown.state, WorkflowState::kNew);
  EXPECT_TRUE(review_versions(*project_, known, answer)->empty());
  ASSERT_OK_AND_ASSIGN(const Sight boss, Sight::of(*project_, "boss"));
  EXPECT_TRUE(boss.sees_all());
  EXPECT_EQ((*boss.rows({known}))[0].state, WorkflowState::kApproved);
  EXPECT_EQ(boss.changes(known)->size(), 1u);
  // All photos, page by page, each once and in order.
  ASSERT_OK_AND_ASSIGN(const Sight anns, Sight::of(*project_, "ann"));
  for (const labeling::PhotoKey key : labeling::kAllPhotoKeys) {
    std::optional<labeling::PhotoRow> last;
    std::set<PhotoId> listed;
    while (true) {
      ASSERT_OK_AND_ASSIGN(const auto page, anns.list({}, {key, false}, last, 7));
      for (const labeling::PhotoRow& row : page) EXPECT_TRUE(listed.insert(row.photo.id).second);
      if (page.size() < 7) break;
      last = page.back();
    }
    EXPECT_EQ(listed.size(), 31u) << id_of(key);
  }
}

TEST_F(Controls, DrawingIsScoredByOutlinesAndLabellingByTheLabelsOfItsStage) {
  const PhotoId known = approved("known");
  add_photos(30);
  make_controls();
  ASSERT_EQ(claim_control("ann", Stage::kDrawn), known);
  ASSERT_OK(draw(as("ann"), known, 30));  // 20 × 20 of 40 × 40
  ASSERT_OK(submit_photo(*project_, known, as("ann")));
  ASSERT_EQ(claim_control("amy", Stage::kDrawn), known);
  ASSERT_OK(draw(as("amy"), known, 50));
  ASSERT_OK(submit_photo(*project_, known, as("amy")));
  ASSERT_OK_AND_ASSIGN(const ControlScores scores, control_scores(*project_, "", {}));
  ASSERT_EQ(scores.scores.size(), 2u);
  EXPECT_EQ(scores.scores[0].user, "amy");
  EXPECT_DOUBLE_EQ(*scores.scores[0].score(), 1);
  EXPECT_NEAR(*scores.scores[1].score(), 0.25, 0.01);
  EXPECT_EQ(scores.scores[1].parts[place_in_parts(Part::kTop)].matched, 1u);
  EXPECT_EQ(control_scores(*project_, "ann", {})->scores.size(), 1u);
  EXPECT_ERROR(control_scores(*project_, "nobody", {}), ErrorCode::kNotFound);

  // As rows beside the manager's numbers: the worst first.
  ASSERT_OK_AND_ASSIGN(const QualityRows rows, quality_rows(*project_, "", {}));
  ASSERT_EQ(rows.honeypots.size(), 2u);
  EXPECT_EQ(rows.honeypots[0].who, "ann");
  EXPECT_EQ(rows.honeypots[0].measure, "iou");
  EXPECT_NEAR(rows.honeypots[0].value, 0.25, 0.01);
  EXPECT_EQ(rows.honeypots[0].photos, 1);
  EXPECT_TRUE(rows.agreement.empty());
  // The work is in their numbers, and moved no photo on.
  ASSERT_OK_AND_ASSIGN(const WorkFigures figures, work_figures(*project_));
  std::map<std::string, std::int64_t> answers;
  for (const DoneRow& row : figures.people) answers[row.who] += row.answers;
  EXPECT_EQ(answers["ann"], 1);
  EXPECT_EQ(answers["amy"], 1);
  ASSERT_OK_AND_ASSIGN(const QualityRows of_nobody, quality_rows(*project_, "somebody of the log", {}));
  EXPECT_TRUE(of_nobody.honeypots.empty());
}

TEST_F(Controls, APhotoThatIsScaledLeavesTheScoresAsTheyWere) {
  const PhotoId known = approved("known");
  write_file("known", 200, 200);
  add_photos(30);
  make_controls();
  ASSERT_EQ(claim_control("ann", Stage::kDrawn), known);
  ASSERT_OK(draw(as("ann"), known, 50));
  ASSERT_OK(submit_photo(*project_, known, as("ann")));
  ASSERT_EQ(claim_control("amy", Stage::kDrawn), known);
  ASSERT_OK(draw(as("amy"), known, 30));
  ASSERT_OK_AND_ASSIGN(const BatchReport scaled_one, rescale_labels(*project_, {}, as("boss"), {}));
  ASSERT_EQ(scaled_one.done, 1);
  EXPECT_EQ(bounds_of(stored(known).garments.front().region).width, 80);
  EXPECT_DOUBLE_EQ(*control_scores(*project_, "ann", {})->scores.front().score(), 1) << "submitted before";
  ASSERT_OK(submit_photo(*project_, known, as("amy")));
  EXPECT_NEAR(*control_scores(*project_, "amy", {})->scores.front().score(), 0.25, 0.02) << "… and after";
}

TEST_F(Controls, LabelsAreComparedOneByOne) {
  const PhotoId photo = approved("a");
  const Annotation truth = stored(photo);
  Annotation said = truth;
  said.garments.front().attributes = {{"colour", "navy", "", Provenance::human("ann")},
                                      {"category", "tshirt", "", Provenance::human("ann")},
                                      {"length", "normal", "", Provenance::human("ann")}};
  said.image_attributes.clear();
  const auto labels_of = [&](LabelStage stage) {
    std::map<std::string, LabelScore> found;
    for (const auto& one : labeling::measure_labels(said, truth, stage, project_->taxonomy(), 100, 100).labels) {
      EXPECT_EQ(one.part.has_value(), one.attribute != "style");
      found[one.attribute] += one.score;
    }
    return found;
  };
  const std::map<std::string, LabelScore> basic = {{"colour", {0, 1}}};
  EXPECT_EQ(labels_of(LabelStage::kBasic), basic);
  const std::map<std::string, LabelScore> expert = {
      {"category", {1, 1}}, {"length", {0, 1}} /* one too many is wrong */, {"style", {0, 1}} /* so is none */};
  EXPECT_EQ(labels_of(LabelStage::kExpert), expert);
  ControlScore score;
  score.stage = Stage::kExpert;
  EXPECT_FALSE(score.score() || score.interval(0.95));
  score.labels = {1, 3};
  EXPECT_NEAR(*score.score(), 1.0 / 3, 1e-12);
  EXPECT_LT(score.interval(0.95)->low, 1.0 / 3);
  EXPECT_GT(score.interval(0.95)->high, 1.0 / 3);
}

TEST_F(Controls, OnlyApprovedPhotosAndOnlyManagers) {
  const PhotoId fresh = add_photo("fresh");
  const PhotoId known = approved("known");
  EXPECT_ERROR(add_control(*project_, as("boss"), fresh, {}), ErrorCode::kRefused);
  EXPECT_ERROR(add_control(*project_, as("ann"), known, {}), ErrorCode::kForbidden);
  EXPECT_ERROR(set_control_share(*project_, as("ian"), 10, {}), ErrorCode::kForbidden);
  EXPECT_ERROR(set_control_share(*project_, as("boss"), 50, {}), ErrorCode::kInvalidArgument);
  ASSERT_OK_AND_ASSIGN(const BatchReport added, add_controls(*project_, as("boss"), {}, {Stage::kBasic}, {}));
  EXPECT_EQ(added.done, 1);
  EXPECT_EQ(added.skipped, 1);
  ASSERT_OK_AND_ASSIGN(const auto controls, list_controls(*project_));
  ASSERT_EQ(controls.size(), 1u);
  EXPECT_EQ(controls[0].stages, std::vector<Stage>{Stage::kBasic});
  EXPECT_TRUE(*remove_control(*project_, as("boss"), known));
  EXPECT_FALSE(*remove_control(*project_, as("boss"), known));
  EXPECT_TRUE(list_controls(*project_)->empty());
}

}  // namespace
}  // namespace jaedan::workflow
