#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "recommender/item.h"
#include "recommender/ranking.h"
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

/// Answers "what is like this?", "what goes with it?" and "like this, but long". Give it the garments of approved
/// photos. Immutable after `create`; safe to ask from several threads. The query is any Item, of the list or
/// not; its part says which garments are looked at. Results never hold garments of the query's own photo;
/// equals come by photo id, then garment id. Errors: kInvalidArgument for a query whose vector has another
/// length or is not finite.
class Recommender {
 public:
  /// kInvalidArgument when vectors differ in length or are not finite (names the photo).
  static Result<Recommender> create(std::vector<Item> items, const IndexOptions& options = {});

  /// Garments of the query's part, the best first (ranking.h).
  Result<std::vector<Match>> similar(const Item& query, std::size_t k, Metric metric,
                                     Ranking ranking = Ranking::kLabelsFirst) const;

  /// Photos that wear a garment like the query and at least one of another part: what people have combined
  /// before. One outfit a photo, the one with the best match first.
  Result<std::vector<Outfit>> outfits(const Item& query, std::size_t k, Metric metric,
                                      Ranking ranking = Ranking::kLabelsFirst) const;

  /// Garments of the query's part whose `attribute` is `value`, ranked by how well they answer what the query would be
  /// after the change: by its other labels, and likeness to where its vector would be (attribute_change.h).
  /// Reason::likeness is that to the query as it is. kNotFound when no other garment has that value.
  Result<std::vector<Match>> with_change(const Item& query, const std::string& attribute, const std::string& value,
                                         std::size_t k, Metric metric, Ranking ranking = Ranking::kLabelsFirst) const;

  /// Outfits around what `with_change` finds. kNotFound as there.
  Result<std::vector<Outfit>> outfits_with_change(const Item& query, const std::string& attribute,
                                                  const std::string& value, std::size_t k, Metric metric,
                                                  Ranking ranking = Ranking::kLabelsFirst) const;

  /// In the order of photo id, then garment id.
  const std::vector<Item>& items() const { return items_; }

 private:
  /// An attribute and its value.
  using Saying = std::pair<std::string, std::string>;
  using Places = std::vector<std::size_t>;

  /// The garments of one part.
  struct PartIndex {
    VectorIndex index;
    Places items;                       ///< place in the index → place in items_
    std::map<Saying, Places> by_value;  ///< places in the index of what has a value, ascending
  };

  explicit Recommender(std::vector<Item> items) : items_(std::move(items)) {}

  /// The best `count` garments; fewer when there are not so many.
  using FindMatches = std::function<Result<std::vector<Match>>(std::size_t count)>;

  Status check_query(const Item& query) const;
  /// What may be among the best `k`, with its likeness.
  Result<std::vector<Neighbour>> candidates(const PartIndex& part, const Item& query, std::size_t k, Metric metric,
                                            Ranking ranking) const;
  Result<std::vector<Outfit>> outfits_of(Part part, std::size_t k, const FindMatches& find) const;
  /// Places in the index of the garments that have the query's own value of `attribute`, but not `value`.
  Places with_own_value(const PartIndex& part, const Item& query, const std::string& attribute,
                        const std::string& value) const;

  std::vector<Item> items_;
  std::map<Part, PartIndex> by_part_;
  std::map<PhotoId, std::vector<std::size_t>> by_photo_;
};

}  // namespace jaedan::recommender
