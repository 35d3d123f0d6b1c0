#pragma once

#include <sys/types.h>

#include <cstddef>

namespace jaedan {

/// The steps of a file being replaced that a disk may refuse, one virtual call each, so that a test can refuse them: a
/// disk that is full, a power cut between write and rename. As the system calls of the same names: -1 and errno.
/// Without state of its own the class is the system; thread-safe.
class FileOperations {
 public:
  virtual ~FileOperations() = default;
  virtual ssize_t write(int file, const void* bytes, std::size_t count);
  virtual int fsync(int file);
  virtual int rename(const char* from, const char* to);
};

/// The operating system's.
FileOperations& system_file_operations();

}  // namespace jaedan
