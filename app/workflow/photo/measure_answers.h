#pragma once

#include <optional>
#include <string>

#include "app/workflow/project/project.h"
#include "labeling/domain/quality_measures.h"

namespace jaedan::workflow {

/// How well people answer who do a photo apart from the project (labeling/store/people/answer_store.h). It is measured
/// once, and kept by labeling/store/quality/measure_store.h.

/// By what answers are measured, as a word: another vocabulary or another way to match gives another one.
std::string measure_rules(const Taxonomy& taxonomy);
/// Whether what is kept was measured by these rules for the project's vocabulary.
Result<bool> is_measured_alike(const Project& project);

/// How well a submitted answer of a control is: against the control's truth (as it was when the photo became a
/// control), or of a photo that is none any more against what is approved now. None: nobody knows what is right, or how
/// large the photo is. Some milliseconds: garments are compared pixel by pixel. kNotFound.
Result<std::optional<ControlMeasure>> measure_answer(const Project& project, AnswerId answer);
/// How far the people agree who have answered the panel; none: fewer than two have. Takes the longer the more pairs of
/// people there are.
Result<std::optional<PanelMeasure>> measure_panel(const Project& project, PanelId panel);

/// An answer was submitted, in a transaction of the caller: measures and keeps it, or the panel that it is of. Leaves
/// it to whoever looks at the figures first when a panel is of more than kMostMeasuredAtOnce people, for others wait
/// meanwhile; when something cannot be read, which is no reason to refuse work; and when a program with other rules
/// measured what there is.
Status measure_submission(Project& project, AnswerId answer);
inline constexpr int kMostMeasuredAtOnce = 5;

}  // namespace jaedan::workflow
