#include "recommender/words/word_search.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "recommender/words/label_verdicts.h"

namespace jaedan::recommender {
namespace {

using ItemPointers = std::vector<const Item*>;

bool is_unwanted(const QueryGarment& unwanted, const Item& item) {
  if (unwanted.part && item.part != *unwanted.part) return false;
  return !unwanted.empty() && all_hold(unwanted.wanted, item.attributes);
}

std::optional<GarmentAnswer> answer(const QueryGarment& asked, std::size_t place, const Item& item) {
  if (asked.part && item.part != *asked.part) return std::nullopt;
  std::optional<Judgement> judgement = judge(asked.wanted, asked.excluded, item.attributes);
  if (!judgement || (!asked.part && !judgement->holds)) return std::nullopt;
  return GarmentAnswer{place, &item, judgement->score(), std::move(judgement->labels)};
}

/// Gives each garment of the query one of the photo's garments: as many as possible, then the highest sum; equals by
/// the order of the items. Goes through the items once and keeps the best for each set of answered garments.
std::vector<GarmentAnswer> best_answers(const WordQuery& query, const ItemPointers& items) {
  struct Best {
    double sum = -1;                                          // negative: this set cannot be had
    std::vector<std::pair<std::size_t, std::size_t>> chosen;  // garment of the query, item
  };
  std::vector<Best> best(std::size_t{1} << query.garments.size());
  best.front().sum = 0;
  std::vector<std::vector<std::optional<GarmentAnswer>>> answers(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t g = 0; g < query.garments.size(); ++g) {
      answers[i].push_back(answer(query.garments[g], g, *items[i]));
    }
    for (std::size_t set = best.size(); set-- > 0;) {
      for (std::size_t g = 0; g < query.garments.size() && best[set].sum >= 0; ++g) {
        const std::size_t larger = set | (std::size_t{1} << g);
        if (larger == set || !answers[i][g]) continue;
        const double sum = best[set].sum + answers[i][g]->score;
        if (sum <= best[larger].sum) continue;
        best[larger] = {sum, best[set].chosen};
        best[larger].chosen.push_back({g, i});
      }
    }
  }
  const Best* chosen = &best.front();
  for (const Best& candidate : best) {
    if (candidate.sum < 0) continue;
    const bool more = candidate.chosen.size() > chosen->chosen.size();
    if (more || (candidate.chosen.size() == chosen->chosen.size() && candidate.sum > chosen->sum)) chosen = &candidate;
  }
  std::vector<std::pair<std::size_t, std::size_t>> in_order = chosen->chosen;
  std::sort(in_order.begin(), in_order.end());
  std::vector<GarmentAnswer> found;
  found.reserve(in_order.size());
  for (const auto& [g, i] : in_order) found.push_back(std::move(*answers[i][g]));
  return found;
}

class Search {
 public:
  Search(const WordQuery& query, const PhotoLabels& photo_labels) : query_(query), photo_labels_(photo_labels) {}

  std::optional<PhotoAnswer> look_at(PhotoId photo, const ItemPointers& items) const {
    for (const QueryGarment& unwanted : query_.unwanted) {
      const bool there =
          std::any_of(items.begin(), items.end(), [&](const Item* item) { return is_unwanted(unwanted, *item); });
      if (there) return std::nullopt;
    }
    static const AttributeValues kNothingSaid;
    const auto said = photo_labels_.find(photo);
    std::optional<Judgement> of_photo =
        judge(query_.photo_wanted, query_.photo_excluded, said == photo_labels_.end() ? kNothingSaid : said->second);
    if (!of_photo) return std::nullopt;
    PhotoAnswer found;
    found.photo = photo;
    found.garments = best_answers(query_, items);
    found.complete = found.garments.size() == query_.garments.size();
    const bool asks_for_something = !query_.garments.empty() || !of_photo->labels.empty();
    if (asks_for_something && found.garments.empty() && (!query_.garments.empty() || !of_photo->holds)) {
      return std::nullopt;
    }
    const double aspects = static_cast<double>(query_.garments.size() + (of_photo->labels.empty() ? 0 : 1));
    double sum = of_photo->labels.empty() ? 0 : of_photo->score();
    for (const GarmentAnswer& garment : found.garments) sum += garment.score;
    found.score = aspects > 0 ? sum / aspects : 1;
    found.labels = std::move(of_photo->labels);
    return found;
  }

 private:
  const WordQuery& query_;
  const PhotoLabels& photo_labels_;
};

/// The garments of one photo, [first, end) of the sorted items, and what they are ranked by.
struct Candidate {
  std::size_t first = 0, end = 0;
  std::size_t garments = 0;
  double score = 0;
};

/// Candidates are in the order of their photos.
bool goes_before(const Candidate& a, const Candidate& b) {
  if (a.garments != b.garments) return a.garments > b.garments;
  if (a.score != b.score) return a.score > b.score;
  return a.first < b.first;
}

/// In the order of photo id, then garment id, each garment once.
ItemPointers in_order(const std::vector<Item>& items) {
  ItemPointers sorted;
  sorted.reserve(items.size());
  for (const Item& item : items) sorted.push_back(&item);
  const auto key = [](const Item* item) { return std::make_pair(item->photo, item->garment); };
  const auto earlier = [&](const Item* a, const Item* b) { return key(a) < key(b); };
  if (!std::is_sorted(sorted.begin(), sorted.end(), earlier)) std::stable_sort(sorted.begin(), sorted.end(), earlier);
  sorted.erase(
      std::unique(sorted.begin(), sorted.end(), [&](const Item* a, const Item* b) { return key(a) == key(b); }),
      sorted.end());
  return sorted;
}

}  // namespace

std::vector<PhotoAnswer> search_by_words(const WordQuery& query, const std::vector<Item>& items,
                                         const PhotoLabels& photo_labels, std::size_t k) {
  std::vector<PhotoAnswer> found;
  if (query.empty() || query.garments.size() > kMostQueryGarments) return found;
  const Search search(query, photo_labels);
  const ItemPointers sorted = in_order(items);
  const auto look_at = [&](std::size_t first, std::size_t end) {
    const auto begin = sorted.begin();
    return search.look_at(sorted[first]->photo, ItemPointers(begin + static_cast<std::ptrdiff_t>(first),
                                                             begin + static_cast<std::ptrdiff_t>(end)));
  };
  // What a photo says in detail is many times its score: it is worked out again for the few that are shown.
  std::vector<Candidate> candidates;
  for (std::size_t first = 0; first < sorted.size();) {
    std::size_t end = first;
    while (end < sorted.size() && sorted[end]->photo == sorted[first]->photo) ++end;
    if (const auto answer = look_at(first, end)) {
      candidates.push_back({first, end, answer->garments.size(), answer->score});
    }
    first = end;
  }
  const auto best = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(k, candidates.size()));
  std::partial_sort(candidates.begin(), best, candidates.end(), goes_before);
  for (auto candidate = candidates.begin(); candidate != best; ++candidate) {
    found.push_back(std::move(*look_at(candidate->first, candidate->end)));
  }
  return found;
}

}  // namespace jaedan::recommender
