// user: who works in a project, and as what.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/acting.h"
#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/manage_users.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

constexpr int kPage = 1000;  // of a list, read and printed at a time

/// What the command line says, of every kind of `user`.
struct UserWords {
  std::string project;
  std::string name;
  std::vector<std::string> roles;
  Acting acting;
  bool remove_password = false;
  bool json = false;
};

std::string names_of(Roles roles) {
  std::string names;
  for (const Role role : roles.list()) names += (names.empty() ? "" : ",") + std::string(id_of(role));
  return names;
}

nlohmann::json json_of(const User& user) {
  nlohmann::json roles = nlohmann::json::array();
  for (const Role role : user.roles.list()) roles.push_back(id_of(role));
  const std::optional<std::string> until = workflow::locked_until(user);
  nlohmann::json document = {{"name", user.name},           {"roles", roles},
                             {"disabled", user.disabled},   {"password", user.has_password},
                             {"locked", until.has_value()}, {"created_at", user.created_at}};
  if (until) document["locked_until"] = *until;
  return document;
}

std::string line_of(const User& user) {
  std::string line = one_line(user.name) + "  " + names_of(user.roles);
  if (user.disabled) line += "  disabled";
  if (const auto until = workflow::locked_until(user)) return line + "  locked until " + *until;
  if (user.has_password) line += "  password";
  return line;
}

Roles roles_of(const std::vector<std::string>& ids) {
  unsigned bits = 0;
  for (const std::string& id : ids) {
    if (const auto role = role_from_id(id)) bits |= Roles{*role}.bits();
  }
  return Roles::from_bits(bits);
}

/// One of `add`, `role` …: who acts is found out, then `change` is done and the person shown.
template <typename Change>
int change_user(const UserWords& words, const Change& change) {
  Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  const Result<Actor> actor = acting_user(*project, words.acting);
  if (!actor.ok()) return fail(actor.error());
  const Result<User> user = change(*project, *actor);
  if (!user.ok()) return fail(user.error());
  if (words.json) {
    print_json(json_of(*user));
  } else {
    std::printf("%s\n", line_of(*user).c_str());
  }
  return kDone;
}

int add(const UserWords& words) {
  return change_user(words, [&](workflow::Project& project, const Actor& actor) -> Result<User> {
    std::optional<Secret> password;
    if (words.acting.password_from_stdin) {
      JAEDAN_ASSIGN_OR_RETURN(password, password_line());
    }
    return workflow::add_user(project, actor, words.name, roles_of(words.roles), password);
  });
}

int set_password(const UserWords& words) {
  return change_user(words, [&](workflow::Project& project, const Actor& actor) -> Result<User> {
    std::optional<Secret> password;
    if (!words.remove_password) {
      JAEDAN_ASSIGN_OR_RETURN(password, password_line());
    }
    return workflow::set_password(project, actor, words.name, password);
  });
}

int list(const UserWords& words) {
  const Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  nlohmann::json document = nlohmann::json::array();
  std::int64_t count = 0;
  UserId last;
  while (true) {
    const Result<std::vector<User>> page = project->store().users(last, kPage);
    if (!page.ok()) return fail(page.error());
    if (page->empty()) break;
    for (const User& user : *page) {
      if (words.json) {
        document.push_back(json_of(user));
      } else {
        std::printf("%s\n", line_of(user).c_str());
      }
    }
    count += static_cast<std::int64_t>(page->size());
    last = page->back().id;
  }
  if (words.json) {
    print_json(document);
  } else if (count == 0) {
    std::printf("no users: this project is the work of one person, who may do everything\n");
  }
  return kDone;
}

/// The options that every kind of `user` has.
CLI::App* add_kind(CLI::App& app, const char* name, const char* help, UserWords& words) {
  CLI::App* const kind = app.add_subcommand(name, help);
  kind->add_option("PROJECT", words.project, "the project")->required();
  kind->add_flag("--json", words.json, "print one JSON document");
  return kind;
}

/// … and those that say who is changed, and who does it.
CLI::App* add_change(CLI::App& app, const char* name, const char* help, UserWords& words) {
  CLI::App* const kind = add_kind(app, name, help, words);
  kind->add_option("NAME", words.name, "the person")->required();
  return kind;
}

CLI::Option* add_roles(CLI::App& kind, const char* option, std::vector<std::string>& roles) {
  return kind.add_option(option, roles, "annotator, expert, inspector, manager, several with commas")
      ->delimiter(',')
      ->allow_extra_args(false)  // or it would take the project's name that follows
      ->required()
      ->check(CLI::IsMember({"annotator", "expert", "inspector", "manager"}));
}

/// Acting, where stdin may also bring the password that is set.
void add_acting_with_password(CLI::App& kind, Acting& acting) {
  add_user_option(kind, acting.user, "who does this");
  kind.add_flag("--password-stdin", acting.password_from_stdin,
                "the new password is a line of stdin; before it stands that of who does this, if they have one and "
                "$JAEDAN_PASSWORD_FILE names no file with it");
}

}  // namespace

int cmd_user(const Arguments& arguments) {
  CLI::App app(
      "The people of a project. Without users it is one person's, who may do everything; the first user must be a "
      "manager, and from then on all who change something say who they are (--user).",
      "user");
  UserWords words;
  CLI::App* const adding = add_change(app, "add", "adds a person", words);
  add_roles(*adding, "--role", words.roles);
  add_acting_with_password(*adding, words.acting);
  CLI::App* const listing = add_kind(app, "list", "lists the people and their roles", words);
  add_acting_options(*listing, words.acting);
  CLI::App* const giving =
      add_change(app, "role", "gives a person these roles instead of theirs: NAME ROLES, or NAME --role ROLES", words);
  add_roles(*giving, "ROLES", words.roles)->required(false);
  add_roles(*giving, "--role", words.roles)->required(false);
  add_acting_options(*giving, words.acting);
  CLI::App* const disabling = add_change(app, "disable", "keeps a person out; what they did stays", words);
  add_acting_options(*disabling, words.acting);
  CLI::App* const enabling = add_change(app, "enable", "lets a disabled person in again", words);
  add_acting_options(*enabling, words.acting);
  CLI::App* const setting = add_change(
      app, "password", "gives a person a new password, and lets them in at once after ten wrong ones", words);
  add_acting_with_password(*setting, words.acting);
  setting->add_flag("--remove", words.remove_password, "takes the password away; who acts gives theirs as above");
  app.require_subcommand(1);
  if (const auto stop = parse(app, arguments)) return *stop;

  if (adding->parsed()) return add(words);
  if (listing->parsed()) return list(words);
  using workflow::Project;
  if (giving->parsed()) {
    if (words.roles.empty()) {
      return fail({ErrorCode::kInvalidArgument, "cli.no_roles", "say which roles: ROLES, or --role ROLES"});
    }
    return change_user(words, [&](Project& project, const Actor& actor) {
      return workflow::set_roles(project, actor, words.name, roles_of(words.roles));
    });
  }
  if (setting->parsed()) {
    if (words.remove_password || words.acting.password_from_stdin) return set_password(words);
    return fail({ErrorCode::kInvalidArgument, "cli.no_password",
                 "say where the new password comes from: --password-stdin, or --remove"});
  }
  return change_user(words, [&](Project& project, const Actor& actor) {
    return workflow::set_disabled(project, actor, words.name, disabling->parsed());
  });
}

}  // namespace jaedan::cli
