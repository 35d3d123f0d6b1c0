#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "labeling/base/result.h"

namespace jaedan {

class FileOperations;

/// Reads and writes whole files.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// The whole file. kNotFound, kTooLarge (over `limit_bytes`) or kIo.
  virtual Result<std::string> read(const std::string& path, std::uint64_t limit_bytes) = 0;
  /// Replaces the file in one step: temporary file beside it, fsync, rename, fsync of the folder. After a
  /// failure the old file is untouched. Makes missing folders. kIo.
  virtual Status write_atomically(const std::string& path, std::string_view bytes) = 0;
};

/// The disk. Thread-safe.
FileSystem& disk();
/// The disk behind `operations`, which must outlive it: the seam where tests inject "disk full" and "crash between
/// write and rename" (file_operations.h).
std::unique_ptr<FileSystem> disk_behind(FileOperations& operations);

}  // namespace jaedan
