// Commands about the whole photo: SetImageAttribute, ClearImageAttribute, Decide.
#include <gtest/gtest.h>

#include "labeling/edit/commands/clear_image_attribute.h"
#include "labeling/edit/commands/decide.h"
#include "labeling/edit/commands/set_image_attribute.h"
#include "labeling/review/state_machine.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::kActor;
using testing::kModel;
using testing::kUser;
using testing::session_of;

SetImageAttribute set(std::string attribute, std::string value) {
  return {std::move(attribute), std::move(value), kUser};
}

std::string word(const EditSession& session, std::string_view attribute) {
  const AttributeValue* value = find_value(session.annotation().image_attributes, attribute);
  return value ? value->value : "";
}

TEST(SetImageAttribute, SetsStyleAndSubStyleInThePersonsName) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(set("style", "street"), kActor));
  ASSERT_OK(session.run(set("sub_style", "retro"), kActor));
  EXPECT_EQ(word(session, "style"), "street");
  EXPECT_EQ(word(session, "sub_style"), "retro");
  EXPECT_EQ(session.annotation().image_attributes[0].provenance, Provenance::human(kUser));
}

TEST(SetImageAttribute, RefusesASubStyleWithoutAStyle) {
  EditSession session = session_of({});
  EXPECT_ERROR(session.run(set("sub_style", "retro"), kActor), ErrorCode::kInvalidArgument);
  ASSERT_OK(session.run(set("style", std::string(kNotSure)), kActor));
  EXPECT_ERROR(session.run(set("sub_style", "retro"), kActor), ErrorCode::kInvalidArgument);
}

TEST(SetImageAttribute, RefusesTheSameStyleTwice) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(set("style", "street"), kActor));
  EXPECT_ERROR(session.run(set("sub_style", "street"), kActor), ErrorCode::kInvalidArgument);
  ASSERT_OK(session.run(set("sub_style", "retro"), kActor));
  EXPECT_ERROR(session.run(set("style", "retro"), kActor), ErrorCode::kInvalidArgument);
  EXPECT_EQ(word(session, "style"), "street");
  EXPECT_EQ(word(session, "sub_style"), "retro");
}

TEST(SetImageAttribute, NotSureOfTheStyleTakesTheSubStyleAlong) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(set("style", "street"), kActor));
  ASSERT_OK(session.run(set("sub_style", "retro"), kActor));
  ASSERT_OK(session.run(set("style", std::string(kNotSure)), kActor));
  EXPECT_EQ(word(session, "sub_style"), "");
}

TEST(SetImageAttribute, NotSureOfTheSubStyleIsPossible) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(set("style", "street"), kActor));
  ASSERT_OK(session.run(set("sub_style", std::string(kNotSure)), kActor));
  EXPECT_EQ(word(session, "sub_style"), kNotSure);
}

TEST(SetImageAttribute, LetsOtherAttributesShareAValue) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(set("style", "unisex"), kActor));
  ASSERT_OK(session.run(set("gender", "unisex"), kActor));
  EXPECT_EQ(word(session, "gender"), "unisex");
}

TEST(SetImageAttribute, SayingTheSameAgainLeavesNoTraceUnlessAModelSaidIt) {
  Annotation annotation = testing::annotation_of({});
  annotation.image_attributes = {{"style", "street", "", Provenance::model(kModel, 0.4)}};
  EditSession session(testing::photo(), annotation);
  ASSERT_OK(session.run(set("style", "street"), kActor));
  EXPECT_EQ(session.annotation().image_attributes[0].provenance.confirmed_by, kUser);
  EXPECT_EQ(session.annotation().image_attributes[0].provenance.score, 0.4);
  ASSERT_OK(session.run(SetImageAttribute("style", "street", "다른 사람"), kActor));
  EXPECT_EQ(session.history().entries().size(), 1U);
}

