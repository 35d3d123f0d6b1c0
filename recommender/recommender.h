#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "recommender/item.h"
#include "recommender/similarity.h"
#include "recommender/vector_index.h"

namespace jaedan::recommender {

/// Why something was recommended; the program puts it into words.
struct Reason {
  double likeness = 0;                 ///< of the vectors, by the metric asked for
  std::vector<std::string> agreeing;   ///< attributes that have the same value
  std::vector<std::string> differing;  ///< attributes that both have, with other values
};

/// A garment that was found.
struct Match {
  const Item* item = nullptr;  ///< owned by the Recommender
  double score = 0;            ///< what it was ranked by
  Reason reason;
};

/// A photo that wears something like the query, and what else it wears.
struct Outfit {
  PhotoId photo;
  double score = 0;
  Match match;
  std::vector<const Item*> goes_with;  ///< the other parts, in the order of Part
};

/// Answers "what is like this?", "what goes with it?" and "like this, but long". Immutable after `create`; safe
/// to ask from several threads. Results never hold garments of the query's own photo; equals come by item order.
class Recommender {
 public:
  /// kInvalidArgument when vectors differ in length or are not finite.
  static Result<Recommender> create(std::vector<Item> items, const IndexOptions& options = {});

  /// Garments of the query's part, the most alike first.
  Result<std::vector<Match>> similar(const Item& query, std::size_t k, Metric metric) const;

  /// Photos that wear a garment like the query and at least one of another part: what people have combined
  /// before. One outfit a photo.
  Result<std::vector<Outfit>> outfits(const Item& query, std::size_t k, Metric metric) const;

  /// Garments of the query's part whose `attribute` is `value`, ranked by likeness and by how many of the other
  /// attributes stay the same, half and half. kNotFound when no garment has that value.
  Result<std::vector<Match>> with_change(const Item& query, const std::string& attribute, const std::string& value,
                                         std::size_t k, Metric metric) const;

  const std::vector<Item>& items() const { return items_; }

 private:
  Recommender(std::vector<Item> items, VectorIndex index);

  Match match_of(const Item& query, const Neighbour& neighbour) const;

  std::vector<Item> items_;
  VectorIndex index_;
  std::map<PhotoId, std::vector<std::size_t>> by_photo_;
};

}  // namespace jaedan::recommender
