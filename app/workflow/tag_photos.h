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

/// Labels one photo, or every photo below a folder, and writes label files and pictures into `out`. A
/// photo that cannot be read is listed and the rest is done.
Result<BatchReport> tag_photos(const std::string& input, const std::string& out, const TagOptions& options,
                               const Watch& watch);

}  // namespace jaedan::workflow
