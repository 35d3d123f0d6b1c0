#pragma once

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

// What a person of a team does about the task in hand (project/task_desk.h). In a project without users each says so.

/// The next one: of those in hand, else of the queues.
void next_task(StudioState& state);
/// The photo on screen, at the stage that it waits for; one that expired is taken again.
void take_photo(StudioState& state);
/// Hands the photo on, when its stage is content, and goes on to the next; says at once what is missing. A task of the
/// inspection is approved.
void submit_task(StudioState& state);
void release_task(StudioState& state);
/// Gives it back for good, and goes on to the next.
void skip_task(StudioState& state, const std::string& reason);
/// Asks why the photo on screen goes back, unless the person may not return it, which is told.
void ask_why_returned(StudioState& state);
/// Sends it back, and goes on to the next.
void return_with_reason(StudioState& state, const workflow::ReturnChoice& choice);
/// Takes the decision back that was the last thing done (StudioState::last_decisions), and shows its photo again. False
/// when there is none.
bool take_back_decision(StudioState& state);
/// Unlocks the outlines of the photo on screen where the stage in hand locks them, or locks them again.
void toggle_take_over(StudioState& state);
/// Whether what is done with the photo on screen ends in a submission.
bool has_work_in_hand(const StudioState& state);
/// After a decision on the photo that was on screen, which is on its way into the project. False without a task on it.
bool went_on_to_next_task(StudioState& state);

}  // namespace jaedan::gui
