#include "labeling/base/file_operations.h"

#include <unistd.h>

#include <cstdio>

namespace jaedan {

ssize_t FileOperations::write(int file, const void* bytes, std::size_t count) { return ::write(file, bytes, count); }

int FileOperations::fsync(int file) { return ::fsync(file); }

int FileOperations::rename(const char* from, const char* to) { return ::rename(from, to); }

FileOperations& system_file_operations() {
  static FileOperations instance;
  return instance;
}

}  // namespace jaedan
