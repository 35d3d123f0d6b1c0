#pragma once

#include <string>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/shell/view_state.h"
#include "app/gui/words/strings.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// One thing to be said of a garment, or of the whole photo (`garment` empty).
struct Question {
  const TaxonomyAttribute* attribute = nullptr;
  GarmentId garment;

  bool of_photo() const { return !garment; }
};

/// One answer to choose from.
struct Answer {
  std::string value;
  std::string name;        ///< in the window's language
  std::string other_name;  ///< in the other one; typing finds it too
};

/// What is asked of the selected garment, then of the photo, in the taxonomy's order.
std::vector<Question> questions_of(const Taxonomy& taxonomy, const Annotation& annotation, GarmentId selected);
/// Everything that may be answered, "not sure" last; only what `typed` finds. Of more values than there are digits
/// those used before come first, and keep their places.
std::vector<Answer> answers_to(const Question& question, const Annotation& annotation, const Strings& text,
                               std::string_view typed, const AnswerMemory& memory);
/// What has been answered so far.
std::vector<const AttributeValue*> given_answers(const Question& question, const Annotation& annotation);

/// Under which a question's answers are remembered.
AnswerMemory::key_type key_of(const Question& question, const Annotation& annotation);
/// Keeps what was just said.
void remember(PastAnswers& past, std::vector<std::string> values);
/// Nobody has answered yet, or only a model has.
bool is_open(const Question& question, const Annotation& annotation);
/// The same, and everybody is asked.
bool is_due(const Question& question, const Annotation& annotation);
/// What was answered last time to the same question of the same part; empty when it was answered here already.
std::vector<std::string> suggested(const Question& question, const Annotation& annotation, const AnswerMemory& memory);

/// The person chooses (or, where several answers are possible, takes back) a value. False when the value will be
/// refused (a sub-style without a style); the refusal is told.
bool choose(const Ui& ui, const Question& question, const std::string& value, const Annotation& annotation,
            AnswerMemory& memory);
/// The person agrees with what a model said.
void confirm(const Ui& ui, const Question& question);
/// Takes back every answer.
void clear(const Ui& ui, const Question& question);

/// Keeps the mode on a question that the selected garment is asked; off when there is none.
void settle_attribute_mode(const Taxonomy& taxonomy, const Annotation& annotation, ViewState& view);
/// The keys of the attribute mode: ↑/↓ question, digits and letters choose, Enter takes the first match, the model's
/// guess or what was answered last time, Tab next garment, Esc leaves. An answer leads to the next one that is due: of
/// the garment, of the other garments, of the photo; where several may be given, with Shift and a digit or Enter. False
/// when the key has nothing to do with it.
bool attribute_mode_takes(const Ui& ui, const Taxonomy& taxonomy, const Annotation& annotation, ViewState& view);

/// Values of one page in the attribute mode, one for each digit from 1 on.
inline constexpr int kAnswersPerPage = 9;

}  // namespace jaedan::gui
