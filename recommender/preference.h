#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "recommender/item.h"

namespace jaedan::recommender {

/// How many garments have a value.
using ValueCounts = std::map<LabelValue, std::size_t, ByLabel>;

/// What somebody likes, whatever the query is.
struct Preferences {
  std::vector<LabelValue> values = {};  ///< style, colour, season, …: as if many garments of theirs had them
  std::vector<PhotoId> photos = {};     ///< of a person: what their garments of the query's part have
  double weight = 0.2;                  ///< how far the liked and the disliked are moved apart, at most twice that

  bool empty() const { return values.empty() && photos.empty(); }
  friend bool operator==(const Preferences& a, const Preferences& b) {
    return a.values == b.values && a.photos == b.photos && a.weight == b.weight;
  }
};

/// A label by its words, which live elsewhere.
struct LabelWords {
  std::string_view attribute;
  std::string_view value;
};

/// Counts what is said of garments and of their photos.
ValueCounts count_values(const std::vector<const Item*>& items);

/// How much a garment is to somebody's liking, by what is said of it: for each attribute that they are known by, the
/// logarithm of how much oftener its value is among theirs than among all; the mean of these, held to −1…1 by tanh.
/// Shares are smoothed by adding (Laplace) for all, towards those of all for theirs, so one garment is no taste.
class Taste {
 public:
  /// `all`: of all garments of the part; `theirs`: of the person's.
  Taste(const Preferences& preferences, const ValueCounts& all, const ValueCounts& theirs);

  /// −1…1; 0 for a garment that answers nothing they are known by.
  double of(const Item& item) const;
  /// The same for what is said of something else (outfits/piece_taste.h).
  double of(const std::vector<LabelWords>& labels) const;

 private:
  std::map<LabelValue, double, ByLabel> log_ratios_;  ///< of every value of the attributes that they are known by
};

}  // namespace jaedan::recommender
