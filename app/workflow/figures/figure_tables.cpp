#include "app/workflow/figures/figure_tables.h"

#include <cmath>
#include <filesystem>
#include <locale>
#include <sstream>

#include "labeling/base/csv.h"
#include "labeling/base/file_system.h"

namespace jaedan::workflow {
namespace {

FigureValue value_of(std::optional<Stage> stage) {
  return stage ? FigureValue(std::string(id_of(*stage))) : FigureValue();
}
FigureValue value_of(std::optional<Part> part) {
  return part ? FigureValue(std::string(id_of(*part))) : FigureValue(std::string("photo"));
}
FigureValue value_of(bool flag) { return std::int64_t{flag ? 1 : 0}; }
FigureValue number(double value) { return std::isfinite(value) ? FigureValue(value) : FigureValue(); }
FigureValue text_or_nothing(const std::string& text) { return text.empty() ? FigureValue() : FigureValue(text); }
double seconds_in(std::int64_t milliseconds) { return double(milliseconds) / 1000; }

void add_work(const DoneRow& row, std::vector<FigureValue>& cells) {
  const std::vector<FigureValue> more = {
      row.who,        value_of(std::optional(row.stage)),  row.deeds,  row.photos, row.garments,
      row.taken_back, seconds_in(row.active_milliseconds), row.answers};
  cells.insert(cells.end(), more.begin(), more.end());
}

const std::vector<std::string> kWorkColumns = {"who",      "stage",      "deeds",          "photos",
                                               "garments", "taken_back", "active_seconds", "answers"};

std::vector<std::string> with(std::vector<std::string> first, const std::vector<std::string>& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

FigureTable done_table(const std::vector<DoneRow>& done) {
  FigureTable table{"done", with({"day"}, kWorkColumns), {}};
  for (const DoneRow& row : done) add_work(row, table.rows.emplace_back(std::vector<FigureValue>{row.day}));
  return table;
}

FigureTable people_table(const std::vector<DoneRow>& people) {
  FigureTable table{"people", with(kWorkColumns, {"seconds_per_photo", "seconds_per_garment"}), {}};
  for (const DoneRow& row : people) {
    std::vector<FigureValue>& cells = table.rows.emplace_back();
    add_work(row, cells);
    cells.push_back(row.finished() > 0 ? number(row.seconds_per_photo()) : FigureValue());
    cells.push_back(row.garments > 0 ? number(row.seconds_per_garment()) : FigureValue());
  }
  return table;
}

FigureTable backlog_table(const std::vector<StageBacklog>& backlog) {
  FigureTable table{
      "backlog", {"stage", "is_on", "photos", "in_hand", "returned", "done_a_day", "returned_in_hand"}, {}};
  for (const StageBacklog& row : backlog) {
    table.rows.push_back({value_of(std::optional(row.stage)), value_of(row.is_on), row.photos, row.in_hand,
                          row.returned, row.done_a_day, row.returned_in_hand});
  }
  return table;
}

FigureTable forecast_table(const Forecast& forecast) {
  FigureTable table{"forecast",
                    {"photos", "approved", "left", "approved_a_day", "days_looked_at", "finished_on", "deadline",
                     "needed_a_day", "is_late"},
                    {}};
  table.rows.push_back(
      {forecast.photos, forecast.approved, forecast.left, forecast.approved_a_day,
       std::int64_t{forecast.days_looked_at}, text_or_nothing(forecast.finished_on), text_or_nothing(forecast.deadline),
       forecast.needed_a_day ? FigureValue(*forecast.needed_a_day) : FigureValue(), value_of(forecast.is_late)});
  return table;
}

FigureTable acceptance_table(const std::string& name, const char* whose, const std::vector<AcceptanceRow>& rows) {
  FigureTable table{name, {whose, "stage", "decided", "approved", "returned", "share_approved"}, {}};
  for (const ReturnReason reason : kAllReturnReasons) table.columns.push_back("returned_" + std::string(id_of(reason)));
  table.columns.push_back("returned_without_reason");
  for (const AcceptanceRow& row : rows) {
    table.rows.push_back(
        {row.name, value_of(row.stage), row.decided(), row.approved, row.returned, number(row.share())});
    for (const ReturnReason reason : kAllReturnReasons) {
      const auto known = row.reasons.find(reason);
      table.rows.back().emplace_back(known == row.reasons.end() ? std::int64_t{0} : known->second);
    }
    table.rows.back().emplace_back(row.without_reason());
  }
  return table;
}

FigureTable model_word_table(const std::vector<ModelWordRow>& rows) {
  FigureTable table{"model_words", {"part", "attribute", "said", "changed", "share_changed"}, {}};
  for (const ModelWordRow& row : rows) {
    table.rows.push_back({value_of(row.part), row.attribute, row.said, row.changed, number(row.share_changed())});
  }
  return table;
}

FigureTable label_table(const std::vector<LabelRow>& rows) {
  FigureTable table{"labels", {"part", "attribute", "value", "count", "guesses"}, {}};
  for (const LabelRow& row : rows) {
    table.rows.push_back({value_of(row.part), row.attribute, row.value, row.count, row.guesses});
  }
  return table;
}

FigureTable balance_table(const std::vector<BalanceRow>& rows) {
  FigureTable table{"balance",
                    {"part", "attribute", "labels", "values", "missing", "most_common", "most", "rarest", "least",
                     "ratio", "evenness"},
                    {}};
  for (const BalanceRow& row : rows) {
    table.rows.push_back({value_of(row.part), row.attribute, row.labels, row.values, row.missing, row.most_common,
                          row.most, row.rarest, row.least, number(row.ratio()), number(row.evenness)});
  }
  return table;
}

FigureTable late_table(const std::vector<LateRow>& rows) {
  FigureTable table{"late", {"what", "who", "count", "since"}, {}};
  for (const LateRow& row : rows) {
    table.rows.push_back({std::string(id_of(row.kind)), text_or_nothing(row.who), row.count, row.since});
  }
  return table;
}

FigureTable control_table(const std::vector<ControlChart>& charts) {
  FigureTable table{"control",
                    {"who", "stage", "is_drifting", "centre", "days_a_point", "day", "decided", "approved", "share",
                     "lower", "upper", "is_outside"},
                    {}};
  for (const ControlChart& chart : charts) {
    for (const ControlPoint& point : chart.points) {
      table.rows.push_back({chart.who, value_of(std::optional(chart.stage)), value_of(chart.is_drifting), chart.centre,
                            std::int64_t{chart.days_a_point}, point.day, point.decided, point.approved, point.share,
                            point.lower, point.upper, value_of(point.is_outside)});
    }
  }
  return table;
}

FigureTable quality_table(const std::string& name, const std::vector<QualityRow>& rows) {
  FigureTable table{name, {"who", "stage", "measure", "value", "low", "high", "photos"}, {}};
  for (const QualityRow& row : rows) {
    table.rows.push_back(
        {row.who, value_of(row.stage), row.measure, number(row.value), number(row.low), number(row.high), row.photos});
  }
  return table;
}

std::string cell_text(const FigureValue& value) {
  if (const auto* const text = std::get_if<std::string>(&value)) return *text;
  if (const auto* const whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  const auto* const fraction = std::get_if<double>(&value);
  if (!fraction) return {};
  std::ostringstream text;
  text.imbue(std::locale::classic());
  text.precision(12);
  text << *fraction;
  return text.str();
}

}  // namespace

std::vector<FigureTable> figure_tables(const WorkFigures& figures) {
  return {done_table(figures.done),
          people_table(figures.people),
          backlog_table(figures.backlog),
          forecast_table(figures.forecast),
          acceptance_table("workers", "who", figures.workers),
          acceptance_table("inspectors", "who", figures.inspectors),
          acceptance_table("parts", "part", figures.parts),
          model_word_table(figures.model_words),
          label_table(figures.labels),
          balance_table(figures.balance),
          late_table(figures.late),
          control_table(figures.control),
          quality_table("agreement", figures.agreement),
          quality_table("honeypots", figures.honeypots)};
}

Status write_figure_tables(const WorkFigures& figures, const std::string& folder) {
  std::error_code failed;
  if (std::filesystem::exists(folder, failed) && !std::filesystem::is_directory(folder, failed)) {
    return Error{ErrorCode::kInvalidArgument,
                 "figures.no_folder",
                 "{0} is a file; the tables want a folder to lie in",
                 {folder}};
  }
  for (const FigureTable& table : figure_tables(figures)) {
    std::string bytes = "\xEF\xBB\xBF" + csv_line(table.columns);  // spreadsheets see UTF-8 by it
    for (const std::vector<FigureValue>& row : table.rows) {
      std::vector<std::string> cells;
      for (const FigureValue& value : row) cells.push_back(cell_text(value));
      bytes += csv_line(cells);
    }
    JAEDAN_RETURN_IF_ERROR(disk().write_atomically(folder + "/" + table.name + ".csv", bytes));
  }
  return {};
}

}  // namespace jaedan::workflow
