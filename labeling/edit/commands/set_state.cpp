#include "labeling/edit/commands/set_state.h"

namespace jaedan {

Status SetState::apply(Annotation& annotation) const {
  if (annotation.state == state_) return {};
  if (!can_move(annotation.state, state_)) {
    return Error{ErrorCode::kInvalidArgument, "a photo cannot go from '" + std::string(id_of(annotation.state)) +
                                                  "' to '" + std::string(id_of(state_)) + "'"};
  }
  annotation.state = state_;
  return {};
}

}  // namespace jaedan