TEST(SetImageAttribute, SeveralSeasonsStandBesideEachOther) {
  Annotation photo;
  const auto edit = [&](const char* season, AttributeEdit how) {
    return SetImageAttribute("season", season, "mina", how).apply(photo);
  };
  ASSERT_OK(edit("spring", AttributeEdit::kAdd));
  ASSERT_OK(edit("autumn", AttributeEdit::kAdd));
  EXPECT_EQ(values_of(photo.image_attributes, "season"), (std::vector<std::string>{"spring", "autumn"}));
  ASSERT_OK(edit("spring", AttributeEdit::kRemove));
  EXPECT_EQ(values_of(photo.image_attributes, "season"), std::vector<std::string>{"autumn"});
  ASSERT_OK(edit("winter", AttributeEdit::kReplace));
  EXPECT_EQ(values_of(photo.image_attributes, "season"), std::vector<std::string>{"winter"});
}

TEST(SetImageAttribute, RefusesEmptyWords) {
  EditSession session = session_of({});
  EXPECT_ERROR(session.run(set("style", ""), kActor), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(set("", "retro"), kActor), ErrorCode::kInvalidArgument);
}

TEST(ClearImageAttribute, TakesTheSubStyleWithItsStyle) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(set("style", "street"), kActor));
  ASSERT_OK(session.run(set("sub_style", "retro"), kActor));
  ASSERT_OK(session.run(set("gender", "women"), kActor));
  ASSERT_OK(session.run(ClearImageAttribute("style"), kActor));
  EXPECT_EQ(session.annotation().image_attributes.size(), 1U);
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(word(session, "sub_style"), "retro");
  ASSERT_OK(session.run(ClearImageAttribute("sub_style"), kActor));
  EXPECT_EQ(word(session, "style"), "street");
}

TEST(Decide, MovesThePhotoWhereTheTableSaysAndNowhereElse) {
  for (const Decide& decision : {Decide::approve(), Decide::give_back(), Decide::submit()}) {
    for (int from = 0; from < static_cast<int>(kAllStates.size()); ++from) {
      Annotation annotation = testing::annotation_of({});
      annotation.state = static_cast<WorkflowState>(from);
      EditSession session(testing::photo(), annotation);
      const auto expected = state_after(kActor, decision.deed(), annotation.state);
      const Status done = session.run(decision, kActor);
      EXPECT_EQ(done.ok(), expected.ok()) << decision.name() << from;
      EXPECT_EQ(session.annotation().state, expected.ok() ? *expected : annotation.state);
      EXPECT_EQ(session.can_undo(), expected.ok() && *expected != annotation.state);
    }
  }
}

TEST(Decide, ApprovingLeavesTheModelsWordWhatItIsAndNamesTheInspectorBesideIt) {
  EditSession session = session_of({testing::model_garment(1, Part::kTop, {{testing::square(10, 10, 50)}})});
  const Annotation before = session.annotation();
  ASSERT_OK(session.run(Decide::approve(), kActor));
  EXPECT_EQ(session.annotation().state, WorkflowState::kApproved);
  const Garment& approved = session.annotation().garments[0];
  EXPECT_TRUE(says_the_same(approved, before.garments[0])) << "no word changes its author or its score";
  EXPECT_EQ(approved.handling, (Handling{"", "", kActor.name})) << "approved, and not looked at";
  EXPECT_TRUE(nobody_looked(approved));
  EXPECT_EQ(session.unsaved_action(), "approve");
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(session.annotation(), before);
}

TEST(Decide, IsForInspectorsAndSoIsTakingItBack) {
  EditSession session = session_of({});
  const Actor worker{"kim", {Role::kAnnotator}};
  EXPECT_ERROR(session.run(Decide::approve(), worker), ErrorCode::kForbidden);
  EXPECT_EQ(session.annotation().state, WorkflowState::kNew);
  ASSERT_OK(session.run(Decide::approve(), {"boss", {Role::kInspector}}));
  EXPECT_ERROR(session.undo(worker), ErrorCode::kForbidden);
  EXPECT_EQ(session.annotation().state, WorkflowState::kApproved);
}

}  // namespace
}  // namespace jaedan
