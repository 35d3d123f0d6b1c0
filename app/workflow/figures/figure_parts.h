#pragma once

#include <string>
#include <vector>

#include "app/workflow/figures/work_figures.h"
#include "labeling/store/counts/work_counts.h"

namespace jaedan::workflow {

/// The parts that work_figures is made of: each turns counts of the store into tables.

using CountRows = std::vector<labeling::CountRow>;

/// From kDeed: DoneRows by day, person and stage, and of all days.
void fill_done(const CountRows& deeds, WorkFigures& figures);
/// From kJudged: by worker and stage.
std::vector<AcceptanceRow> acceptance_of_workers(const CountRows& judged);
/// From kVerdict: by who decided.
std::vector<AcceptanceRow> acceptance_of_inspectors(const CountRows& verdicts);
/// All of kVerdict in one row.
AcceptanceRow acceptance_in_all(std::string name, const CountRows& verdicts);
/// From kModelWord.
std::vector<ModelWordRow> model_words(const CountRows& words);
/// From kLabel.
std::vector<LabelRow> labels_by_attribute(const CountRows& labels);
/// `labels` in groups of one part and attribute, as labels_by_attribute gives them.
std::vector<BalanceRow> balance_of(const std::vector<LabelRow>& labels, const Taxonomy& taxonomy);
/// From kJudged, by day: one for each person and stage.
std::vector<ControlChart> control_charts(const CountRows& judged);

/// What waits, and when it will be done; also what is late by the deadline. Asks the store itself.
Status fill_backlog(const Project& project, const FigureWish& wish, WorkFigures& figures);
/// Claims and quotas that are late.
Status fill_late(const Project& project, const FigureWish& wish, WorkFigures& figures);

/// What the filter asks of counts of `kind`.
labeling::CountQuery query_of(const FigureFilter& filter, labeling::CountKind kind);

}  // namespace jaedan::workflow
