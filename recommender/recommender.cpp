#include "recommender/recommender.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "recommender/attribute_change.h"

namespace jaedan::recommender {
namespace {

/// How many neighbours to look at first for each outfit: several may come from one photo or wear nothing else.
constexpr std::size_t kNeighboursPerOutfit = 4;
/// Where a graph proposes candidates, how many of the most alike are ranked by their labels too.
constexpr std::size_t kPoolPerMatch = 100;
constexpr std::size_t kLeastPool = 5000;

bool comes_before(const Item& a, const Item& b) {
  return a.photo != b.photo ? a.photo < b.photo : a.garment < b.garment;
}

Match match_of(const Item& query, const Item& item, double score, double likeness) {
  Comparison comparison = compare(query.attributes, item.attributes);
  return {&item, score, {likeness, std::move(comparison.agreeing), std::move(comparison.differing)}};
}

/// A garment by its place among the items, which is the order of equals.
struct Ranked {
  std::size_t item = 0;
  double score = 0;
  double likeness = 0;
};

/// The best `k` of them, best first.
void keep_best(std::vector<Ranked>& ranked, std::size_t k) {
  const std::size_t count = std::min(k, ranked.size());
  std::partial_sort(
      ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end(),
      [](const Ranked& a, const Ranked& b) { return a.score != b.score ? a.score > b.score : a.item < b.item; });
  ranked.resize(count);
}

/// `why`, with the garment that it is about.
Error wrong_vector(const Item& item, Message why) {
  const Message garment{"recommender.garment", "photo {0}, garment {1}", {item.photo.value, item.garment.value}};
  return {ErrorCode::kInvalidArgument, in_context(garment, std::move(why))};
}

Status check_lengths(const std::vector<Item>& items) {
  for (const Item& item : items) {
    if (item.vector.size() != items.front().vector.size()) {
      return wrong_vector(item, {"recommender.other_length",
                                 "its vector has {0|number}, others have {1}; they come from different models",
                                 {item.vector.size(), items.front().vector.size()}});
    }
    if (!std::all_of(item.vector.begin(), item.vector.end(), [](float x) { return std::isfinite(x); })) {
      return wrong_vector(item, {"recommender.not_finite", "its vector holds a number that is not finite"});
    }
  }
  return {};
}

}  // namespace

Result<Recommender> Recommender::create(std::vector<Item> items, const IndexOptions& options) {
  JAEDAN_RETURN_IF_ERROR(check_lengths(items));
  std::stable_sort(items.begin(), items.end(), comes_before);
  // Moving the list of items, here and later, keeps its elements, and so the vectors, where they are.
  Recommender recommender(std::move(items));
  for (const Part part : kAllParts) {
    VectorList vectors;
    Places places;
    std::map<Saying, Places> by_value;
    for (std::size_t i = 0; i < recommender.items_.size(); ++i) {
      const Item& item = recommender.items_[i];
      if (item.part != part) continue;
      for (const AttributeValue& said : item.attributes) {
        Places& having = by_value[{said.attribute, said.value}];
        if (having.empty() || having.back() != places.size()) having.push_back(places.size());
      }
      vectors.push_back(&item.vector);
      places.push_back(i);
    }
    JAEDAN_ASSIGN_OR_RETURN(VectorIndex index, VectorIndex::build(std::move(vectors), options));
    recommender.by_part_.emplace(part, PartIndex{std::move(index), std::move(places), std::move(by_value)});
  }
  for (std::size_t i = 0; i < recommender.items_.size(); ++i) {
    recommender.by_photo_[recommender.items_[i].photo].push_back(i);
  }
  return recommender;
}

Status Recommender::check_query(const Item& query) const {
  if (!items_.empty() && query.vector.size() != items_.front().vector.size()) {
    return Error{ErrorCode::kInvalidArgument,
                 "recommender.query_length",
                 "the query's vector has {0|number}, the garments have {1}; they come from different models",
                 {query.vector.size(), items_.front().vector.size()}};
  }
  if (!std::all_of(query.vector.begin(), query.vector.end(), [](float x) { return std::isfinite(x); })) {
    return Error{ErrorCode::kInvalidArgument, "recommender.query_not_finite",
                 "the query's vector holds a number that is not finite"};
  }
  return {};
}

Result<std::vector<Neighbour>> Recommender::candidates(const PartIndex& part, const Item& query, std::size_t k,
                                                       Metric metric, Ranking ranking) const {
  const auto wanted = [&](std::size_t place) { return items_[part.items[place]].photo != query.photo; };
  std::size_t pool = k;
  if (ranking == Ranking::kLabelsFirst) {
    pool = part.index.is_exact() ? part.index.size() : std::max(kLeastPool, k * kPoolPerMatch);
  }
  return part.index.nearest(query.vector, pool, metric, wanted);
}

Result<std::vector<Match>> Recommender::similar(const Item& query, std::size_t k, Metric metric,
                                                Ranking ranking) const {
  JAEDAN_RETURN_IF_ERROR(check_query(query));
  const PartIndex& part = by_part_.at(query.part);
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Neighbour> found, candidates(part, query, k, metric, ranking));
  std::vector<Ranked> ranked;
  for (const Neighbour& neighbour : found) {
    const Item& item = items_[part.items[neighbour.index]];
    const bool by_labels = ranking == Ranking::kLabelsFirst;
    const double score = by_labels ? rank_score(query.attributes, item.attributes, neighbour.score) : neighbour.score;
    ranked.push_back({part.items[neighbour.index], score, neighbour.score});
  }
  keep_best(ranked, k);
  std::vector<Match> matches;
  for (const Ranked& one : ranked) matches.push_back(match_of(query, items_[one.item], one.score, one.likeness));
  return matches;
}

