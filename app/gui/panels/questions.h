#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/gui/panels/answer_memory.h"
#include "app/gui/words/strings.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/review/actor.h"

namespace jaedan::gui {

/// One thing to be said of a garment, or of the whole photo (`garment` empty).
struct Question {
  const TaxonomyAttribute* attribute = nullptr;  ///< of the taxonomy that was asked; never null
  GarmentId garment;

  bool of_photo() const { return !garment; }
};

/// One answer to choose from.
struct Answer {
  std::string value;
  std::string name;        ///< in the window's language
  std::string other_name;  ///< in the other one; typing finds it too
};

/// Answers that are shown at once, one for each digit from 1 on.
inline constexpr int kAnswersPerPage = 9;

/// What has been said of the question's garment, or of the photo, and nothing else: enough to try an answer on, without
/// regions, which are large.
Annotation labels_asked_about(const Question& question, const Annotation& annotation);
/// What is asked of the selected garment, then of the photo, in the taxonomy's order.
std::vector<Question> questions_of(const Taxonomy& taxonomy, const Annotation& annotation, GarmentId selected);
/// Everything that may be answered, "not sure" last, without a style that is the sub-style already and the reverse;
/// only what `typed` finds, with gaps where it finds nothing without. Of more values than there are digits those used
/// before come first, and keep their places.
std::vector<Answer> answers_to(const Question& question, const Annotation& annotation, const Strings& text,
                               std::string_view typed, const AnswerMemory& memory);
/// Whether `value` would be taken: a sub-style needs a style, and another one.
bool may_answer(const Question& question, const Annotation& annotation, const std::string& value);
/// On which page of `answers` the first given answer stands; the first page when there is none.
int page_of_given(const std::vector<Answer>& answers, const std::vector<const AttributeValue*>& given);
/// What has been answered so far.
std::vector<const AttributeValue*> given_answers(const Question& question, const Annotation& annotation);
/// Nobody has answered yet, or only a model has.
bool is_open(const Question& question, const Annotation& annotation);
/// The same, and everybody is asked.
bool is_due(const Question& question, const Annotation& annotation);
/// A model has filled in an answer, and nobody has said yes.
bool is_filled_in(const Question& question, const Annotation& annotation);
/// The questions of the same garment, or of the photo, that are filled in, as far as the answer is `actor`'s to give:
/// expert labels are not for who may not have that stage, nor for who has an earlier one in hand.
std::vector<Question> filled_in_beside(const Question& question, const Taxonomy& taxonomy, const Annotation& annotation,
                                       const Actor& actor);

}  // namespace jaedan::gui
