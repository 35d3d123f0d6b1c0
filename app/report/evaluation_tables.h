#pragma once

#include <string>

#include "inference/train/measure/evaluate.h"

namespace jaedan::report {

/// Pieces of the evaluation report, as HTML.

/// A row a part, one for all, and where there are second readings one for the best of two.
std::string part_table(const inference::EvaluationReport& report);
/// Which parts are said where which are there: the commonest mistakes in words.
std::string misreading_list(const inference::EvaluationReport& report);
/// Which part's pixels are called what, in shares of the true ones.
std::string pixel_table(const inference::EvaluationReport& report);
/// How many of a head's answers are right, and which value is called what, in garments; values that never occur are
/// left out. Empty without a garment.
std::string head_table(const inference::HeadScore& score);

}  // namespace jaedan::report
