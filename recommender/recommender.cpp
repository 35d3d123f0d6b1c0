#include "recommender/recommender.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>

#include "recommender/attribute_change.h"
#include "recommender/label_likeness.h"
#include "recommender/rank_fusion.h"

namespace jaedan::recommender {
namespace {

/// Where a graph proposes candidates, how many of the most alike are ranked by something else too.
constexpr std::size_t kPoolPerMatch = 100;
constexpr std::size_t kLeastPool = 5000;
/// And how many times as many when too few of them are outfits: several may come from one photo or wear nothing else.
constexpr std::size_t kPoolGrowth = 4;

std::vector<std::string> attributes_of(const std::vector<LabelValue>& changes) {
  std::vector<std::string> names;
  for (const LabelValue& change : changes) names.push_back(change.attribute);
  return names;
}

/// Those that hold: the last one of each attribute.
std::vector<LabelValue> in_force(const std::vector<LabelValue>& changes) {
  std::vector<LabelValue> last;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const bool again = std::any_of(changes.begin() + static_cast<std::ptrdiff_t>(i) + 1, changes.end(),
                                   [&](const LabelValue& later) { return later.attribute == changes[i].attribute; });
    if (!again) last.push_back(changes[i]);
  }
  return last;
}

Error nothing_has(const Item& query, const Search& search) {
  std::vector<Message> values;
  for (const LabelValue& change : in_force(search.changes)) values.push_back(change.attribute + " = " + change.value);
  const Message all = joined(values);
  if (search.filter.empty() && search.feedback.disliked.empty()) {
    return {ErrorCode::kNotFound, "recommender.value_unseen", "no other {0} has {1}", {message_of(query.part), all}};
  }
  return {ErrorCode::kNotFound,
          "recommender.value_unseen_there",
          "no other {0} among those that may be found has {1}",
          {message_of(query.part), all}};
}

/// Whether every garment that passes is looked at, so that there is nothing for an index to propose.
bool looks_at_all(const PartGarments& part, const Search& search) {
  const bool by_value = !search.filter.values.empty() || !search.changes.empty();
  return by_value || search.filter.wardrobe || part.index().is_exact();
}

/// Likeness to the most alike of `picked`; none when nothing was picked.
std::optional<double> nearest_of(View view, const std::vector<Item>& picked, const Item& item) {
  std::optional<double> best;
  for (const Item& one : picked) best = std::max(best.value_or(-1), likeness_of(view, one, item));
  return best;
}

/// The best `k` of them, best first.
template <typename Ranked>
void put_best_first(std::vector<Ranked>& ranked, std::size_t k) {
  std::partial_sort(
      ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(std::min(k, ranked.size())), ranked.end(),
      [](const Ranked& a, const Ranked& b) { return a.score != b.score ? a.score > b.score : a.number < b.number; });
}

}  // namespace

Result<Recommender> Recommender::create(std::vector<Item> items, const IndexOptions& options) {
  JAEDAN_RETURN_IF_ERROR(check_vectors(items));
  std::sort(items.begin(), items.end(), comes_before);
  const auto twice =
      std::adjacent_find(items.begin(), items.end(), [](const Item& a, const Item& b) { return !comes_before(a, b); });
  if (twice != items.end()) {
    return Error{ErrorCode::kInvalidArgument,
                 "recommender.twice",
                 "garment {1} of photo {0} comes twice",
                 {twice->photo.value, twice->garment.value}};
  }
  // Moving the list of items, here and later, keeps its elements, and so the vectors, where they are.
  Recommender recommender(std::move(items));
  for (const Part part : kAllParts) {
    JAEDAN_ASSIGN_OR_RETURN(PartGarments garments, PartGarments::build(recommender.items_, part, options));
    recommender.by_part_.emplace(part, std::move(garments));
  }
  for (std::size_t i = 0; i < recommender.items_.size(); ++i) {
    recommender.by_photo_[recommender.items_[i].photo].push_back(i);
    recommender.bins_ = std::max(recommender.bins_, recommender.items_[i].colour.size());
  }
  return recommender;
}

const Item* Recommender::find(PhotoId photo, GarmentId garment) const {
  Item sought;
  sought.photo = photo;
  sought.garment = garment;
  const auto at = std::lower_bound(items_.begin(), items_.end(), sought, comes_before);
  return at != items_.end() && at->photo == photo && at->garment == garment ? &*at : nullptr;
}

