#include "labeling/domain/workflow_state.h"

#include <gtest/gtest.h>

#include "labeling/domain/part.h"

namespace jaedan {
namespace {

TEST(WorkflowState, IdsComeBack) {
  for (const WorkflowState state : kAllStates) EXPECT_EQ(workflow_state_from_id(id_of(state)), state);
  EXPECT_EQ(id_of(WorkflowState::kChanged), "changed");
  EXPECT_FALSE(workflow_state_from_id("done"));
  EXPECT_FALSE(workflow_state_from_id(""));
}

TEST(Part, IdsAndKoreanNamesComeBack) {
  for (const Part part : kAllParts) {
    EXPECT_EQ(part_from_id(id_of(part)), part);
    EXPECT_EQ(part_from_korean(korean_name_of(part)), part);
  }
  EXPECT_EQ(mask_value(Part::kOuter), 1);
  EXPECT_EQ(mask_value(Part::kDress), 4);
  EXPECT_FALSE(part_from_id("shoes"));
  EXPECT_FALSE(part_from_korean("아웃터"));
}

}  // namespace
}  // namespace jaedan
