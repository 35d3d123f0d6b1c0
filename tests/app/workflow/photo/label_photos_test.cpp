#include "app/workflow/photo/label_photos.h"

#include <gtest/gtest.h>

#include "app/workflow/photo/open_photo.h"
#include "app/workflow/photo/undo_labels.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

/// Three photos: two tops and a bottom, one top that a person called red, nothing.
class LabelPhotos : public ::testing::Test {
 protected:
  void SetUp() override {
    auto project = Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
    ASSERT_OK_AND_ASSIGN(ids_, store().add_photos({Photo{{}, "a", "a.png", 40, 60}, Photo{{}, "b", "b.png", 40, 60},
                                                   Photo{{}, "c", "c.png", 40, 60}}));
    put(0, {garment(1, Part::kTop), garment(2, Part::kTop), garment(3, Part::kBottom)});
    Garment red = garment(1, Part::kTop);
    red.attributes = {{"colour", "red", "", Provenance::human("mina")}};
    put(1, {red});
  }

  static Garment garment(std::int64_t id, Part part) {
    Garment made;
    made.id = GarmentId{id};
    made.part = part;
    made.region = {{{{5, 5}, {30, 5}, {30, 40}}}};
    made.region_provenance = Provenance::human("mina");
    return made;
  }
  void put(std::size_t photo, std::vector<Garment> garments) {
    ASSERT_OK_AND_ASSIGN(Annotation annotation, store().annotation(ids_[photo]));
    annotation.garments = std::move(garments);
    annotation.state = WorkflowState::kApproved;
    ASSERT_OK(store().save(annotation, {"mina", "edit"}));
  }
  SharedLabel blue_tops() const { return {ids_, Part::kTop, "colour", "blue", true, true}; }
  labeling::Store& store() { return project_->store(); }
  Annotation stored(std::size_t photo) { return store().annotation(ids_[photo]).value(); }

  const testing::TemporaryFolder folder_;
  std::optional<Project> project_;
  std::vector<PhotoId> ids_;
};

TEST_F(LabelPhotos, SaysItOfEveryGarmentOfThePartAndLeavesWhatAPersonSaid) {
  ASSERT_OK_AND_ASSIGN(const LabelReport report, label_photos(*project_, blue_tops(), Actor::alone("kim"), {}));
  EXPECT_EQ(report.changed, 1);
  EXPECT_EQ(report.answered, 1) << "a person called it red";
  EXPECT_EQ(report.no_garment, 1);
  EXPECT_EQ(report.skipped(), 2);
  const Annotation first = stored(0);
  EXPECT_EQ(find_value(first.garments[0].attributes, "colour")->value, "blue");
  EXPECT_EQ(find_value(first.garments[1].attributes, "colour")->provenance.author, "kim");
  EXPECT_EQ(find_value(first.garments[2].attributes, "colour"), nullptr);
  EXPECT_EQ(first.state, WorkflowState::kChanged) << "what was approved needs another look";
  EXPECT_EQ(find_value(stored(1).garments[0].attributes, "colour")->value, "red");
  EXPECT_EQ(stored(1).state, WorkflowState::kApproved);
}

TEST_F(LabelPhotos, OverwritesWhenThatIsAskedFor) {
  SharedLabel label = blue_tops();
  label.only_unsaid = false;
  ASSERT_OK_AND_ASSIGN(const LabelReport report, label_photos(*project_, label, Actor::alone("kim"), {}));
  EXPECT_EQ(report.changed, 2);
  EXPECT_EQ(find_value(stored(1).garments[0].attributes, "colour")->value, "blue");
  ASSERT_OK_AND_ASSIGN(const LabelReport again, label_photos(*project_, label, Actor::alone("kim"), {}));
  EXPECT_EQ(again.changed, 0) << "nothing changes any more";
  EXPECT_EQ(again.unchanged, 2);
  EXPECT_EQ(again.no_garment, 1);
}

TEST_F(LabelPhotos, ApprovedPhotosAreCountedBeforeAndLeftAloneUnlessAskedFor) {
  SharedLabel label = blue_tops();
  label.only_unsaid = false;
  ASSERT_OK_AND_ASSIGN(const LabelReport plan, plan_labels(*project_, label, {}));
  EXPECT_EQ(plan.approved, 2) << "both would change";
  EXPECT_EQ(plan.changed, 0);
  EXPECT_EQ(find_value(stored(0).garments[0].attributes, "colour"), nullptr) << "a plan changes nothing";
  label.approved_too = false;
  ASSERT_OK_AND_ASSIGN(const LabelReport report, label_photos(*project_, label, Actor::alone("kim"), {}));
  EXPECT_EQ(report.approved, 2);
  EXPECT_EQ(report.changed, 0);
  EXPECT_EQ(stored(0).state, WorkflowState::kApproved);
  EXPECT_EQ(stored(1).state, WorkflowState::kApproved);
}

