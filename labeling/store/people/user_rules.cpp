#include "labeling/store/people/user_rules.h"

#include <utility>

#include "labeling/base/utf8.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/program.h"

namespace jaedan::labeling {

Result<User> new_user(const std::string& name, Roles roles, const std::string& password_hash) {
  User user;
  JAEDAN_ASSIGN_OR_RETURN(user.name, user_name_from(name));
  JAEDAN_RETURN_IF_ERROR(check_roles(roles));
  JAEDAN_RETURN_IF_ERROR(check_password_hash(password_hash));
  user.roles = roles;
  user.has_password = !password_hash.empty();
  user.created_at = utc_now();
  return user;
}

Status check_roles(Roles roles) {
  if (!roles.empty()) return {};
  return Error{ErrorCode::kInvalidArgument, "user.no_role",
               "a person has at least one role; to keep somebody out, disable them"};
}

Status check_password_hash(const std::string& hash) {
  if (is_plain_text(hash)) return {};
  return Error{ErrorCode::kInvalidArgument, "user.hash_no_text", "the hash of a password must be text"};
}

std::optional<std::string> locked_until(const User& user, const std::string& now) {
  if (user.failed_logins < kMostFailedLogins || user.failed_at > latest_believed(now)) return std::nullopt;
  std::string until = utc_after(user.failed_at, kLockSeconds);
  return now < until ? std::optional<std::string>(std::move(until)) : std::nullopt;
}

int count_login_begun(User& user, const std::string& now) {
  if (locked_until(user, now)) return 0;
  user.failed_logins = user.failed_logins >= kMostFailedLogins ? 1 : user.failed_logins + 1;
  user.failed_at = now;
  return user.failed_logins;
}

Error user_unknown(UserId id) {
  return {ErrorCode::kNotFound, "user.unknown_id", "there is no person {0} in this project", {id.value}};
}

Error user_taken(const std::string& name) {
  return {ErrorCode::kConflict, "user.taken", "there is a person named {0} in this project already", {name}};
}

Error first_user_manages() {
  return {ErrorCode::kForbidden, "user.first_manages",
          "the first person of a project must be a manager, or nobody could add the others"};
}

Error last_manager(const std::string& name) {
  return {ErrorCode::kRefused,
          "user.last_manager",
          "{0} is the last manager who can act; make somebody else a manager first",
          {name}};
}

}  // namespace jaedan::labeling
