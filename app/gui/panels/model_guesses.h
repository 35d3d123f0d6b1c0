#pragma once

#include <string>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/panels/questions.h"
#include "app/gui/project/document.h"

namespace jaedan::gui {

/// What the model says in answer to `question`, where nobody has said anything and nothing was filled in: of a garment
/// what it says, sure or not, of the proposal at its place in the reading that is shown (also of a garment that a
/// person drew there), of the photo what it says of it. Nothing that would be refused, and nothing on an approved
/// photo. Where one answer is possible, one. The values are the prediction's.
std::vector<const AttributeValue*> guesses_to(const Question& question, const Document& document);

/// A line of what a model says: the attribute, the value, how sure it is. `item` is its name for scripts. A guess that
/// is not filled in has a question mark.
void said_row(const Ui& ui, const std::string& item, const std::string& attribute, const std::string& value,
              double score, bool filled_in);
/// The value with that question mark.
std::string guessed(const std::string& value);

}  // namespace jaedan::gui
