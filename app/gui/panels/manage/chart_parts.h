#pragma once

#include <string>

#include "app/gui/panels/manage/figure_charts.h"
#include "app/workflow/figures/report_words.h"

namespace jaedan::gui {

// What the charts of the manager's numbers are made with.

/// In the window's language.
std::string said(const report::Words& words, const Strings& text);
std::string said(Stage stage, const Strings& text);

/// Adds a bar and where it leads.
void add_bar(FigureChart& chart, ChartBar bar, Lead lead = {});
/// A chart of this name; the series are the stages.
FigureChart chart_by_stage(const char* name, const Strings& text);
/// What this person did in the days of the filter.
ShowBehind done_by(const std::string& who, const std::string& deed, const workflow::FigureFilter& filter);

/// Parts of charts_of, a file each.
void add_work_charts(const workflow::WorkFigures& figures, const Strings& text, FigureCharts& charts);
void add_backlog(const workflow::WorkFigures& figures, const Strings& text, FigureCharts& charts);
void add_decisions(const workflow::WorkFigures& figures, const Strings& text, FigureCharts& charts);
void add_label_charts(const workflow::WorkFigures& figures, const Taxonomy& taxonomy, const Strings& text,
                      FigureCharts& charts);
void add_control_charts(const workflow::WorkFigures& figures, const Strings& text, FigureCharts& charts);

}  // namespace jaedan::gui
