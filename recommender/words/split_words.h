#pragma once

#include <cstddef>
#include <vector>

#include "recommender/words/letters.h"
#include "recommender/words/vocabulary.h"

namespace jaedan::recommender {

/// A piece of a sentence: letters [first, end).
struct WordPiece {
  std::size_t first = 0;
  std::size_t end = 0;
  const KnownWord* word = nullptr;  ///< owned by the vocabulary; null: nobody knows it
};

/// A sentence taken apart into known words, the fewest that cover the most; between and inside words a blank may be
/// missing or too many ("데님미니스커트", "t shirt"). Particles are words of their own where they hang on something.
/// What is not known comes as one piece up to the next known word or blank. Time grows with letters times the longest
/// word.
std::vector<WordPiece> split_words(const std::vector<Letter>& letters, const Vocabulary& vocabulary);

}  // namespace jaedan::recommender
