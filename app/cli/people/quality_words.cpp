#include "app/cli/people/quality_words.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace jaedan::cli {

void add_project_options(CLI::App& app, QualityWords& words) {
  app.add_option("PROJECT", words.project, "the project")->required();
  add_acting_options(app, words.acting);
  app.add_flag("--json", words.json, "print one JSON document");
}

void add_quality_options(CLI::App& app, QualityWords& words) {
  add_project_options(app, words);
  add_photo_options(app, words);
}

nlohmann::json interval_json(const std::optional<labeling::Interval>& interval) {
  return interval ? nlohmann::json{interval->low, interval->high} : nlohmann::json();
}

nlohmann::json measures_json(const std::vector<workflow::MeasuredAgreement>& measures) {
  nlohmann::json document = {{"intervals", nlohmann::json::object()}, {"undefined", nlohmann::json::object()}};
  for (const workflow::MeasuredAgreement& one : measures) {
    document[one.key] = one.measure.value ? nlohmann::json(*one.measure.value) : nlohmann::json();
    document["intervals"][one.key] = interval_json(one.interval.interval);
    if (!one.measure.value) document["undefined"][one.key] = labeling::id_of(one.measure.why_not);
  }
  return document;
}

std::string figure_with(const std::optional<double>& value, const std::optional<labeling::Interval>& interval) {
  if (!value) return "-";
  char text[64];
  if (interval) {
    std::snprintf(text, sizeof text, "%.3f [%.3f, %.3f]", *value, interval->low, interval->high);
  } else {
    std::snprintf(text, sizeof text, "%.3f", *value);
  }
  return text;
}

}  // namespace jaedan::cli
