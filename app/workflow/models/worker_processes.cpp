#include "app/workflow/models/worker_processes.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace jaedan::workflow {
namespace {

Error io_error(int code, Message what) { return {ErrorCode::kIo, in_context(std::move(what), system_message(code))}; }

void become_helper(pid_t first) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != first) ::_exit(1);  // it ended before the line above
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) ::dup2(nowhere, STDOUT_FILENO);
}

}  // namespace

Status WorkerProcesses::start(int count) {
  if (count <= 1) return {};
  std::error_code failed;
  std::string path = (std::filesystem::temp_directory_path(failed) / "jaedan-workers-XXXXXX").string();
  const int file = ::mkstemp(path.data());
  if (file < 0) return io_error(errno, {"worker.meeting_file", "the workers' meeting file"});
  ::close(file);
  place_ = {0, count, path};
  const pid_t first = ::getpid();
  for (int rank = 1; rank < count; ++rank) {
    const pid_t child = ::fork();
    if (child < 0) return io_error(errno, {"worker.process", "a worker process"});
    if (child == 0) {
      become_helper(first);
      others_.clear();
      place_.rank = rank;
      return {};
    }
    others_.push_back(child);
  }
  return {};
}

WorkerProcesses::~WorkerProcesses() {
  if (place_.rank != 0 || place_.count <= 1) return;
  for (const pid_t other : others_) {
    // Ended well, it goes by itself; after an error here it would wait for this process.
    for (int tenths = 0; ::waitpid(other, nullptr, WNOHANG) == 0; ++tenths) {
      if (tenths == 50) ::kill(other, SIGKILL);
      ::usleep(100'000);
    }
  }
  ::unlink(place_.meeting_file.c_str());
}

}  // namespace jaedan::workflow
