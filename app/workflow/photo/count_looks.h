#pragma once

#include <array>
#include <cstdint>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// How many garments nobody looked at (domain/garment.h).
struct LookCount {
  std::int64_t photos = 0;
  std::int64_t garments = 0;
  std::int64_t unseen = 0;         ///< of the garments
  std::int64_t unseen_photos = 0;  ///< with one of these

  LookCount& operator+=(const LookCount& more);
};

/// By the state that photos are in.
struct LookCounts {
  std::array<LookCount, kAllStates.size()> by_state;

  const LookCount& of(WorkflowState state) const { return by_state[static_cast<std::size_t>(state)]; }
  LookCount all() const;
};

/// Counts the photos of `filter` by the list's summaries. kCancelled; errors of the store.
Result<LookCounts> count_looks(Project& project, const labeling::PhotoFilter& filter, const Watch& watch);

}  // namespace jaedan::workflow
