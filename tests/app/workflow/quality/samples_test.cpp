// Some of each person's photos are inspected, and stand for the others.
#include "app/workflow/quality/samples.h"
#include "app/workflow/photo/undo_decision.h"
#include "app/workflow/quality/draw_sample.h"
#include "tests/app/workflow/people/crew.h"

#include <limits>
#include <map>

namespace jaedan::workflow {
namespace {

class Samples : public testing::Crew {
 protected:
  /// A photo that waits for the inspection, whose last stage this person submitted.
  PhotoId submitted_by(const std::string& name, Part part = Part::kTop) {
    const PhotoId photo = add_photo("p" + std::to_string(++count_));
    Annotation annotation = stored(photo);
    Garment garment;
    garment.id = GarmentId{1};
    garment.part = part;
    garment.region = square();
    garment.attributes = {{"category", part == Part::kTop ? "tshirt" : "dress", "", Provenance::human(name)}};
    annotation.garments = {garment};
    annotation.state = WorkflowState::kBasic;
    EXPECT_TRUE(store().save(annotation, {"guest", "edit"}, std::string()).ok());
    EXPECT_TRUE(claim(name, Stage::kExpert, photo).ok());
    const auto submitted = submit_photo(*project_, photo, as(name));
    EXPECT_TRUE(submitted.ok()) << submitted.error().text();
    return photo;
  }
  Result<SampleReport> draw(double percent, std::int64_t seed = 1) {
    SampleChoice choice;
    choice.percent = percent;
    choice.seed = seed;
    choice.rule.most_returned = 0;
    return draw_inspection_sample(*project_, as("boss"), choice);
  }
  std::vector<PhotoId> chosen(SampleId id) {
    std::vector<PhotoId> photos;
    const auto sampled = store().sampled_photos(id, {}, 1000);
    for (const auto& photo : *sampled) {
      if (photo.chosen) photos.push_back(photo.photo);
    }
    return photos;
  }
  std::int64_t approved() {
    labeling::PhotoFilter filter;
    filter.state = WorkflowState::kApproved;
    return *store().count(filter);
  }

