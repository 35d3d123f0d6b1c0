// How the garments of a part are ranked for a question: Recommender::rank, step by step.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>

#include "recommender/attribute_change.h"
#include "recommender/label_likeness.h"
#include "recommender/rank_fusion.h"
#include "recommender/recommender.h"

namespace jaedan::recommender {
namespace {

std::vector<std::string> attributes_of(const std::vector<LabelValue>& changes) {
  std::vector<std::string> names;
  names.reserve(changes.size());
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

}  // namespace

bool Recommender::looks_at_all(const PartGarments& part, const Search& search) {
  const bool by_value = !search.filter.values.empty() || !search.changes.empty();
  return by_value || search.filter.wardrobe || part.index().is_exact();
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
  const LabelProfile profile(target.item.attributes);
  const auto by_labels = [&](const Item& item) { return profile.likeness(item.attributes); };
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

}  // namespace jaedan::recommender
