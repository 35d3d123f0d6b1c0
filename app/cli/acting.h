#pragma once

#include <string>

#include "app/workflow/project/project.h"
#include "labeling/base/result.h"
#include "labeling/base/secret.h"
#include "labeling/review/actor.h"

namespace CLI {
class App;
}  // namespace CLI

namespace jaedan::cli {

/// What the command line says of who acts: the options of every verb that changes something in a project.
struct Acting {
  std::string user = workflow::default_user();
  bool password_from_stdin = false;
};

/// Adds `--user` (or the option of that name, where `--user` is somebody else) and `--password-stdin`. Names with
/// control characters are wrong usage: they would break the lines of every list that shows them.
void add_acting_options(CLI::App& app, Acting& acting, const std::string& name = "--user");

/// A line of stdin, without its end; nothing is read beyond it, and a terminal does not show what is typed.
/// kInvalidArgument when there is none.
Result<Secret> password_line();

/// Who acts (workflow::acting_user). The password of a user who has one: a line of stdin when asked for, else the first
/// line of the file $JAEDAN_PASSWORD_FILE.
Result<Actor> acting_user(const workflow::Project& project, const Acting& acting);
/// The same for what is the whole project's (Deed::kManage): kForbidden for who is no manager.
Result<Actor> acting_manager(const workflow::Project& project, const Acting& acting);

}  // namespace jaedan::cli
