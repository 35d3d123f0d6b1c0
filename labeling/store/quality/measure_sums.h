#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/quality_measures.h"
#include "labeling/review/stage.h"
#include "labeling/store/quality/quality_sums.h"

namespace jaedan::labeling {

/// An answer of a control as it was measured.
struct MeasuredAnswer {
  AnswerId answer;
  PhotoId photo;
  UserId user;
  Stage stage = Stage::kDrawn;
  std::optional<ControlMeasure> measure;  ///< none: nobody knows what is right
};

/// A panel of two answers or more as it was measured.
struct MeasuredPanel {
  PanelId panel;
  PanelMeasure measure;
};

/// What one of them adds to the sums: the one rule by which every store adds up.
QualitySums sums_of(const MeasuredAnswer& answer);
QualitySums sums_of(const MeasuredPanel& panel);

/// QualityKey::word: the values that were said, in their order, whoever said them. Units of the same word are alike for
/// measures that do not ask who said what (labeling/agreement/repeated_units.h).
std::string said_word(const std::map<std::size_t, std::string>& said);
/// kCorrupt when it is none.
Result<std::vector<std::string>> values_of_said_word(const std::string& word);

}  // namespace jaedan::labeling
