#include "app/workflow/recommend/search_garments.h"

#include <utility>

#include "app/workflow/recommend/search_sentences.h"
#include "labeling/io/assets.h"

namespace jaedan::workflow {

Result<recommender::Vocabulary> load_vocabulary(const Taxonomy& taxonomy) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string assets, labeling::assets_dir());
  JAEDAN_ASSIGN_OR_RETURN(const recommender::WordTable table,
                          recommender::load_word_table(assets + "/search/words.json"));
  return recommender::Vocabulary(taxonomy, table);
}

Result<FoundByWords> search_by_words(const recommender::Vocabulary& vocabulary,
                                     const std::vector<recommender::Item>& items,
                                     const recommender::PhotoLabels& photo_labels, std::string_view text,
                                     std::size_t k) {
  FoundByWords found;
  JAEDAN_ASSIGN_OR_RETURN(found.query, recommender::parse_words(vocabulary, text));
  found.photos = recommender::search_by_words(found.query, items, photo_labels, k);
  found.notes = search_notes(found, !items.empty());
  return found;
}

Result<FoundByWords> search_by_words(const Taxonomy& taxonomy, const std::vector<recommender::Item>& items,
                                     std::string_view text, std::size_t k) {
  JAEDAN_ASSIGN_OR_RETURN(const recommender::Vocabulary vocabulary, load_vocabulary(taxonomy));
  return search_by_words(vocabulary, items, {}, text, k);
}

}  // namespace jaedan::workflow
