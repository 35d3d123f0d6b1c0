#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "labeling/base/result.h"

namespace jaedan::bench {

/// A folder of its own under the system's temporary one, removed with the object.
class ScratchFolder {
 public:
  /// kIo.
  static Result<ScratchFolder> make() {
    namespace fs = std::filesystem;
    std::error_code failed;
    std::string path = (fs::temp_directory_path(failed) / "jaedan-bench-XXXXXX").string();
    if (failed || ::mkdtemp(path.data()) == nullptr) {
      return Error{ErrorCode::kIo, "bench.no_temporary_folder", "no temporary folder can be made"};
    }
    ScratchFolder folder;
    folder.path_ = std::move(path);
    return folder;
  }
  ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  ScratchFolder() = default;
  std::string path_;
};

}  // namespace jaedan::bench
