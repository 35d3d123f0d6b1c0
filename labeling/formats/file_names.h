#pragma once

#include <set>
#include <string>

#include "labeling/domain/annotation.h"
#include "labeling/formats/exporter.h"

namespace jaedan::labeling {

/// `name` as one plain file name: path separators and control characters become '_', "", "." and ".." too. Names come
/// from other people's files and must not lead out of the folder.
std::string plain_file_name(const std::string& name);

/// What stands behind the last '/' or '\\' of a path of any system, as a plain file name; empty when nothing does.
std::string last_part_of(const std::string& path);

/// The photo's file name with its ending; its name when it has no path.
std::string image_file_of(const Photo& photo);

/// The name of the item's files: its `file_name`, else the photo's name; always one plain file name.
std::string file_name_of(const ExportItem& item);

/// Gives each photo of an export its file name without ending: the photo's own, or with its id behind it when another
/// photo of the set had that name first (differing in case counts as the same: not every disk tells them apart).
class FileNames {
 public:
  std::string name_for(const Photo& photo);
  /// No photo gets this name: a file of the whole set has it.
  void reserve(const std::string& name);

 private:
  std::set<std::string> taken_;
};

}  // namespace jaedan::labeling
