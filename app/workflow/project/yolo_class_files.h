#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/formats/importer.h"

namespace jaedan::workflow {

/// Whether a file of this name names classes and is no label file itself, whatever its ending.
bool is_yolo_class_file(const std::filesystem::path& file);

/// What names the classes, and where.
struct YoloClassFile {
  labeling::YoloNames names;
  std::filesystem::path path;
  /// What a person should know of the choice: the file has a name of its own, so that it may be meant for something
  /// else, or another one names other classes.
  std::vector<Message> told;
};

/// What names the classes of the YOLO label files in `folder`: the first file there, or up to two folders up, that
/// labeling/formats/importer.h lists, else the one of another name that has class names. Nothing where there is none.
/// Those of the listed names beside the one taken, or above it, that name other classes are told.
/// Errors: the first of those files that cannot be read, when no other one names classes; kInvalidArgument when several
/// of other names contradict each other, with their names. Files of more than `limit_bytes` are errors.
Result<std::optional<YoloClassFile>> yolo_classes_near(const std::filesystem::path& folder, std::uint64_t limit_bytes);

}  // namespace jaedan::workflow
