#include "labeling/store/memory/memory_store.h"
#include "labeling/store/people/user_rules.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {

Result<MemoryStore::Person*> MemoryStore::find_person(UserId id) {
  const auto person = state_.people.find(id);
  if (person != state_.people.end()) return &person->second;
  return user_unknown(id);
}

Status MemoryStore::check_manager_but(const User& user) {
  for (const auto& [id, person] : state_.people) {
    if (id != user.id && person.user.is_manager()) return {};
  }
  return last_manager(user.name);
}

Result<User> MemoryStore::add_user(const std::string& name, Roles roles, const std::string& password_hash) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(User user, new_user(name, roles, password_hash));
  if (state_.people.empty() && !user.is_manager()) return first_user_manages();
  user.id = UserId{static_cast<std::int64_t>(state_.people.size()) + 1};
  if (!state_.user_by_key.emplace(user_key(user.name), user.id).second) return user_taken(user.name);
  state_.people[user.id] = {user, password_hash};
  return user;
}

Result<User> MemoryStore::user(UserId id) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(const Person* const person, find_person(id));
  return person->user;
}

Result<std::optional<User>> MemoryStore::user_named(const std::string& name) {
  const Lock lock(mutex_);
  if (!user_name_from(name).ok()) return std::optional<User>();
  const auto known = state_.user_by_key.find(user_key(name));
  if (known == state_.user_by_key.end()) return std::optional<User>();
  return std::optional<User>(state_.people[known->second].user);
}

Result<std::vector<User>> MemoryStore::users(UserId after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<User> users;
  for (auto person = state_.people.upper_bound(after); person != state_.people.end(); ++person) {
    if (static_cast<int>(users.size()) >= limit) break;
    users.push_back(person->second.user);
  }
  return users;
}

Result<std::int64_t> MemoryStore::user_count() {
  const Lock lock(mutex_);
  return static_cast<std::int64_t>(state_.people.size());
}

Status MemoryStore::set_user_roles(UserId id, Roles roles) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_roles(roles));
  JAEDAN_ASSIGN_OR_RETURN(Person* const person, find_person(id));
  const bool steps_down = person->user.is_manager() && !roles.has(Role::kManager);
  if (steps_down) JAEDAN_RETURN_IF_ERROR(check_manager_but(person->user));
  person->user.roles = roles;
  return {};
}

Status MemoryStore::set_user_disabled(UserId id, bool disabled) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Person* const person, find_person(id));
  const bool steps_down = person->user.is_manager() && disabled;
  if (steps_down) JAEDAN_RETURN_IF_ERROR(check_manager_but(person->user));
  person->user.disabled = disabled;
  return {};
}

Result<std::string> MemoryStore::password_hash(UserId id) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(const Person* const person, find_person(id));
  return person->password_hash;
}

Status MemoryStore::set_password_hash(UserId id, const std::string& hash) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_password_hash(hash));
  JAEDAN_ASSIGN_OR_RETURN(Person* const person, find_person(id));
  person->password_hash = hash;
  person->user.has_password = !hash.empty();
  person->user.failed_logins = 0;
  return {};
}

Result<int> MemoryStore::begin_login(UserId id, const std::string& now) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Person* const person, find_person(id));
  return count_login_begun(person->user, now);
}

Status MemoryStore::end_login(UserId id) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Person* const person, find_person(id));
  person->user.failed_logins = 0;
  return {};
}

}  // namespace jaedan::labeling
