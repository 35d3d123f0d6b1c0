// Commands about the whole photo: SetImageAttribute, ClearImageAttribute, SetState.
#include <gtest/gtest.h>

#include "labeling/edit/commands/clear_image_attribute.h"
#include "labeling/edit/commands/set_image_attribute.h"
#include "labeling/edit/commands/set_state.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

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
  ASSERT_OK(session.run(set("style", "street")));
  ASSERT_OK(session.run(set("sub_style", "retro")));
  EXPECT_EQ(word(session, "style"), "street");
  EXPECT_EQ(word(session, "sub_style"), "retro");
  EXPECT_EQ(session.annotation().image_attributes[0].provenance, Provenance::human(kUser));
}

TEST(SetImageAttribute, RefusesASubStyleWithoutAStyle) {
  EditSession session = session_of({});
  EXPECT_ERROR(session.run(set("sub_style", "retro")), ErrorCode::kInvalidArgument);
  ASSERT_OK(session.run(set("style", std::string(kNotSure))));
  EXPECT_ERROR(session.run(set("sub_style", "retro")), ErrorCode::kInvalidArgument);
}

TEST(SetImageAttribute, RefusesTheSameStyleTwice) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(set("style", "street")));
  EXPECT_ERROR(session.run(set("sub_style", "street")), ErrorCode::kInvalidArgument);
  ASSERT_OK(session.run(set("sub_style", "retro")));
  EXPECT_ERROR(session.run(set("style", "retro")), ErrorCode::kInvalidArgument);
  EXPECT_EQ(word(session, "style"), "street");
  EXPECT_EQ(word(session, "sub_style"), "retro");
}

TEST(SetImageAttribute, NotSureOfTheStyleTakesTheSubStyleAlong) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(set("style", "street")));
  ASSERT_OK(session.run(set("sub_style", "retro")));
  ASSERT_OK(session.run(set("style", std::string(kNotSure))));
  EXPECT_EQ(word(session, "sub_style"), "");
}

TEST(SetImageAttribute, NotSureOfTheSubStyleIsPossible) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(set("style", "street")));
  ASSERT_OK(session.run(set("sub_style", std::string(kNotSure))));
  EXPECT_EQ(word(session, "sub_style"), kNotSure);
}

TEST(SetImageAttribute, LetsOtherAttributesShareAValue) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(set("style", "unisex")));
  ASSERT_OK(session.run(set("gender", "unisex")));
  EXPECT_EQ(word(session, "gender"), "unisex");
}

TEST(SetImageAttribute, SayingTheSameAgainLeavesNoTraceUnlessAModelSaidIt) {
  Annotation annotation = testing::annotation_of({});
  annotation.image_attributes = {{"style", "street", "", Provenance::model(kModel, 0.4)}};
  EditSession session(testing::photo(), annotation);
  ASSERT_OK(session.run(set("style", "street")));
  EXPECT_EQ(session.annotation().image_attributes[0].provenance, Provenance::human(kUser));
  ASSERT_OK(session.run(SetImageAttribute("style", "street", "다른 사람")));
  EXPECT_EQ(session.history().entries().size(), 1U);
}

TEST(SetImageAttribute, RefusesEmptyWords) {
  EditSession session = session_of({});
  EXPECT_ERROR(session.run(set("style", "")), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(set("", "retro")), ErrorCode::kInvalidArgument);
}

TEST(ClearImageAttribute, TakesTheSubStyleWithItsStyle) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(set("style", "street")));
  ASSERT_OK(session.run(set("sub_style", "retro")));
  ASSERT_OK(session.run(set("gender", "women")));
  ASSERT_OK(session.run(ClearImageAttribute("style")));
  EXPECT_EQ(session.annotation().image_attributes.size(), 1U);
  ASSERT_OK(session.undo());
  EXPECT_EQ(word(session, "sub_style"), "retro");
  ASSERT_OK(session.run(ClearImageAttribute("sub_style")));
  EXPECT_EQ(word(session, "style"), "street");
}

TEST(SetState, AllowsExactlyTheMovesOfTheWorkflow) {
  for (int from = 0; from <= 5; ++from) {
    for (int to = 0; to <= 5; ++to) {
      Annotation annotation = testing::annotation_of({});
      annotation.state = static_cast<WorkflowState>(from);
      EditSession session(testing::photo(), annotation);
      const auto target = static_cast<WorkflowState>(to);
      const Status done = session.run(SetState(target));
      EXPECT_EQ(done.ok(), from == to || can_move(annotation.state, target)) << from << " to " << to;
      EXPECT_EQ(session.annotation().state, done.ok() ? target : annotation.state);
      EXPECT_EQ(session.can_undo(), done.ok() && from != to);
    }
  }
}

TEST(SetState, NamesBothStatesWhenItRefuses) {
  EditSession session = session_of({});
  const Status done = session.run(SetState(WorkflowState::kExpert));
  EXPECT_ERROR(done, ErrorCode::kInvalidArgument);
  EXPECT_NE(done.error().message.find("new"), std::string::npos);
  EXPECT_NE(done.error().message.find("expert"), std::string::npos);
}

}  // namespace
}  // namespace jaedan
