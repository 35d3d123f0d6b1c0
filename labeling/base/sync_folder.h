#pragma once

#include <string>

namespace jaedan {

/// Asks the disk to remember the names in the folder of `path`, so that a renamed file survives a power cut. Failures
/// are left alone: not every file system can do it, and the file itself is safe already.
void sync_folder_of(const std::string& path);

}  // namespace jaedan
