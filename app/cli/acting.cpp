#include "app/cli/acting.h"

#include <termios.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "app/cli/output.h"
#include "app/workflow/people/acting_user.h"
#include "labeling/base/file_system.h"
#include "labeling/base/password.h"

namespace jaedan::cli {
namespace {

constexpr std::size_t kMostLine = kMostPasswordBytes + 2;  // with its end

/// What is typed is not shown as long as this lives; nothing happens where stdin is no terminal.
class NoEcho {
 public:
  NoEcho() {
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    is_quiet_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
  }
  ~NoEcho() {
    if (is_quiet_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;

 private:
  termios before_{};
  bool is_quiet_ = false;
};

Error no_line() {
  return {ErrorCode::kInvalidArgument, "cli.no_password_line", "a password was to come from stdin; there is no line"};
}

/// The first line of what $JAEDAN_PASSWORD_FILE names.
Result<Secret> password_of_file(const std::string& file) {
  constexpr std::uint64_t kMostBytes = 1 << 16;
  JAEDAN_ASSIGN_OR_RETURN(std::string text, disk().read(file, kMostBytes));
  text.resize(std::min(text.find_first_of("\r\n"), text.size()));
  return Secret(std::move(text));
}

}  // namespace

Result<Secret> password_line() {
  // Byte by byte: what stands behind the line is for whoever reads next, and no buffer keeps a copy.
  const NoEcho no_echo;
  std::string line;
  line.reserve(kMostLine + 1);  // or what it grew out of would stay behind
  for (char c = 0; line.size() <= kMostLine;) {
    const ssize_t got = ::read(STDIN_FILENO, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      const int reason = errno;
      wipe(line);
      return Error{ErrorCode::kIo, in_context("stdin", system_message(reason))};
    }
    if (got == 0 && line.empty()) return no_line();
    if (got == 0 || c == '\n') break;
    line += c;
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return Secret(std::move(line));
}

void add_acting_options(CLI::App& app, Acting& acting, const std::string& name) {
  add_user_option(app, acting.user, "who does this; in a project with users one of them", name);
  app.add_flag("--password-stdin", acting.password_from_stdin,
               "the user's password is the first line of stdin (or of the file that $JAEDAN_PASSWORD_FILE names)");
}

Result<Actor> acting_user(const workflow::Project& project, const Acting& acting) {
  workflow::AskPassword ask;
  if (const char* file = std::getenv("JAEDAN_PASSWORD_FILE"); file && *file) {
    ask = [path = std::string(file)] { return password_of_file(path); };
  } else if (acting.password_from_stdin) {
    ask = [] { return password_line(); };
  }
  Result<Actor> actor = workflow::acting_user(project, acting.user, ask);
  if (actor.ok() || actor.error().message.key != "people.nobody") return actor;
  return Error{ErrorCode::kForbidden,
               "cli.say_who",
               "{0}; say who works (--user NAME, or $JAEDAN_USER)",
               {actor.error().message}};
}

Result<Actor> acting_manager(const workflow::Project& project, const Acting& acting) {
  JAEDAN_ASSIGN_OR_RETURN(Actor actor, acting_user(project, acting));
  JAEDAN_RETURN_IF_ERROR(workflow::check_may(project, actor, Deed::kManage));
  return actor;
}

}  // namespace jaedan::cli
