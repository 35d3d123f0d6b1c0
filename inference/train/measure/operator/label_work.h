#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "inference/train/measure/operator/label_keys.h"
#include "inference/train/measure/operator/label_questions.h"
#include "inference/train/measure/operator/operator_costs.h"

namespace jaedan::inference {

/// The labels of a garment or of a photo, in the order of label mode. What is filled in and right stays without a key
/// when nothing behind it is to be keyed; before that a key passes over it.
struct LabelWork {
  struct Said {
    std::optional<Part> part;
    std::string attribute;
    std::vector<std::string> values;
    int keys = 0;
    bool stands = false;  ///< filled in and right
  };
  std::vector<Said> said;  ///< one a question
  bool ends = false;       ///< nothing behind these is to be keyed, in this photo

  /// Whether there is anything that does not stand.
  bool needs_keys() const { return needed() > 0; }
  /// Of the questions, how many are gone through: all, which leads on to the next garment, or up to the last that does
  /// not stand, from where one goes to the next garment oneself. What takes fewer keys.
  std::size_t answered() const;
  int keys() const;
  Acts acts() const;  ///< with a look at each of them

 private:
  std::size_t needed() const;  ///< up to the last that does not stand
  int keys_of(std::size_t questions) const;
};

/// Changes nothing of the memory: `remember` does, when this is what is done.
LabelWork label(const std::vector<LabelQuestion>& questions, const LabelMemory& memory);
/// What was answered.
void remember(const LabelWork& work, LabelMemory& memory);

}  // namespace jaedan::inference
