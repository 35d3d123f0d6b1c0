#include "app/gui/panels/manage/figure_charts.h"

#include <utility>

#include "app/gui/panels/manage/chart_parts.h"
#include "app/gui/words/message_text.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

std::string said(const report::Words& words, const Strings& text) {
  return text.korean() ? words.korean : words.english;
}

std::string said(Stage stage, const Strings& text) { return message_text(message_of(stage), text); }

void add_bar(FigureChart& chart, ChartBar bar, Lead lead) {
  chart.chart.is_pressed = chart.chart.is_pressed || lead.index() != 0;
  chart.chart.bars.push_back(std::move(bar));
  chart.leads.push_back(std::move(lead));
}

FigureChart chart_by_stage(const char* name, const Strings& text) {
  FigureChart chart;
  chart.chart.name = name;
  for (const Stage stage : kAllStages) chart.chart.series.push_back(said(stage, text));
  return chart;
}

labeling::PhotoFilter filter_behind(const workflow::FigureFilter& filter) {
  labeling::PhotoFilter behind;
  behind.part = filter.part;
  if (!filter.style.empty()) {
    behind.attribute = std::string(attribute::kStyle);
    behind.value = filter.style;
  }
  return behind;
}

ShowBehind done_by(const std::string& who, const std::string& deed, const workflow::FigureFilter& filter) {
  return {who, deed, filter.from, filter.to, filter_behind(filter), filter.stage};
}

FigureCharts charts_of(const workflow::WorkFigures& figures, const Taxonomy& taxonomy, const Strings& text) {
  FigureCharts charts;
  add_work_charts(figures, text, charts);
  add_backlog(figures, text, charts);
  add_decisions(figures, text, charts);
  add_label_charts(figures, taxonomy, text, charts);
  add_control_charts(figures, text, charts);
  return charts;
}

}  // namespace jaedan::gui
