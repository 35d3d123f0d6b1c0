#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "recommender/index/vector_index.h"
#include "recommender/item.h"
#include "recommender/preference.h"

namespace jaedan::recommender {

/// Numbers of items, ascending.
using Places = std::vector<std::size_t>;

/// The garments of one part: their vectors, and who has which value. A place is a garment's number among them.
/// Immutable; safe to ask from several threads.
class PartGarments {
 public:
  /// `items` must stay where they are as long as this. Errors of VectorIndex::build.
  static Result<PartGarments> build(const std::vector<Item>& items, Part part, const IndexOptions& options);

  std::size_t size() const { return numbers_.size(); }
  const VectorIndex& index() const { return index_; }
  /// The number of the garment at `place` in the list of all items.
  std::size_t number_at(std::size_t place) const { return numbers_[place]; }

  /// Places of the garments that have the value, they or their photos.
  const Places& having(const LabelValue& value) const;
  /// Places of the garments that have one value of each list; there is at least one list.
  Places having_one_of_each(const std::vector<std::vector<LabelValue>>& lists) const;
  /// How many garments have which value, "not sure" apart.
  const ValueCounts& counts() const { return counts_; }

 private:
  PartGarments(VectorIndex index, Places numbers, std::map<LabelValue, Places, ByLabel> by_value);

  VectorIndex index_;
  Places numbers_;
  std::map<LabelValue, Places, ByLabel> by_value_;
  ValueCounts counts_;
};

}  // namespace jaedan::recommender
