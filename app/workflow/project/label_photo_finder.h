#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/workflow/project/photo_beside.h"
#include "labeling/io/image_header.h"
#include "labeling/store/photo_catalogue.h"

namespace jaedan::workflow {

/// Finds the photo that a label file speaks of, on disk or in the project. Ask folder by folder (photo_beside.h).
class LabelPhotoFinder {
 public:
  explicit LabelPhotoFinder(labeling::PhotoCatalogue& photos) : photos_(photos) {}

  /// The photo beside `label_file` (PhotoBeside, `named` as there), one folder up or in images/ there, with the size in
  /// its header and no id; else the project's photo of this name, unless `size` is given and is not its. Nothing when
  /// there is none. Errors of reading the photo's header and of the store.
  Result<std::optional<Photo>> find(const std::filesystem::path& label_file, const std::string& named,
                                    labeling::ImageSize size);

 private:
  labeling::PhotoCatalogue& photos_;
  PhotoBeside beside_;
  PhotoBeside above_;
  PhotoBeside images_;
};

}  // namespace jaedan::workflow
