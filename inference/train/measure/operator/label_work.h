#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inference/train/measure/operator/label_keys.h"
#include "inference/train/measure/operator/label_questions.h"
#include "inference/train/measure/operator/operator_costs.h"

namespace jaedan::inference {

/// Some questions answered.
struct LabelWork {
  struct Said {
    std::optional<Part> part;
    std::string attribute;
    std::vector<std::string> values;
  };
  Acts acts;
  int keys = 0;
  std::vector<Said> said;  ///< one a question
};
/// Changes nothing of the memory: `remember` does, when this is what is done.
LabelWork label(const std::vector<LabelQuestion>& questions, const LabelMemory& memory);
void remember(const LabelWork& work, LabelMemory& memory);

}  // namespace jaedan::inference
