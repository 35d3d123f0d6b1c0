#pragma once

#include <optional>

#include "app/gui/base/ui.h"
#include "app/gui/canvas/canvas_state.h"
#include "app/gui/panels/attributes_panel.h"
#include "app/gui/panels/questions.h"
#include "app/gui/project/document.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// What the model would have said instead of `label`; null when it is not known, and of what a person has said.
const AlternativeValue* second_guess_of(const AttributeValue& label);
/// The model's label in answer to `question`, filled in or guessed (model_guesses.h), whose second guess may be taken,
/// or null.
const AttributeValue* label_with_second(const Question& question, const Document& document);
/// Of all labels with a second guess the one where that is nearest to the first: the one that the key means when no
/// question is being answered. Null when there is none.
const AttributeValue* most_doubtful(const Taxonomy& taxonomy, const AttributeValues& labels);
/// The same of what the proposal comes with, else of what the model guesses of it.
const AttributeValue* most_doubtful(const Taxonomy& taxonomy, const Proposal& proposal);

/// A line below a guess, "or navy 21 %", with the key when `has_key`. True when it is pressed.
bool second_guess_line(const Ui& ui, const Taxonomy& taxonomy, const AttributeValue& label, bool has_key);

/// The proposal becomes a garment on which the person has said the second guess of `label`: one undo entry.
void accept_with_second(const Ui& ui, const Document& document, const Proposal& proposal, const AttributeValue& label,
                        PhotoView& view);
/// What the key does: the most doubtful label of the selected proposal, else the question that is answered, else the
/// most doubtful label of the selected garment gets its second guess. Says so when there is none.
void take_second_guess(const Ui& ui, const Taxonomy& taxonomy, const Document& document, PhotoView& view,
                       LabelsState& state);

}  // namespace jaedan::gui
