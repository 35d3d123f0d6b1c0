#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"

namespace jaedan::labeling {

/// What of an annotation counts.
struct RecordFacts {
  /// Something that was said.
  struct Word {
    std::string attribute;
    std::string value;
    std::string model;      ///< who said it, if a model did; else empty
    bool is_guess = false;  ///< … and nobody confirmed it
  };
  struct OnePart {
    std::int64_t garment = 0;
    int part = 0;
    std::string outline_model;  ///< the model that drew it; empty for a person or a file
    std::vector<Word> words;
  };

  WorkflowState state = WorkflowState::kNew;
  std::vector<OnePart> garments;
  std::vector<Word> words;  ///< of the whole photo

  std::vector<std::string> styles() const;
  /// How many garments there are of each part; [0]: of all.
  std::array<int, kAllParts.size() + 1> garment_counts() const;
};

RecordFacts record_facts(const Annotation& annotation);
/// The same from LogRecord::after of an annotation, without a look at its outlines. kCorrupt for anything else.
Result<RecordFacts> record_facts(std::string_view json);

}  // namespace jaedan::labeling
