#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/workflow/figures/work_figures.h"
#include "labeling/store/counts/work_counts.h"

namespace jaedan::workflow {

/// The parts that work_figures is made of: each turns counts of the store into tables.

using CountRows = std::vector<labeling::CountRow>;

/// Decisions of a day or period.
struct Decided {
  std::int64_t approved = 0;
  std::int64_t all = 0;
  std::optional<std::int64_t> first_day;  ///< of the period's, with a decision
};
/// By the number of the day (day_number).
using DecidedByDay = std::map<std::int64_t, Decided>;
/// The days behind numbers: some hundred, and a chart of each person and stage has points of all of them.
using DayNames = std::map<std::int64_t, std::string>;

/// Work by day, person and stage: from kDeed and kAnswer by these fields, without imports.
class DoneRows {
 public:
  void add(const labeling::CountRow& row);
  /// What of them takes deeds back (CountQuery::undone).
  void add_undone(const labeling::CountRow& row);
  /// WorkFigures::done and people; what was added is gone then.
  void fill(WorkFigures& figures);

 private:
  std::vector<DoneRow> rows_;
};

/// How work was judged: from kJudged.
class JudgedRows {
 public:
  void add(const labeling::CountRow& row);
  /// By worker and stage.
  std::vector<AcceptanceRow> workers() const;
  /// One for each worker and stage of the work.
  std::vector<ControlChart> control_charts() const;

 private:
  using Work = std::pair<std::string, int>;  ///< who, and the stage's number
  struct OfWork {
    AcceptanceRow in_all;
    DecidedByDay by_day;
  };
  std::map<Work, OfWork> by_work_;
  DayNames days_;
  std::string day_;  ///< of the row before: most are of the same
  std::optional<std::int64_t> day_number_;
};

/// From kVerdict by person, word and attribute: by who decided.
std::vector<AcceptanceRow> acceptance_of_inspectors(const CountRows& verdicts);
/// All of kVerdict, by word and attribute, in one row.
AcceptanceRow acceptance_in_all(std::string name, const CountRows& verdicts);
/// From kModelWord by part and attribute.
std::vector<ModelWordRow> model_words(const CountRows& words);
/// From kLabel by part, attribute and word.
std::vector<LabelRow> labels_by_attribute(const CountRows& labels);
/// `labels` in groups of one part and attribute, as labels_by_attribute gives them.
std::vector<BalanceRow> balance_of(const std::vector<LabelRow>& labels, const Taxonomy& taxonomy);
/// Acceptance of the decisions of each day on one person's work at one stage.
/// `names`: of all days in `decided`.
ControlChart control_chart(const std::string& who, Stage stage, const DecidedByDay& decided, const DayNames& names);

/// What waits, and when it will be done; also what is late by the deadline. Asks the store itself.
Status fill_backlog(const Project& project, const FigureWish& wish, WorkFigures& figures);
/// Claims and quotas that are late.
Status fill_late(const Project& project, const FigureWish& wish, WorkFigures& figures);

/// What the filter asks of counts of `kind`, told apart by what the table shows.
labeling::CountQuery query_of(const FigureFilter& filter, labeling::CountKind kind, labeling::CountFields by);

}  // namespace jaedan::workflow
