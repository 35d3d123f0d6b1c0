#include "app/workflow/people/acting_user.h"

#include "labeling/base/password.h"
#include "labeling/review/state_machine.h"

namespace jaedan::workflow {
namespace {

Error forbidden(const char* key, const char* english, std::initializer_list<Message> in_gaps) {
  return {ErrorCode::kForbidden, key, english, in_gaps};
}

Error locked_out(const User& user) {
  return forbidden("people.locked",
                   "{0} is locked out after {1} wrong passwords; a manager lets them in again with a new one (jaedan "
                   "user password)",
                   {user.name, kMostFailedLogins});
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

Status check_password(labeling::UserStore& people, const User& user, const AskPassword& ask) {
  if (user.failed_logins >= kMostFailedLogins) return locked_out(user);
  if (!ask) return password_asked(user.name);
  JAEDAN_ASSIGN_OR_RETURN(const std::string hash, people.password_hash(user.id));
  JAEDAN_ASSIGN_OR_RETURN(const Secret password, ask());
  const bool right = is_password(password.text(), hash);
  JAEDAN_ASSIGN_OR_RETURN(const bool counts, people.count_login(user.id, right));
  if (counts) return {};
  if (right) return locked_out(user);
  return forbidden("people.wrong_password", "the password of {0} is wrong", {user.name});
}

}  // namespace

Error password_asked(const std::string& name) {
  return forbidden("people.password_asked",
                   "{0} has a password; give it (--password-stdin, or a file that $JAEDAN_PASSWORD_FILE names)",
                   {name});
}

Result<Actor> acting_user(const Project& project, const std::string& name, const AskPassword& ask) {
  labeling::UserStore& people = project.store();
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
