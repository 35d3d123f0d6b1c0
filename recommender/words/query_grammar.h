#pragma once

#include <vector>

#include "recommender/words/query_words.h"

namespace jaedan::recommender {

/// A word of a sentence that says something or joins others.
struct SentenceWord {
  KnownWord word;
  TextPlace place;
  bool after_separator = false;  ///< a comma or a plus stands before it
};

/// Puts the words of a sentence together: fills garments, unwanted garments and labels of the photo of `query`.
void bind_words(const Taxonomy& taxonomy, std::vector<SentenceWord> words, WordQuery& query);

}  // namespace jaedan::recommender
