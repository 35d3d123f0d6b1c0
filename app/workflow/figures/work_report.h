#pragma once

#include <string>

#include "app/workflow/figures/work_figures.h"

namespace jaedan::workflow {

/// Which of its two languages a report shows at first; the reader changes it on the page.
enum class ReportLanguage { kEnglish, kKorean };

/// One HTML page with charts and tables that needs nothing beside it: no script, nothing loaded, light and dark.
/// Whatever people typed is escaped. Long tables are cut, and say so; write_figure_tables writes them whole. `name`: of
/// the project, for the heading.
std::string work_report_html(const WorkFigures& figures, const Taxonomy& taxonomy, const std::string& name,
                             ReportLanguage language);

/// Writes it in one step. Errors of report::check_report_file; kIo.
Status write_work_report(const Project& project, const WorkFigures& figures, const std::string& file,
                         ReportLanguage language);

}  // namespace jaedan::workflow
