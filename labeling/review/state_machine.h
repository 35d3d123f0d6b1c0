#pragma once

#include <optional>

#include "labeling/base/result.h"
#include "labeling/domain/workflow_state.h"
#include "labeling/review/actor.h"
#include "labeling/review/deed.h"

namespace jaedan {

/// The one table of what may be done to a photo: by whom, from which state, and which state that leads to; for who has
/// a task in hand (Actor::stage), at which stage. Every change of a photo asks it (labeling/edit/edit_session.h);
/// nothing else decides about states.

/// Who may do `deed`, whatever the photo's state; with a task of `stage` in hand, at that stage.
Roles roles_for(Deed deed, std::optional<Stage> stage = std::nullopt);
/// Who may have a task of `stage`: those who may end it.
Roles roles_for(Stage stage);
/// kForbidden, with a sentence, when none of the actor's roles may do `deed`.
Status check_role(const Actor& actor, Deed deed);
/// kForbidden when none of the actor's roles may have a task of `stage`.
Status check_role(const Actor& actor, Stage stage);
/// The state of a photo after `deed`. kForbidden as check_role, kRefused, with a sentence, when the photo's state or
/// the task in hand does not allow it. With a task of work in hand, only kSubmit moves the photo on.
Result<WorkflowState> state_after(const Actor& actor, Deed deed, WorkflowState from);
/// Whether state_after has an answer: for buttons.
bool may(const Actor& actor, Deed deed, WorkflowState from);

/// kRefused when the task in hand leaves the outlines alone: they may change at later stages only by who takes them
/// over, and never at the inspection. Whatever deed would change one asks this, taking back included.
Status check_outlines(const Actor& actor);

}  // namespace jaedan
