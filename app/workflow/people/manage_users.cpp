#include "app/workflow/people/manage_users.h"

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/held_tasks.h"
#include "labeling/review/state_machine.h"
#include "labeling/store/log_content.h"

namespace jaedan::workflow {
namespace {

Result<std::string> hash_of(const std::optional<Secret>& password, const PasswordCost& cost) {
  return password ? hash_password(password->text(), cost) : std::string();
}

/// `actor` as of now; kForbidden for who is no manager.
Result<Actor> manager_of_now(const Project& project, const Actor& actor) {
  JAEDAN_ASSIGN_OR_RETURN(Actor now, as_of_now(project, actor));
  JAEDAN_RETURN_IF_ERROR(check_role(now, Deed::kManage));
  return now;
}

/// Gives back the person as they are now, of whom the log says that it was `who`'s deed.
Result<User> logged_user(labeling::Store& store, const Actor& who, ProjectDeed deed, UserId id) {
  JAEDAN_ASSIGN_OR_RETURN(User user, store.user(id));
  JAEDAN_RETURN_IF_ERROR(store.append_to_log({labeling::SubjectKind::kUser, user.name}, change_note(who, deed),
                                             labeling::user_content(user)));
  return user;
}

/// What `change` makes of the person, in one transaction with the look at who asks for it and the record of it.
template <typename Change>
Result<User> change_user(Project& project, const Actor& manager, ProjectDeed deed, const std::string& name,
                         const Change& change) {
  labeling::Store& store = project.store();
  User user;
  const Status done = store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, manager_of_now(project, manager));
    JAEDAN_ASSIGN_OR_RETURN(user, find_user(project, name));
    JAEDAN_RETURN_IF_ERROR(change(now, user.id));
    JAEDAN_ASSIGN_OR_RETURN(user, logged_user(store, now, deed, user.id));
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
                      const std::optional<Secret>& password, const PasswordCost& cost) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));  // before the time that a hash takes
  JAEDAN_RETURN_IF_ERROR(user_name_from(name));
  JAEDAN_ASSIGN_OR_RETURN(const std::string hash, hash_of(password, cost));
  labeling::Store& store = project.store();
  User user;
  const Status done = store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, manager_of_now(project, manager));
    JAEDAN_ASSIGN_OR_RETURN(user, store.add_user(name, roles, hash));
    JAEDAN_ASSIGN_OR_RETURN(user, logged_user(store, now, ProjectDeed::kAddUser, user.id));
    return {};
  });
  if (!done.ok()) return done.error();
  return user;
}

Result<User> set_roles(Project& project, const Actor& manager, const std::string& name, Roles roles) {
  return change_user(project, manager, ProjectDeed::kSetRoles, name,
                     [&](const Actor&, UserId id) { return project.store().set_user_roles(id, roles); });
}

Result<User> set_disabled(Project& project, const Actor& manager, const std::string& name, bool disabled) {
  const ProjectDeed deed = disabled ? ProjectDeed::kDisableUser : ProjectDeed::kEnableUser;
  return change_user(project, manager, deed, name, [&](const Actor& now, UserId id) -> Status {
    JAEDAN_RETURN_IF_ERROR(project.store().set_user_disabled(id, disabled));
    return disabled ? release_all(project.store(), now, id) : Status();
  });
}

Result<User> set_password(Project& project, const Actor& actor, const std::string& name,
                          const std::optional<Secret>& password, const PasswordCost& cost) {
  JAEDAN_ASSIGN_OR_RETURN(User user, find_user(project, name));
  bool own = false;
  const auto who_acts = [&]() -> Result<Actor> {
    JAEDAN_ASSIGN_OR_RETURN(Actor now, as_of_now(project, actor));
    own = now.in_team() && now.user == user.id;
    if (!own) JAEDAN_RETURN_IF_ERROR(check_role(now, Deed::kManage));
    return now;
  };
  JAEDAN_RETURN_IF_ERROR(who_acts());
  JAEDAN_ASSIGN_OR_RETURN(const std::string hash, hash_of(password, cost));
  labeling::Store& store = project.store();
  const Status done = store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, who_acts());
    JAEDAN_RETURN_IF_ERROR(store.set_password_hash(user.id, hash));
    const ProjectDeed deed = own ? ProjectDeed::kChangePassword : ProjectDeed::kSetPassword;
    JAEDAN_ASSIGN_OR_RETURN(user, logged_user(store, now, deed, user.id));
    return {};
  });
  if (!done.ok()) return done.error();
  return user;
}

}  // namespace jaedan::workflow
