#include "recommender/recommender.h"

#include <algorithm>
#include <set>

namespace jaedan::recommender {
namespace {

/// Where a graph proposes candidates, how many of the most alike are ranked by something else too.
constexpr std::size_t kPoolPerMatch = 100;
constexpr std::size_t kLeastPool = 5000;
/// And how many times as many when too few of them are outfits: several may come from one photo or wear nothing else.
constexpr std::size_t kPoolGrowth = 4;

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
  return matches_of(query, search, ranked);
}

std::vector<Match> Recommender::matches_of(const Item& query, const Search& search,
                                           const std::vector<Ranked>& ranked) const {
  std::vector<Match> matches;
  for (const Ranked& one : ranked) {
    if (matches.size() == search.k) break;
    matches.push_back(match_of(query, search, one));
  }
  return matches;
}

Result<std::vector<Outfit>> Recommender::outfits(const Item& query, const Search& search) const {
  JAEDAN_ASSIGN_OR_RETURN(Found found, similar_and_outfits(query, search));
  return std::move(found.outfits);
}

Result<Found> Recommender::similar_and_outfits(const Item& query, const Search& search) const {
  const bool whole = looks_at_all(by_part_.at(query.part), search);
  for (std::size_t pool = std::max(kLeastPool, search.k * kPoolPerMatch);; pool *= kPoolGrowth) {
    JAEDAN_ASSIGN_OR_RETURN(std::vector<Ranked> ranked, rank(query, search, pool));
    put_best_first(ranked, ranked.size());
    std::vector<Outfit> outfits = outfits_of(query, search, ranked);
    if (whole || outfits.size() >= search.k || ranked.size() < pool) {
      return Found{matches_of(query, search, ranked), std::move(outfits)};
    }
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
