#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/domain/part.h"

namespace jaedan::labeling {

/// What a photo of a snapshot is for.
enum class Split { kTrain, kVal, kTest };

/// train, val, test.
std::string_view id_of(Split split);
std::optional<Split> split_from_id(std::string_view id);

/// A photo that wants its side.
struct SplitItem {
  std::string key;            ///< what the photo is known by, the same in every snapshot
  std::vector<Part> parts;    ///< of its garments; each once
  std::optional<Split> side;  ///< where earlier snapshots put it: it stays there
};

/// How much of the photos each side gets: train, val, test.
using SplitShares = std::array<double, 3>;
inline constexpr SplitShares kDefaultShares = {0.8, 0.1, 0.1};

/// A side for every photo, in the order of `items`. Photos that have one keep it, so nothing that was ever
/// trained on is tested on later. New ones fill up what is missing from the shares, for each part as well as
/// for all photos: iterative stratification (Sechidis, Tsoumakas and Vlahavas 2011), which deals with the
/// rarest part first. The order of the items does not matter: a hash of the keys takes its place.
std::vector<Split> assign_splits(const std::vector<SplitItem>& items, const SplitShares& shares = kDefaultShares);

}  // namespace jaedan::labeling
