#pragma once

#include <string>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/panels/answer_memory.h"
#include "app/gui/panels/questions.h"

namespace jaedan::gui {

/// The person chooses (or, where several answers are possible, takes back) a value. False when the value will be
/// refused (a sub-style without a style); the refusal is told, and the value is not remembered.
bool choose(const Ui& ui, const Question& question, const std::string& value, const Annotation& annotation,
            AnswerMemory& memory);
/// The person agrees with what a model said.
void confirm(const Ui& ui, const Question& question);
/// The person agrees with all that a model said in answer to `questions`, in one undo step.
void confirm_all(const Ui& ui, const std::vector<Question>& questions, const Annotation& annotation,
                 AnswerMemory& memory);
/// The person takes what the model guesses (model_guesses.h): it is the person's word then.
void take_guesses(const Ui& ui, const Question& question, const std::vector<const AttributeValue*>& guesses,
                  const Annotation& annotation, AnswerMemory& memory);
/// Takes back every answer.
void clear(const Ui& ui, const Question& question);

}  // namespace jaedan::gui
