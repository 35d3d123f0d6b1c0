#include "inference/train/measure/operator/label_work.h"

#include <utility>

namespace jaedan::inference {

LabelWork label(const std::vector<LabelQuestion>& questions, const LabelMemory& memory) {
  LabelWork work;
  for (const LabelQuestion& question : questions) {
    LabelAnswer answer = answer_by_keys(question, memory);
    const int keys = key_count(answer.keys);
    work.keys += keys;
    work.acts += act::kLabel + Acts{keys, 0, 0, 0};
    work.said.push_back({question.part, question.attribute->id, std::move(answer.values)});
  }
  return work;
}

void remember(const LabelWork& work, LabelMemory& memory) {
  for (const LabelWork::Said& said : work.said) memory.remember(said.part, said.attribute, said.values);
}

}  // namespace jaedan::inference
