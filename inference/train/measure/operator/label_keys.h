#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "inference/train/data/training_item.h"
#include "inference/train/measure/operator/operator_costs.h"
#include "labeling/domain/attribute.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::inference {

/// One thing that is to be said of a garment or of a photo.
struct LabelQuestion {
  const TaxonomyAttribute* attribute = nullptr;  ///< never null
  std::optional<Part> part;                      ///< of the garment; none: of the photo
  AttributeValues said;                          ///< a model's answer, if it has any
  /// Any one of them is right; of an attribute that takes several values, all of them and no other. Never empty.
  std::vector<std::string> truth;
  std::string taken;  ///< no answer here: what is the colour is no sub-colour; empty: nothing
};

/// How a question is answered in label mode.
struct LabelAnswer {
  std::vector<std::string> keys;    ///< as the studio names them: "Enter", "Shift+3", "b"
  std::vector<std::string> values;  ///< what is said then
};

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

/// The fewest keys: Enter takes the guess or what was said last time, one key the second guess, a digit a value of the
/// page that is shown, 0 the next page, and letters of its English name find it (korean_search.h) – the rules of label
/// mode (app/gui/panels), which a test of the studio holds this to.
LabelAnswer answer_by_keys(const LabelQuestion& question, const LabelMemory& memory);

/// What is known of a garment of `part` as questions, in the order of label mode, with what a model said of it. What
/// the taxonomy does not have, or has not for this part, is left out.
std::vector<LabelQuestion> questions_about(const Taxonomy& taxonomy, Part part, const KnownLabels& known,
                                           const AttributeValues& said);
/// The same of the whole photo.
std::vector<LabelQuestion> questions_about_photo(const Taxonomy& taxonomy, const KnownLabels& known);

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
