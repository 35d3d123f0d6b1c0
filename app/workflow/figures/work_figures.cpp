#include "app/workflow/figures/work_figures.h"

#include <utility>

#include "app/workflow/figures/figure_days.h"
#include "app/workflow/figures/figure_parts.h"
#include "labeling/review/deed.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {
namespace {

using labeling::CountField;
using labeling::CountFields;
using labeling::CountKind;
using labeling::CountQuery;

constexpr std::size_t kDayLetters = 10;

Status check_style(const FigureFilter& filter, const Taxonomy& taxonomy) {
  if (filter.style.empty()) return {};
  if (filter.part) {
    return Error{ErrorCode::kInvalidArgument, "figures.part_and_style",
                 "figures are counted by part or by style, not by both; leave one of them out"};
  }
  const TaxonomyAttribute* const styles = taxonomy.attribute(attribute::kStyle);
  if (styles && styles->value(filter.style)) return {};
  return Error{ErrorCode::kInvalidArgument, "figures.no_style", "there is no style '{0}'", {filter.style}};
}

Result<FigureWish> checked(const Project& project, FigureWish wish) {
  FigureFilter& filter = wish.filter;
  JAEDAN_RETURN_IF_ERROR(check_day("from", filter.from));
  JAEDAN_RETURN_IF_ERROR(check_day("to", filter.to));
  JAEDAN_RETURN_IF_ERROR(check_day("deadline", wish.deadline));
  JAEDAN_RETURN_IF_ERROR(check_day("today", wish.today));
  if (!filter.from.empty() && !filter.to.empty() && filter.from > filter.to) {
    return Error{ErrorCode::kInvalidArgument,
                 "figures.days_turned",
                 "the first day, {0}, is behind the last, {1}",
                 {filter.from, filter.to}};
  }
  JAEDAN_RETURN_IF_ERROR(check_style(filter, project.taxonomy()));
  JAEDAN_ASSIGN_OR_RETURN(filter.user, name_in(project, filter.user));
  return wish;
}

Status fill_work(const Project& project, const FigureFilter& filter, WorkFigures& figures) {
  labeling::Store& store = project.store();
  DoneRows rows;
  for (const CountKind kind : {CountKind::kDeed, CountKind::kAnswer}) {
    CountQuery query = query_of(filter, kind, {CountField::kDay, CountField::kWho, CountField::kStage});
    query.without_word = id_of(Deed::kImport);  // labels that came with files are nobody's work here
    JAEDAN_RETURN_IF_ERROR(store.for_each_count(query, [&](const labeling::CountRow& row) { rows.add(row); }));
    query.undone = true;
    JAEDAN_RETURN_IF_ERROR(store.for_each_count(query, [&](const labeling::CountRow& row) { rows.add_undone(row); }));
  }
  rows.fill(figures);
  return {};
}

Status fill_acceptance(const Project& project, const FigureFilter& filter, WorkFigures& figures) {
  labeling::Store& store = project.store();
  // All told apart, in the order of the key: to sum over who decided would sort them and leave nearly as many.
  JudgedRows judged;
  JAEDAN_RETURN_IF_ERROR(store.for_each_count(query_of(filter, CountKind::kJudged, CountFields::all()),
                                              [&](const labeling::CountRow& row) { judged.add(row); }));
  figures.workers = judged.workers();
  figures.control = judged.control_charts();
  CountQuery query =
      query_of(filter, CountKind::kVerdict, {CountField::kWho, CountField::kAttribute, CountField::kWord});
  query.stage = -1;  // who decides does so at the inspection, whatever work is judged
  JAEDAN_ASSIGN_OR_RETURN(const CountRows verdicts, store.work_counts(query));
  figures.inspectors = acceptance_of_inspectors(verdicts);
  if (!filter.style.empty()) return {};
  query.by = {CountField::kAttribute, CountField::kWord};
  for (const Part part : kAllParts) {
    if (filter.part && *filter.part != part) continue;
    query.part = static_cast<int>(part);
    JAEDAN_ASSIGN_OR_RETURN(const CountRows of_part, store.work_counts(query));
    AcceptanceRow row = acceptance_in_all(std::string(id_of(part)), of_part);
    if (row.decided() > 0) figures.parts.push_back(std::move(row));
  }
  return {};
}

/// Counts that are by part and have nothing to do with persons and stages.
CountQuery query_by_part(const FigureFilter& filter, CountKind kind, CountFields by) {
  CountQuery query = query_of(filter, kind, by);
  query.all_parts = !filter.part;
  query.who.clear();
  query.stage = -1;
  return query;
}

}  // namespace

std::string_view id_of(LateKind kind) {
  switch (kind) {
    case LateKind::kDeadline: return "deadline";
    case LateKind::kBehind: return "behind_deadline";
    case LateKind::kExpired: return "expired_claims";
    case LateKind::kOverdue: return "overdue_claims";
    case LateKind::kQuota: return "quota";
  }
  return {};
}

CountQuery query_of(const FigureFilter& filter, CountKind kind, CountFields by) {
  CountQuery query;
  query.kind = kind;
  query.by = by;
  query.part = filter.part ? static_cast<int>(*filter.part) : 0;
  query.style = filter.style;
  if (kind == CountKind::kPhoto || kind == CountKind::kLabel) return query;  // as it is now
  query.from = filter.from;
  query.to = filter.to;
  query.who = filter.user;
  query.stage = filter.stage ? static_cast<int>(*filter.stage) : -1;
  return query;
}

Result<WorkFigures> work_figures(const Project& project, const FigureWish& wished) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const FigureWish wish, checked(project, wished));
  WorkFigures figures;
  figures.filter = wish.filter;
  figures.today = wish.today.empty() ? labeling::utc_now().substr(0, kDayLetters) : wish.today;
  JAEDAN_ASSIGN_OR_RETURN(const labeling::CountProgress progress, store.count_progress());
  figures.counted = progress.counted;
  figures.records = progress.records;
  JAEDAN_RETURN_IF_ERROR(fill_work(project, wish.filter, figures));
  JAEDAN_RETURN_IF_ERROR(fill_backlog(project, wish, figures));
  JAEDAN_RETURN_IF_ERROR(fill_acceptance(project, wish.filter, figures));
  JAEDAN_ASSIGN_OR_RETURN(const CountRows words,
                          store.work_counts(query_by_part(wish.filter, CountKind::kModelWord,
                                                          {CountField::kPart, CountField::kAttribute})));
  figures.model_words = model_words(words);
  JAEDAN_ASSIGN_OR_RETURN(const CountRows labels, store.work_counts(query_by_part(
                                                      wish.filter, CountKind::kLabel,
                                                      {CountField::kPart, CountField::kAttribute, CountField::kWord})));
  figures.labels = labels_by_attribute(labels);
  figures.balance = balance_of(figures.labels, project.taxonomy());
  JAEDAN_RETURN_IF_ERROR(fill_late(project, wish, figures));
  return figures;
}

Status count_work_anew(Project& project, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(project.store().forget_measures());
  return project.store().count_anew([&](std::int64_t done, std::int64_t total) {
    watch.report({"counting the change log", done, total, ""});
    return !watch.cancelled();
  });
}

}  // namespace jaedan::workflow
