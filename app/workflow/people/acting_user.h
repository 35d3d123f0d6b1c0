#pragma once

#include <functional>
#include <string>

#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Gives the password of who wants to act; asked only when they have one. An error of it is passed on.
using AskPassword = std::function<Result<std::string>()>;

/// Who acts in `project` under `name`: in a project without users Actor::alone(name), else the user of this name with
/// their roles. kForbidden, with a sentence, when there is none, they are disabled, their password is wrong or not at
/// hand (no `ask`), or wrong ones have locked them out.
Result<Actor> acting_user(const Project& project, const std::string& name, const AskPassword& ask = {});

}  // namespace jaedan::workflow
