#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "inference/train/measure/operator/label_questions.h"

namespace jaedan::inference {

/// How a question is answered in label mode.
struct LabelAnswer {
  std::vector<std::string> keys;    ///< as the studio names them: "Enter", "Shift+3", "b"
  std::vector<std::string> values;  ///< what is said then
};

/// The one that takes all that is filled in of a garment or of a photo (label_work.h).
inline constexpr const char* kTakeFilledInKey = "Left";

/// Keys that go down: "Shift+3" is two.
int key_count(const std::vector<std::string>& keys);

/// What a person has said of photos before, as label mode remembers it: by part (none: of the photo) and attribute.
class LabelMemory {
 public:
  struct Past {
    std::vector<std::string> last;  ///< what was said last: offered again where nothing is said yet
    std::vector<std::string> used;  ///< every value, in the order of its first use
  };

  /// Empty where nothing was said.
  const Past& past(std::optional<Part> part, const std::string& attribute) const;
  void remember(std::optional<Part> part, const std::string& attribute, const std::vector<std::string>& values);

 private:
  std::map<std::pair<std::optional<Part>, std::string>, Past> past_;
};

/// The fewest keys: Enter takes what is filled in or guessed, or else what was said last time, one key the second
/// guess, a digit a value of the page that is shown, 0 the next page, and letters of its English name find it
/// (korean_search.h) – the rules of label mode (app/gui/panels), which a test of the studio holds this to.
LabelAnswer answer_by_keys(const LabelQuestion& question, const LabelMemory& memory);

}  // namespace jaedan::inference
