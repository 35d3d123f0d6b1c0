#include "app/cli/audit/audit_figures.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/cli/output.h"
#include "app/report/evaluation_report.h"
#include "app/report/html_text.h"
#include "app/workflow/figures/figure_tables.h"
#include "app/workflow/figures/work_figures.h"
#include "app/workflow/figures/work_report.h"
#include "app/workflow/project/attribute_word.h"
#include "app/workflow/quality/quality_rows.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

using workflow::FigureTable;
using workflow::FigureValue;

/// Tables that a terminal has room for.
constexpr std::array kPrintedTables = {"forecast",   "people", "backlog",     "workers",
                                       "inspectors", "parts",  "model_words", "late"};
constexpr std::size_t kMostPrintedRows = 30;

nlohmann::json json_of(const FigureValue& value) {
  if (const auto* const text = std::get_if<std::string>(&value)) return *text;
  if (const auto* const whole = std::get_if<std::int64_t>(&value)) return *whole;
  if (const auto* const fraction = std::get_if<double>(&value)) return *fraction;
  return nullptr;
}

std::string text_of(const FigureValue& value) {
  if (const auto* const text = std::get_if<std::string>(&value)) return one_line(*text);
  if (const auto* const whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  const auto* const fraction = std::get_if<double>(&value);
  return fraction ? report::fixed(*fraction, 2) : "-";
}

nlohmann::json json_of(const FigureTable& table) {
  nlohmann::json rows = nlohmann::json::array();
  for (const auto& cells : table.rows) {
    nlohmann::json row = nlohmann::json::object();
    for (std::size_t i = 0; i < cells.size(); ++i) row[table.columns[i]] = json_of(cells[i]);
    rows.push_back(std::move(row));
  }
  return rows;
}

nlohmann::json json_of(const workflow::WorkFigures& figures) {
  nlohmann::json document = {
      {"today", figures.today}, {"records_counted", figures.counted}, {"records", figures.records}};
  for (const FigureTable& table : workflow::figure_tables(figures)) document[table.name] = json_of(table);
  document["forecast"] = document["forecast"][0];
  return document;
}

void print_table(const FigureTable& table) {
  if (table.rows.empty()) return;
  std::vector<std::vector<std::string>> lines = {table.columns};
  const std::size_t shown = std::min(table.rows.size(), kMostPrintedRows);
  for (std::size_t r = 0; r < shown; ++r) {
    std::vector<std::string> line;
    for (const FigureValue& value : table.rows[r]) line.push_back(text_of(value));
    lines.push_back(std::move(line));
  }
  std::printf("%s\n", table.name.c_str());
  for (const auto& line : lines) {
    std::string words = " ";
    for (std::size_t i = 0; i < line.size(); ++i) {
      std::size_t width = 0;
      for (const auto& other : lines) width = std::max(width, other[i].size());
      words += " " + line[i] + std::string(width - line[i].size(), ' ');
    }
    std::printf("%s\n", words.c_str());
  }
  if (shown < table.rows.size()) {
    std::printf("  … and %s more\n", counted(static_cast<std::int64_t>(table.rows.size() - shown), "row").c_str());
  }
}

void print(const workflow::WorkFigures& figures) {
  if (figures.counted < figures.records) {
    std::printf("%lld of %lld records of the change log are counted so far\n", static_cast<long long>(figures.counted),
                static_cast<long long>(figures.records));
  }
  for (const FigureTable& table : workflow::figure_tables(figures)) {
    const bool printed =
        std::any_of(kPrintedTables.begin(), kPrintedTables.end(), [&](const char* name) { return table.name == name; });
    if (printed) print_table(table);
  }
  std::printf("all of it, by day, label and time: --json, --csv FOLDER, --report FILE.html\n");
}

Result<workflow::FigureWish> wish_of(const workflow::Project& project, const FiguresAsked& asked,
                                     const FiguresOf& whose) {
  workflow::FigureWish wish;
  wish.filter.from = whose.from;
  wish.filter.to = whose.to;
  wish.filter.user = whose.user;
  wish.filter.stage = stage_from_id(asked.stage);
  wish.filter.part = part_from_id(asked.part);
  if (!asked.style.empty()) {
    const std::string style(attribute::kStyle);
    JAEDAN_ASSIGN_OR_RETURN(const workflow::AttributeWord word,
                            workflow::find_attribute_word(style, asked.style, project.taxonomy()));
    wish.filter.style = word.value;
  }
  wish.deadline = asked.deadline;
  return wish;
}

/// With how good the work is; answers that nobody has compared yet are, once, pixel by pixel.
Result<workflow::WorkFigures> all_figures(const workflow::Project& project, const workflow::FigureWish& wish) {
  JAEDAN_ASSIGN_OR_RETURN(workflow::WorkFigures figures, workflow::work_figures(project, wish));
  Console console;
  JAEDAN_ASSIGN_OR_RETURN(
      workflow::QualityRows quality,
      workflow::quality_rows(project, wish.filter.user, workflow::kFigureIntervals, console.watch()));
  figures.agreement = std::move(quality.agreement);
  figures.honeypots = std::move(quality.honeypots);
  return figures;
}

/// Writes what was asked for as files.
Status write_files(const workflow::Project& project, const workflow::WorkFigures& figures, const FiguresAsked& asked) {
  if (!asked.csv.empty()) JAEDAN_RETURN_IF_ERROR(workflow::write_figure_tables(figures, asked.csv));
  if (asked.report.empty()) return {};
  const bool korean = asked.language == "ko";
  return workflow::write_work_report(project, figures, asked.report,
                                     korean ? workflow::ReportLanguage::kKorean : workflow::ReportLanguage::kEnglish);
}

}  // namespace

