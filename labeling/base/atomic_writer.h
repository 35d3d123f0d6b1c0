#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "labeling/base/file_operations.h"
#include "labeling/base/result.h"

namespace jaedan {

/// Writes a long file piece by piece into a temporary file beside it; `commit` puts it in place in one step (fsync,
/// rename). Without a commit the old file stays and the temporary one goes away. Not thread-safe.
class AtomicWriter {
 public:
  /// Makes missing folders. kIo. `operations` must outlive the writer.
  static Result<std::unique_ptr<AtomicWriter>> open(const std::string& path,
                                                    FileOperations& operations = system_file_operations());
  virtual ~AtomicWriter() = default;

  /// Errors of the disk may show only at `commit`.
  virtual Status append(std::string_view bytes) = 0;
  /// At most once, last.
  virtual Status commit() = 0;
};

}  // namespace jaedan
