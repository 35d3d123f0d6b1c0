#include <limits>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "app/workflow/figures/figure_parts.h"
#include "labeling/review/deed.h"

namespace jaedan::workflow {
namespace {

using labeling::CountKey;
using labeling::CountRow;

Stage stage_numbered(int number) { return static_cast<Stage>(number); }

void add_done(const CountRow& row, DoneRow& done) {
  done.deeds += row.value.n;
  (row.key.kind == labeling::CountKind::kAnswer ? done.answers : done.photos) += row.value.hits;
  done.garments += row.value.garments;
  if (is_undo(row.key.word)) done.taken_back += row.value.n;
  done.active_milliseconds += row.value.milliseconds;
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

void fill_done(const CountRows& deeds, WorkFigures& figures) {
  std::map<std::tuple<std::string, std::string, int>, DoneRow> by_day;
  std::map<std::pair<std::string, int>, DoneRow> in_all;
  for (const CountRow& row : deeds) {
    if (row.key.word == id_of(Deed::kImport)) continue;  // labels that came with files are nobody's work here
    add_done(row, by_day[{row.key.day, row.key.who, row.key.stage}]);
    add_done(row, in_all[{row.key.who, row.key.stage}]);
  }
  for (auto& [key, done] : by_day) {
    std::tie(done.day, done.who) = std::tie(std::get<0>(key), std::get<1>(key));
    done.stage = stage_numbered(std::get<2>(key));
    figures.done.push_back(std::move(done));
  }
  for (auto& [key, done] : in_all) {
    done.who = key.first;
    done.stage = stage_numbered(key.second);
    figures.people.push_back(std::move(done));
  }
}

std::vector<AcceptanceRow> acceptance_of_workers(const CountRows& judged) {
  std::map<std::pair<std::string, int>, AcceptanceRow> by_worker;
  for (const CountRow& row : judged) add_decided(row, by_worker[{row.key.who, row.key.stage}]);
  std::vector<AcceptanceRow> rows;
  for (auto& [key, row] : by_worker) {
    row.name = key.first;
    row.stage = stage_numbered(key.second);
    if (row.decided() > 0) rows.push_back(std::move(row));
  }
  return rows;
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