void add_figures_options(CLI::App& app, FiguresAsked& asked) {
  app.add_flag("--figures", asked.figures,
               "the manager's numbers: what was done, by whom, how well, what is left; --from, --to and --user narrow "
               "them, by days");
  app.add_option("--stage", asked.stage, "the numbers of this stage: drawn, basic, expert or inspect")
      ->check(CLI::IsMember({"drawn", "basic", "expert", "inspect"}));
  app.add_option("--part", asked.part, "the numbers of photos with this part: outer, top, bottom or dress")
      ->check(CLI::IsMember({"outer", "top", "bottom", "dress"}));
  app.add_option("--style", asked.style, "the numbers of photos of this style, by its id, Korean or English name");
  app.add_option("--deadline", asked.deadline,
                 "the day by which all is to be approved: 2026-01-31; left out: the project's (jaedan stages)");
  app.add_option("--csv", asked.csv, "write the numbers as CSV files into this folder");
  app.add_option("--report", asked.report, "write the numbers as one HTML page with charts to this file");
  app.add_option("--language", asked.language, "what the page shows at first: ko or en (en); it has both")
      ->check(CLI::IsMember({"ko", "en"}));
}

Result<nlohmann::json> figures_json(workflow::Project& project) {
  JAEDAN_ASSIGN_OR_RETURN(const workflow::WorkFigures figures, workflow::work_figures(project));
  return json_of(figures);
}

int audit_figures(workflow::Project& project, const FiguresAsked& asked, const FiguresOf& whose, bool json) {
  if (!asked.report.empty()) {
    if (const Status may = report::check_report_file(asked.report); !may.ok()) return fail(may.error());
  }
  const Result<workflow::FigureWish> wish = wish_of(project, asked, whose);
  if (!wish.ok()) return fail(wish.error());
  // A terminal has no room for quality.
  const bool in_full = json || !asked.csv.empty() || !asked.report.empty();
  const Result<workflow::WorkFigures> figures =
      in_full ? all_figures(project, *wish) : workflow::work_figures(project, *wish);
  if (!figures.ok()) return fail(figures.error());
  if (const Status written = write_files(project, *figures, asked); !written.ok()) return fail(written.error());
  if (json) {
    nlohmann::json document = json_of(*figures);
    if (!asked.csv.empty()) document["csv"] = asked.csv;
    if (!asked.report.empty()) document["report"] = asked.report;
    print_json(document);
    return kDone;
  }
  if (asked.csv.empty() && asked.report.empty()) print(*figures);
  for (const std::string& place : {asked.csv, asked.report}) {
    if (!place.empty()) std::printf("written to %s\n", one_line(place).c_str());
  }
  return kDone;
}

}  // namespace jaedan::cli
