#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workflow/models/models.h"
#include "inference/clicks/interactive.h"
#include "labeling/domain/part.h"
#include "labeling/domain/region.h"

namespace jaedan::workflow {

/// The name that stands for OpenCV's GrabCut where a model that answers clicks is named.
inline constexpr const char* kGrabCut = "grabcut";

/// What is said of one object of a photo, in the photo's pixels.
struct SegmentRequest {
  std::string photo;                     ///< file
  std::vector<inference::Click> clicks;  ///< in this order, after the box
  std::optional<Rect> box;
  std::string mask;  ///< PNG of the photo's size to be corrected; empty = from nothing
  /// The mask holds part numbers, as models write them, and this one is meant; empty: a person drew all that is not 0.
  std::optional<Part> mask_part;
  std::string model;  ///< as find_click_model, or kGrabCut
  int threads = 0;    ///< of one operation, 0 = all cores
};

struct SegmentAnswer {
  std::string model_id;
  int width = 0;   ///< of the photo
  int height = 0;  ///< of the photo
  Region region;   ///< empty when nothing was found
  double encode_ms = 0;
  double answers_ms = 0;  ///< for all clicks together
};

/// Opens what answers clicks: kGrabCut, a model's id or folder, a folder with a script pair that was trusted, or the
/// default (find_click_model). Errors: those of find_click_model, trusted_scripts and open_interactive.
Result<std::unique_ptr<inference::InteractiveSegmenter>> open_clicks(const Project* project, const std::string& model,
                                                                     int threads);

/// What answers clicks in the studio: the default model, or GrabCut in its place where there is none, or no LibTorch.
struct OpenedClicks {
  std::unique_ptr<inference::InteractiveSegmenter> segmenter;
  bool stands_in = false;  ///< it is GrabCut
};
/// Errors: those of open_clicks but kUnavailable.
Result<OpenedClicks> open_clicks_or_grab_cut(const Project* project, int threads);

/// Cuts one object out of a photo. kInvalidArgument: nothing was said, a click or box outside the photo, a mask of
/// another size; else those of read_image, read_mask and open_clicks.
Result<SegmentAnswer> segment_photo(const SegmentRequest& request);
/// The answer as a PNG of the photo's size: 255 inside, 0 outside. Errors of write_mask in labeling/io.
Status write_mask(const std::string& path, const SegmentAnswer& answer);

}  // namespace jaedan::workflow
