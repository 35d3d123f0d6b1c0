#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/workflow/project/project.h"
#include "labeling/base/secret.h"
#include "labeling/review/actor.h"
#include "labeling/review/deed.h"
#include "labeling/review/user.h"

namespace jaedan::workflow {

/// Gives the password of who wants to act; asked only when they have one. An error of it is passed on.
using AskPassword = std::function<Result<Secret>()>;

/// Who acts in `project` under `name`: in a project without users Actor::alone(name), else the user of this name with
/// their roles. kInvalidArgument for a name that is none (user_name_from), where nobody has to have it. kForbidden,
/// with a sentence, when there is none, they are disabled, their password is wrong or not at hand (no `ask`), or wrong
/// ones have locked them out, for a quarter of an hour (labeling/review/user.h); the log says who was. Takes as long as
/// a password does; not for the window's thread.
Result<Actor> acting_user(const Project& project, const std::string& name, const AskPassword& ask = {});
/// Until when wrong passwords keep the person out; none: they do not.
std::optional<std::string> locked_until(const User& user);
/// kForbidden: `name` has a password, which nobody gave.
Error password_asked(const std::string& name);

/// `actor` as the project knows them now: with the roles of now. kForbidden for somebody who is none of its users or
/// was disabled meanwhile, and for Actor::alone in a project that has users.
Result<Actor> as_of_now(const Project& project, const Actor& actor);
/// The same, and kForbidden when the roles of now do not include `deed` (labeling/review/state_machine.h). Every use
/// case that changes something asks this before it begins.
Status check_may(const Project& project, const Actor& actor, Deed deed);

}  // namespace jaedan::workflow
