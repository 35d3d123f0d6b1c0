#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "inference/models/head_spec.h"
#include "inference/train/measure/calibration.h"
#include "inference/train/measure/metrics.h"

namespace jaedan::inference {

/// One value that a head said of a garment, or of a photo.
struct SaidValue {
  int value = 0;           ///< its place among the head's
  double probability = 1;  ///< as the head said it
  bool filled_in = true;   ///< sure enough; else a guess
};

/// How one head's answers compare with what is known.
class HeadScore {
 public:
  explicit HeadScore(HeadSpec head);

  /// One garment: places among the head's values, all of them certain. Nothing is counted where one of both is empty
  /// and the head has one value a garment.
  void add(const std::vector<int>& truth, const std::vector<int>& said);
  /// The same with how sure the head is, the likeliest first. Where one value is said and several are true, it is right
  /// when it is one of them.
  void add_said(const std::vector<int>& truth, const std::vector<SaidValue>& said);

  const HeadSpec& head() const { return head_; }
  int garments() const { return garments_; }  ///< that were counted; photos, where the head is asked of photos
  /// Share of right answers, filled in or guessed; of a head with several values twice the right ones over all that are
  /// true or said (F1). 0 when nothing was counted.
  double accuracy() const;
  /// Share of the garments in which something is filled in; 0 when nothing was counted.
  double coverage() const;
  /// Share of right ones of the values that are filled in; none where nothing is.
  std::optional<double> filled_in_right() const;
  /// Mean over the values that are true of at least kLeastCases garments of the share that is said, filled in or
  /// guessed, where it is true: what a head that always says the commonest is bad at. None where there is no such
  /// value.
  std::optional<double> balanced() const;
  /// How far the probabilities of what was said keep their word.
  Calibration calibration() const { return calibration_of(outcomes_); }
  /// Which value is called what; empty for a head with several values.
  const ConfusionMatrix& confusion() const { return confusion_; }

  static constexpr int kLeastCases = 5;

 private:
  struct Cases {
    int all = 0, said = 0;
  };

  void count_cases(const std::vector<int>& truth, const std::vector<SaidValue>& said);

  HeadSpec head_;
  ConfusionMatrix confusion_;
  int garments_ = 0;
  int covered_ = 0;                                   ///< garments
  std::int64_t right_ = 0, true_ = 0, said_ = 0;      ///< values
  std::int64_t filled_in_ = 0, filled_in_right_ = 0;  ///< values
  std::vector<Cases> cases_;                          ///< by value
  std::vector<ScoreOutcome> outcomes_;                ///< of each value that was said
};

/// One for each head, nothing counted.
std::vector<HeadScore> head_scores(const std::vector<HeadSpec>& heads);

}  // namespace jaedan::inference
