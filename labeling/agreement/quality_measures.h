#pragma once

#include <vector>

#include "labeling/domain/annotation.h"
#include "labeling/domain/quality_measures.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::labeling {

/// The annotations are of one photo of `width` × `height` pixels (above 0).

/// What somebody drew against what is right, matched part by part (mask_agreement.h).
ControlMeasure measure_outlines(const Annotation& answer, const Annotation& truth, int width, int height);
/// What somebody said against what is right, of attributes that are said at `stage`: of each garment that both have,
/// and of the photo. One too many is wrong, and so is one that is missing.
ControlMeasure measure_labels(const Annotation& answer, const Annotation& truth, LabelStage stage,
                              const Taxonomy& taxonomy, int width, int height);
/// How far several people agree; `people` of the result is left to the caller. Takes pairs of people times garments.
PanelMeasure measure_people(const std::vector<Annotation>& people, const Taxonomy& taxonomy, int width, int height);

}  // namespace jaedan::labeling
