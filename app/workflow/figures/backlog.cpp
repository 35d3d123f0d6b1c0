#include <algorithm>
#include <array>
#include <cmath>

#include "app/workflow/figures/figure_days.h"
#include "app/workflow/figures/figure_parts.h"
#include "labeling/review/deed.h"
#include "labeling/review/project_deed.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {
namespace {

using labeling::CountField;
using labeling::CountKind;
using labeling::CountRow;

constexpr int kDaysOfForecast = 14;

/// What was done at each stage and approved in the days that a forecast goes by.
struct Pace {
  int days = 0;
  bool is_today = false;  ///< nothing was approved before
  std::array<std::int64_t, kAllStages.size()> done{};
  std::int64_t approved = 0;
};

Result<Pace> pace_of(const Project& project, const FigureFilter& filter, std::int64_t today) {
  labeling::Store& store = project.store();
  FigureFilter recent = filter;
  recent.user.clear();
  recent.stage.reset();
  recent.from = day_of(today - kDaysOfForecast);
  recent.to = day_of(today);
  JAEDAN_ASSIGN_OR_RETURN(const CountRows verdicts, store.work_counts(query_of(recent, CountKind::kVerdict,
                                                                               {CountField::kDay, CountField::kWord})));
  JAEDAN_ASSIGN_OR_RETURN(
      const CountRows deeds,
      store.work_counts(query_of(recent, CountKind::kDeed, {CountField::kDay, CountField::kStage, CountField::kWord})));
  std::int64_t first = today;
  for (const CountRow& row : verdicts) {
    if (row.key.word == id_of(Deed::kApprove)) first = std::min(first, day_number(row.key.day).value_or(today));
  }
  const auto by_rule = [](const CountRow& row) { return row.key.word == id_of(ProjectDeed::kApproveByRule); };
  for (const CountRow& row : deeds) {
    if (by_rule(row)) first = std::min(first, day_number(row.key.day).value_or(today));
  }
  const std::int64_t last = first < today ? today - 1 : today;  // today is not over
  Pace pace;
  pace.is_today = last == today;
  pace.days = static_cast<int>(last - first) + 1;
  const auto in_days = [&](const CountRow& row) {
    const std::int64_t day = day_number(row.key.day).value_or(0);
    return day >= first && day <= last;
  };
  for (const CountRow& row : verdicts) {
    if (in_days(row) && row.key.word == id_of(Deed::kApprove)) pace.approved += row.value.n;
  }
  for (const CountRow& row : deeds) {
    if (!in_days(row)) continue;
    pace.done.at(static_cast<std::size_t>(row.key.stage)) += row.value.hits;
    if (by_rule(row)) pace.approved += row.value.hits;
  }
  if (pace.approved == 0) pace.days = 0;
  return pace;
}

/// Of all approvals that were ever counted, the share that `standing` photos still have.
Result<double> share_that_stands(const Project& project, const FigureFilter& filter, std::int64_t standing) {
  FigureFilter ever;
  ever.part = filter.part;
  ever.style = filter.style;
  JAEDAN_ASSIGN_OR_RETURN(const CountRows verdicts,
                          project.store().work_counts(query_of(ever, CountKind::kVerdict, {CountField::kWord})));
  std::int64_t approvals = 0;
  for (const CountRow& row : verdicts) {
    if (row.key.word == id_of(Deed::kApprove)) approvals += row.value.n;
  }
  return approvals > 0 ? std::min(1.0, double(standing) / double(approvals)) : 1.0;
}

/// Photos that the log says nothing of are new ones.
Result<CountRows> photos_by_state(const Project& project, const FigureFilter& filter) {
  JAEDAN_ASSIGN_OR_RETURN(CountRows rows, project.store().work_counts(query_of(
                                              filter, CountKind::kPhoto, {CountField::kStage, CountField::kWord})));
  if (filter.part || !filter.style.empty()) return rows;  // those have no garment and no style
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t all, project.store().count({}));
  std::int64_t logged = 0;
  for (const CountRow& row : rows) logged += row.value.n;
  CountRow fresh;
  fresh.key.word = id_of(WorkflowState::kNew);
  fresh.value.n = std::max<std::int64_t>(0, all - logged);
  rows.push_back(std::move(fresh));
  return rows;
}

std::optional<Stage> stage_or_none(int number) {
  return number < 0 ? std::nullopt : std::optional<Stage>(static_cast<Stage>(number));
}

