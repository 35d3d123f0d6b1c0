#pragma once

#include <string>
#include <vector>

#include "app/workflow/figures/work_figures.h"
#include "labeling/agreement/bootstrap.h"

namespace jaedan::workflow {

/// What is known of how good the work is, as rows for tables and charts.
struct QualityRows {
  /// Of all people who did the same photos: "iou" of their outlines, then Krippendorff's alpha (nominal) an attribute,
  /// by its id; photos are garments there.
  std::vector<QualityRow> agreement;
  /// A row a person and stage: "iou" at the drawing, "labels" (the share of right ones) later. The worst first.
  std::vector<QualityRow> honeypots;
};

/// How the intervals of figures are found: always the same for the same answers, and in a part of the time that a
/// report of its own (`agreement`, `consensus`) takes. More than 200 units have the normal interval.
inline constexpr labeling::BootstrapOptions kFigureIntervals = {200, 1, 0.95};

/// Of the panels and controls of the project, from sums that every submission adds to: no answer is read, but of those
/// that wait to be measured (kept_measures.h), once. `user`: controls of this person alone; none for a name that only
/// the log knows. kCancelled.
Result<QualityRows> quality_rows(const Project& project, const std::string& user,
                                 const labeling::BootstrapOptions& bootstrap = kFigureIntervals,
                                 const Watch& watch = {});

}  // namespace jaedan::workflow
