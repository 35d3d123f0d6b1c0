#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>

#include "labeling/formats/file_names.h"

namespace jaedan::labeling {

/// Gives the photos of an export their names and numbers: each its own, the same in every format and, for the same
/// photos in the same order, in every run. Look at all photos first, then ask for their names in the same order.
/// Texts are NFC and UTF-8, whatever bytes the files' own names are.
class ExportNames {
 public:
  /// `files` may have names that no photo gets.
  explicit ExportNames(FileNames files = {}) : files_(std::move(files)) {}

  /// A photo of the set, whose pixels lie at `path`. Its file names: FileNames.
  void look_at(const Photo& photo, const std::string& path);

  /// - image: the path below the folder that all photos have in common; with the id before its ending when two photos
  ///   would look the same.
  /// - number: the photo's name when that is a number, as in the data set itself; otherwise its id, or the next number
  ///   that no photo has.
  PhotoNames names_of(const Photo& photo, const std::string& path);

 private:
  std::string image_of(const Photo& photo, const std::string& path) const;
  std::int64_t number_of(const Photo& photo);

  FileNames files_;
  std::map<PhotoId, std::string> other_files_;     ///< where it is not the photo's own name
  std::optional<std::string> common_;              ///< folder of all photos, with a '/' at its end
  std::unordered_set<std::string> images_;         ///< whole paths as text
  std::map<PhotoId, std::int64_t> image_numbers_;  ///< of photos whose path as text another one has
  std::set<std::int64_t> numbers_;                 ///< taken
  std::set<PhotoId> without_number_;               ///< photos named by a number that another one has
};

}  // namespace jaedan::labeling
