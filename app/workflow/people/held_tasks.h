#pragma once

#include <optional>
#include <vector>

#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"
#include "labeling/store/people/task_store.h"

namespace jaedan::workflow {

/// Tasks in somebody's hands, for who would change them or their photos from outside.

/// All that a person (none: anybody) has in hand, the oldest first.
Result<std::vector<labeling::Task>> held_by(labeling::Store& store, UserId user);

/// The task on the photo itself; none while it is in nobody's hands. kRefused while several people answer about it.
Result<std::optional<labeling::Task>> task_on_photo(labeling::Store& store, PhotoId photo);
/// kRefused: the task's photo is in the hands of whoever has it.
Error in_hands_of_holder(labeling::Store& store, const labeling::Task& task);
/// kRefused, saying whose it is, while anybody has the photo in hand or several people answer about it: what comes into
/// the photo from elsewhere would leave them with a task that nothing ends.
Status check_in_nobodys_hands(labeling::Store& store, PhotoId photo);

/// Says in the log that `who`, as of now, gave the task back, or took it out of somebody else's hands. In the batch of
/// the deed.
Status log_release(labeling::Store& store, const Actor& who, const labeling::Task& task);
/// Gives back all that the person has in hand, what was done stays; `manager` as of now. In the batch of the deed.
Status release_all(labeling::Store& store, const Actor& manager, UserId user);

}  // namespace jaedan::workflow