 private:
  int count_ = 0;
};

TEST(DrawSample, IsSeededPerWorkerAndInProportionToTheStrata) {
  std::vector<SampleUnit> units;
  for (std::int64_t i = 1; i <= 300; ++i) units.push_back({PhotoId{i}, UserId{i % 3}, i % 10 == 0 ? 1U : 0U});
  const std::vector<bool> chosen = draw_sample(units, 10, 7);
  EXPECT_EQ(draw_sample(units, 10, 7), chosen);
  EXPECT_NE(draw_sample(units, 10, 8), chosen);
  std::map<std::int64_t, int> of_worker;
  std::map<std::pair<std::int64_t, unsigned>, int> of_stratum;
  for (std::size_t i = 0; i < units.size(); ++i) {
    of_worker[units[i].worker.value] += chosen[i];
    of_stratum[{units[i].worker.value, units[i].stratum}] += chosen[i];
  }
  for (const auto& [worker, count] : of_worker) EXPECT_EQ(count, 10);
  for (std::int64_t worker = 0; worker < 3; ++worker) {
    EXPECT_EQ((of_stratum[{worker, 1}]), 1) << "10 of 100";
    EXPECT_EQ((of_stratum[{worker, 0}]), 9);
  }
  std::vector<SampleUnit> turned(units.rbegin(), units.rend());
  const std::vector<bool> again = draw_sample(turned, 10, 7);
  EXPECT_TRUE(std::equal(again.rbegin(), again.rend(), chosen.begin())) << "whatever the order";
  EXPECT_EQ(draw_sample({{PhotoId{1}, UserId{1}, 0}}, 1, 1), std::vector<bool>{true}) << "at least one";
  const std::vector<bool> all = draw_sample(units, 100, 1);
  EXPECT_EQ(std::count(all.begin(), all.end(), true), 300);
  EXPECT_TRUE(draw_sample({}, 10, 1).empty());
}

TEST(DrawSample, AnySeedDraws) {
  const std::vector<SampleUnit> units = {{PhotoId{1}, UserId{1}, 0}, {PhotoId{2}, UserId{1}, 0}};
  constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
  for (const std::int64_t seed : {kLargest, -kLargest, std::int64_t{10'000'000'000'000}, std::int64_t{0}}) {
    const std::vector<bool> chosen = draw_sample(units, 50, seed);
    EXPECT_EQ(std::count(chosen.begin(), chosen.end(), true), 1) << seed;
    EXPECT_EQ(draw_sample(units, 50, seed), chosen);
  }
}

TEST_F(Samples, TheRestOfWhoseSampleIsGoodIsApprovedAndTakenBackAsOneStep) {
  add("ema", Role::kExpert);
  for (int i = 0; i < 10; ++i) submitted_by("eve");
  for (int i = 0; i < 10; ++i) submitted_by("ema");
  ASSERT_OK_AND_ASSIGN(const SampleReport drawn, draw(20));
  ASSERT_EQ(drawn.workers.size(), 2u);
  EXPECT_EQ(drawn.workers[0].user, "ema");
  EXPECT_EQ(drawn.workers[0].photos, 10);
  EXPECT_EQ(drawn.workers[0].chosen, 2);
  const SampleId id = drawn.sample.id;
  EXPECT_EQ(*store().waiting(Stage::kInspect), 4) << "the others are held back";
  EXPECT_ERROR(close_sample(*project_, as("boss"), id, {}, {}), ErrorCode::kRefused);  // nothing is inspected yet
  bool returned = false;
  for (const PhotoId photo : chosen(id)) {
    const bool emas = (*store().last_submitted(photo, std::nullopt))->user == as("ema").user;
    if (emas && !returned) {
      returned = true;
      ASSERT_OK(return_photo(*project_, photo, as("ian"), {}));
    } else {
      ASSERT_OK(approve_photo(*project_, photo, as("ian"), false));
    }
  }
  EXPECT_ERROR(close_sample(*project_, as("eve"), id, {}, {}), ErrorCode::kForbidden);
  ASSERT_OK_AND_ASSIGN(const BatchReport closed, close_sample(*project_, as("boss"), id, {}, {}));
  EXPECT_EQ(closed.done, 8) << "eve's";
  EXPECT_EQ(closed.skipped, 8) << "ema's";
  EXPECT_EQ(approved(), 3 + 8);
  EXPECT_EQ(*store().waiting(Stage::kInspect), 8) << "ema's wait for an inspector again";
  EXPECT_ERROR(close_sample(*project_, as("boss"), id, {}, {}), ErrorCode::kConflict);
  ASSERT_OK_AND_ASSIGN(const SampleReport report, sample_report(*project_, id));
  EXPECT_EQ(report.workers[0].returned, 1);
  EXPECT_FALSE(report.workers[0].holds);
  EXPECT_TRUE(report.workers[1].holds);
  EXPECT_EQ(report.workers[1].approved, 8);

  ASSERT_OK_AND_ASSIGN(const BatchReport undone, undo_sample(*project_, as("boss"), id, {}));
  EXPECT_EQ(undone.done, 8);
  EXPECT_EQ(approved(), 3) << "what was inspected stays";
  EXPECT_EQ(*store().waiting(Stage::kInspect), 16);
  EXPECT_EQ(undo_sample(*project_, as("boss"), id, {})->done, 0) << "nothing is left";
}

TEST_F(Samples, ADecisionThatWasTakenBackIsNone) {
  submitted_by("eve");
  ASSERT_OK_AND_ASSIGN(const SampleReport drawn, draw(100));
  const PhotoId photo = drawn.chosen.at(0);
  ASSERT_OK(approve_photo(*project_, photo, as("ian"), false));
  ASSERT_OK(undo_decision(*project_, photo, as("ian")));
  EXPECT_EQ(sample_report(*project_, drawn.sample.id)->workers.at(0).undecided(), 1);
  ASSERT_OK(return_photo(*project_, photo, as("ian"), {}));
  EXPECT_EQ(sample_report(*project_, drawn.sample.id)->workers.at(0).returned, 1);
}

TEST_F(Samples, WhatChangedMeanwhileIsLeftAlone) {
  for (int i = 0; i < 4; ++i) submitted_by("eve");
  ASSERT_OK_AND_ASSIGN(const SampleReport drawn, draw(25));
  const SampleId id = drawn.sample.id;
  const auto sampled = store().sampled_photos(id, {}, 10);
  PhotoId other;
  for (const auto& photo : *sampled) {
    if (photo.chosen) {
      ASSERT_OK(approve_photo(*project_, photo.photo, as("ian"), false));
    } else {
      other = photo.photo;
    }
  }
  ASSERT_OK(return_photo(*project_, other, as("boss"), {}));
  ASSERT_OK_AND_ASSIGN(const BatchReport closed, close_sample(*project_, as("boss"), id, {}, {}));
  EXPECT_EQ(closed.done, 2);
  EXPECT_EQ(closed.skipped, 1);
  EXPECT_EQ(stored(other).state, WorkflowState::kReturned);
  const auto approved_one = store().sampled_photos(id, {}, 10);
  for (const auto& photo : *approved_one) {
    if (photo.approved == 0) continue;
    ASSERT_OK(return_photo(*project_, photo.photo, as("boss"), {}));
    break;
  }
  ASSERT_OK_AND_ASSIGN(const BatchReport undone, undo_sample(*project_, as("boss"), id, {}));
  EXPECT_EQ(undone.done, 1);
  EXPECT_EQ(undone.failed.size(), 1u) << "it was changed since";
}

TEST_F(Samples, ADecisionThatWasTakenBackDoesNotCount) {
  for (int i = 0; i < 4; ++i) submitted_by("eve");
  ASSERT_OK_AND_ASSIGN(const SampleReport drawn, draw(25));
  const SampleId id = drawn.sample.id;
  const PhotoId photo = drawn.chosen.front();
  const auto undo = [&](int steps) {
    return edit_photo(*project_, photo, as("ian"), [&](EditSession& session, const Actor& acting) -> Status {
      for (int i = 0; i < steps; ++i) JAEDAN_RETURN_IF_ERROR(session.undo(acting));
      return {};
    });
  };
  const auto worker = [&] { return sample_report(*project_, id)->workers.front(); };
  ASSERT_OK(approve_photo(*project_, photo, as("ian"), false));
  EXPECT_EQ(worker().accepted, 1);
  ASSERT_OK(undo(1));
  EXPECT_EQ(worker().undecided(), 1) << "by mistake";
  EXPECT_ERROR(close_sample(*project_, as("boss"), id, {}, {}), ErrorCode::kRefused);
  ASSERT_OK(approve_photo(*project_, photo, as("ian"), false));
  ASSERT_OK(return_photo(*project_, photo, as("ian"), {}));
  ASSERT_OK(undo(1));
  EXPECT_EQ(worker().accepted, 1) << "the first one stands";
  ASSERT_OK(return_photo(*project_, photo, as("ian"), {}));
  ASSERT_OK(undo(2));  // both in one save
  EXPECT_EQ(worker().undecided(), 1);
  ASSERT_OK(return_photo(*project_, photo, as("ian"), {}));
  EXPECT_EQ(worker().returned, 1);
}

TEST_F(Samples, TakingBackGoesOnWhereItWasBrokenOff) {
  for (int i = 0; i < 4; ++i) submitted_by("eve");
  ASSERT_OK_AND_ASSIGN(const SampleReport drawn, draw(25));
  const SampleId id = drawn.sample.id;
  EXPECT_ERROR(undo_sample(*project_, as("boss"), id, {}), ErrorCode::kConflict);  // it is open
  ASSERT_OK(approve_photo(*project_, drawn.chosen.front(), as("ian"), false));
  ASSERT_OK_AND_ASSIGN(const BatchReport closed, close_sample(*project_, as("boss"), id, {}, {}));
  ASSERT_EQ(closed.done, 3);
  ASSERT_OK(store().set_sample_state(id, labeling::SampleState::kClosed, labeling::SampleState::kUndone));  // killed
  ASSERT_OK_AND_ASSIGN(const BatchReport undone, undo_sample(*project_, as("boss"), id, {}));
  EXPECT_EQ(undone.done, 3);
  EXPECT_EQ(approved(), 1);
}

TEST_F(Samples, WhatTheRuleApprovesIsNoInspectorsDecision) {
  for (int i = 0; i < 4; ++i) submitted_by("eve");
  ASSERT_OK_AND_ASSIGN(const SampleReport drawn, draw(25));
  const SampleId id = drawn.sample.id;
  ASSERT_OK(approve_photo(*project_, drawn.chosen.front(), as("ian"), false));
  ASSERT_EQ(close_sample(*project_, as("boss"), id, {}, {})->done, 3);
  const auto rows_of = [&](labeling::CountKind kind) {
    labeling::CountQuery query;
    query.kind = kind;
    return *store().work_counts(query);
  };
  ASSERT_EQ(rows_of(labeling::CountKind::kVerdict).size(), 1u);
  EXPECT_EQ(rows_of(labeling::CountKind::kVerdict)[0].key.who, "ian");
  EXPECT_EQ(rows_of(labeling::CountKind::kVerdict)[0].value.n, 1);
  PhotoId other;
  const auto sampled = *store().sampled_photos(id, {}, 10);
  for (const auto& photo : sampled) {
    if (photo.approved != 0) other = photo.photo;
  }
  ASSERT_OK_AND_ASSIGN(auto changes, store().changes(other));
  EXPECT_EQ(changes.back().note.action, "approve_by_rule");
  EXPECT_EQ(changes.back().note.role, "manager");
  ASSERT_EQ(undo_sample(*project_, as("boss"), id, {})->done, 3);
  ASSERT_OK_AND_ASSIGN(changes, store().changes(other));
  EXPECT_EQ(changes.back().note.action, "undo_approve_by_rule");
  EXPECT_EQ(rows_of(labeling::CountKind::kVerdict)[0].value.n, 1);
  EXPECT_TRUE(store().verify()->empty());
}

TEST_F(Samples, NothingWaitsAndOnlyManagersDraw) {
  EXPECT_ERROR(draw(10), ErrorCode::kRefused);
  submitted_by("eve");
  SampleChoice wrong;
  wrong.rule.least_accepted_percent = 101;
  EXPECT_ERROR(draw_inspection_sample(*project_, as("boss"), wrong), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(draw_inspection_sample(*project_, as("ian"), {}), ErrorCode::kForbidden);
  EXPECT_ERROR(sample_report(*project_, SampleId{3}), ErrorCode::kNotFound);
}

TEST_F(Samples, WithoutARuleNothingIsApprovedUnlessOneIsSaidAtTheEnd) {
  for (int i = 0; i < 4; ++i) submitted_by("eve");
  SampleChoice choice;
  choice.percent = 25;
  ASSERT_OK_AND_ASSIGN(const SampleReport drawn, draw_inspection_sample(*project_, as("boss"), choice));
  ASSERT_EQ(drawn.chosen.size(), 1u);
  ASSERT_OK(approve_photo(*project_, drawn.chosen.front(), as("ian"), false));
  EXPECT_FALSE(sample_report(*project_, drawn.sample.id)->workers[0].holds);
  labeling::SampleRule all;
  all.least_accepted_percent = 100;
  ASSERT_OK_AND_ASSIGN(const BatchReport closed, close_sample(*project_, as("boss"), drawn.sample.id, all, {}));
  EXPECT_EQ(closed.done, 3);
}

TEST(SamplesAlone, WhatNobodyInParticularSubmittedIsOneGroupAlsoInAProjectOfOnePerson) {
  const testing::TemporaryFolder folder;
  auto project = Project::create(folder / "one.jaedan");
  ASSERT_OK(project);
  for (int i = 0; i < 10; ++i) {
    const std::string name = "p" + std::to_string(i);
    const auto ids = project->store().add_photos({Photo{{}, name, folder / (name + ".png"), 100, 100}});
    Annotation annotation;
    annotation.photo = ids->front();
    annotation.state = WorkflowState::kExpert;
    ASSERT_OK(project->store().save(annotation, {"mina", "edit"}));
  }
  SampleChoice choice;
  choice.percent = 30;
  ASSERT_OK_AND_ASSIGN(const SampleReport drawn, draw_inspection_sample(*project, Actor::alone("mina"), choice));
  ASSERT_EQ(drawn.workers.size(), 1u);
  EXPECT_EQ(drawn.workers[0].user, "");
  EXPECT_EQ(drawn.workers[0].chosen, 3);
}

}  // namespace
}  // namespace jaedan::workflow
