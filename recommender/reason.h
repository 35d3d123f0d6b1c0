#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recommender/item.h"

namespace jaedan::recommender {

/// What the query and a garment say of one attribute; of several values of one, the first that they share, else the
/// first of each.
struct ComparedLabel {
  std::string attribute;
  std::string of_query;  ///< value id
  std::string of_item;   ///< the same where they agree

  friend bool operator==(const ComparedLabel& a, const ComparedLabel& b) {
    return a.attribute == b.attribute && a.of_query == b.of_query && a.of_item == b.of_item;
  }
};

/// Why something was recommended; the program puts it into words.
struct Reason {
  double likeness = 0;                       ///< to the query as it is, by the view asked for
  std::vector<ComparedLabel> agreeing;       ///< attributes of which both say the same …
  std::vector<ComparedLabel> differing;      ///< … and of which they say something else
  std::optional<double> like_liked = {};     ///< likeness to the most alike of the liked, where some were picked
  std::optional<double> like_disliked = {};  ///< … of the disliked
  std::optional<double> taste = {};          ///< −1…1 (preference.h), where preferences were given
};

/// Fills in what the labels of both say.
Reason reason_of(const Item& query, const Item& item, double likeness);

}  // namespace jaedan::recommender
