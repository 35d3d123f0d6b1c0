#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "labeling/domain/part.h"
#include "labeling/domain/table_outfit.h"
#include "recommender/item.h"
#include "recommender/words/vocabulary.h"

namespace jaedan::workflow {

/// An item of an outfit table, and what its words mean.
struct TableItem {
  OutfitItem item;
  std::optional<Part> part;                     ///< none: shoes, bags, words that nobody knows
  std::vector<recommender::LabelValue> labels;  ///< of the part: category, colour …; each attribute once
};

/// Reads the words of outfit tables as labels of the taxonomy, each different item once. A word is understood by the
/// rules of a search (recommender/words), but a table is no query: nothing is taken for a typing mistake, and what a
/// thing is, its last word says ("dress shoes" are no dress, "dress pants" are pants). Where the word does not say the
/// part, a column that is one does (main_top, inner_top, bottom, outer, dress …).
class TableWords {
 public:
  explicit TableWords(recommender::Vocabulary vocabulary) : vocabulary_(std::move(vocabulary)) {}

  /// Number of the item among `items`, the same for equal ones.
  std::uint32_t number_of(const OutfitItem& item);
  const std::vector<TableItem>& items() const { return items_; }

 private:
  TableItem read(const OutfitItem& item) const;

  recommender::Vocabulary vocabulary_;
  std::vector<TableItem> items_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> numbers_;  ///< by word and type
};

}  // namespace jaedan::workflow