Result<std::vector<Outfit>> Recommender::outfits_of(Part part, std::size_t k, const FindMatches& find) const {
  std::vector<Outfit> outfits;
  std::set<PhotoId> seen;
  std::size_t looked_at = 0;
  for (std::size_t count = k * kNeighboursPerOutfit; outfits.size() < k; count *= kNeighboursPerOutfit) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<Match> matches, find(count));
    for (; looked_at < matches.size() && outfits.size() < k; ++looked_at) {
      const Match& match = matches[looked_at];
      if (!seen.insert(match.item->photo).second) continue;
      Outfit outfit{match.item->photo, match.score, match, {}};
      for (const std::size_t i : by_photo_.at(match.item->photo)) {
        if (items_[i].part != part) outfit.goes_with.push_back(&items_[i]);
      }
      if (outfit.goes_with.empty()) continue;
      std::stable_sort(outfit.goes_with.begin(), outfit.goes_with.end(),
                       [](const Item* a, const Item* b) { return a->part < b->part; });
      outfits.push_back(std::move(outfit));
    }
    if (matches.size() < count) break;  // that was everything
  }
  return outfits;
}

Result<std::vector<Outfit>> Recommender::outfits(const Item& query, std::size_t k, Metric metric,
                                                 Ranking ranking) const {
  return outfits_of(query.part, k, [&](std::size_t count) { return similar(query, count, metric, ranking); });
}

Result<std::vector<Outfit>> Recommender::outfits_with_change(const Item& query, const std::string& attribute,
                                                             const std::string& value, std::size_t k, Metric metric,
                                                             Ranking ranking) const {
  return outfits_of(query.part, k,
                    [&](std::size_t count) { return with_change(query, attribute, value, count, metric, ranking); });
}

Recommender::Places Recommender::with_own_value(const PartIndex& part, const Item& query, const std::string& attribute,
                                                const std::string& value) const {
  std::set<std::size_t> places;
  for (const std::string& own : values_of(query.attributes, attribute)) {
    const auto said = part.by_value.find({attribute, own});
    if (own != kNotSure && said != part.by_value.end()) places.insert(said->second.begin(), said->second.end());
  }
  Places without_new;
  for (const std::size_t place : places) {
    if (!has_value(items_[part.items[place]], attribute, value)) without_new.push_back(place);
  }
  return without_new;
}

Result<std::vector<Match>> Recommender::with_change(const Item& query, const std::string& attribute,
                                                    const std::string& value, std::size_t k, Metric metric,
                                                    Ranking ranking) const {
  JAEDAN_RETURN_IF_ERROR(check_query(query));
  const PartIndex& part = by_part_.at(query.part);
  const auto item_at = [&](std::size_t place) -> const Item& { return items_[part.items[place]]; };
  const auto vectors_at = [&](const Places& places) {
    VectorList vectors;
    for (const std::size_t place : places) vectors.push_back(&item_at(place).vector);
    return vectors;
  };
  const auto said = part.by_value.find({attribute, value});
  const Places with_new = said == part.by_value.end() ? Places() : said->second;
  Places places = with_new;
  places.erase(std::remove_if(places.begin(), places.end(),
                              [&](std::size_t place) { return item_at(place).photo == query.photo; }),
               places.end());
  if (places.empty()) {
    return Error{ErrorCode::kNotFound,
                 "recommender.value_unseen",
                 "no other {0} has {1} = {2}",
                 {message_of(query.part), attribute, value}};
  }

  const bool has_it = has_value(query, attribute, value);
  const Places with_old = has_it ? Places() : with_own_value(part, query, attribute, value);
  const std::vector<float> target = vector_after_change(query.vector, vectors_at(with_old), vectors_at(with_new));
  const std::vector<double> likeness = part.index.similarities(target, places, metric);
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool by_labels = ranking == Ranking::kLabelsFirst;
    const double score =
        by_labels ? rank_score(query.attributes, item_at(places[i]).attributes, likeness[i], attribute) : likeness[i];
    ranked.push_back({part.items[places[i]], score, 0});
  }
  keep_best(ranked, k);
  std::vector<Match> matches;
  for (const Ranked& one : ranked) {
    const Item& item = items_[one.item];
    matches.push_back(match_of(query, item, one.score, similarity(metric, query.vector, item.vector)));
  }
  return matches;
}

}  // namespace jaedan::recommender
