#pragma once

#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/people/ratings_file.h"
#include "labeling/agreement/bootstrap.h"
#include "labeling/agreement/rater_agreement.h"

namespace jaedan::workflow {

struct AgreementRequest {
  std::string path;  ///< a file of ratings (ratings_file.h)
  RatingsOptions reading;
  /// Which levels of measurement to assume; empty: nominal, ordinal and interval, as far as the values allow.
  std::vector<labeling::Level> levels;
  labeling::BootstrapOptions bootstrap;
};

/// One measure of a table.
struct MeasuredAgreement {
  std::string key;  ///< "percent", "unanimous", "cohen", "cohen_linear", "cohen_quadratic", "fleiss", "krippendorff"
  labeling::Level level = labeling::Level::kNominal;  ///< that it takes the values for
  labeling::Measure measure = labeling::WhyNot::kNoUnits;
  labeling::BootstrapInterval interval;
};

struct AgreementAnswer {
  Ratings ratings;
  std::vector<MeasuredAgreement> measures;       ///< those of `levels`, percent and unanimous always
  std::vector<labeling::RaterAgreement> raters;  ///< in the order of their names

  /// Whether anything could be compared at all.
  bool anything() const;
};

/// Every measure of `levels` that the table allows, with intervals; those that it does not allow have their reason.
/// kCancelled.
Result<std::vector<MeasuredAgreement>> measure_table(const labeling::RatingTable& table,
                                                     const std::vector<labeling::Level>& levels,
                                                     const labeling::BootstrapOptions& bootstrap,
                                                     const Watch& watch = {});

/// How far the people of a file agree. Errors of reading name the file; kInvalidArgument when a level was asked for
/// that the values do not allow; kCancelled.
Result<AgreementAnswer> measure_agreement(const AgreementRequest& request, const Watch& watch = {});

}  // namespace jaedan::workflow
