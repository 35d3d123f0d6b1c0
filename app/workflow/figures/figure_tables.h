#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/workflow/figures/work_figures.h"

namespace jaedan::workflow {

/// Nothing, text, a whole number, or a number.
using FigureValue = std::variant<std::monostate, std::string, std::int64_t, double>;

/// A table for programs: names, ids and numbers as they are.
struct FigureTable {
  std::string name;  ///< "done"; never changes, nor do the columns' names
  std::vector<std::string> columns;
  std::vector<std::vector<FigureValue>> rows;  ///< each as long as `columns`
};

/// All of the figures: done, people, backlog, forecast, workers, inspectors, parts, model_words, labels, balance, late,
/// control, agreement, honeypots; each is there, with its columns, also without a row.
std::vector<FigureTable> figure_tables(const WorkFigures& figures);

/// Writes each table as NAME.csv into `folder`, which is made when it is not there; files of these names are replaced.
/// Text that a spreadsheet would run is guarded (labeling/base/csv.h). kInvalidArgument for a file instead of a
/// folder, kIo.
Status write_figure_tables(const WorkFigures& figures, const std::string& folder);

}  // namespace jaedan::workflow
