#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/part.h"

namespace jaedan::recommender {

/// A value of an attribute, by their ids; without a value: any value of it.
struct Label {
  std::string attribute;
  std::string value;

  friend bool operator==(const Label& a, const Label& b) { return a.attribute == b.attribute && a.value == b.value; }
};

/// What one word may mean, the likeliest first; any of them is enough.
using Readings = std::vector<Label>;

/// What a word does in a sentence.
enum class WordRole {
  kLabel,            ///< says something of a garment or of the photo
  kPart,             ///< names a part of the body
  kAttribute,        ///< names a question: colour, print, sleeve
  kParticle,         ///< hangs on a Korean word and says nothing here
  kTopicParticle,    ///< the same; what follows is said of that word
  kJoiningParticle,  ///< the same; another garment or label follows
  kAddingParticle,   ///< the same, of another garment: 스커트*에* 셔츠
  kOrParticle,       ///< the same; either is enough
  kJoining,          ///< and
  kOr,               ///< or
  kBelonging,        ///< skirt *in* red, coat *with* buttons
  kNotBefore,        ///< *not* black
  kWithoutBefore,    ///< *without* jeans
  kNotAfter,         ///< 무늬 *없는*
  kFiller,           ///< the, 옷
  kUnknown,          ///< nobody knows it; nothing is said across it
};

/// Words beside those of the taxonomy (assets/search/README.md has the file's form).
struct WordTable {
  struct Row {
    std::vector<std::string> words;
    WordRole role = WordRole::kFiller;
    std::vector<Readings> means;  ///< of a label: each must hold
    std::optional<Part> part;     ///< of a part
    Label attribute;              ///< of an attribute; its value: the answer when there is none, may be empty
  };
  std::vector<Row> rows;
};

/// kCorrupt names `name` and what is wrong: broken JSON, another format, an unknown part or role, a label without a
/// dot.
Result<WordTable> parse_word_table(std::string_view json, const std::string& name);
/// The file at `path`. Errors of reading it (1 MiB at most) and as above.
Result<WordTable> load_word_table(const std::string& path);

}  // namespace jaedan::recommender
