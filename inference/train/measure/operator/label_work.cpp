#include "inference/train/measure/operator/label_work.h"

#include <utility>

namespace jaedan::inference {
namespace {

/// What Enter takes of it is what is filled in.
bool is_right_already(const LabelQuestion& question, const LabelAnswer& answer) {
  return !question.words.said.empty() && answer.keys == std::vector<std::string>{"Enter"};
}

}  // namespace

std::size_t LabelWork::needed() const {
  std::size_t questions = said.size();
  while (questions > 0 && said[questions - 1].stands) --questions;
  return questions;
}

int LabelWork::keys_of(std::size_t questions) const {
  int keys = 0;
  for (std::size_t i = 0; i < questions; ++i) keys += said[i].keys;
  return keys;
}

std::size_t LabelWork::answered() const {
  const bool leaves = ends || keys_of(needed()) + act::kLeaveLabels.keys < keys_of(said.size());
  return leaves ? needed() : said.size();
}

int LabelWork::keys() const {
  const bool leaves = answered() < said.size() && !ends;
  return keys_of(answered()) + (leaves ? act::kLeaveLabels.keys : 0);
}

Acts LabelWork::acts() const { return static_cast<int>(said.size()) * act::kLabel + Acts{keys(), 0, 0, 0}; }

LabelWork label(const std::vector<LabelQuestion>& questions, const LabelMemory& memory) {
  LabelWork work;
  for (const LabelQuestion& question : questions) {
    LabelAnswer answer = answer_by_keys(question, memory);
    const bool stands = is_right_already(question, answer);
    const int keys = key_count(answer.keys);
    work.said.push_back({question.part, question.attribute->id, std::move(answer.values), keys, stands});
  }
  return work;
}

void remember(const LabelWork& work, LabelMemory& memory) {
  for (std::size_t i = 0; i < work.answered(); ++i) {
    memory.remember(work.said[i].part, work.said[i].attribute, work.said[i].values);
  }
}

}  // namespace jaedan::inference
