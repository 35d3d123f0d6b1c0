#include "app/workflow/photo/label_photos.h"

#include <gtest/gtest.h>

#include "app/workflow/photo/open_photo.h"
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
  SharedLabel blue_tops() const { return {ids_, Part::kTop, "colour", "blue", true}; }
  labeling::Store& store() { return project_->store(); }
  Annotation stored(std::size_t photo) { return store().annotation(ids_[photo]).value(); }

  const testing::TemporaryFolder folder_;
  std::optional<Project> project_;
  std::vector<PhotoId> ids_;
};

TEST_F(LabelPhotos, SaysItOfEveryGarmentOfThePartAndLeavesWhatAPersonSaid) {
  ASSERT_OK_AND_ASSIGN(const BatchReport report, label_photos(*project_, blue_tops(), Actor::alone("kim"), {}));
  EXPECT_EQ(report.done, 1);
  EXPECT_EQ(report.skipped, 2);
  const Annotation first = stored(0);
  EXPECT_EQ(find_value(first.garments[0].attributes, "colour")->value, "blue");
  EXPECT_EQ(find_value(first.garments[1].attributes, "colour")->provenance.author, "kim");
  EXPECT_EQ(find_value(first.garments[2].attributes, "colour"), nullptr);
  EXPECT_EQ(first.state, WorkflowState::kReturned) << "what was approved needs another look";
  EXPECT_EQ(find_value(stored(1).garments[0].attributes, "colour")->value, "red");
  EXPECT_EQ(stored(1).state, WorkflowState::kApproved);
}

TEST_F(LabelPhotos, OverwritesWhenThatIsAskedFor) {
  SharedLabel label = blue_tops();
  label.only_unsaid = false;
  ASSERT_OK_AND_ASSIGN(const BatchReport report, label_photos(*project_, label, Actor::alone("kim"), {}));
  EXPECT_EQ(report.done, 2);
  EXPECT_EQ(find_value(stored(1).garments[0].attributes, "colour")->value, "blue");
  ASSERT_OK_AND_ASSIGN(const BatchReport again, label_photos(*project_, label, Actor::alone("kim"), {}));
  EXPECT_EQ(again.done, 0) << "nothing changes any more";
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
  const SharedLabel label{ids_, std::nullopt, "gender", std::string(kNotSure), true};
  ASSERT_OK_AND_ASSIGN(const BatchReport report, label_photos(*project_, label, Actor::alone("kim"), {}));
  EXPECT_EQ(report.done, 3);
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
  ASSERT_OK_AND_ASSIGN(const BatchReport report, label_photos(*project_, label, Actor::alone("kim"), {}));
  EXPECT_EQ(report.failed.size(), 1U);
  EXPECT_EQ(report.done, 1);
}

TEST_F(LabelPhotos, StopsWhenItIsCancelled) {
  CancelFlag cancel;
  cancel.cancel();
  ASSERT_OK_AND_ASSIGN(const BatchReport report,
                       label_photos(*project_, blue_tops(), Actor::alone("kim"), {{}, &cancel}));
  EXPECT_TRUE(report.cancelled);
  EXPECT_EQ(report.done, 0);
}

}  // namespace
}  // namespace jaedan::workflow
