#include "tests/app/gui/studio/studio_runner.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

extern char** environ;

namespace jaedan::gui::testing {
namespace {

using jaedan::testing::ProgramResult;
using jaedan::testing::TemporaryFolder;

std::vector<std::string> environment_in(const std::string& config_folder) {
  return {"DISPLAY=" + shared_display().name(), "XDG_CONFIG_HOME=" + config_folder, "JAEDAN_USER=tester",
          "LIBGL_ALWAYS_SOFTWARE=1"};
}

std::vector<std::string> with_script(const std::string& project, const std::string& file,
                                     const std::vector<std::string>& more) {
  std::vector<std::string> arguments = {project, "--script", file, "--size", "1280x800", "--lang", "en"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

/// Starts `command` with its standard output in `out_fd`; 0 when it is not there. `errors`: where it says what is
/// wrong; null: where this program does.
pid_t start(std::vector<std::string> command, std::vector<std::string> environment, int out_fd, int keep_fd,
            const char* errors = nullptr) {
  for (char** variable = environ; *variable; ++variable) environment.emplace_back(*variable);
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::vector<char*> variables;
  for (std::string& variable : environment) variables.push_back(variable.data());
  variables.push_back(nullptr);
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  if (out_fd >= 0) ::posix_spawn_file_actions_adddup2(&files, out_fd, STDOUT_FILENO);
  if (keep_fd >= 0) ::posix_spawn_file_actions_addclose(&files, keep_fd);
  if (errors) ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, errors, O_WRONLY, 0);
  pid_t pid = 0;
  const int failed = ::posix_spawnp(&pid, command[0].c_str(), &files, nullptr, arguments.data(), variables.data());
  ::posix_spawn_file_actions_destroy(&files);
  return failed == 0 ? pid : 0;
}

/// What comes through `fd` until a line is `word`; false at its end.
bool read_until(int fd, const std::string& word) {
  std::string line;
  for (char c = 0; ::read(fd, &c, 1) == 1;) {
    if (c != '\n') {
      line += c;
    } else if (line == word) {
      return true;
    } else {
      line.clear();
    }
  }
  return false;
}

void end(pid_t pid, int signal) {
  ::kill(pid, signal);
  ::waitpid(pid, nullptr, 0);
}

}  // namespace

Display::Display() {
  if (const char* present = std::getenv("DISPLAY"); present && *present) {
    name_ = present;
    return;
  }
  int ends[2];
  if (::pipe(ends) != 0) return;
  // Xvfb picks a free number itself and writes it to the descriptor it is given. It has no other of this program's: it
  // would keep whoever waits for the end of a test that crashed.
  server_ = start({"Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"}, {}, ends[1], ends[0],
                  "/dev/null");
  ::close(ends[1]);
  std::string number;
  for (char c = 0; server_ && ::read(ends[0], &c, 1) == 1 && c != '\n';) number += c;
  ::close(ends[0]);
  if (!number.empty()) name_ = ":" + number;
}

Display::~Display() {
  if (server_) end(server_, SIGTERM);
}

const Display& shared_display() {
  static const Display display;
  return display;
}

ProgramResult run_studio(const std::vector<std::string>& arguments) {
  const TemporaryFolder config;
  return jaedan::testing::run_program(JAEDAN_STUDIO, arguments, environment_in(config.path()));
}

ProgramResult play(const std::string& project, const std::string& script, const std::vector<std::string>& more) {
  const TemporaryFolder folder;
  std::ofstream(folder / "script") << script;
  return run_studio(with_script(project, folder / "script", more));
}

bool kill_when_said(const std::string& project, const std::string& script, const std::string& word) {
  const TemporaryFolder folder;
  std::ofstream(folder / "script") << script;
  int ends[2];
  if (::pipe(ends) != 0) return false;
  std::vector<std::string> command = with_script(project, folder / "script", {});
  command.insert(command.begin(), JAEDAN_STUDIO);
  const pid_t pid = start(std::move(command), environment_in(folder.path()), ends[1], ends[0]);
  ::close(ends[1]);
  const bool said = pid && read_until(ends[0], word);
  if (pid) end(pid, SIGKILL);
  ::close(ends[0]);
  return said;
}

}  // namespace jaedan::gui::testing
