#include "app/workflow/photo/count_looks.h"

#include "app/workflow/project/photo_pages.h"

namespace jaedan::workflow {

LookCount& LookCount::operator+=(const LookCount& more) {
  photos += more.photos;
  garments += more.garments;
  unseen += more.unseen;
  unseen_photos += more.unseen_photos;
  return *this;
}

LookCount LookCounts::all() const {
  LookCount sum;
  for (const LookCount& count : by_state) sum += count;
  return sum;
}

Result<LookCounts> count_looks(Project& project, const labeling::PhotoFilter& filter, const Watch& watch) {
  LookCounts counts;
  const PhotoWork count = [&](const labeling::PhotoRow& row, BatchReport&) -> Status {
    const LookCount one{1, row.garment_count, row.unseen_count, row.unseen_count > 0 ? 1 : 0};
    counts.by_state[static_cast<std::size_t>(row.state)] += one;
    return {};
  };
  JAEDAN_ASSIGN_OR_RETURN(const BatchReport report, for_each_photo(project, filter, "counting", watch, count));
  if (report.cancelled) return Error{ErrorCode::kCancelled, "count.stopped", "the count was stopped"};
  return counts;
}

}  // namespace jaedan::workflow
