#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "app/workflow/project/project.h"
#include "labeling/edit/edit_session.h"

namespace jaedan::workflow {

/// Null when there is nothing to do, an error when it must not be done.
using MadeCommand = Result<std::shared_ptr<const Command>>;
/// Makes the command for a photo as it is now.
using MakeCommand = std::function<MadeCommand(const EditSession&)>;

/// `command` as MakeCommand gives it.
template <typename C>
MadeCommand made(C command) {
  return std::shared_ptr<const Command>(std::make_shared<C>(std::move(command)));
}

/// Runs what `make` makes, as one undo entry of an open photo. True when something changed; saving is up to the caller.
Result<bool> change_photo(EditSession& session, const Actor& actor, const MakeCommand& make);

/// Does something to a photo as it is now, as who acts: with the task that they have in hand on it (people/tasks.h).
using EditWork = std::function<Status(EditSession&, const Actor& actor)>;

/// The one way to change a photo that is not open: reads it with its edit history, runs the command, and stores both in
/// one transaction, logged under the command's deed; of who answers about it, their answer. So a photo keeps its undo,
/// whoever changed it. When somebody else saves it meanwhile, all of this is done again with what is there then;
/// kConflict when that goes on. True when something changed.
Result<bool> change_photo(Project& project, PhotoId id, const Actor& actor, const MakeCommand& make);
/// The same for work that runs commands itself, or takes them back. The revision that was stored; 0 when nothing
/// changed. `action`: what the log is to call it instead of the deed that weighed most.
Result<std::int64_t> edit_photo(Project& project, PhotoId id, const Actor& actor, const EditWork& work,
                                const std::string& action = {});

}  // namespace jaedan::workflow
