#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/panels/questions.h"
#include "app/gui/project/document.h"
#include "labeling/domain/measured_length.h"

namespace jaedan::gui {

/// What the model says in answer to `question`, where nobody has said anything and nothing was filled in: of a garment
/// what it said when it was asked about it (garment_words, project/document.h), else what it says, sure or not, of the
/// proposal at its place in the reading that is shown (also of a garment that a person drew there), of the photo what
/// it says of it. Nothing that would be refused, and nothing on an approved photo. Where one answer is possible, one.
/// The values are the prediction's.
std::vector<const AttributeValue*> guesses_to(const Question& question, const Document& document);

/// The proposal of the reading that is shown at the place of `garment`, if it has what is looked for; null when none is
/// there.
const Proposal* proposal_at(const Garment& garment, const Document& document,
                            const std::function<bool(const Proposal&)>& has);

/// What the model measured for the label that `question` asks for: of the garment as it is, when it was asked about it,
/// else of the proposal at its place in the reading that is shown, as long as the garment's outline is the model's own.
/// Null when there is nothing. It is the prediction's.
const MeasuredLength* measure_for(const Question& question, const Document& document);

/// While the mouse is over `row` (screen space) of the window that is being drawn: a tooltip that says what was
/// measured. True then; the line belongs over the photo (PhotoView::measured).
bool measure_tip(const Ui& ui, const MeasuredLength& measure, const Rect& row);

/// A line of what a model says: the attribute, the value, how sure it is. `item` is its name for scripts. A guess that
/// is not filled in has a question mark.
void said_row(const Ui& ui, const std::string& item, const std::string& attribute, const std::string& value,
              double score, bool filled_in);
/// The value with that question mark.
std::string guessed(const std::string& value);

}  // namespace jaedan::gui
