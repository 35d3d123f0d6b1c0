// What the model gets wrong, how labels are spread, how good the work is.

#include <algorithm>
#include <numeric>
#include <utility>

#include "app/gui/charts/chart_scale.h"
#include "app/gui/panels/manage/chart_parts.h"

namespace jaedan::gui {
namespace {

using workflow::BalanceRow;
using workflow::LabelRow;
using workflow::WorkFigures;

/// "하의 · 기장", or the attribute alone where it is the photo's.
std::string name_of(const std::optional<Part>& part, const std::string& attribute, const Taxonomy& taxonomy,
                    const Strings& text) {
  const std::string word = said(workflow::attribute_words(attribute, taxonomy), text);
  return part ? text.part(*part) + std::string(" · ") + word : word;
}

FigureChart model_chart(const WorkFigures& figures, const Taxonomy& taxonomy, const Strings& text) {
  FigureChart chart;
  chart.chart.name = "model_words";
  chart.chart.is_share = true;
  chart.chart.top = 1;
  for (const workflow::ModelWordRow& row : figures.model_words) {
    ChartBar bar{name_of(row.part, row.attribute, taxonomy, text),
                 {row.share_changed()},
                 fill_gaps(text(Text::kChangedOfFormat), {thousands(row.changed), thousands(row.said)})};
    bar.about = percent_words(row.share_changed());
    add_bar(chart, std::move(bar));
  }
  return chart;
}

LabelChart values_of(const BalanceRow& balance, const WorkFigures& figures, const Taxonomy& taxonomy,
                     const Strings& text) {
  LabelChart made;
  made.title = name_of(balance.part, balance.attribute, taxonomy, text);
  made.values.chart.name = "values";
  made.values.chart.series = {text(Text::kSaidByPeople), text(Text::kGuessed)};
  for (const LabelRow& row : figures.labels) {
    if (row.part != balance.part || row.attribute != balance.attribute) continue;
    ChartBar bar{said(workflow::value_words(row.attribute, row.value, taxonomy), text),
                 {static_cast<double>(row.count - row.guesses), static_cast<double>(row.guesses)},
                 thousands(row.count)};
    ShowPhotos lead;
    lead.filter.part = row.part;
    lead.filter.attribute = row.attribute;
    lead.filter.value = row.value;
    add_bar(made.values, std::move(bar), std::move(lead));
  }
  return made;
}

std::string about_balance(const BalanceRow& row, const Taxonomy& taxonomy, const Strings& text) {
  return fill_gaps(text(Text::kBalanceFormat),
                   {said(workflow::value_words(row.attribute, row.most_common, taxonomy), text), thousands(row.most),
                    said(workflow::value_words(row.attribute, row.rarest, taxonomy), text), thousands(row.least),
                    thousands(row.missing), thousands(row.labels)});
}

}  // namespace

void add_label_charts(const WorkFigures& figures, const Taxonomy& taxonomy, const Strings& text, FigureCharts& charts) {
  charts.model_words = model_chart(figures, taxonomy, text);
  charts.balance.chart.name = "balance";
  charts.balance.chart.is_share = true;
  charts.balance.chart.top = 1;
  std::vector<BalanceRow> rows = figures.balance;
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.evenness < b.evenness; });
  for (const BalanceRow& row : rows) {
    ChartBar bar{name_of(row.part, row.attribute, taxonomy, text), {row.evenness}, percent_words(row.evenness)};
    bar.about = about_balance(row, taxonomy, text);
    add_bar(charts.balance, std::move(bar));
    charts.labels.push_back(values_of(row, figures, taxonomy, text));
  }
  charts.balance.chart.is_pressed = true;  // a bar shows its values
}

BarChart quality_chart(const char* name, const std::vector<workflow::QualityRow>& rows, const Taxonomy& taxonomy,
                       const Strings& text) {
  BarChart chart;
  chart.name = name;
  chart.is_share = true;
  chart.top = 1;
  for (const workflow::QualityRow& row : rows) {
    std::string measure = said(workflow::measure_words(row.measure, taxonomy), text);
    if (row.stage) measure = said(*row.stage, text) + " · " + measure;
    ChartBar bar{row.stage ? row.who + " · " + measure : measure, {row.value}, percent_words(row.value)};
    bar.interval = {{row.low, row.high}};
    bar.about = fill_gaps(text(Text::kIntervalFormat),
                          {percent_words(row.low), percent_words(row.high), thousands(row.photos)});
    if (!row.stage) bar.about += "; " + row.who;
    chart.bars.push_back(std::move(bar));
  }
  return chart;
}

}  // namespace jaedan::gui
