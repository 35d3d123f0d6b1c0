#pragma once

#include <cstddef>
#include <vector>

#include "inference/models/head_spec.h"
#include "inference/train/data/training_item.h"

namespace jaedan::inference {

/// In how many garments, or photos, of split train two of the head's values are said together: values×values, row by
/// row; on the diagonal how often a value is said at all. Shares of sources do not count.
std::vector<int> said_together(const HeadSpec& head, const std::vector<TrainingSource>& sources);

/// The relations of a GraphHead (net/figures/graph_head.h) by such counts: values×values, row by row, each row's sum 1.
/// A value takes 0.8 of itself and 0.2 of those that are said in a fifth or more of its cases, of each as much; without
/// any it is alone (Chen, Wei, Wang & Guo, 2019, "re-weighted correlation matrix"; their threshold is 0.4).
std::vector<float> relations_from(const std::vector<int>& together, std::size_t values);

}  // namespace jaedan::inference
