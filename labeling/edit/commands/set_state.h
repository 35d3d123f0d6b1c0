#pragma once

#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// Moves the photo on in its workflow. kInvalidArgument for a move that can_move (workflow_state.h) refuses;
/// the state it has already changes nothing.
class SetState : public Command {
 public:
  explicit SetState(WorkflowState state) : state_(state) {}

  std::string name() const override { return "set_state"; }
  Status apply(Annotation& annotation) const override;

 private:
  WorkflowState state_;
};

}  // namespace jaedan
