#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/review/user.h"

namespace jaedan::labeling {

/// The people of a project. A project without any is the work of one person, who may do everything; one with people
/// always has a manager who can act. Names are compared by user_key. One that takes a UserId says kNotFound for one
/// that is not in the project. What else every method owes its caller: store.h.
class UserStore {
 public:
  virtual ~UserStore() = default;

  /// Adds a person; `password_hash` (labeling/base/password.h) is empty for none. kInvalidArgument for a name that is
  /// none (user_name_from) or without a role, kConflict when there is one of this name, kForbidden when the first one
  /// is no manager.
  virtual Result<User> add_user(const std::string& name, Roles roles, const std::string& password_hash) = 0;

  virtual Result<User> user(UserId id) = 0;
  /// By the name as a person types it. Nobody for a name that is none.
  virtual Result<std::optional<User>> user_named(const std::string& name) = 0;
  /// In ascending id, after `after`, at most `limit`.
  virtual Result<std::vector<User>> users(UserId after, int limit) = 0;
  virtual Result<std::int64_t> user_count() = 0;

  /// Both: kRefused when no manager who can act would be left. kInvalidArgument for no role.
  virtual Status set_user_roles(UserId id, Roles roles) = 0;
  virtual Status set_user_disabled(UserId id, bool disabled) = 0;

  /// Empty when the person has none.
  virtual Result<std::string> password_hash(UserId id) = 0;
  /// Wrong passwords are forgotten with the one before. An empty one takes it away.
  virtual Status set_password_hash(UserId id, const std::string& hash) = 0;
  /// Counts a password as wrong before it is tried, so that guesses at the same time gain nothing: which one in a row
  /// it is, from 1 to kMostFailedLogins. 0: none may be tried, there were so many and the time of the lock is not over
  /// (user_rules.h); when it is, a new row begins. `now`: utc_now().
  virtual Result<int> begin_login(UserId id, const std::string& now) = 0;
  /// It was right: none in a row is wrong any more.
  virtual Status end_login(UserId id) = 0;
};

}  // namespace jaedan::labeling
