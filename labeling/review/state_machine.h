#pragma once

#include "labeling/base/result.h"
#include "labeling/domain/workflow_state.h"
#include "labeling/review/actor.h"
#include "labeling/review/deed.h"

namespace jaedan {

/// The one table of what may be done to a photo: by whom, from which state, and which state that leads to. Every change
/// of a photo asks it (labeling/edit/edit_session.h); nothing else decides about states.

/// Who may do `deed`, whatever the photo's state.
Roles roles_for(Deed deed);
/// kForbidden, with a sentence, when none of the actor's roles may do `deed`.
Status check_role(const Actor& actor, Deed deed);
/// The state of a photo after `deed`. kForbidden as check_role, kRefused, with a sentence, when the photo's state does
/// not allow it.
Result<WorkflowState> state_after(const Actor& actor, Deed deed, WorkflowState from);
/// Whether state_after has an answer: for buttons.
bool may(const Actor& actor, Deed deed, WorkflowState from);

}  // namespace jaedan
