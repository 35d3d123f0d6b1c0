#pragma once

#include <string>
#include <vector>

#include "inference/train/measure/evaluate.h"

namespace jaedan::inference {

/// One way in which the parts of photos are misread.
struct Misreading {
  PartSet shown = 0;
  PartSet said = 0;
  int photos = 0;     ///< misread so
  int of_photos = 0;  ///< that show `shown`
};

/// The misreadings that happened, the commonest first, at most `count`.
std::vector<Misreading> common_misreadings(const ConfusionMatrix& part_sets, std::size_t count);
/// "top and bottom", "dress", "no garment".
std::string words_of(PartSet set);
/// "dress read as top and bottom: 7 of 24 photos".
std::string words_of(const Misreading& misreading);

/// What the model is worst at, by the measurement: sentences that begin with "Measured: ".
std::vector<std::string> measured_weaknesses(const EvaluationReport& report);
/// `weaknesses` with their measured sentences replaced by `measured`; what a person wrote stays, first.
std::vector<std::string> with_measured(const std::vector<std::string>& weaknesses,
                                       const std::vector<std::string>& measured);

}  // namespace jaedan::inference
