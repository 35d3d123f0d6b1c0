#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "labeling/base/message.h"

namespace jaedan {

/// Where a photo stands. The numbers are stored; they are not the tool's work steps.
enum class WorkflowState {
  kNew = 0,       ///< nobody has drawn yet (proposals may be there)
  kDrawn = 1,     ///< regions are done
  kBasic = 2,     ///< basic labels are done
  kExpert = 3,    ///< expert labels are done, waits for an inspector
  kApproved = 4,  ///< curated: may be exported and trained from
  kReturned = 5,  ///< an inspector sent it back
  kChanged = 6,   ///< was approved, and somebody went on working on it since: no inspector has seen that
};
/// All of them, in the order of their numbers.
inline constexpr std::array<WorkflowState, 7> kAllStates = {
    WorkflowState::kNew,      WorkflowState::kDrawn,    WorkflowState::kBasic,  WorkflowState::kExpert,
    WorkflowState::kApproved, WorkflowState::kReturned, WorkflowState::kChanged};

/// ASCII id: new, drawn, basic, expert, approved, returned, changed.
std::string_view id_of(WorkflowState state);
/// The same as an argument of a sentence, so that it is said in the window's language.
Message message_of(WorkflowState state);
std::optional<WorkflowState> workflow_state_from_id(std::string_view id);

}  // namespace jaedan
