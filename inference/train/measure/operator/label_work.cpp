#include "inference/train/measure/operator/label_work.h"

#include <utility>

namespace jaedan::inference {
namespace {

/// What Enter takes of it is what is filled in.
bool is_right_already(const LabelQuestion& question, const LabelAnswer& answer) {
  return !question.words.said.empty() && answer.keys == std::vector<std::string>{"Enter"};
}

/// The first label from which on nothing is filled in that is wrong. What is gone back to is gone back to from the
/// label before it: that must be where the key was pressed, or have got keys of its own.
std::size_t first_to_take_at(const std::vector<LabelQuestion>& questions, const std::vector<LabelWork::Said>& said) {
  std::size_t first = said.size();
  for (std::size_t i = said.size(); i-- > 0;) {
    const bool is_wrong = !questions[i].words.said.empty() && !said[i].stands;
    if (is_wrong) break;
    if (!said[i].stands) continue;
    first = i;
    if (i + 1 < said.size() && is_passed_over(questions[i + 1])) break;
  }
  return first;
}

}  // namespace

std::size_t LabelWork::needed() const {
  std::size_t questions = said.size();
  while (questions > 0 && said[questions - 1].stands) --questions;
  return questions;
}

std::size_t LabelWork::answered() const { return ends && takes_from >= needed() ? needed() : said.size(); }

std::vector<std::string> LabelWork::pressed() const {
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < answered(); ++i) {
    if (i == takes_from) keys.emplace_back(kTakeFilledInKey);
    const bool is_taken = i >= takes_from && said[i].stands;
    if (!is_taken) keys.insert(keys.end(), said[i].keys.begin(), said[i].keys.end());
  }
  return keys;
}

Acts LabelWork::acts() const { return static_cast<int>(said.size()) * act::kLabel + Acts{keys(), 0, 0, 0}; }

LabelWork label(const std::vector<LabelQuestion>& questions, const LabelMemory& memory) {
  LabelWork work;
  for (const LabelQuestion& question : questions) {
    LabelAnswer answer = answer_by_keys(question, memory);
    const bool stands = is_right_already(question, answer);
    work.said.push_back(
        {question.part, question.attribute->id, std::move(answer.values), std::move(answer.keys), stands});
  }
  work.takes_from = first_to_take_at(questions, work.said);
  return work;
}

void remember(const LabelWork& work, LabelMemory& memory) {
  for (std::size_t i = 0; i < work.answered(); ++i) {
    memory.remember(work.said[i].part, work.said[i].attribute, work.said[i].values);
  }
}

}  // namespace jaedan::inference
