#include "tests/support/run_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/support/test_paths.h"

extern char** environ;

namespace jaedan::testing {
namespace {

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& s : strings) pointers.push_back(s.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

ProgramResult run_program(const std::string& path, const std::vector<std::string>& arguments,
                          const std::vector<std::string>& environment, const std::string& input) {
  // Files instead of pipes: no program can block on a full one.
  const TemporaryFolder folder;
  const std::string out = folder / "out";
  const std::string err = folder / "err";
  const std::string in = folder / "in";
  std::ofstream(in, std::ios::binary) << input;
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);

  std::vector<std::string> command = {path};
  command.insert(command.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment;  // the first of two equal names wins
  for (char** variable = environ; *variable; ++variable) variables.emplace_back(*variable);

  pid_t pid = 0;
  const int failed =
      ::posix_spawn(&pid, path.c_str(), &files, nullptr, pointers_to(command).data(), pointers_to(variables).data());
  ::posix_spawn_file_actions_destroy(&files);
  if (failed != 0) throw std::runtime_error("cannot run " + path);
  int status = 0;
  ::waitpid(pid, &status, 0);
  ProgramResult result;
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  result.out = text_of(out);
  result.err = text_of(err);
  return result;
}

}  // namespace jaedan::testing
