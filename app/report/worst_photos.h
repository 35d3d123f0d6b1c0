#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inference/train/measure/evaluate.h"
#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/domain/mask.h"

namespace jaedan::report {

/// A photo that a model reads badly, as small JPEGs.
struct WorstPhoto {
  std::string name;
  double iou = 0;  ///< mean over its parts, of the first reading
  double second_iou = 0;
  std::string photo_jpeg;
  std::string truth_jpeg;      ///< the photo with the true parts tinted
  std::string predicted_jpeg;  ///< with those of the first reading
  std::string second_jpeg;     ///< with those of the second one; empty without
};

/// Keeps the photos with the lowest IoU of all that it is shown. Not thread-safe.
class WorstPhotos {
 public:
  /// `max_side`: of the pictures, pixels.
  explicit WorstPhotos(std::size_t count, int max_side = 360) : count_(count), max_side_(max_side) {}

  void add(const inference::PhotoOutcome& outcome);
  /// The worst first. The first failure to draw one, if any.
  Result<std::vector<WorstPhoto>> take();

 private:
  std::size_t count_;
  int max_side_;
  std::vector<WorstPhoto> photos_;
  Status failure_;
};

/// The photo brought down to `max_side`, parts of `mask` (same size as the photo, values of part.h) tinted in their
/// colours; ignored pixels (255) are greyed.
Result<Image> tinted(const Image& photo, const Mask& mask, int max_side);

}  // namespace jaedan::report
