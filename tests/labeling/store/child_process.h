#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace jaedan::testing {

/// Another program, started by posix_spawn (a fork of a process with threads may hang), whose standard output
/// is read line by line. Killed at the latest by the destructor.
class ChildProcess {
 public:
  explicit ChildProcess(const std::vector<std::string>& command);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// The next whole line; empty at the end.
  std::string read_line();
  /// SIGKILL: the program gets no chance to tidy up.
  void kill();
  /// Waits for the end of the program.
  void wait();

 private:
  pid_t pid_ = -1;
  int output_ = -1;
  std::string buffer_;
};

}  // namespace jaedan::testing
