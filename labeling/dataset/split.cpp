#include "labeling/dataset/split.h"

#include <algorithm>
#include <cstdint>

#include "labeling/base/sha256.h"

namespace jaedan::labeling {
namespace {

constexpr std::array<std::string_view, 3> kIds = {"train", "val", "test"};
constexpr std::size_t kPartCount = kAllParts.size();

std::size_t index_of(Part part) { return static_cast<std::size_t>(part) - 1; }

/// Photos with each part, and in the last place all photos.
using Counts = std::array<std::int64_t, kPartCount + 1>;

void count(Counts& counts, const SplitItem& item) {
  for (const Part part : item.parts) ++counts[index_of(part)];
  ++counts.back();
}

/// How many photos each side still lacks.
class Demand {
 public:
  Demand(const std::vector<SplitItem>& items, const SplitShares& shares) : shares_(shares) {
    for (const SplitItem& item : items) {
      count(total_, item);
      if (item.side) take(item, *item.side);
    }
  }

  void take(const SplitItem& item, Split side) { count(taken_[static_cast<std::size_t>(side)], item); }

  /// The side that lacks photos with `part` most; without a part, or where sides are equal, photos at all.
  Split neediest(std::optional<Part> part) const {
    std::size_t best = 0;
    for (std::size_t side = 1; side < kIds.size(); ++side) {
      const double more = part ? lack(side, index_of(*part)) - lack(best, index_of(*part)) : 0;
      if (more > 0 || (more == 0 && lack(side, kPartCount) > lack(best, kPartCount))) best = side;
    }
    return static_cast<Split>(best);
  }

 private:
  double lack(std::size_t side, std::size_t of) const {
    return shares_[side] * static_cast<double>(total_[of]) - static_cast<double>(taken_[side][of]);
  }

  SplitShares shares_;
  Counts total_{};
  std::array<Counts, 3> taken_{};
};

/// Places of the photos without a side, in an order that has nothing to do with names or numbers.
std::vector<std::size_t> shuffled_new(const std::vector<SplitItem>& items) {
  std::vector<std::pair<Sha256::Digest, std::size_t>> order;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].side) order.emplace_back(sha256_of(items[i].key), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> places;
  for (const auto& [hash, place] : order) places.push_back(place);
  return places;
}

bool has_part(const SplitItem& item, Part part) {
  return std::find(item.parts.begin(), item.parts.end(), part) != item.parts.end();
}

/// The part that the fewest of `places` have; nothing when none has any.
std::optional<Part> rarest_part(const std::vector<SplitItem>& items, const std::vector<std::size_t>& places) {
  std::array<std::size_t, kPartCount> count{};
  for (const std::size_t place : places) {
    for (const Part part : items[place].parts) ++count[index_of(part)];
  }
  std::optional<Part> rarest;
  for (const Part part : kAllParts) {
    if (count[index_of(part)] == 0) continue;
    if (!rarest || count[index_of(part)] < count[index_of(*rarest)]) rarest = part;
  }
  return rarest;
}

}  // namespace

std::string_view id_of(Split split) { return kIds[static_cast<std::size_t>(split)]; }

std::optional<Split> split_from_id(std::string_view id) {
  for (std::size_t i = 0; i < kIds.size(); ++i) {
    if (kIds[i] == id) return static_cast<Split>(i);
  }
  return std::nullopt;
}

std::vector<Split> assign_splits(const std::vector<SplitItem>& items, const SplitShares& shares) {
  std::vector<Split> sides(items.size(), Split::kTrain);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].side) sides[i] = *items[i].side;
  }
  Demand demand(items, shares);
  std::vector<std::size_t> waiting = shuffled_new(items);
  while (!waiting.empty()) {
    const std::optional<Part> part = rarest_part(items, waiting);
    std::vector<std::size_t> later;
    for (const std::size_t place : waiting) {
      if (part && !has_part(items[place], *part)) {
        later.push_back(place);
        continue;
      }
      sides[place] = demand.neediest(part);
      demand.take(items[place], sides[place]);
    }
    waiting = std::move(later);
  }
  return sides;
}

}  // namespace jaedan::labeling
