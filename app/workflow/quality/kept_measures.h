#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/agreement/bootstrap.h"
#include "labeling/store/quality/measure_store.h"

namespace jaedan::workflow {

/// Measures the answers of controls that wait (labeling/store/quality/measure_store.h): none where each submission
/// measured itself; all of them once in a project of an older program, or after the program's vocabulary changed; those
/// of a control whose truth changed. Keeps some at a time, so that it goes on where it was broken off, and nobody waits
/// for the pixels. What it gives back is what could not be kept, because the project may only be looked at; there, what
/// an earlier program measured by its own rules stays as it is. kCancelled; kCorrupt for an answer that cannot be read.
Result<std::vector<labeling::MeasuredAnswer>> catch_up_answers(const Project& project, const Watch& watch);
/// The same with panels.
Result<std::vector<labeling::MeasuredPanel>> catch_up_panels(const Project& project, const Watch& watch);

/// Everybody's name; those who are disabled among them.
Result<std::map<UserId, std::string>> names_of_people(labeling::Store& store);

/// Where the mean of numbers within 0…1 lies: of up to labeling::kMostDrawnAgain by drawing `numbers` again, of more
/// the normal interval of `sums`, whose numbers nobody need have. None with 0 resamples.
labeling::BootstrapInterval interval_of_mean(const labeling::QualityValue& sums, const std::vector<double>& numbers,
                                             const labeling::BootstrapOptions& options);

}  // namespace jaedan::workflow
