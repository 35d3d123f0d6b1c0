#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "labeling/domain/annotation.h"

namespace jaedan::gui {

struct Question;

/// What a person has answered to a question since the project was opened.
struct PastAnswers {
  std::vector<std::string> last;  ///< the answer to the last garment: offered again where nobody has said anything yet
  std::vector<std::string> used;  ///< every value, in the order of its first use
};
/// By the garment's part (empty for the photo's questions) and the attribute.
using AnswerMemory = std::map<std::pair<std::optional<Part>, std::string>, PastAnswers>;

/// Under which a question's answers are remembered.
AnswerMemory::key_type key_of(const Question& question, const Annotation& annotation);
/// Keeps what was just said.
void remember(PastAnswers& past, std::vector<std::string> values);
/// What was answered last time to the same question of the same part; empty when it was
/// answered here already. What would be refused here is left out.
std::vector<std::string> suggested(const Question& question, const Annotation& annotation, const AnswerMemory& memory);

}  // namespace jaedan::gui
