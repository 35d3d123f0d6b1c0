#pragma once

#include <array>
#include <optional>
#include <vector>

#include "labeling/domain/workflow_state.h"
#include "labeling/review/stage.h"

namespace jaedan {

/// The stages that a project's photos go through. The inspection is always one of them.
class StageSet {
 public:
  /// All of them.
  constexpr StageSet() = default;
  /// As `bits` gave them.
  static constexpr StageSet from_bits(unsigned bits) {
    StageSet stages;
    stages.bits_ = (bits & kAll) | bit(Stage::kInspect);
    return stages;
  }
  /// Bit 2^n for stage number n: how they are stored.
  constexpr unsigned bits() const { return bits_; }

  constexpr bool has(Stage stage) const { return (bits_ & bit(stage)) != 0; }
  constexpr StageSet with(Stage stage) const { return from_bits(bits_ | bit(stage)); }
  /// Without the inspection nothing changes: it cannot be left out.
  constexpr StageSet without(Stage stage) const { return from_bits(bits_ & ~bit(stage)); }

  friend constexpr bool operator==(StageSet a, StageSet b) { return a.bits_ == b.bits_; }

 private:
  static constexpr unsigned bit(Stage stage) { return 1U << static_cast<unsigned>(stage); }
  static constexpr unsigned kAll = (1U << kAllStages.size()) - 1;
  unsigned bits_ = kAll;
};

/// The state of a photo when `stage` is done with it.
WorkflowState state_done(Stage stage);

/// The stage that a photo waits for. `returned_to`: where an inspector sent it, of a photo in the state returned; none:
/// to the first stage. One that was switched off since is left out for the next one. None for an approved photo.
std::optional<Stage> next_stage(WorkflowState state, std::optional<Stage> returned_to, StageSet stages);

/// Where photos stand that wait for the same stage: a state, and of returned ones where they were returned to.
struct WaitingPlace {
  WorkflowState state = WorkflowState::kNew;
  std::optional<Stage> returned_to = {};
};
/// All places from which next_stage is `stage`. Empty for a stage that is switched off.
std::vector<WaitingPlace> places_waiting_for(Stage stage, StageSet stages);

}  // namespace jaedan