TEST_F(LabelPhotos, EveryPhotoIsInOneOfTheSums) {
  for (const bool only_unsaid : {true, false}) {
    for (const bool approved_too : {true, false}) {
      SharedLabel label = blue_tops();
      label.photos.push_back(PhotoId{999});
      label.only_unsaid = only_unsaid;
      label.approved_too = approved_too;
      ASSERT_OK_AND_ASSIGN(const LabelReport r, label_photos(*project_, label, Actor::alone("kim"), {}));
      EXPECT_EQ(r.changed + r.unchanged + r.skipped() + static_cast<std::int64_t>(r.failed.size()), 4);
    }
  }
}

TEST_F(LabelPhotos, AnAnswerThatDoesNotGoThereIsSkippedWithTheReasonAndNoError) {
  const SharedLabel label{ids_, std::nullopt, "sub_style", "retro", true, true};
  ASSERT_OK_AND_ASSIGN(const LabelReport report, label_photos(*project_, label, Actor::alone("kim"), {}));
  EXPECT_TRUE(report.failed.empty());
  ASSERT_EQ(report.refused.size(), 3u) << "a sub-style needs a style";
  EXPECT_NE(report.refused[0].reason.text().find("style"), std::string::npos);
}

TEST_F(LabelPhotos, TheWholeBatchIsTakenBackAndWhatWasChangedSinceIsListed) {
  SharedLabel label = blue_tops();
  label.only_unsaid = false;
  const Annotation first = stored(0);
  ASSERT_OK_AND_ASSIGN(const LabelReport report, label_photos(*project_, label, Actor::alone("kim"), {}));
  ASSERT_EQ(report.labelled.size(), 2u);
  const SharedLabel other{{ids_[1]}, Part::kTop, "colour", "black", false, true};
  ASSERT_OK(label_photos(*project_, other, Actor::alone("mina"), {}));
  ASSERT_OK_AND_ASSIGN(const BatchReport back, undo_labels(*project_, report.labelled, Actor::alone("kim"), {}));
  EXPECT_EQ(back.done, 1);
  ASSERT_EQ(back.failed.size(), 1u);
  EXPECT_EQ(back.failed[0].item, "b");
  EXPECT_EQ(stored(0).garments, first.garments);
  EXPECT_EQ(stored(0).state, WorkflowState::kApproved);
  EXPECT_EQ(find_value(stored(1).garments[0].attributes, "colour")->value, "black");
}

TEST_F(LabelPhotos, OneUndoStepInEachPhoto) {
  ASSERT_OK(label_photos(*project_, blue_tops(), Actor::alone("kim"), {}));
  ASSERT_OK_AND_ASSIGN(EditSession session, open_session(*project_, ids_[0]));
  ASSERT_TRUE(session.can_undo());
  ASSERT_OK(session.undo(Actor::alone("mina")));
  EXPECT_EQ(find_value(session.annotation().garments[0].attributes, "colour"), nullptr);
  EXPECT_EQ(session.annotation().state, WorkflowState::kApproved);
}

TEST_F(LabelPhotos, ThePhotoItselfAndNotSure) {
  const SharedLabel label{ids_, std::nullopt, "gender", std::string(kNotSure), true, true};
  ASSERT_OK_AND_ASSIGN(const LabelReport report, label_photos(*project_, label, Actor::alone("kim"), {}));
  EXPECT_EQ(report.changed, 3);
  EXPECT_EQ(find_value(stored(2).image_attributes, "gender")->value, kNotSure);
}

TEST_F(LabelPhotos, WhatTheTaxonomyDoesNotHaveIsRefused) {
  SharedLabel label = blue_tops();
  label.value = "bluish";
  EXPECT_ERROR(label_photos(*project_, label, Actor::alone("kim"), {}), ErrorCode::kInvalidArgument);
  label = blue_tops();
  label.attribute = "gender";
  EXPECT_ERROR(label_photos(*project_, label, Actor::alone("kim"), {}), ErrorCode::kInvalidArgument);
  label = blue_tops();
  label.part.reset();
  EXPECT_ERROR(label_photos(*project_, label, Actor::alone("kim"), {}), ErrorCode::kInvalidArgument);
}

TEST_F(LabelPhotos, APhotoThatIsNotThereIsListedAndTheOthersAreDone) {
  SharedLabel label = blue_tops();
  label.photos.insert(label.photos.begin(), PhotoId{999});
  ASSERT_OK_AND_ASSIGN(const LabelReport report, label_photos(*project_, label, Actor::alone("kim"), {}));
  EXPECT_EQ(report.failed.size(), 1U);
  EXPECT_EQ(report.changed, 1);
}

TEST_F(LabelPhotos, StopsWhenItIsCancelled) {
  CancelFlag cancel;
  cancel.cancel();
  ASSERT_OK_AND_ASSIGN(const LabelReport report,
                       label_photos(*project_, blue_tops(), Actor::alone("kim"), {{}, &cancel}));
  EXPECT_TRUE(report.cancelled);
  EXPECT_EQ(report.changed, 0);
}

}  // namespace
}  // namespace jaedan::workflow
