#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/store/people/user_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Result<User> add_user(Connection& connection, const std::string& name, Roles roles, const std::string& password_hash);
Result<User> user(Connection& connection, UserId id);
Result<std::optional<User>> user_named(Connection& connection, const std::string& name);
Result<std::vector<User>> users(Connection& connection, UserId after, int limit);
Result<std::int64_t> user_count(Connection& connection);
Status set_user_roles(Connection& connection, UserId id, Roles roles);
Status set_user_disabled(Connection& connection, UserId id, bool disabled);
Result<std::string> password_hash(Connection& connection, UserId id);
Status set_password_hash(Connection& connection, UserId id, const std::string& hash);
Result<int> begin_login(Connection& connection, UserId id, const std::string& now);
Status end_login(Connection& connection, UserId id);

}  // namespace jaedan::labeling::sql
