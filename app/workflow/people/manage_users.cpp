#include "app/workflow/people/manage_users.h"

#include "app/workflow/people/acting_user.h"
#include "labeling/review/state_machine.h"

namespace jaedan::workflow {
namespace {

Result<std::string> hash_of(const std::optional<std::string>& password, const PasswordCost& cost) {
  return password ? hash_password(*password, cost) : std::string();
}

/// What `change` makes of the person, in one transaction with the look at who asks for it.
template <typename Change>
Result<User> change_user(Project& project, const Actor& manager, const std::string& name, const Change& change) {
  labeling::Store& store = project.store();
  User user;
  const Status done = store.batch([&]() -> Status {
    JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));
    JAEDAN_ASSIGN_OR_RETURN(user, find_user(project, name));
    JAEDAN_RETURN_IF_ERROR(change(user.id));
    JAEDAN_ASSIGN_OR_RETURN(user, store.user(user.id));
    return {};
  });
  if (!done.ok()) return done.error();
  return user;
}

}  // namespace

Result<User> find_user(const Project& project, const std::string& name) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<User> user, project.store().user_named(name));
  if (user) return *user;
  return Error{ErrorCode::kNotFound, "people.unknown", "there is no person named {0} in this project", {name}};
}

Result<User> add_user(Project& project, const Actor& manager, const std::string& name, Roles roles,
                      const std::optional<std::string>& password, const PasswordCost& cost) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));  // before the time that a hash takes
  JAEDAN_RETURN_IF_ERROR(user_name_from(name));
  JAEDAN_ASSIGN_OR_RETURN(const std::string hash, hash_of(password, cost));
  labeling::Store& store = project.store();
  User user;
  const Status done = store.batch([&]() -> Status {
    JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));
    JAEDAN_ASSIGN_OR_RETURN(user, store.add_user(name, roles, hash));
    return {};
  });
  if (!done.ok()) return done.error();
  return user;
}

Result<User> set_roles(Project& project, const Actor& manager, const std::string& name, Roles roles) {
  return change_user(project, manager, name, [&](UserId id) { return project.store().set_user_roles(id, roles); });
}

Result<User> set_disabled(Project& project, const Actor& manager, const std::string& name, bool disabled) {
  return change_user(project, manager, name,
                     [&](UserId id) { return project.store().set_user_disabled(id, disabled); });
}

Result<User> set_password(Project& project, const Actor& actor, const std::string& name,
                          const std::optional<std::string>& password, const PasswordCost& cost) {
  JAEDAN_ASSIGN_OR_RETURN(const User user, find_user(project, name));
  const auto check = [&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_of_now(project, actor));
    const bool own = now.in_team() && now.user == user.id;
    return own ? Status() : check_role(now, Deed::kManage);
  };
  JAEDAN_RETURN_IF_ERROR(check());
  JAEDAN_ASSIGN_OR_RETURN(const std::string hash, hash_of(password, cost));
  labeling::Store& store = project.store();
  const Status done = store.batch([&]() -> Status {
    JAEDAN_RETURN_IF_ERROR(check());
    return store.set_password_hash(user.id, hash);
  });
  if (!done.ok()) return done.error();
  return store.user(user.id);
}

}  // namespace jaedan::workflow