Status Recommender::check(const Item& query, const Search& search) const {
  const auto check_one = [&](const Item& item) -> Status {
    if (!items_.empty() && item.vector.size() != items_.front().vector.size()) {
      return Error{ErrorCode::kInvalidArgument,
                   "recommender.query_length",
                   "the query's vector has {0|number}, the garments have {1}; they come from different models",
                   {item.vector.size(), items_.front().vector.size()}};
    }
    if (all_finite(item.vector) && all_finite(item.colour)) return {};
    return Error{ErrorCode::kInvalidArgument, "recommender.query_not_finite",
                 "the query's vector holds a number that is not finite"};
  };
  JAEDAN_RETURN_IF_ERROR(check_one(query));
  for (const auto* picked : {&search.feedback.liked, &search.feedback.disliked}) {
    for (const Item& item : *picked) JAEDAN_RETURN_IF_ERROR(check_one(item));
  }
  if (search.view == View::kColour && query.colour.empty()) {
    return Error{ErrorCode::kInvalidArgument, "recommender.no_colours",
                 "nothing is known of the colours of this garment's pixels"};
  }
  if (!query.colour.empty() && bins_ > 0 && query.colour.size() != bins_) {
    return Error{ErrorCode::kInvalidArgument,
                 "recommender.query_bins",
                 "the query's colour histogram has {0|bin}, the garments' have {1}",
                 {query.colour.size(), bins_}};
  }
  return {};
}

Recommender::Target Recommender::target_of(const PartGarments& part, const Item& query, const Search& search) const {
  const std::vector<std::string> changed = attributes_of(search.changes);
  Target target{moved_query(query, search.feedback), moved_labels(query, search.feedback, changed)};
  const auto vectors_at = [&](const Places& places) {
    VectorList vectors;
    for (const std::size_t place : places) vectors.push_back(&item_at(part, place).vector);
    return vectors;
  };
  AttributeValues& said = target.item.attributes;
  for (const LabelValue& change : search.changes) {
    // From those that have the value it has so far and not the new one; from nowhere when it has the new one.
    Places old;
    if (!has_value(target.item, change.attribute, change.value)) {
      std::set<std::size_t> places;
      for (const std::string& own : values_of(said, change.attribute)) {
        if (own == kNotSure) continue;
        const Places& having = part.having({change.attribute, own});
        places.insert(having.begin(), having.end());
      }
      std::copy_if(places.begin(), places.end(), std::back_inserter(old),
                   [&](std::size_t place) { return !has_value(item_at(part, place), change.attribute, change.value); });
    }
    target.item.vector = vector_after_change(target.item.vector, vectors_at(old), vectors_at(part.having(change)));
    set_value(said, {change.attribute, change.value, {}, {}});
  }
  return target;
}

Result<Places> Recommender::candidates(const PartGarments& part, const Item& query, const Target& target,
                                       const Search& search, std::size_t pool) const {
  const PhotoGate gate(search.filter, query.photo);
  const auto may_be_found = [&](std::size_t place) {
    const Item& item = item_at(part, place);
    const auto& disliked = search.feedback.disliked;
    return gate.passes(item.photo) && std::none_of(disliked.begin(), disliked.end(), [&](const Item& one) {
             return one.photo == item.photo && one.garment == item.garment;
           });
  };
  Places places;
  if (!looks_at_all(part, search)) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<Neighbour> nearest,
                            part.index().nearest(target.item.vector, pool, metric_of(search.view), may_be_found));
    for (const Neighbour& neighbour : nearest) places.push_back(neighbour.id);
    return places;
  }
  std::vector<std::vector<LabelValue>> lists = any_of_each(search.filter.values);
  for (const LabelValue& change : in_force(search.changes)) lists.push_back({change});
  if (!lists.empty()) {
    places = part.having_one_of_each(lists);
  } else {
    places.resize(part.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
  }
  places.erase(std::remove_if(places.begin(), places.end(), [&](std::size_t place) { return !may_be_found(place); }),
               places.end());
  return places;
}

std::vector<double> Recommender::likenesses(const PartGarments& part, const Target& target, const Places& places,
                                            View view) const {
  if (places.empty()) return {};  // an empty index has no dimension that the query could have
  const auto of_each = [&](const auto& likeness) {
    std::vector<double> found;
    for (const std::size_t place : places) found.push_back(likeness(item_at(part, place)));
    return found;
  };
  const auto by_labels = [&](const Item& item) { return label_likeness(target.item.attributes, item.attributes); };
  const auto by_colour = [&](const Item& item) { return histogram_likeness(target.item.colour, item.colour); };
  if (view == View::kLabels) return of_each(by_labels);
  if (view == View::kColour) return of_each(by_colour);
  std::vector<double> of_vectors = part.index().similarities(target.item.vector, places, metric_of(view));
  if (view == View::kFused) {
    std::vector<std::vector<double>> there = {std::move(of_vectors)};
    if (!target.labels.empty()) there.push_back(of_each(by_labels));
    if (!target.item.colour.empty()) there.push_back(of_each(by_colour));
    return fuse_ranks(there);
  }
  if (view == View::kCluster) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      of_vectors[i] = cluster_likeness(target.item, item_at(part, places[i]), of_vectors[i]);
    }
  }
  return of_vectors;
}

