#include "labeling/store/sql/people/users.h"

#include "labeling/store/people/user_rules.h"

namespace jaedan::labeling::sql {
namespace {

/// A row of `person` as it is read.
struct PersonRow {
  long long id = 0;
  std::string name;
  int roles = 0;
  int disabled = 0;
  std::string hash;
  int failed_logins = 0;
  std::string failed_at;
  std::string created_at;

  User user() const {
    User user;
    user.id = UserId{id};
    user.name = name;
    user.roles = Roles::from_bits(static_cast<unsigned>(roles));
    user.disabled = disabled != 0;
    user.has_password = !hash.empty();
    user.failed_logins = failed_logins;
    user.failed_at = failed_at;
    user.created_at = created_at;
    return user;
  }
};

/// Where the columns of a row go, in the order of kPersonColumns.
void read_into(soci::statement& select, PersonRow& row) {
  select.exchange(soci::into(row.id));
  select.exchange(soci::into(row.name));
  select.exchange(soci::into(row.roles));
  select.exchange(soci::into(row.disabled));
  select.exchange(soci::into(row.hash));
  select.exchange(soci::into(row.failed_logins));
  select.exchange(soci::into(row.failed_at));
  select.exchange(soci::into(row.created_at));
}

const std::string kPersonColumns =
    "select id, name, roles, disabled, password_hash, failed_logins, failed_at, created_at from person ";

Result<PersonRow> person(Connection& connection, UserId id) {
  PersonRow row;
  const long long key = id.value;
  soci::statement select(connection.session());
  select.exchange(soci::use(key, "id"));
  read_into(select, row);
  select.alloc();
  select.prepare(kPersonColumns + "where id = :id");
  select.define_and_bind();
  if (!select.execute(true)) return user_unknown(id);
  return row;
}

/// Refuses what would leave nobody who can manage: the person is about to stop.
Status check_manager_but(Connection& connection, const User& user) {
  long long others = 0;
  const long long id = user.id.value;
  const int manager = static_cast<int>(Roles{Role::kManager}.bits());
  connection.session() << "select count(*) from person where disabled = 0 and (roles & :manager) <> 0 and id <> :id",
      soci::use(manager), soci::use(id), soci::into(others);
  return others > 0 ? Status() : Status(last_manager(user.name));
}

}  // namespace

Result<User> add_user(Connection& connection, const std::string& name, Roles roles, const std::string& hash) {
  soci::session& session = connection.session();
  JAEDAN_ASSIGN_OR_RETURN(User user, new_user(name, roles, hash));
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<User> first, users(connection, UserId{}, 1));
  if (first.empty() && !user.is_manager()) return first_user_manages();
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<User> there, user_named(connection, user.name));
  if (there) return user_taken(there->name);
  const std::string key = user_key(user.name);
  const int bits = static_cast<int>(roles.bits());
  long long id = 0;
  session << "insert into person(name, name_key, roles, password_hash, created_at)"
             " values(:name, :key, :roles, :hash, :at) returning id",
      soci::use(user.name), soci::use(key), soci::use(bits), soci::use(hash), soci::use(user.created_at),
      soci::into(id);
  user.id = UserId{id};
  return user;
}

Result<User> user(Connection& connection, UserId id) {
  JAEDAN_ASSIGN_OR_RETURN(const PersonRow row, person(connection, id));
  return row.user();
}

Result<std::optional<User>> user_named(Connection& connection, const std::string& name) {
  if (!user_name_from(name).ok()) return std::optional<User>();
  PersonRow row;
  const std::string key = user_key(name);
  soci::statement select(connection.session());
  select.exchange(soci::use(key, "key"));
  read_into(select, row);
  select.alloc();
  select.prepare(kPersonColumns + "where name_key = :key");
  select.define_and_bind();
  if (!select.execute(true)) return std::optional<User>();
  return std::optional<User>(row.user());
}

Result<std::vector<User>> users(Connection& connection, UserId after, int limit) {
  PersonRow row;
  const long long behind = after.value;
  soci::statement select(connection.session());
  select.exchange(soci::use(behind, "after"));
  select.exchange(soci::use(limit, "limit"));
  read_into(select, row);
  select.alloc();
  select.prepare(kPersonColumns + "where id > :after order by id limit :limit");
  select.define_and_bind();
  select.execute();
  std::vector<User> users;
  while (select.fetch()) users.push_back(row.user());
  return users;
}

Result<std::int64_t> user_count(Connection& connection) {
  long long count = 0;
  connection.session() << "select count(*) from person", soci::into(count);
  return static_cast<std::int64_t>(count);
}

Status set_user_roles(Connection& connection, UserId id, Roles roles) {
  JAEDAN_RETURN_IF_ERROR(check_roles(roles));
  JAEDAN_ASSIGN_OR_RETURN(const User before, user(connection, id));
  const bool steps_down = before.is_manager() && !roles.has(Role::kManager);
  if (steps_down) JAEDAN_RETURN_IF_ERROR(check_manager_but(connection, before));
  const long long key = id.value;
  const int bits = static_cast<int>(roles.bits());
  connection.session() << "update person set roles = :roles where id = :id", soci::use(bits), soci::use(key);
  return {};
}

Status set_user_disabled(Connection& connection, UserId id, bool disabled) {
  JAEDAN_ASSIGN_OR_RETURN(const User before, user(connection, id));
  const bool steps_down = before.is_manager() && disabled;
  if (steps_down) JAEDAN_RETURN_IF_ERROR(check_manager_but(connection, before));
  const long long key = id.value;
  const int as_number = disabled ? 1 : 0;
  connection.session() << "update person set disabled = :disabled where id = :id", soci::use(as_number), soci::use(key);
  return {};
}

Result<std::string> password_hash(Connection& connection, UserId id) {
  JAEDAN_ASSIGN_OR_RETURN(const PersonRow row, person(connection, id));
  return row.hash;
}

Status set_password_hash(Connection& connection, UserId id, const std::string& hash) {
  JAEDAN_RETURN_IF_ERROR(check_password_hash(hash));
  JAEDAN_RETURN_IF_ERROR(user(connection, id));
  const long long key = id.value;
  connection.session() << "update person set password_hash = :hash, failed_logins = 0 where id = :id", soci::use(hash),
      soci::use(key);
  return {};
}

Result<int> begin_login(Connection& connection, UserId id, const std::string& now) {
  JAEDAN_ASSIGN_OR_RETURN(User trying, user(connection, id));
  const int number = count_login_begun(trying, now);
  if (number == 0) return 0;
  const long long key = id.value;
  connection.session() << "update person set failed_logins = :failed, failed_at = :at where id = :id",
      soci::use(trying.failed_logins), soci::use(trying.failed_at), soci::use(key);
  return number;
}

Status end_login(Connection& connection, UserId id) {
  JAEDAN_RETURN_IF_ERROR(user(connection, id));
  const long long key = id.value;
  connection.session() << "update person set failed_logins = 0 where id = :id", soci::use(key);
  return {};
}

}  // namespace jaedan::labeling::sql
