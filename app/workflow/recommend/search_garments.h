#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "labeling/base/message.h"
#include "labeling/base/result.h"
#include "labeling/domain/taxonomy.h"
#include "recommender/words/word_search.h"

namespace jaedan::workflow {

/// What was found, and how the words were understood.
struct FoundByWords {
  recommender::WordQuery query;
  std::vector<recommender::PhotoAnswer> photos;  ///< their garments are those of the items that were searched
  /// What a person should know, a sentence each: words that were not understood, with the nearest that would be; what
  /// was taken for a mistake; that nothing was asked for, nothing was found, or nothing has it all.
  std::vector<Message> notes;
};

/// The words that a taxonomy's garments can be searched with, and those of the assets folder. Errors of reading those.
Result<recommender::Vocabulary> load_vocabulary(const Taxonomy& taxonomy);

/// Up to `k` photos of `items` that answer `text` best (word_search.h). `items`: garments of approved photos; they must
/// outlive the answer. Words that say nothing, and finding nothing, are no errors: `notes` tells. kTooLarge as
/// parse_words.
Result<FoundByWords> search_by_words(const recommender::Vocabulary& vocabulary,
                                     const std::vector<recommender::Item>& items,
                                     const recommender::PhotoLabels& photo_labels, std::string_view text,
                                     std::size_t k);
/// The same with the vocabulary of the assets folder, and with nothing said of whole photos. Who asks often keeps the
/// vocabulary.
Result<FoundByWords> search_by_words(const Taxonomy& taxonomy, const std::vector<recommender::Item>& items,
                                     std::string_view text, std::size_t k);

}  // namespace jaedan::workflow
