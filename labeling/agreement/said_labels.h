#pragma once

#include <cstddef>
#include <vector>

#include "labeling/agreement/consensus.h"
#include "labeling/domain/quality_measures.h"

namespace jaedan::labeling {

/// Who named nothing where somebody else named something.
inline constexpr const char* kNamedNone = "-";

/// Everything that can be compared of what `people` persons said, garment by garment as they were put together.
std::vector<SaidLabel> said_labels(const Consensus& consensus, std::size_t people);

}  // namespace jaedan::labeling
