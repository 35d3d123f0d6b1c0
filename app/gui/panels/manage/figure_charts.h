#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/gui/base/manage_requests.h"
#include "app/gui/charts/chart_data.h"
#include "app/gui/words/strings.h"
#include "app/workflow/figures/work_figures.h"
#include "app/workflow/quality/quality_rows.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// Where a bar leads; nowhere where nobody knows which photos are behind it.
using Lead = std::variant<std::monostate, ShowPhotos, ShowBehind, ShowWaiting>;

/// A chart of the manager's numbers.
struct FigureChart {
  BarChart chart;
  std::vector<Lead> leads;  ///< one a bar
};

/// One attribute of one part, and how its values are spread.
struct LabelChart {
  std::string title;
  FigureChart values;
};

/// All charts of one answer, in one language. Made once an answer, not in every frame.
struct FigureCharts {
  FigureChart days;                   ///< photos done, a column a day from the first to the last; by stage
  FigureChart people;                 ///< photos done by whom, most first; by stage
  FigureChart photo_times;            ///< active seconds a photo, by whom, longest first
  FigureChart garment_times;          ///< … a garment
  FigureChart backlog;                ///< what waits for which stage
  std::vector<std::string> forecast;  ///< lines
  bool is_late = false;               ///< the last one says so
  std::vector<std::string> late;      ///< lines
  FigureChart workers;                ///< decisions about whose work: approved and returned, most returned first
  FigureChart inspectors;             ///< … by whom
  FigureChart parts;                  ///< … about photos with which part
  FigureChart worker_reasons;         ///< reasons of returns, in the same order
  FigureChart inspector_reasons;
  FigureChart model_words;         ///< share of a model's words that people changed, and of how many
  FigureChart balance;             ///< how evenly the values of each attribute are spread, the least first
  std::vector<LabelChart> labels;  ///< one a bar of `balance`
  std::vector<LimitChart> control;
  std::vector<std::string> control_titles;  ///< one a chart
  std::vector<bool> is_drifting;            ///< the same
};

FigureCharts charts_of(const workflow::WorkFigures& figures, const Taxonomy& taxonomy, const Strings& text);

/// Agreement, or scores of controls: shares with their intervals.
BarChart quality_chart(const char* name, const std::vector<workflow::QualityRow>& rows, const Taxonomy& taxonomy,
                       const Strings& text);

/// What `figures` were narrowed to, as a filter of photos: part and style.
labeling::PhotoFilter filter_behind(const workflow::FigureFilter& filter);

}  // namespace jaedan::gui
