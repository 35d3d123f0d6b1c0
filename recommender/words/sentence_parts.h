#pragma once

#include <optional>
#include <vector>

#include "recommender/words/query_grammar.h"

namespace jaedan::recommender {

/// A sentence after its small words are understood: what is said, wanted or not, and where it is divided.
struct SentencePart {
  enum class Kind {
    kLabel,      ///< something that is said of a garment or of the photo, or a garment itself
    kJoining,    ///< another garment or label follows
    kOr,         ///< the same
    kBelonging,  ///< what follows is said of the garment in front
    kTopic,      ///< the same, of the garment right before it
  };
  Kind kind = Kind::kLabel;
  std::vector<Readings> labels;  ///< each must hold
  std::optional<Part> part;
  bool excluded = false;
  TextPlace place;
  bool after_separator = false;
};

bool is_category(const Label& label);
/// Whether it names a garment; `maybe`: or may name one, as 니트 (the material, or a sweater).
bool names_garment(const SentencePart& part);
bool may_name_garment(const SentencePart& part);

/// Leaves out what says nothing, finds what each negation speaks of, answers questions ("무늬 없는" is solid), and
/// makes one of what "or" joins.
std::vector<SentencePart> sentence_parts(std::vector<SentenceWord> words);

}  // namespace jaedan::recommender