void forecast(const Pace& pace, double standing, const std::string& by, std::int64_t today, Forecast& forecast) {
  forecast.days_looked_at = pace.days;
  forecast.by_today = pace.days > 0 && pace.is_today;
  if (pace.days > 0) forecast.approved_a_day = standing * double(pace.approved) / pace.days;
  std::optional<std::int64_t> finished;
  if (forecast.left > 0 && forecast.approved_a_day > 0) {
    finished = today + static_cast<std::int64_t>(std::ceil(double(forecast.left) / forecast.approved_a_day)) - 1;
    forecast.finished_on = day_of(*finished);
  }
  forecast.deadline = by;
  const std::optional<std::int64_t> deadline = day_number(by);
  if (!deadline || forecast.left == 0) return;
  if (*deadline >= today) forecast.needed_a_day = double(forecast.left) / double(*deadline - today + 1);
  forecast.is_late = *deadline < today || (finished && *finished > *deadline);
}

}  // namespace

Status fill_backlog(const Project& project, const FigureWish& wish, WorkFigures& figures) {
  labeling::Store& store = project.store();
  const std::int64_t today = day_number(figures.today).value_or(0);
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
  const labeling::CountQuery narrowed = query_of(wish.filter, CountKind::kPhoto, {});
  JAEDAN_ASSIGN_OR_RETURN(const auto in_hand, store.in_hand(narrowed.part, narrowed.style));
  JAEDAN_ASSIGN_OR_RETURN(const CountRows photos, photos_by_state(project, wish.filter));
  JAEDAN_ASSIGN_OR_RETURN(const Pace pace, pace_of(project, wish.filter, today));
  std::array<StageBacklog, kAllStages.size()> backlog;
  for (const Stage stage : kAllStages) {
    const auto number = static_cast<std::size_t>(stage);
    backlog[number].stage = stage;
    backlog[number].is_on = rules.stages.has(stage);
    backlog[number].in_hand = in_hand[number].photos;
    backlog[number].returned_in_hand = in_hand[number].returned;
    if (pace.days > 0) backlog[number].done_a_day = double(pace.done[number]) / pace.days;
  }
  Forecast& total = figures.forecast;
  for (const CountRow& row : photos) {
    const auto state = workflow_state_from_id(row.key.word);
    if (!state) continue;
    total.photos += row.value.n;
    if (*state == WorkflowState::kApproved) total.approved += row.value.n;
    const std::optional<Stage> next = next_stage(*state, stage_or_none(row.key.stage), rules.stages);
    if (!next) continue;
    StageBacklog& waiting = backlog[static_cast<std::size_t>(*next)];
    waiting.photos += row.value.n;
    if (*state == WorkflowState::kReturned) waiting.returned += row.value.n;
  }
  total.left = total.photos - total.approved;
  JAEDAN_ASSIGN_OR_RETURN(const double standing, share_that_stands(project, wish.filter, total.approved));
  forecast(pace, standing, wish.deadline.empty() ? rules.deadline : wish.deadline, today, total);
  figures.backlog.assign(backlog.begin(), backlog.end());
  if (total.is_late) figures.late.push_back({LateKind::kDeadline, "", total.left, total.deadline});
  return {};
}

Status fill_late(const Project& project, const FigureWish& wish, WorkFigures& figures) {
  labeling::LoadQuery query;
  query.now = wish.today.empty() ? labeling::utc_now() : wish.today + "T23:59:59.999Z";
  query.from = wish.filter.from;
  query.to = wish.filter.to;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::PersonLoad> loads, project.store().person_loads(query));
  for (const labeling::PersonLoad& load : loads) {
    if (!wish.filter.user.empty() && load.who != wish.filter.user) continue;
    const std::int64_t in_hand = load.open + load.overdue;
    if (!load.deadline.empty() && load.deadline < figures.today && in_hand > 0) {
      figures.late.push_back({LateKind::kBehind, load.who, in_hand, load.deadline});
    }
    if (load.overdue > 0) figures.late.push_back({LateKind::kOverdue, load.who, load.overdue, load.overdue_since});
    if (load.expired > 0) figures.late.push_back({LateKind::kExpired, load.who, load.expired, load.expired_since});
    const bool quota_is_used = load.most_a_day > 0 && load.today >= load.most_a_day;
    if (quota_is_used) figures.late.push_back({LateKind::kQuota, load.who, load.today, figures.today});
  }
  return {};
}

}  // namespace jaedan::workflow
