// Answers are measured once, when they are submitted, and not read again; what they were measured by may change.
#include "app/workflow/quality/kept_measures.h"

#include "app/workflow/photo/measure_answers.h"
#include "app/workflow/quality/merge_answers.h"
#include "app/workflow/quality/panels.h"
#include "labeling/agreement/mean_interval.h"
#include "labeling/store/sql/connection.h"
#include "tests/app/workflow/quality/control_crew.h"
#include "tests/app/workflow/quality/quality_by_hand.h"

namespace jaedan::workflow {
namespace {

class KeptMeasures : public testing::ControlCrew {
 protected:
  void sql(const std::string& statement) {
    const auto connection = std::move(labeling::sql::Connection::open(folder_ / "p.jaedan/project.db", "test")).value();
    connection->session() << statement;
  }
  std::int64_t waiting() { return store().waiting_measures()->all(); }
  /// ann and amy do the control, well and badly.
  PhotoId scored_control() {
    const PhotoId known = approved("known");
    add_photos(30);
    make_controls();
    for (const auto& [name, size] : {std::pair("ann", 50.0), std::pair("amy", 30.0)}) {
      EXPECT_EQ(claim_control(name, Stage::kDrawn), known);
      EXPECT_TRUE(draw(as(name), known, size).ok());
      EXPECT_TRUE(submit_photo(*project_, known, as(name)).ok());
    }
    return known;
  }
  void answers(PhotoId photo, const std::string& name, double size) {
    ASSERT_OK(claim(name, Stage::kDrawn, photo));
    ASSERT_OK(draw(as(name), photo, size));
    ASSERT_OK(submit_photo(*project_, photo, as(name)));
  }
  /// A photo that ann and amy drew unseen by each other.
  PhotoId answered_panel() {
    const PhotoId photo = add_photo("panel");
    EXPECT_TRUE(ask_panel(*project_, as("boss"), photo, {2, {}}).ok());
    answers(photo, "ann", 50);
    answers(photo, "amy", 40);
    EXPECT_TRUE(merge_answers(*project_, as("boss"), photo, {}).ok());
    return photo;
  }
  /// What the manager's page shows, and how many answers were compared for it.
  std::vector<std::string> rows(int* compared = nullptr) {
    Watch watch;
    int seen = 0;
    watch.progress = [&](const Progress&) { ++seen; };
    const Result<QualityRows> found = quality_rows(*project_, "", kFigureIntervals, watch);
    EXPECT_TRUE(found.ok()) << found.error().text();
    if (compared) *compared = seen;
    if (!found.ok()) return {};
    std::vector<std::string> all = testing::texts_of(found->honeypots);
    for (const std::string& row : testing::texts_of(found->agreement)) all.push_back(row);
    return all;
  }
};

TEST_F(KeptMeasures, NothingThatWasSubmittedIsReadAgain) {
  scored_control();
  answered_panel();
  EXPECT_EQ(waiting(), 0) << "each submission measured itself";
  int compared = 0;
  const std::vector<std::string> before = rows(&compared);
  EXPECT_EQ(compared, 0);
  EXPECT_EQ(before.size(), 3u) << "amy, ann, and their outlines";
  testing::expect_scores_by_hand(*project_);
  testing::expect_agreement_by_hand(*project_);
  sql("update answer set content = 'gone'");
  sql("update control set truth = 'gone'");
  EXPECT_EQ(rows(), before);
  EXPECT_EQ(control_scores(*project_, "ann", {})->scores.size(), 1u);
  EXPECT_EQ(panel_agreement(*project_, {}, {})->photos.size(), 1u);
}

TEST_F(KeptMeasures, AnotherTruthMeasuresTheAnswersOfItsPhotoAnew) {
  const PhotoId known = scored_control();
  const std::vector<std::string> before = rows();
  Annotation now = stored(known);
  now.garments.front().region = square(30);  // amy was right after all
  ASSERT_OK(store().save(now, {"ian", "approve"}));
  EXPECT_EQ(waiting(), 0) << "a control keeps its truth";
  ASSERT_OK(add_control(*project_, as("boss"), known, {}));
  EXPECT_EQ(waiting(), 2);
  int compared = 0;
  EXPECT_NE(rows(&compared), before);
  EXPECT_EQ(compared, 2);
  EXPECT_DOUBLE_EQ(*control_scores(*project_, "amy", {})->scores.front().score(), 1);
  testing::expect_scores_by_hand(*project_);
  EXPECT_TRUE(*remove_control(*project_, as("boss"), known));
  now = stored(known);
  now.state = WorkflowState::kChanged;
  ASSERT_OK(store().save(now, {"ian", "draw"}));
  ASSERT_OK_AND_ASSIGN(const ControlScores unknown, control_scores(*project_, "", {}));
  EXPECT_TRUE(unknown.scores.empty());
  EXPECT_EQ(unknown.without_truth, 2);
  testing::expect_scores_by_hand(*project_);
}

TEST_F(KeptMeasures, WhoStopsKeepsWhatWasMeasured) {
  scored_control();
  answered_panel();
  const std::vector<std::string> before = rows();
  ASSERT_OK(store().forget_measures());
  ASSERT_EQ(waiting(), 3);
  CancelFlag cancel;
  Watch watch;
  watch.cancel = &cancel;
  watch.progress = [&](const Progress& progress) {
    EXPECT_EQ(progress.total, 2) << "answers come first, and the panel";
    cancel.cancel();
  };
  EXPECT_ERROR(quality_rows(*project_, "", kFigureIntervals, watch), ErrorCode::kCancelled);
  EXPECT_EQ(waiting(), 2) << "one was measured";
  EXPECT_EQ(rows(), before);
  EXPECT_EQ(waiting(), 0);
}

TEST_F(KeptMeasures, AProgramWithAnotherVocabularyMeasuresAllAnew) {
  scored_control();
  const std::vector<std::string> before = rows();
  EXPECT_EQ(*store().measure_rules(), measure_rules(project_->taxonomy()));
  ASSERT_OK(store().set_measure_rules("of another program"));
  EXPECT_EQ(waiting(), 2);
  int compared = 0;
  EXPECT_EQ(rows(&compared), before);
  EXPECT_EQ(compared, 2);
  EXPECT_EQ(*store().measure_rules(), measure_rules(project_->taxonomy()));
  EXPECT_NE(measure_rules(Taxonomy()), measure_rules(project_->taxonomy()));
}

TEST_F(KeptMeasures, APanelOfManyIsMeasuredByWhoLooks) {
  for (const char* name : {"a1", "a2", "a3", "a4"}) add(name, Role::kAnnotator);
  const PhotoId photo = add_photo("many");
  ASSERT_OK(ask_panel(*project_, as("boss"), photo, {6, {}}));
  double size = 40;
  for (const char* name : {"ann", "amy", "a1", "a2", "a3"}) answers(photo, name, size += 2);
  EXPECT_EQ(waiting(), 0);
  answers(photo, "a4", 60);
  EXPECT_EQ(waiting(), 1) << "others would wait for so many pairs";
  testing::expect_agreement_by_hand(*project_);
  EXPECT_EQ(waiting(), 0);
  ASSERT_OK(cancel_panel(*project_, as("boss"), photo));
  EXPECT_TRUE(rows().empty());
  EXPECT_EQ(panel_agreement(*project_, photo, {})->photos.size(), 1u) << "asked for by name it is read";
}

TEST_F(KeptMeasures, WhatCannotBeReadStopsNobodysSubmission) {
  const PhotoId photo = add_photo("damaged");
  ASSERT_OK(ask_panel(*project_, as("boss"), photo, {2, {}}));
  answers(photo, "ann", 50);
  ASSERT_OK(claim("amy", Stage::kDrawn, photo));
  sql("update answer set content = 'gone' where user_id = " + std::to_string(as("ann").user.value));
  ASSERT_OK(draw(as("amy"), photo, 50));
  ASSERT_OK(submit_photo(*project_, photo, as("amy")));
  EXPECT_EQ(waiting(), 1);
  EXPECT_ERROR(quality_rows(*project_, ""), ErrorCode::kCorrupt);
}

TEST_F(KeptMeasures, ALargeCrewsMeanHasTheNormalInterval) {
  labeling::QualityValue sums;
  std::vector<double> numbers;
  for (int i = 0; i < labeling::kMostDrawnAgain + 1; ++i) {
    const double iou = 0.5 + 0.001 * (i % 100);
    if (i < labeling::kMostDrawnAgain) numbers.push_back(iou);
    ++sums.ious;
    sums.iou += labeling::units_of_iou(iou);
    sums.squares += labeling::units_of_iou(iou * iou);
  }
  const auto normal = interval_of_mean(sums, {}, {});
  ASSERT_TRUE(normal.interval);
  EXPECT_EQ(normal.used, 0);
  const auto drawn = labeling::bootstrap_mean(numbers, {2000, 1, 0.95});
  EXPECT_NEAR(normal.interval->low, drawn.interval->low, 0.001);
  EXPECT_FALSE(interval_of_mean(sums, {}, {0}).interval);
  sums = {};
  sums.ious = 3;
  EXPECT_EQ(interval_of_mean(sums, {0.1, 0.2, 0.4}, {50}).used, 50);
}

}  // namespace
}  // namespace jaedan::workflow
