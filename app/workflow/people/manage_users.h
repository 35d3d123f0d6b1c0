#pragma once

#include <optional>
#include <string>

#include "app/workflow/project/project.h"
#include "labeling/base/password.h"
#include "labeling/base/secret.h"
#include "labeling/review/actor.h"
#include "labeling/review/user.h"

namespace jaedan::workflow {

/// What managers do about the people of a project; the change log says so, without any password. All: kForbidden for
/// who is no manager (check_may), kNotFound for a name that nobody has; beside that the errors of UserStore.

/// The person of this name. kNotFound.
Result<User> find_user(const Project& project, const std::string& name);

/// Adds a person, who has a password when one is given. In a project without users anybody adds the first one, who must
/// be a manager: from then on the project is a team's. Errors of hash_password.
Result<User> add_user(Project& project, const Actor& manager, const std::string& name, Roles roles,
                      const std::optional<Secret>& password, const PasswordCost& cost = PasswordCost::usual());
/// Gives a person these roles instead of theirs.
Result<User> set_roles(Project& project, const Actor& manager, const std::string& name, Roles roles);
/// Keeps a person out, or lets them in again. What they did stays; what they have in hand is given back (tasks.h).
Result<User> set_disabled(Project& project, const Actor& manager, const std::string& name, bool disabled);
/// A new password, or none; who was locked out may try again. People may give themselves a new one.
Result<User> set_password(Project& project, const Actor& actor, const std::string& name,
                          const std::optional<Secret>& password, const PasswordCost& cost = PasswordCost::usual());

}  // namespace jaedan::workflow
