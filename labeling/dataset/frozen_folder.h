#pragma once

#include <string>
#include <string_view>

#include "labeling/base/result.h"

namespace jaedan::labeling {

/// A folder that is filled under another name and then appears whole; taken away again when it is not finished.
class FrozenFolder {
 public:
  /// `path`: where it will appear. Leftovers of programs that died while filling theirs are cleared away.
  static Result<FrozenFolder> start(const std::string& path);
  FrozenFolder(FrozenFolder&& other) noexcept;
  FrozenFolder& operator=(FrozenFolder&&) = delete;
  ~FrozenFolder();

  Status make_folder(const std::string& name);
  /// Writes a new, read-only file.
  Status write(const std::string& name, std::string_view bytes);
  /// Waits until everything is on the disk and gives the folder its name. When it is there already, by another
  /// program that was faster, that one stays.
  Status finish();

 private:
  FrozenFolder(std::string path, std::string unfinished);

  std::string path_;
  std::string unfinished_;  ///< empty once finished
};

}  // namespace jaedan::labeling
