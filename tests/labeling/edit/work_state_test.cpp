#include "labeling/edit/work_state.h"

#include <gtest/gtest.h>

#include "labeling/edit/commands/add_garment.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_flags.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::annotation_of;
using testing::human_garment;
using testing::square;

Annotation in_state(WorkflowState state) {
  Annotation annotation = annotation_of({human_garment(1, Part::kTop, {{square(100, 100, 50)}})});
  annotation.state = state;
  return annotation;
}

WorkflowState after(WorkflowState state, std::shared_ptr<const Command> command) {
  Annotation annotation = in_state(state);
  const auto worked = with_state_of_work(annotation, command);
  EXPECT_EQ(worked->name(), command->name());
  EXPECT_TRUE(worked->apply(annotation).ok());
  return annotation.state;
}

TEST(WorkState, WorkMovesANewPhotoAndAnApprovedOne) {
  const auto red = std::make_shared<SetAttribute>(GarmentId{1}, "colour", "red", "mina");
  EXPECT_EQ(after(WorkflowState::kNew, red), WorkflowState::kDrawn);
  EXPECT_EQ(after(WorkflowState::kApproved, red), WorkflowState::kReturned);
  EXPECT_EQ(after(WorkflowState::kBasic, red), WorkflowState::kBasic);
}

TEST(WorkState, WhatChangesNothingAndHidingAreNoWork) {
  const auto hide = std::make_shared<SetFlags>(std::vector<GarmentId>{GarmentId{1}}, GarmentFlags{true, {}});
  EXPECT_EQ(after(WorkflowState::kApproved, hide), WorkflowState::kApproved);
  Annotation annotation = in_state(WorkflowState::kApproved);
  annotation.garments[0].attributes = {{"colour", "red", "", Provenance::human("mina")}};
  const auto same = std::make_shared<SetAttribute>(GarmentId{1}, "colour", "red", "mina");
  EXPECT_EQ(with_state_of_work(annotation, same), same);
  const auto gone = std::make_shared<SetAttribute>(GarmentId{9}, "colour", "red", "mina");
  EXPECT_EQ(with_state_of_work(annotation, gone), gone);
}

}  // namespace
}  // namespace jaedan
