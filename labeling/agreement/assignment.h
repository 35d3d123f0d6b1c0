#pragma once

#include <vector>

namespace jaedan::labeling {

/// Which column goes to which row so that the sum of `gains` (rows × columns, each ≥ 0, all rows as long) is the
/// largest (Kuhn 1955, in cubic time). For each row its column, or −1 where there is none left, or only a gain of 0.
std::vector<int> best_assignment(const std::vector<std::vector<double>>& gains);

}  // namespace jaedan::labeling
