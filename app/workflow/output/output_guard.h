#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/formats/exporter.h"

namespace jaedan::workflow {

/// Makes the folder `out` with its parents. kIo, with the reason, when it is a file or cannot be made or written.
Status make_output_folder(const std::string& out);

/// Keeps `tag` and `export` from replacing what people have beside their photos. The rules, by real paths:
/// 1. Pictures (masks, overlays) are never written into a folder that holds photos of the input: they would replace a
///    photo, or be taken for one the next time.
/// 2. Where `out` holds photos of the input, no file that is there is replaced: not the label file of a photo, nor a
///    table.
/// 3. Anywhere else files of the same names are replaced, as by any export, but only those of the same kind: a label
///    file of another format (K-Fashion's and labelme's have the same names) and a picture that is neither drawn from
///    labels nor a mask stay.
class OutputGuard {
 public:
  /// `formats` that do not exist are passed over.
  OutputGuard(std::string out, const std::vector<std::string>& formats);

  /// Says that this photo belongs to the input; it may be a link.
  void protect_photo(const std::filesystem::path& photo);

  /// Call when all is protected, before anything is written. kInvalidArgument by rule 1, by rule 2 for a table, or
  /// by rule 3 when the folder is one of another format's files.
  Status check() const;
  /// Whether a photo of this file name may be written; kConflict by rules 2 and 3.
  Status allow(const std::string& file_name) const;

 private:
  Status check_same_format(const labeling::ExportFormat& format) const;
  void protect_folder(const std::filesystem::path& real_folder);

  const std::filesystem::path out_;
  std::vector<const labeling::ExportFormat*> formats_;
  std::set<std::filesystem::path> real_targets_;  ///< the folders that files would be written into
  std::set<std::filesystem::path> seen_;          ///< folders of photos that were looked at
  bool holds_photos_ = false;
};

}  // namespace jaedan::workflow
