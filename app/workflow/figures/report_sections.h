#pragma once

#include <string>

#include "app/workflow/figures/work_figures.h"

namespace jaedan::workflow {

/// The sections of the report, each as HTML, in the order of the page.
std::string done_section(const WorkFigures& figures);
std::string backlog_section(const WorkFigures& figures);
std::string time_section(const WorkFigures& figures);
std::string acceptance_section(const WorkFigures& figures);
std::string control_section(const WorkFigures& figures);
std::string late_section(const WorkFigures& figures);
std::string model_section(const WorkFigures& figures, const Taxonomy& taxonomy);
std::string label_section(const WorkFigures& figures, const Taxonomy& taxonomy);
std::string quality_section(const WorkFigures& figures, const Taxonomy& taxonomy);

}  // namespace jaedan::workflow
