#pragma once

#include <string>

#include "labeling/base/result.h"
#include "labeling/domain/quality_measures.h"

namespace jaedan::labeling {

/// Measures as text, exactly: numbers with the shortest digits that read back as the same. kCorrupt for another text.
std::string measure_to_json(const ControlMeasure& measure);
std::string measure_to_json(const PanelMeasure& measure);
Result<ControlMeasure> control_measure_from_json(const std::string& text);
Result<PanelMeasure> panel_measure_from_json(const std::string& text);

}  // namespace jaedan::labeling