Result<std::vector<Recommender::Ranked>> Recommender::rank(const Item& query, const Search& search,
                                                           std::size_t pool) const {
  JAEDAN_RETURN_IF_ERROR(check(query, search));
  const PartGarments& part = by_part_.at(query.part);
  const Target target = target_of(part, query, search);
  JAEDAN_ASSIGN_OR_RETURN(const Places places, candidates(part, query, target, search, pool));
  if (places.empty() && !search.changes.empty()) return nothing_has(query, search);
  std::optional<Taste> taste;
  if (!search.preferences.empty()) {
    std::vector<const Item*> theirs;
    for (const PhotoId photo : search.preferences.photos) {
      const auto numbers = by_photo_.find(photo);
      if (numbers == by_photo_.end()) continue;
      for (const std::size_t number : numbers->second) {
        if (items_[number].part == query.part) theirs.push_back(&items_[number]);
      }
    }
    taste.emplace(search.preferences, part.counts(), count_values(theirs));
  }

  const std::vector<double> likeness = likenesses(part, target, places, search.view);
  const bool by_labels = search.ranking == Ranking::kLabelsFirst && is_of_vectors(search.view);
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Item& item = item_at(part, places[i]);
    Ranked one{part.number_at(places[i]), likeness[i], likeness[i], taste ? taste->of(item) : 0};
    if (by_labels) one.score = rank_score(target.labels, item.attributes, likeness[i]);
    one.score += search.preferences.weight * one.taste;
    ranked.push_back(one);
  }
  return ranked;
}

Match Recommender::match_of(const Item& query, const Search& search, const Ranked& ranked) const {
  const Item& item = items_[ranked.number];
  const bool by_ranks = search.view == View::kFused;  // which no two garments have by themselves
  Match match{&item, ranked.score,
              reason_of(query, item, by_ranks ? ranked.likeness : likeness_of(search.view, query, item))};
  match.reason.like_liked = nearest_of(search.view, search.feedback.liked, item);
  match.reason.like_disliked = nearest_of(search.view, search.feedback.disliked, item);
  if (!search.preferences.empty()) match.reason.taste = ranked.taste;
  return match;
}

Result<std::vector<Match>> Recommender::similar(const Item& query, const Search& search) const {
  const bool as_near = search.ranking == Ranking::kLooks && is_of_vectors(search.view) && search.preferences.empty();
  const std::size_t pool = as_near ? search.k : std::max(kLeastPool, search.k * kPoolPerMatch);
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Ranked> ranked, rank(query, search, pool));
  put_best_first(ranked, search.k);
  std::vector<Match> matches;
  for (const Ranked& one : ranked) {
    if (matches.size() == search.k) break;
    matches.push_back(match_of(query, search, one));
  }
  return matches;
}

Result<std::vector<Outfit>> Recommender::outfits(const Item& query, const Search& search) const {
  const bool whole = looks_at_all(by_part_.at(query.part), search);
  for (std::size_t pool = std::max(kLeastPool, search.k * kPoolPerMatch);; pool *= kPoolGrowth) {
    JAEDAN_ASSIGN_OR_RETURN(std::vector<Ranked> ranked, rank(query, search, pool));
    put_best_first(ranked, ranked.size());
    std::vector<Outfit> outfits = outfits_of(query, search, ranked);
    if (whole || outfits.size() >= search.k || ranked.size() < pool) return outfits;
  }
}

std::vector<Outfit> Recommender::outfits_of(const Item& query, const Search& search,
                                            const std::vector<Ranked>& ranked) const {
  std::vector<Outfit> outfits;
  std::set<PhotoId> seen;
  for (const Ranked& one : ranked) {
    if (outfits.size() >= search.k) break;
    const PhotoId photo = items_[one.number].photo;
    if (!seen.insert(photo).second) continue;
    std::vector<const Item*> goes_with;
    for (const std::size_t number : by_photo_.at(photo)) {
      if (items_[number].part != query.part) goes_with.push_back(&items_[number]);
    }
    if (goes_with.empty()) continue;
    std::stable_sort(goes_with.begin(), goes_with.end(),
                     [](const Item* a, const Item* b) { return a->part < b->part; });
    outfits.push_back({photo, one.score, match_of(query, search, one), std::move(goes_with)});
  }
  return outfits;
}

Result<std::vector<ChangeStep>> Recommender::change_steps(const Item& query, const Search& search) const {
  std::vector<ChangeStep> steps;
  Search so_far = search;
  so_far.changes.clear();
  for (const LabelValue& change : search.changes) {
    so_far.changes.push_back(change);
    Result<std::vector<Match>> found = similar(query, so_far);
    if (!found.ok() && (steps.empty() || found.error().code != ErrorCode::kNotFound)) return found.error();
    steps.push_back({change, found.ok() ? std::move(found).value() : std::vector<Match>()});
    if (steps.back().matches.empty()) break;
  }
  return steps;
}

}  // namespace jaedan::recommender
