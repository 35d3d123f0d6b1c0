#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::workflow {

/// Another program that this one started, with its standard output and error in one pipe. Ended (SIGKILL) with the
/// object at the latest. Belongs to one thread.
class ChildProgram {
 public:
  /// `environment`: NAME=VALUE, besides what this program has. kUnavailable when it cannot be started.
  static Result<std::unique_ptr<ChildProgram>> start(std::vector<std::string> command,
                                                     std::vector<std::string> environment = {});
  ~ChildProgram();
  ChildProgram(const ChildProgram&) = delete;
  ChildProgram& operator=(const ChildProgram&) = delete;

  /// The next line that it prints. kNotFound when it printed its last, kUnavailable after `timeout_s` without one.
  Result<std::string> read_line(double timeout_s);
  /// Processor time so far, of all its threads.
  double cpu_s() const;
  /// Waits for its end. Its exit code, or 128 + the signal that ended it.
  int wait();
  /// The most memory it had in use, once it ended.
  double peak_mb() const { return peak_mb_; }

 private:
  ChildProgram(pid_t pid, int output) : pid_(pid), output_(output) {}

  pid_t pid_;  ///< 0 once it was waited for
  int output_;
  std::string read_;  ///< not yet handed out
  double peak_mb_ = 0;
};

/// An X display: $DISPLAY, or, where there is none, an Xvfb that lives as long as the object.
class Display {
 public:
  /// kUnavailable, with the way out, when there is neither.
  static Result<Display> find();
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::unique_ptr<ChildProgram> server_;
};

}  // namespace jaedan::workflow
