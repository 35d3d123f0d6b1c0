#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "app/cli/acting.h"
#include "app/cli/output.h"
#include "app/cli/people/photo_words.h"
#include "app/workflow/people/measure_agreement.h"
#include "app/workflow/project/project.h"

namespace jaedan::cli {

/// What the verbs of quality say on the command line: which project, which photos, who acts.
struct QualityWords : PhotoWords {
  std::string project;
  Acting acting;
};

/// Adds PROJECT, `--json` and those of who acts.
void add_project_options(CLI::App& app, QualityWords& words);
/// The same, and `--image` and `--filter`.
void add_quality_options(CLI::App& app, QualityWords& words);

/// Opens the project, finds out which manager acts, and leaves the rest to `act`; what is not a manager's ends with 3.
template <typename Act>
int as_manager(workflow::Project& project, const QualityWords& words, const Act& act) {
  const Result<Actor> manager = acting_manager(project, words.acting);
  return manager.ok() ? act(project, *manager) : fail(manager.error());
}

/// An interval as a document: [low, high], or null.
nlohmann::json interval_json(const std::optional<labeling::Interval>& interval);
/// Measures by their keys, with "intervals" and, where there is no figure, "undefined" with the reason.
nlohmann::json measures_json(const std::vector<workflow::MeasuredAgreement>& measures);
/// "0.812 [0.744, 0.871]"; "-" for none.
std::string figure_with(const std::optional<double>& value, const std::optional<labeling::Interval>& interval);

}  // namespace jaedan::cli
