#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jaedan::workflow {

/// Finds the photos that lie in the same folder as label files. Lists a folder once and remembers only the last one:
/// ask for label files folder by folder.
class PhotoBeside {
 public:
  /// The photo of the same name, whatever its ending (looks_like_photo); of several, the one that the label file names,
  /// else the first by name. Without one, the photo that the label file names. Of `named` only the last part counts:
  /// names from files are compared with, never used as, paths. Korean names with letters apart and together are the
  /// same.
  std::optional<std::filesystem::path> find(const std::filesystem::path& label_file, const std::string& named);

 private:
  void list(const std::filesystem::path& folder);

  std::optional<std::filesystem::path> folder_;
  std::map<std::string, std::vector<std::string>> names_by_stem_;  ///< sorted; stems in form C
};

}  // namespace jaedan::workflow
