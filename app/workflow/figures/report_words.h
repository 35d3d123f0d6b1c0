#pragma once

#include <optional>
#include <string>

#include "app/report/two_languages.h"
#include "app/workflow/figures/work_figures.h"

namespace jaedan::workflow {

/// What the report calls things, in both languages.
report::Words words_of(Stage stage);
report::Words words_of(Part part);
report::Words words_of(ReturnReason reason);
report::Words words_of(LateKind kind);
/// "whole photo" for none.
report::Words words_of(std::optional<Part> part);
/// An attribute of the taxonomy, or an outline; its id where it is neither.
report::Words attribute_words(const std::string& attribute, const Taxonomy& taxonomy);
report::Words value_words(const std::string& attribute, const std::string& value, const Taxonomy& taxonomy);
/// "1 h 05 min", "2 min 10 s", "4.2 s".
report::Words words_of_time(double seconds);
/// "2026-01-31 23:59", of a time as the project keeps it; a day stays one.
std::string minute_words(const std::string& time);
/// What agreement or controls measure (QualityRow): outlines, labels, or an attribute.
report::Words measure_words(const std::string& measure, const Taxonomy& taxonomy);
/// What the figures were narrowed to: "2026-03-01 – 2026-03-31, kim, top"; empty for all.
report::Words words_of(const FigureFilter& filter, const Taxonomy& taxonomy);

}  // namespace jaedan::workflow
