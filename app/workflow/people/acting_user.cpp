#include "app/workflow/people/acting_user.h"

#include "labeling/base/password.h"
#include "labeling/review/project_deed.h"
#include "labeling/review/state_machine.h"
#include "labeling/store/log_content.h"
#include "labeling/store/people/user_rules.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {
namespace {

Error forbidden(const char* key, const char* english, std::initializer_list<Message> in_gaps) {
  return {ErrorCode::kForbidden, key, english, in_gaps};
}

Error locked_out(const User& user, const std::string& until) {
  return forbidden(
      "people.locked",
      "{0} is locked out until {2} after {1} wrong passwords; a manager lets them in earlier with a new one "
      "(jaedan user password)",
      {user.name, kMostFailedLogins, until});
}

Error is_disabled(const User& user) {
  return forbidden("people.disabled", "{0} is disabled in this project; ask a manager", {user.name});
}

Error nobody_named(const std::string& name) {
  return forbidden("people.nobody", "this project has users, and {0} is none of them", {name});
}

Result<bool> is_team(labeling::UserStore& people) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<User> first, people.users({}, 1));
  return !first.empty();
}

constexpr int kNotCounted = -1;

/// UserStore::begin_login; kNotCounted where nothing can be written: who has the project's file at hand has the hash.
Result<int> begin_login(labeling::Store& store, UserId user, const std::string& now) {
  Result<int> number = store.begin_login(user, now);
  const bool looks_only = !number.ok() && number.error().code == ErrorCode::kIo && !store.may_write().ok();
  return looks_only ? Result<int>(kNotCounted) : number;
}

/// Says in the log that wrong passwords locked the person out, unless a right one was tried at the same time.
Status log_lock(labeling::Store& store, UserId id, const std::string& now) {
  return store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const User user, store.user(id));
    const std::optional<std::string> until = labeling::locked_until(user, now);
    if (!until) return {};
    JAEDAN_RETURN_IF_ERROR(store.append_to_log({labeling::SubjectKind::kUser, user.name},
                                               {user.name, std::string(id_of(ProjectDeed::kLockOut))},
                                               labeling::lock_content(*until)));
    return {};
  });
}

Status check_password(labeling::Store& store, const User& user, const AskPassword& ask) {
  if (const auto until = locked_until(user)) return locked_out(user, *until);
  if (!ask) return password_asked(user.name);
  JAEDAN_ASSIGN_OR_RETURN(const Secret password, ask());
  const std::string now = labeling::utc_now();
  const Result<int> number = begin_login(store, user.id, now);
  JAEDAN_ASSIGN_OR_RETURN(const std::string hash, store.password_hash(user.id));
  if (!number.ok()) return number.error();
  if (*number == 0) return locked_out(user, labeling::utc_after(now, kLockSeconds));
  if (is_password(password.text(), hash)) return *number == kNotCounted ? Status() : store.end_login(user.id);
  if (*number == kMostFailedLogins) JAEDAN_RETURN_IF_ERROR(log_lock(store, user.id, now));
  return forbidden("people.wrong_password", "the password of {0} is wrong", {user.name});
}

}  // namespace

std::optional<std::string> locked_until(const User& user) {
  return user.has_password ? labeling::locked_until(user, labeling::utc_now()) : std::nullopt;
}

Error password_asked(const std::string& name) {
  return forbidden("people.password_asked",
                   "{0} has a password; give it (--password-stdin, or a file that $JAEDAN_PASSWORD_FILE names)",
                   {name});
}

Result<Actor> acting_user(const Project& project, const std::string& name, const AskPassword& ask) {
  labeling::Store& people = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const bool team, is_team(people));
  if (!team) {
    JAEDAN_ASSIGN_OR_RETURN(std::string in_form_c, user_name_from(name));
    return Actor::alone(std::move(in_form_c));
  }
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<User> user, people.user_named(name));
  if (!user) return nobody_named(name);
  if (user->disabled) return is_disabled(*user);
  if (user->has_password) JAEDAN_RETURN_IF_ERROR(check_password(people, *user, ask));
  Actor actor;
  actor.name = user->name;
  actor.roles = user->roles;
  actor.user = user->id;
  return actor;
}

Result<Actor> as_of_now(const Project& project, const Actor& actor) {
  labeling::UserStore& people = project.store();
  if (!actor.in_team()) {
    JAEDAN_ASSIGN_OR_RETURN(const bool team, is_team(people));
    return team ? Result<Actor>(nobody_named(actor.name)) : Result<Actor>(actor);
  }
  const Result<User> user = people.user(actor.user);
  if (!user.ok()) return user.error().code == ErrorCode::kNotFound ? nobody_named(actor.name) : user.error();
  if (user->disabled) return is_disabled(*user);
  Actor now = actor;
  now.roles = user->roles;
  return now;
}

Status check_may(const Project& project, const Actor& actor, Deed deed) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_of_now(project, actor));
  return check_role(now, deed);
}

}  // namespace jaedan::workflow
