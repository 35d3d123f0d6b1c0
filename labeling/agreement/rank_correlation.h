#pragma once

#include <optional>
#include <vector>

namespace jaedan::labeling {

/// Ranks 1…n of `values`; equal ones share the mean of theirs.
std::vector<double> ranks_of(const std::vector<double>& values);

/// Spearman's rank correlation (1904) of two lists of equal length, ties included: the correlation of the ranks, in
/// [−1, 1]. Pairs with a value that is not a number are left out. Nothing with less than two pairs, or when one list
/// holds one value alone.
std::optional<double> spearman(const std::vector<double>& one, const std::vector<double>& other);

}  // namespace jaedan::labeling
