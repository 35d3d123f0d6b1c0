#pragma once

#include <string>

#include "labeling/review/actor.h"
#include "labeling/review/deed.h"
#include "labeling/review/project_deed.h"
#include "labeling/store/change_record.h"

namespace jaedan::workflow {

/// What the change log says of a change: who made it, what was done, and in which role: of the actor's roles that may
/// do it, the lowest. No role where none of them may; whether they may is asked elsewhere (labeling/review).
labeling::ChangeNote change_note(const Actor& actor, Deed deed);
labeling::ChangeNote change_note(const Actor& actor, ProjectDeed deed);
/// The same of a deed about one's own task of `stage`: of the roles that work there.
labeling::ChangeNote change_note(const Actor& actor, ProjectDeed deed, Stage stage);
/// `action`: the id of a deed of either kind, or undo_of it.
labeling::ChangeNote change_note(const Actor& actor, const std::string& action);

}  // namespace jaedan::workflow
