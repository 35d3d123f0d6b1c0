#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "recommender/feedback.h"
#include "recommender/item.h"
#include "recommender/item_filter.h"
#include "recommender/part_garments.h"
#include "recommender/preference.h"
#include "recommender/ranking.h"
#include "recommender/reason.h"
#include "recommender/view.h"

namespace jaedan::recommender {

/// How garments are looked for.
struct Search {
  std::size_t k = 10;
  View view = View::kCosine;
  /// For views of vectors alone; the others have labels in them, or were asked for by name, and rank by themselves.
  Ranking ranking = Ranking::kLabelsFirst;
  ItemFilter filter = {};
  std::vector<LabelValue> changes = {};  ///< "like it, but so": one after the other; a later one of an attribute holds
  Feedback feedback = {};                ///< what is disliked is not found
  Preferences preferences = {};
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

/// Both for one question.
struct Found {
  std::vector<Match> similar;
  std::vector<Outfit> outfits;
};

/// What was found after so many changes.
struct ChangeStep {
  LabelValue change;           ///< the last of them
  std::vector<Match> matches;  ///< none: no garment has them all
};

/// Answers "what is like this?", "what goes with it?" and "like this, but long". Give it the garments of approved
/// photos. Immutable after `create`; safe to ask from several threads. The query is any Item, of the list or
/// not; its part says which garments are looked at. Results never hold garments of the query's own photo;
/// equals come by photo id, then garment id.
///
/// After changes a garment has all their values, and is ranked by how well it answers what the query would be then: by
/// its other labels, and likeness to where its vector would be (attribute_change.h). Filters and changes are looked up
/// by value first, so they lose nothing where an index would propose candidates.
///
/// Errors of each question: kInvalidArgument for a vector of the query, the liked or the disliked of another length or
/// not finite, and by colours for a query without a histogram; kNotFound when no other garment has the changed values.
class Recommender {
 public:
  /// kInvalidArgument of check_vectors, and for a garment that comes twice.
  static Result<Recommender> create(std::vector<Item> items, const IndexOptions& options = {});

  /// Garments of the query's part, the best first.
  Result<std::vector<Match>> similar(const Item& query, const Search& search) const;

  /// Photos that wear a garment like the query and at least one of another part: what people have combined
  /// before. One outfit a photo, the one with the best match first. Filters and changes are of the garment like the
  /// query.
  Result<std::vector<Outfit>> outfits(const Item& query, const Search& search) const;

  /// The two together, ranked once. Where a graph proposes candidates, `similar` is ranked among no fewer than alone.
  Result<Found> similar_and_outfits(const Item& query, const Search& search) const;

  /// What `similar` finds after the first of the changes, the first two, …: undoing is asking with fewer. Ends with the
  /// first step that finds nothing; kNotFound when that is the very first. There is at least one change.
  Result<std::vector<ChangeStep>> change_steps(const Item& query, const Search& search) const;

  /// In the order of photo id, then garment id.
  const std::vector<Item>& items() const { return items_; }
  /// Null when there is none.
  const Item* find(PhotoId photo, GarmentId garment) const;
  /// All garments, to make another of them; this one is used up.
  std::vector<Item> take_items() && { return std::move(items_); }

 private:
  /// What is looked for after feedback and changes.
  struct Target {
    Item item;
    WantedLabels labels;
  };
  /// A garment by its number, which is the order of equals.
  struct Ranked {
    std::size_t number = 0;
    double score = 0;
    double likeness = 0;  ///< to the target
    double taste = 0;
  };

  explicit Recommender(std::vector<Item> items) : items_(std::move(items)) {}

  Status check(const Item& query, const Search& search) const;
  const Item& item_at(const PartGarments& part, std::size_t place) const { return items_[part.number_at(place)]; }
  /// Whether every garment that passes is looked at, so that there is nothing for an index to propose.
  static bool looks_at_all(const PartGarments& part, const Search& search);
  Target target_of(const PartGarments& part, const Item& query, const Search& search) const;
  /// Places of what may be found; from a graph at least the best `pool`.
  Result<Places> candidates(const PartGarments& part, const Item& query, const Target& target, const Search& search,
                            std::size_t pool) const;
  std::vector<double> likenesses(const PartGarments& part, const Target& target, const Places& places, View view) const;
  /// What may be found with its scores, in no order.
  Result<std::vector<Ranked>> rank(const Item& query, const Search& search, std::size_t pool) const;
  /// The best of them; they stand best first, as far as they are asked for.
  std::vector<Match> matches_of(const Item& query, const Search& search, const std::vector<Ranked>& ranked) const;
  /// The best of them that wear something else, one a photo.
  std::vector<Outfit> outfits_of(const Item& query, const Search& search, const std::vector<Ranked>& ranked) const;
  Match match_of(const Item& query, const Search& search, const Ranked& ranked) const;

  std::vector<Item> items_;
  std::map<Part, PartGarments> by_part_;
  std::map<PhotoId, Places> by_photo_;  ///< numbers of its garments
  std::size_t bins_ = 0;                ///< of the colour histograms; 0: there are none
};

}  // namespace jaedan::recommender
