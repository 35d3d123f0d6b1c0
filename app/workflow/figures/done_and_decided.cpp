#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "app/workflow/figures/figure_days.h"
#include "app/workflow/figures/figure_parts.h"
#include "labeling/review/deed.h"

namespace jaedan::workflow {
namespace {

using labeling::CountRow;

Stage stage_numbered(int number) { return static_cast<Stage>(number); }

auto place_of(const DoneRow& row) { return std::tie(row.day, row.who, row.stage); }

/// Without numbers.
DoneRow place_of(const CountRow& row) {
  DoneRow done;
  done.day = row.key.day;
  done.who = row.key.who;
  done.stage = stage_numbered(row.key.stage);
  return done;
}

void add_work(const DoneRow& more, DoneRow& done) {
  done.deeds += more.deeds;
  done.photos += more.photos;
  done.garments += more.garments;
  done.taken_back += more.taken_back;
  done.active_milliseconds += more.active_milliseconds;
  done.answers += more.answers;
}

void add_decided(const CountRow& row, AcceptanceRow& acceptance) {
  if (row.key.word == id_of(Deed::kApprove)) acceptance.approved += row.value.n;
  if (row.key.word != id_of(Deed::kReturn)) return;
  acceptance.returned += row.value.n;
  if (const auto reason = return_reason_from_id(row.key.attribute)) acceptance.reasons[*reason] += row.value.n;
}

}  // namespace

double AcceptanceRow::share() const {
  return decided() > 0 ? double(approved) / double(decided()) : std::numeric_limits<double>::quiet_NaN();
}

std::int64_t AcceptanceRow::without_reason() const {
  return std::accumulate(reasons.begin(), reasons.end(), returned,
                         [](std::int64_t left, const auto& reason) { return left - reason.second; });
}

void DoneRows::add(const CountRow& row) {
  DoneRow& done = rows_.emplace_back(place_of(row));
  done.deeds = row.value.n;
  (row.key.kind == labeling::CountKind::kAnswer ? done.answers : done.photos) = row.value.hits;
  done.garments = row.value.garments;
  done.active_milliseconds = row.value.milliseconds;
}

void DoneRows::add_undone(const CountRow& row) { rows_.emplace_back(place_of(row)).taken_back = row.value.n; }

void DoneRows::fill(WorkFigures& figures) {
  // Rows of the same place are next to each other then: there may be some hundred thousand.
  std::sort(rows_.begin(), rows_.end(), [](const DoneRow& a, const DoneRow& b) { return place_of(a) < place_of(b); });
  std::map<std::pair<std::string, Stage>, DoneRow> in_all;
  auto last = rows_.begin();
  for (auto row = rows_.begin(); row != rows_.end(); ++row) {
    add_work(*row, in_all[{row->who, row->stage}]);
    if (row == last) continue;
    if (place_of(*last) == place_of(*row)) {
      add_work(*row, *last);
    } else if (++last != row) {
      *last = std::move(*row);
    }
  }
  if (!rows_.empty()) rows_.erase(std::next(last), rows_.end());
  figures.done = std::exchange(rows_, {});
  for (auto& [key, done] : in_all) {
    std::tie(done.who, done.stage) = key;
    figures.people.push_back(std::move(done));
  }
}

void JudgedRows::add(const CountRow& row) {
  OfWork& work = by_work_[{row.key.who, row.key.stage}];
  add_decided(row, work.in_all);
  if (row.key.day != day_) {
    day_ = row.key.day;
    day_number_ = day_number(day_);
    if (day_number_) days_[*day_number_] = day_;
  }
  if (!day_number_) return;
  Decided& decided = work.by_day[*day_number_];
  decided.all += row.value.n;
  if (row.key.word == id_of(Deed::kApprove)) decided.approved += row.value.n;
}

std::vector<AcceptanceRow> JudgedRows::workers() const {
  std::vector<AcceptanceRow> rows;
  for (const auto& [key, work] : by_work_) {
    if (work.in_all.decided() <= 0) continue;
    rows.push_back(work.in_all);
    rows.back().name = key.first;
    rows.back().stage = stage_numbered(key.second);
  }
  return rows;
}

std::vector<ControlChart> JudgedRows::control_charts() const {
  // An approval judges each stage of a photo: two stages of one person's would count the photo twice.
  std::vector<ControlChart> charts;
  for (const auto& [key, work] : by_work_) {
    ControlChart chart = control_chart(key.first, stage_numbered(key.second), work.by_day, days_);
    if (!chart.points.empty()) charts.push_back(std::move(chart));
  }
  std::stable_sort(charts.begin(), charts.end(),
                   [](const ControlChart& a, const ControlChart& b) { return a.is_drifting > b.is_drifting; });
  return charts;
}

std::vector<AcceptanceRow> acceptance_of_inspectors(const CountRows& verdicts) {
  std::map<std::string, AcceptanceRow> by_inspector;
  for (const CountRow& row : verdicts) add_decided(row, by_inspector[row.key.who]);
  std::vector<AcceptanceRow> rows;
  for (auto& [name, row] : by_inspector) {
    row.name = name;
    if (row.decided() > 0) rows.push_back(std::move(row));
  }
  return rows;
}

AcceptanceRow acceptance_in_all(std::string name, const CountRows& verdicts) {
  AcceptanceRow sum;
  sum.name = std::move(name);
  for (const CountRow& row : verdicts) add_decided(row, sum);
  return sum;
}

}  // namespace jaedan::workflow
