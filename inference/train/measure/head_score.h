#pragma once

#include <cstdint>
#include <vector>

#include "inference/models/head_spec.h"
#include "inference/train/measure/metrics.h"

namespace jaedan::inference {

/// How one head's answers compare with what is known.
class HeadScore {
 public:
  explicit HeadScore(HeadSpec head) : head_(std::move(head)), confusion_(static_cast<int>(head_.values.size())) {}

  /// One garment: places among the head's values. Nothing is counted where one of both is empty and the head has one
  /// value a garment.
  void add(const std::vector<int>& truth, const std::vector<int>& said);

  const HeadSpec& head() const { return head_; }
  int garments() const { return garments_; }  ///< that were counted
  /// Share of right answers; of a head with several values twice the right ones over all that are true or said (F1). 0
  /// when nothing was counted.
  double accuracy() const;
  /// Which value is called what; empty for a head with several values.
  const ConfusionMatrix& confusion() const { return confusion_; }

 private:
  HeadSpec head_;
  ConfusionMatrix confusion_;
  int garments_ = 0;
  std::int64_t right_ = 0, true_ = 0, said_ = 0;  ///< values
};

/// One for each head, nothing counted.
std::vector<HeadScore> head_scores(const std::vector<HeadSpec>& heads);

}  // namespace jaedan::inference
