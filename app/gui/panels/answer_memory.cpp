#include "app/gui/panels/answer_memory.h"

#include <algorithm>

#include "app/gui/panels/questions.h"

namespace jaedan::gui {

AnswerMemory::key_type key_of(const Question& question, const Annotation& annotation) {
  const Garment* garment = find_garment(annotation, question.garment);
  return {garment ? std::optional<Part>(garment->part) : std::nullopt, question.attribute->id};
}

void remember(PastAnswers& past, std::vector<std::string> values) {
  for (const std::string& value : values) {
    const bool is_new = std::find(past.used.begin(), past.used.end(), value) == past.used.end();
    if (is_new && value != kNotSure) past.used.push_back(value);
  }
  past.last = std::move(values);
}

std::vector<std::string> suggested(const Question& question, const Annotation& annotation, const AnswerMemory& memory) {
  if (!given_answers(question, annotation).empty()) return {};
  const auto found = memory.find(key_of(question, annotation));
  if (found == memory.end()) return {};
  std::vector<std::string> last = found->second.last;
  const auto refused = [&](const std::string& value) { return !may_answer(question, annotation, value); };
  last.erase(std::remove_if(last.begin(), last.end(), refused), last.end());
  return last;
}

}  // namespace jaedan::gui
