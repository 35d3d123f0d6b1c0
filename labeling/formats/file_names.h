#pragma once

#include <cstdint>
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

/// `name` as text: NFC and UTF-8, with U+FFFD for bytes that are none.
std::string name_as_text(std::string_view name);

/// The photo's file name with its ending, as text; its name when it has no path.
std::string image_file_of(const Photo& photo);

/// What tables and lists call the photo: its `names.image`, else its file name.
std::string image_name_of(const ExportItem& item);

/// The name of the item's files: its `names.file`, else the photo's name; always one plain file name.
std::string file_name_of(const ExportItem& item);

/// What a photo's files are called when another photo of the set had `name` first: with its number behind it.
std::string numbered_name(const std::string& name, std::int64_t number);

/// Gives each photo of an export its file name without ending: the photo's own in NFC, or with its id behind it when
/// another photo of the set had that name first (differing in case counts as the same: not every disk tells them
/// apart). Names that leave a disk no room for an ending are cut.
class FileNames {
 public:
  std::string name_for(const Photo& photo);
  /// No photo gets this name: a file of the whole set has it.
  void reserve(const std::string& name);

 private:
  std::set<std::string> taken_;
};

}  // namespace jaedan::labeling
