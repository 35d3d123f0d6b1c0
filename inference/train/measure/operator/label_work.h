#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "inference/train/measure/operator/label_keys.h"
#include "inference/train/measure/operator/label_questions.h"
#include "inference/train/measure/operator/operator_costs.h"

namespace jaedan::inference {

/// The labels of a garment or of a photo, in the order of label mode. One key takes all that is filled in, as soon as
/// nothing of that is wrong: what is wrong goes first, and on the way to it a key passes over what is right. What is
/// filled in and right stays without a key when nothing behind it is to be keyed.
struct LabelWork {
  struct Said {
    std::optional<Part> part;
    std::string attribute;
    std::vector<std::string> values;
    std::vector<std::string> keys;  ///< as label_keys.h names them
    bool stands = false;            ///< filled in and right
  };
  std::vector<Said> said;  ///< one a question
  /// The label, one that stands, at which the key that takes all is pressed; behind the last: it is not.
  std::size_t takes_from = 0;
  bool ends = false;  ///< nothing behind these is to be keyed, in this photo

  /// Whether there is anything that does not stand.
  bool needs_keys() const { return needed() > 0; }
  /// Of the questions, how many become the person's answers: all, or none of those that stand at the end.
  std::size_t answered() const;
  /// One key after the other; the last answer leads on to the next garment by itself.
  std::vector<std::string> pressed() const;
  int keys() const { return key_count(pressed()); }
  Acts acts() const;  ///< with a look at each of them

 private:
  std::size_t needed() const;  ///< up to the last that does not stand
};

/// Changes nothing of the memory: `remember` does, when this is what is done.
LabelWork label(const std::vector<LabelQuestion>& questions, const LabelMemory& memory);
/// What was answered.
void remember(const LabelWork& work, LabelMemory& memory);

}  // namespace jaedan::inference
