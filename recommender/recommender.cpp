#include "recommender/recommender.h"

#include <algorithm>
#include <set>

namespace jaedan::recommender {
namespace {

/// How many neighbours to look at for `k` outfits: several may come from one photo or wear nothing else.
constexpr std::size_t kNeighboursPerOutfit = 4;

bool has_value(const AttributeValues& values, const std::string& attribute, const std::string& value) {
  return std::any_of(values.begin(), values.end(),
                     [&](const AttributeValue& v) { return v.attribute == attribute && v.value == value; });
}

Reason reason_of(const Item& query, const Item& item, double likeness) {
  Reason reason;
  reason.likeness = likeness;
  std::set<std::string> attributes;
  for (const AttributeValue& v : query.attributes) attributes.insert(v.attribute);
  for (const std::string& attribute : attributes) {
    const std::vector<std::string> ours = values_of(query.attributes, attribute);
    const std::vector<std::string> theirs = values_of(item.attributes, attribute);
    if (theirs.empty()) continue;
    (ours == theirs ? reason.agreeing : reason.differing).push_back(attribute);
  }
  return reason;
}

}  // namespace

Recommender::Recommender(std::vector<Item> items, VectorIndex index)
    : items_(std::move(items)), index_(std::move(index)) {
  for (std::size_t i = 0; i < items_.size(); ++i) by_photo_[items_[i].photo].push_back(i);
}

Result<Recommender> Recommender::create(std::vector<Item> items, const IndexOptions& options) {
  std::vector<const std::vector<float>*> vectors;
  vectors.reserve(items.size());
  for (const Item& item : items) vectors.push_back(&item.vector);
  JAEDAN_ASSIGN_OR_RETURN(VectorIndex index, VectorIndex::build(vectors, options));
  // Moving the list of items keeps its elements, and so the vectors, where they are.
  return Recommender(std::move(items), std::move(index));
}

Match Recommender::match_of(const Item& query, const Neighbour& neighbour) const {
  const Item& item = items_[neighbour.index];
  return {&item, neighbour.score, reason_of(query, item, neighbour.score)};
}

Result<std::vector<Match>> Recommender::similar(const Item& query, std::size_t k, Metric metric) const {
  const auto wanted = [&](std::size_t i) { return items_[i].part == query.part && items_[i].photo != query.photo; };
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Neighbour> found, index_.nearest(query.vector, k, metric, wanted));
  std::vector<Match> matches;
  for (const Neighbour& neighbour : found) matches.push_back(match_of(query, neighbour));
  return matches;
}

Result<std::vector<Outfit>> Recommender::outfits(const Item& query, std::size_t k, Metric metric) const {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Match> matches, similar(query, k * kNeighboursPerOutfit, metric));
  std::vector<Outfit> outfits;
  std::set<PhotoId> seen;
  for (const Match& match : matches) {
    if (outfits.size() == k) break;
    if (!seen.insert(match.item->photo).second) continue;
    Outfit outfit{match.item->photo, match.score, match, {}};
    for (const std::size_t i : by_photo_.at(match.item->photo)) {
      if (items_[i].part != query.part) outfit.goes_with.push_back(&items_[i]);
    }
    if (outfit.goes_with.empty()) continue;
    std::sort(outfit.goes_with.begin(), outfit.goes_with.end(),
              [](const Item* a, const Item* b) { return a->part < b->part; });
    outfits.push_back(std::move(outfit));
  }
  return outfits;
}

Result<std::vector<Match>> Recommender::with_change(const Item& query, const std::string& attribute,
                                                    const std::string& value, std::size_t k, Metric metric) const {
  const auto wanted = [&](std::size_t i) {
    const Item& item = items_[i];
    return item.part == query.part && item.photo != query.photo && has_value(item.attributes, attribute, value);
  };
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Neighbour> found,
                          index_.nearest(query.vector, items_.size(), metric, wanted));
  if (found.empty()) {
    return Error{ErrorCode::kNotFound,
                 "no other " + std::string(id_of(query.part)) + " has " + attribute + " = " + value};
  }
  std::vector<Match> matches;
  for (const Neighbour& neighbour : found) {
    Match match = match_of(query, neighbour);
    match.score = (neighbour.score + attribute_agreement(query.attributes, match.item->attributes, attribute)) / 2;
    matches.push_back(std::move(match));
  }
  std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.score > b.score; });
  if (matches.size() > k) matches.resize(k);
  return matches;
}

}  // namespace jaedan::recommender
