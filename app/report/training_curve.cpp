#include "app/report/training_curve.h"

#include <cmath>
#include <limits>
#include <locale>
#include <map>
#include <sstream>

#include "labeling/base/file_system.h"

namespace jaedan::report {
namespace {

constexpr std::uint64_t kLimitBytes = 16 << 20;

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, ',');) {
    if (!cell.empty() && cell.back() == '\r') cell.pop_back();
    cells.push_back(std::move(cell));
  }
  return cells;
}

// Whatever the locale; NaN for no number.
double number_of(const std::string& text) {
  std::istringstream in(text);
  in.imbue(std::locale::classic());
  double value = 0;
  return in >> value ? value : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

Result<std::vector<EpochRow>> parse_training_log(const std::string& text, const std::string& name) {
  std::istringstream in(text);
  std::string line;
  std::getline(in, line);
  std::map<std::string, std::size_t> columns;
  const std::vector<std::string> titles = cells_of(line);
  for (std::size_t i = 0; i < titles.size(); ++i) columns.emplace(titles[i], i);
  if (columns.count("epoch") == 0) {
    return Error{ErrorCode::kCorrupt, "report.no_epochs", "{0}: the first line names no column 'epoch'", {name}};
  }
  std::vector<EpochRow> rows;
  while (std::getline(in, line)) {
    const std::vector<std::string> cells = cells_of(line);
    const auto value = [&](const char* title) {
      const auto column = columns.find(title);
      const bool there = column != columns.end() && column->second < cells.size();
      return there ? number_of(cells[column->second]) : std::numeric_limits<double>::quiet_NaN();
    };
    const EpochRow row{value("epoch"), value("loss"), value("val_miou"), value("seconds")};
    if (std::isfinite(row.epoch)) rows.push_back(row);
  }
  return rows;
}

Result<std::vector<EpochRow>> read_training_log(const std::string& folder) {
  const std::string path = folder + "/" + kTrainingLogFile;
  const Result<std::string> text = disk().read(path, kLimitBytes);
  if (!text.ok() && text.error().code == ErrorCode::kNotFound) return std::vector<EpochRow>();
  if (!text.ok()) return text.error();
  return parse_training_log(*text, path);
}

}  // namespace jaedan::report
