#pragma once

#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/predict/predict_many.h"
#include "labeling/base/result.h"

namespace jaedan::workflow {

/// How `tag` labels photos without a project.
struct TagOptions {
  std::vector<std::string> formats = {"kfashion"};  ///< kfashion, masks, overlay, csv, coco
  std::string model;                                ///< model id; empty = the built-in one
  int threads = 0;                                  ///< photos at a time; 0 = all cores
  bool tta = false;
  bool largest_ring_only = false;  ///< as the original tool writes regions of several pieces
  bool sure_only = false;          ///< without labels that the model is not sure enough of to fill them in
  /// Folder for NAME.png, a mask of the second reading of each photo (of the first where there is only one, so that the
  /// folder is complete); empty = none. Names are those of the files in `out`.
  std::string alternatives;
};

/// Labels one photo, or every photo below a folder, and writes label files and pictures into `out`. A photo that cannot
/// be read is listed and the rest is done. What lies below `out` or `alternatives` is no input. Files are named after
/// the photos; of photos of one name the first by path keeps it and the others get a number, the same in every format
/// and every run. Photos and label files of other people are not replaced (OutputGuard), by alternatives neither: a
/// photo with a label file of its own in `out` is listed as failed. What the taxonomy has no word for is left out and
/// told with the model's id (known_labels.h). kInvalidArgument by that, for the formats, or when both folders are one;
/// kNotFound (no such input, no photo in it), kUnavailable (no model), kIo when a folder cannot be written: all before
/// the first photo.
Result<BatchReport> tag_photos(const std::string& input, const std::string& out, const TagOptions& options,
                               const Watch& watch);

/// The same with the models that `open_model` opens, one for each worker; `options.model` and `options.tta` are not
/// looked at.
Result<BatchReport> tag_photos_with(const ModelOpener& open_model, const std::string& input, const std::string& out,
                                    const TagOptions& options, const Watch& watch);

}  // namespace jaedan::workflow
