#pragma once

#include <optional>
#include <vector>

#include "inference/models/head_spec.h"
#include "inference/train/measure/head_score.h"
#include "labeling/domain/part.h"

namespace jaedan::inference {

/// What a head answered of a garment or a photo of which the truth is known.
struct HeadExample {
  std::vector<float> logits;  ///< one a value, before any temperature
  std::optional<Part> part;   ///< of the garment; none: a photo
  std::vector<int> truth;     ///< places of the true values among the head's; at least one
  int photo = 0;              ///< number of its photo: examples of one photo go together
};

/// What is filled in is to be right this often.
inline constexpr double kFilledInRight = 0.9;
/// Of fewer examples nothing is fitted: ten right answers by chance would look like certainty.
inline constexpr std::size_t kLeastExamples = 30;
/// A threshold above which fewer answers lie says nothing.
inline constexpr int kLeastFilledIn = 10;

/// The confidence of a head (the head's own is not looked at). The temperature, between 0.1 and 10, is the one at which
/// the truth is least surprising: mean log loss over the values that may be said (Guo, Pleiss, Sun, Weinberger: "On
/// Calibration of Modern Neural Networks", ICML 2017). The threshold is then the least at which at least `right` of
/// what is filled in is true: 0 where all of it is, 1 where no threshold does it – then only what has no other answer
/// is filled in. Nothing with fewer than kLeastExamples.
std::optional<HeadConfidence> fit_confidence(const HeadSpec& head, const std::vector<HeadExample>& examples,
                                             double right = kFilledInRight);

/// How the head's answers, with its confidence, compare with the truth.
HeadScore score_of(const HeadSpec& head, const std::vector<HeadExample>& examples);
/// The same, each fifth of the photos with the confidence that the other four fit (a fresh head's, where they are too
/// few): what a fit says of its own examples is too good.
HeadScore cross_fitted_score(const HeadSpec& head, const std::vector<HeadExample>& examples,
                             double right = kFilledInRight);

}  // namespace jaedan::inference
