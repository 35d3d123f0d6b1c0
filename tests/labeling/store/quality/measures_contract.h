#pragma once

#include <string>
#include <vector>

#include "labeling/store/program.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling::testing {

/// A store of several people who do controls and panels, and what makes measures up.
class MeasuresContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    for (const char* name : {"boss", "kim", "lee", "choi"}) {
      const Result<User> user = store().add_user(name, Roles::all(), "");
      ASSERT_TRUE(user.ok());
      people_.push_back(user->id);
    }
    QueueRules rules;
    rules.control_percent = 15;
    ASSERT_OK(store().set_queue_rules(rules));
    for (int i = 0; i < 40; ++i) add_photo("p" + std::to_string(i));
  }
  void TearDown() override { EXPECT_EQ(problems_of(store()), std::vector<std::string>{}); }

  UserId kim() const { return people_[1]; }
  UserId lee() const { return people_[2]; }

  Annotation approved(PhotoId photo) {
    Annotation annotation = load(photo);
    annotation.garments = {garment(1, Part::kDress)};
    annotation.state = WorkflowState::kApproved;
    return annotation;
  }
  Control control_of(PhotoId photo) {
    Control control;
    control.photo = photo;
    control.start.photo = photo;
    control.truth = approved(photo);
    return control;
  }
  /// An approved photo that is a control of the drawing.
  PhotoId control(const std::string& name) {
    const PhotoId photo = add_photo(name);
    EXPECT_TRUE(store().save(approved(photo), {"boss", "approve"}).ok());
    EXPECT_TRUE(store().set_control(control_of(photo)).ok());
    return photo;
  }
  Task claimed(UserId user, std::optional<PhotoId> photo) {
    const auto task = store().claim({user, Stage::kDrawn, photo, 3600, false}, utc_now());
    EXPECT_TRUE(task.ok()) << task.error().text();
    return task.ok() && *task ? **task : Task{};
  }
  AnswerId submit(const Task& task) {
    Annotation annotation = store().answer(task.answer)->annotation;
    annotation.garments = {garment(1, Part::kTop)};
    ChangeNote note{"kim", "submit"};
    note.worker = task.user;
    note.ends = task.id;
    EXPECT_TRUE(store().save_answer(annotation, task.id, note, "").ok());
    return task.answer;
  }
  /// Claims until a control comes, and submits it.
  AnswerId answers_control(UserId user) {
    Task task;
    for (int i = 0; i < 16 && !task.answer; ++i) task = claimed(user, std::nullopt);
    EXPECT_TRUE(task.answer);
    return submit(task);
  }
  /// A panel of two on a photo of its own, with so many answers.
  Panel panel(const std::string& name, int answers) {
    const PhotoId photo = add_photo(name);
    const Panel opened = *store().open_panel(photo, Stage::kDrawn, 2, utc_now());
    for (int i = 0; i < answers; ++i) submit(claimed(people_[static_cast<std::size_t>(i) + 1], photo));
    return opened;
  }

  static ControlMeasure drawn(double iou) {
    ControlMeasure measure;
    measure.parts[place_in_parts(Part::kTop)] = {1, 0, iou >= 0.5 ? 1u : 0u, iou};
    return measure;
  }
  static ControlMeasure labelled(std::int64_t right, std::int64_t asked) {
    ControlMeasure measure;
    measure.labels = {{"colour", Part::kTop, {right, asked}}, {"style", std::nullopt, {1, 1}}};
    return measure;
  }
  PanelMeasure agreed(double iou, const std::string& one, const std::string& other) {
    PanelMeasure measure;
    measure.people = {kim(), lee()};
    measure.mean_iou = iou;
    measure.f1 = 1.0 / 3;
    measure.parts[place_in_parts(Part::kTop)] = {1, 0, 1, iou};
    measure.said = {{"colour", Part::kTop, {{0, one}, {1, other}}}};
    return measure;
  }

  std::vector<WaitingAnswer> waiting() {
    const auto found = store().answers_to_measure({}, 100);
    EXPECT_TRUE(found.ok());
    return found.ok() ? *found : std::vector<WaitingAnswer>();
  }
  std::vector<WaitingPanel> waiting_panels() {
    const auto found = store().panels_to_measure({}, 100);
    EXPECT_TRUE(found.ok());
    return found.ok() ? *found : std::vector<WaitingPanel>();
  }
  void keep(AnswerId answer, const std::optional<ControlMeasure>& measure) {
    ASSERT_OK_AND_ASSIGN(const bool kept, store().keep_measure(answer, 0, measure));
    EXPECT_TRUE(kept);
  }
  QualitySums sums(QualityQuery query) {
    QualitySums found;
    const Status asked = store().for_each_quality_sum(
        query, [&](const QualityRowOfSums& row) { EXPECT_TRUE(found.emplace(row.key, row.value).second); });
    EXPECT_TRUE(asked.ok());
    return found;
  }
  QualitySums sums(QualityKind kind) { return sums(QualityQuery{kind}); }
  static QualityKey key(QualityKind kind, UserId user, int stage, int part = 0, const std::string& attribute = {}) {
    return {kind, user, stage, part, attribute, ""};
  }

  std::vector<UserId> people_;
};

}  // namespace jaedan::labeling::testing
