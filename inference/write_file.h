#pragma once

#include <string>
#include <string_view>

#include "labeling/domain/result.h"

namespace jaedan::inference {

/// Writes beside `path`, brings it to the disk (fsync) and renames: whatever happens, also a loss of power, a reader
/// sees the old file or the new one. kIo; the old file is then untouched.
Status write_file_atomically(const std::string& path, std::string_view bytes);

}  // namespace jaedan::inference
