#include "app/workflow/jobs/child_program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

extern char** environ;

namespace jaedan::workflow {
namespace {

constexpr double kDisplayStart_s = 20;

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Result<std::unique_ptr<ChildProgram>> ChildProgram::start(std::vector<std::string> command,
                                                          std::vector<std::string> environment) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    return Error{ErrorCode::kIo, "child.no_pipe", "a pipe: {0}", {system_message(errno)}};
  }
  // What comes first counts where a name is there twice.
  for (char** variable = environ; *variable != nullptr; ++variable) environment.emplace_back(*variable);
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, ends[1], STDERR_FILENO);
  pid_t pid = 0;
  const int failed = ::posix_spawnp(&pid, command[0].c_str(), &files, nullptr, pointers_to(command).data(),
                                    pointers_to(environment).data());
  ::posix_spawn_file_actions_destroy(&files);
  ::close(ends[1]);
  if (failed != 0) {
    ::close(ends[0]);
    return Error{ErrorCode::kUnavailable,
                 "child.not_started",
                 "{0} cannot be started: {1}",
                 {command[0], system_message(failed)}};
  }
  return std::unique_ptr<ChildProgram>(new ChildProgram(pid, ends[0]));
}

ChildProgram::~ChildProgram() {
  if (pid_ != 0) {
    ::kill(pid_, SIGKILL);
    wait();
  }
  ::close(output_);
}

Result<std::string> ChildProgram::read_line(double timeout_s) {
  while (true) {
    if (const std::size_t end = read_.find('\n'); end != std::string::npos) {
      std::string line = read_.substr(0, end);
      read_.erase(0, end + 1);
      return line;
    }
    pollfd waits{output_, POLLIN, 0};
    const int ready = ::poll(&waits, 1, static_cast<int>(timeout_s * 1000));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return Error{ErrorCode::kUnavailable, "child.silent", "the program said nothing for too long"};
    char buffer[4096];
    const ssize_t count = ::read(output_, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Error{ErrorCode::kNotFound, "child.ended", "the program has ended"};
    read_.append(buffer, static_cast<std::size_t>(count));
  }
}

double ChildProgram::cpu_s() const {
  std::ifstream file("/proc/" + std::to_string(pid_) + "/stat");
  std::string text;
  std::getline(file, text);
  const std::size_t name_end = text.rfind(')');  // the name may hold anything
  if (name_end == std::string::npos) return 0;
  std::istringstream fields(text.substr(name_end + 1));
  std::string word;
  constexpr int kBeforeTimes = 11;  // proc(5): state is field 3, utime 14, stime 15
  for (int i = 0; i < kBeforeTimes; ++i) fields >> word;
  double user = 0, system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

int ChildProgram::wait() {
  if (pid_ == 0) return 0;
  int status = 0;
  rusage used{};
  while (::wait4(pid_, &status, 0, &used) < 0 && errno == EINTR) {
  }
  pid_ = 0;
  peak_mb_ = static_cast<double>(used.ru_maxrss) / 1024;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Result<Display> Display::find() {
  Display display;
  if (const char* name = std::getenv("DISPLAY"); name != nullptr && *name != '\0') {
    display.name_ = name;
    return display;
  }
  // It finds a free number by itself and prints it once it listens.
  auto server =
      ChildProgram::start({"Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"});
  if (!server.ok()) {
    return Error{ErrorCode::kUnavailable,
                 "display.none",
                 "no display to open a window on; set DISPLAY, or install xvfb ({0})",
                 {server.error().message}};
  }
  display.server_ = std::move(*server);
  while (true) {
    JAEDAN_ASSIGN_OR_RETURN(const std::string line, display.server_->read_line(kDisplayStart_s));
    const bool is_number = !line.empty() && line.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number) continue;  // the server also complains on this pipe
    display.name_ = ":" + line;
    return display;
  }
}

}  // namespace jaedan::workflow
