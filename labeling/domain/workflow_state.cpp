#include "labeling/domain/workflow_state.h"

#include <array>

namespace jaedan {
namespace {

constexpr std::array<std::string_view, kAllStates.size()> kIds = {"new",      "drawn",    "basic",  "expert",
                                                                  "approved", "returned", "changed"};

}  // namespace

std::string_view id_of(WorkflowState state) { return kIds[static_cast<std::size_t>(state)]; }

Message message_of(WorkflowState state) {
  switch (state) {
    case WorkflowState::kNew: return {"state.new", "new"};
    case WorkflowState::kDrawn: return {"state.drawn", "drawn"};
    case WorkflowState::kBasic: return {"state.basic", "basic"};
    case WorkflowState::kExpert: return {"state.expert", "expert"};
    case WorkflowState::kApproved: return {"state.approved", "approved"};
    case WorkflowState::kReturned: return {"state.returned", "returned"};
    case WorkflowState::kChanged: return {"state.changed", "changed since approval"};
  }
  return {};
}

std::optional<WorkflowState> workflow_state_from_id(std::string_view id) {
  for (std::size_t i = 0; i < kIds.size(); ++i) {
    if (kIds[i] == id) return static_cast<WorkflowState>(i);
  }
  return std::nullopt;
}

}  // namespace jaedan
