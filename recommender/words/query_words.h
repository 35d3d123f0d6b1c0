#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/part.h"
#include "recommender/words/vocabulary.h"

namespace jaedan::recommender {

/// A place in WordQuery::text, in bytes.
struct TextPlace {
  std::size_t at = 0;
  std::size_t length = 0;
};

/// A label that is asked for, or that is not wanted.
struct QueryLabel {
  Readings readings;  ///< what the word may mean, the likeliest first: one of them is enough; unwanted: none of them
  TextPlace place;
};

/// One garment that is looked for.
struct QueryGarment {
  std::optional<Part> part;  ///< follows from its category; none when no word says
  std::vector<QueryLabel> wanted;
  std::vector<QueryLabel> excluded;

  bool empty() const { return !part && wanted.empty() && excluded.empty(); }
};

/// A word that nobody knows.
struct UnknownWord {
  std::string word;  ///< as it was typed
  TextPlace place;
  std::vector<std::string> nearest;  ///< known words that are most like it, at most three
};

/// A word with a typing mistake, or its initial consonants.
struct UnderstoodWord {
  std::string word;  ///< as it was typed
  TextPlace place;
  std::string as;
};

/// What somebody looks for, in words.
struct WordQuery {
  std::string text;                    ///< what was typed, in Unicode's form C
  std::vector<QueryGarment> garments;  ///< worn together, in the order of the text
  std::vector<QueryGarment> unwanted;  ///< not worn: "without jeans"; each has a part or a wanted label
  std::vector<QueryLabel> photo_wanted;
  std::vector<QueryLabel> photo_excluded;
  std::vector<UnknownWord> unknown;
  std::vector<UnderstoodWord> understood;

  /// Whether it asks for nothing at all.
  bool empty() const { return garments.empty() && unwanted.empty() && photo_wanted.empty() && photo_excluded.empty(); }
};

inline constexpr std::size_t kMostQueryLetters = 1000;
inline constexpr std::size_t kMostQueryGarments = 8;

/// Understands a Korean or English sentence, or both mixed: garments with what is said of them, labels of the photo,
/// negation before ("without print") and after the word ("무늬 없는"). Adjectives belong to the garment that follows,
/// or else to the one in front. Words of several meanings keep them all; a garment's part leaves out what cannot be
/// said of it. One typing mistake in a longer word is forgiven and told. Whatever is not understood is told, the rest
/// counts. kTooLarge above kMostQueryLetters letters or kMostQueryGarments garments. Equal text, equal query.
Result<WordQuery> parse_words(const Vocabulary& vocabulary, std::string_view text);

}  // namespace jaedan::recommender
