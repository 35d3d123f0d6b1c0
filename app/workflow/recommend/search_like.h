#pragma once

#include <vector>

#include "app/workflow/recommend/recommend_items.h"

namespace jaedan::workflow {

/// What is like each part that a photo wears, in the order of Part; of two garments of a part, the larger one. The
/// photo and the rest are those of `query`, whose part does not count. Parts that nothing is known to look like are
/// left out; errors of `recommend` when none is left.
Result<std::vector<Recommendations>> search_like(Project& project, const RecommendQuery& query,
                                                 const Watch& watch = {});

}  // namespace jaedan::workflow
