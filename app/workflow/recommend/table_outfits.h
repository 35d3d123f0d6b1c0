#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/project/project.h"
#include "app/workflow/recommend/table_words.h"
#include "recommender/item_filter.h"
#include "recommender/outfits/outfit.h"

namespace jaedan::workflow {

/// An outfit of a table that holds something like the query; the other items are the suggestion.
struct RecommendedTableOutfit {
  std::string table;
  std::string outfit;            ///< its id in the table
  std::vector<TableItem> items;  ///< in the table's order
  std::size_t match = 0;         ///< which of them is like the query
  double score = 0;              ///< 1 at best
  Message reason;                ///< one sentence
};

/// The outfit tables of a project, read and held for many questions; read again when the change log says that one came
/// or went. Some 50 bytes an item. One thread at a time.
class TableOutfits {
 public:
  /// Takes in what changed. Errors of the store and of reading the words of the assets folder.
  Status refresh(Project& project);
  /// Another number whenever other outfits are there; below 0 while none were read.
  std::int64_t version() const { return log_number_; }

  /// Up to `k` outfits with an item like `query`, the best first; of outfits with the same items the first. An item is
  /// like it when it is of its part, and of its category and colour as far as both say one. The score is the share of
  /// what agrees: part and category count 4 each, the colour 2, and of other labels that both say one for and one
  /// against. Of equals come first those that hold more of the other parts, then by table, then by id. What `filter`
  /// asks of labels an item must not contradict; of a wardrobe (ItemFilter::wardrobe) is none of them.
  std::vector<RecommendedTableOutfit> like(const recommender::Item& query, const recommender::ItemFilter& filter,
                                           std::size_t k, const Taxonomy& taxonomy) const;

  /// All of them, as what goes with what is learnt from: the type of a piece is its part where the words say one, else
  /// the word; what else they say are its tokens ("top/category=shirt"); the column is its slot. The id is the table's
  /// name and the outfit's: "looks/12".
  std::vector<recommender::outfits::Outfit> outfits() const;

 private:
  struct Row {
    std::size_t table = 0;  ///< place in tables_
    std::string id;
    std::vector<std::uint32_t> items;  ///< numbers of TableWords
  };

  Status read(Project& project);

  std::optional<TableWords> words_;
  std::vector<std::string> tables_;  ///< names, ascending
  std::vector<Row> rows_;
  std::int64_t log_number_ = -1;  ///< record that told of the last change; −1: nothing was read yet
};

/// What an answer says when the tables cannot be read, which `why` tells.
Message tables_left_out(const Error& why);

}  // namespace jaedan::workflow
