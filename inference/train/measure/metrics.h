#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "inference/garments/segmentation_classes.h"
#include "labeling/domain/mask.h"

namespace jaedan::inference {

/// What one part scores over a set of photos.
struct PartScore {
  bool seen = false;      ///< whether the truth or an answer shows it anywhere; without, iou says nothing
  double iou = 0;         ///< intersection over union of all pixels of all photos
  double per_photo = 0;   ///< mean IoU over photos that show the part
  double kept = 0;        ///< share of those with IoU ≥ 0.85: a mask an annotator can keep
  double found = 0;       ///< share of those with IoU ≥ 0.5
  double false_rate = 0;  ///< share of photos without the part where ≥ 1 % is called so
  int photos = 0;         ///< that show the part
};

struct SegmentationScore {
  std::array<PartScore, kPartCount> parts;
  double miou = 0;         ///< mean iou of the parts that were seen: one that is in no photo is no zero
  double miou_of_all = 0;  ///< the same over all four, one that is in no photo as 0
  double per_garment = 0;  ///< mean IoU over all garments
  double kept = 0;
  double found = 0;
  int garments = 0;
};

inline constexpr double kKeptIou = 0.85;      ///< a mask that an annotator can keep
inline constexpr double kFoundIou = 0.5;      ///< a garment that was found
inline constexpr int kLeastTruePixels = 200;  ///< below, a part is neither found nor missed

/// Collects predictions. Truth pixels of 255 count nothing; a part below 200 true pixels is neither found nor
/// missed. Values above 4 are no garment.
class SegmentationMeter {
 public:
  /// Masks of one photo, same size.
  void add(const Mask& predicted, const Mask& truth);
  SegmentationScore score() const;

 private:
  struct Part {
    double both = 0, either = 0;
    std::vector<double> ious;
    int absent = 0, wrongly_seen = 0;
  };
  std::array<Part, kPartCount> parts_;
};

/// IoU of one part in one photo, without truth pixels of 255; nothing when neither shows it.
std::optional<double> part_iou(const Mask& predicted, const Mask& truth, Part part);
/// Mean of that over the parts which either of them shows; 1 when neither shows any. Masks of the same size.
double mean_iou(const Mask& predicted, const Mask& truth);

/// Counts of (true class, predicted class).
class ConfusionMatrix {
 public:
  explicit ConfusionMatrix(int classes) : classes_(classes), counts_(std::size_t(classes) * classes) {}
  void add(int truth, int predicted, std::int64_t count = 1) {
    counts_[std::size_t(truth) * classes_ + predicted] += count;
  }
  std::int64_t at(int truth, int predicted) const { return counts_[std::size_t(truth) * classes_ + predicted]; }
  std::int64_t total() const;
  /// Share of right answers; 0 when nothing was added.
  double accuracy() const;
  int classes() const { return classes_; }

 private:
  int classes_;
  std::vector<std::int64_t> counts_;
};

}  // namespace jaedan::inference
