#pragma once

#include <string>

#include "labeling/base/result.h"
#include "labeling/review/user.h"

namespace jaedan::labeling {

/// What every UserStore holds its people to, so that all refuse the same.

/// A person as they are added: name in form C, roles, nothing else. kInvalidArgument as UserStore::add_user.
Result<User> new_user(const std::string& name, Roles roles, const std::string& password_hash);
/// kInvalidArgument for no role.
Status check_roles(Roles roles);
Status check_password_hash(const std::string& hash);

Error user_unknown(UserId id);
Error user_taken(const std::string& name);
Error first_user_manages();
/// `name` is the last one who could manage.
Error last_manager(const std::string& name);

}  // namespace jaedan::labeling
