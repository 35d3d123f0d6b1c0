#pragma once

#include <string>
#include <vector>

#include "app/workflow/progress.h"
#include "labeling/domain/result.h"

namespace jaedan::workflow {

/// How `tag` labels photos without a project.
struct TagOptions {
  std::vector<std::string> formats = {"kfashion"};  ///< kfashion, masks, overlay, csv, coco
  std::string model;                                ///< model id; empty = the built-in one
  int threads = 0;                                  ///< photos at a time; 0 = all cores
  bool tta = false;
  bool largest_ring_only = false;  ///< as the original tool writes regions of several pieces
};

/// Labels one photo, or every photo below a folder, and writes label files and pictures into `out`. A photo that cannot
/// be read is listed and the rest is done. What lies below `out` is no input. Files are named after the photos; of
/// photos of one name the first by path keeps it and the others get a number, the same in every format and every run.
/// Photos and label files of other people are not replaced (OutputGuard): a photo with a label file of its own in `out`
/// is listed as failed. kInvalidArgument by that or for the formats, kNotFound, kUnavailable (no model), kIo when `out`
/// cannot be written: all before the first photo.
Result<BatchReport> tag_photos(const std::string& input, const std::string& out, const TagOptions& options,
                               const Watch& watch);

}  // namespace jaedan::workflow
