#pragma once

#include <optional>
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

/// Until when the person is locked out by wrong passwords, at `now`; none: they are not, or not any more. A lock of a
/// clock that was far ahead (task_rules.h) is none.
std::optional<std::string> locked_until(const User& user, const std::string& now);
/// Counts a password that is about to be tried, as UserStore::begin_login does.
int count_login_begun(User& user, const std::string& now);

Error user_unknown(UserId id);
Error user_taken(const std::string& name);
Error first_user_manages();
/// `name` is the last one who could manage.
Error last_manager(const std::string& name);

}  // namespace jaedan::labeling
