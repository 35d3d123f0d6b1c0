#include "recommender/index/vector_search.h"

#include <algorithm>

namespace jaedan::recommender {
namespace {

/// How many vectors the graph compares for each that it proposes (measured: 18 to 26).
constexpr std::size_t kComparedPerCandidate = 24;
/// Of so many candidates a result the best are right ones, and another metric finds its own among them.
constexpr std::size_t kCandidatesPerResult = 2;
/// So many wanted candidates a result, or so many more, are enough: the farthest ones that a graph proposes are the
/// least certain.
constexpr std::size_t kEnoughPerResult = 3;
constexpr std::size_t kEnoughMore = 200;
/// How much wider to look where nothing at all was wanted.
constexpr std::size_t kWider = 8;

/// Vectors that lie apart are asked for so many before they are compared; memory takes longer than comparing.
constexpr std::size_t kFetchedAhead = 6;
constexpr std::size_t kCacheLine = 64;

/// count·part/whole, rounded up.
std::size_t in_proportion(std::size_t count, std::size_t part, std::size_t whole) {
  return whole == 0 ? count : (count * part + whole - 1) / whole;
}

}  // namespace

VectorSearch::VectorSearch(const VectorRows& rows, const std::vector<float>& query, Metric metric, std::size_t k,
                           std::size_t breadth)
    : rows_(rows),
      query_(query),
      of_query_(statistics_of(query.data(), query.size())),
      metric_(metric),
      k_(std::min(k, rows.size())),
      breadth_(std::max(breadth, k_ * kCandidatesPerResult)),
      best_(k_) {}

double VectorSearch::score_at(Place place) const {
  return similarity(metric_, query_.data(), of_query_, rows_.at(place), rows_.statistics_at(place), query_.size());
}

void VectorSearch::fetch(Place place) const {
  __builtin_prefetch(&rows_.statistics_at(place));
  const auto* begin = reinterpret_cast<const char*>(rows_.at(place));
  const std::size_t bytes = query_.size() * sizeof(float);
  for (std::size_t at = 0; at < bytes; at += kCacheLine) __builtin_prefetch(begin + at);
}

std::size_t VectorSearch::enough() const { return std::min(k_ * kEnoughPerResult, k_ + kEnoughMore); }

Result<bool> VectorSearch::found_in_graph(const Wanted& wanted, std::size_t breadth, std::size_t to_compare) {
  if (!rows_.in_graph()) return false;
  breadth = std::max(breadth_, breadth);
  breadth = in_proportion(breadth, rows_.places(), rows_.size());  // removed ones are proposed as well
  while (breadth * kComparedPerCandidate < to_compare) {
    JAEDAN_ASSIGN_OR_RETURN(std::vector<Place> places, rows_.near(query_.data(), of_query_.length, breadth));
    places.erase(
        std::remove_if(places.begin(), places.end(),
                       [&](Place place) { return !rows_.is_taken(place) || (wanted && !wanted(rows_.id_at(place))); }),
        places.end());
    if (places.size() >= enough()) {
      for (const Place place : places) offer(place);
      return true;
    }
    const std::size_t hoped = places.empty() ? breadth * kWider : in_proportion(breadth, enough(), places.size());
    breadth = std::max(breadth * 2, hoped);
  }
  return false;
}

Result<std::vector<Neighbour>> VectorSearch::among_all(const Wanted& wanted) {
  JAEDAN_ASSIGN_OR_RETURN(const bool found, found_in_graph(wanted, breadth_, rows_.places()));
  if (found) return best_.take();
  for (std::size_t i = 0; i < rows_.places(); ++i) {
    const auto place = static_cast<Place>(i);
    if (rows_.is_taken(place) && (!wanted || wanted(rows_.id_at(place)))) offer(place);
  }
  return best_.take();
}

Result<std::vector<Neighbour>> VectorSearch::among_ids(const std::vector<VectorId>& wanted) {
  const auto is_wanted = [&](VectorId id) { return std::binary_search(wanted.begin(), wanted.end(), id); };
  const std::size_t breadth = in_proportion(enough(), rows_.size(), wanted.size());
  JAEDAN_ASSIGN_OR_RETURN(const bool found, found_in_graph(is_wanted, breadth, wanted.size()));
  if (found) return best_.take();
  std::vector<Place> places;
  places.reserve(wanted.size());
  for (const VectorId id : wanted) {
    if (const auto place = rows_.place_of(id)) places.push_back(*place);
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i + kFetchedAhead < places.size()) fetch(places[i + kFetchedAhead]);
    offer(places[i]);
  }
  return best_.take();
}

}  // namespace jaedan::recommender
