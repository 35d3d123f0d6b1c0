#include "labeling/review/stage_set.h"

namespace jaedan {
namespace {

/// The first stage of `stages` from `first` on; there is always one, the inspection.
Stage first_from(Stage first, StageSet stages) {
  for (const Stage stage : kAllStages) {
    if (stage >= first && stages.has(stage)) return stage;
  }
  return Stage::kInspect;
}

}  // namespace

WorkflowState state_done(Stage stage) {
  switch (stage) {
    case Stage::kDrawn: return WorkflowState::kDrawn;
    case Stage::kBasic: return WorkflowState::kBasic;
    case Stage::kExpert: return WorkflowState::kExpert;
    case Stage::kInspect: break;
  }
  return WorkflowState::kApproved;
}

std::optional<Stage> next_stage(WorkflowState state, std::optional<Stage> returned_to, StageSet stages) {
  switch (state) {
    case WorkflowState::kNew: return first_from(Stage::kDrawn, stages);
    case WorkflowState::kDrawn: return first_from(Stage::kBasic, stages);
    case WorkflowState::kBasic: return first_from(Stage::kExpert, stages);
    case WorkflowState::kExpert:
    case WorkflowState::kChanged: return Stage::kInspect;
    case WorkflowState::kReturned: return first_from(returned_to.value_or(Stage::kDrawn), stages);
    case WorkflowState::kApproved: break;
  }
  return std::nullopt;
}

std::vector<WaitingPlace> places_waiting_for(Stage stage, StageSet stages) {
  std::vector<WaitingPlace> places;
  const auto add = [&](WorkflowState state, std::optional<Stage> returned_to) {
    if (stages.has(stage) && next_stage(state, returned_to, stages) == stage) places.push_back({state, returned_to});
  };
  for (const WorkflowState state : kAllStates) {
    add(state, std::nullopt);
    if (state != WorkflowState::kReturned) continue;
    for (const Stage returned_to : kAllStages) add(state, returned_to);
  }
  return places;
}

}  // namespace jaedan
