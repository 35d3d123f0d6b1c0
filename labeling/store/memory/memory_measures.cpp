#include <algorithm>
#include <utility>

#include "labeling/store/memory/memory_store.h"
#include "labeling/store/people/answer_rules.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {
namespace {

/// The key without what rows are not to be told apart by.
QualityKey told_apart_by_person(const QualityKey& key) {
  QualityKey told;
  told.kind = key.kind;
  told.user = key.user;
  told.stage = key.stage;
  return told;
}

}  // namespace

void MemoryStore::add_quality(const QualitySums& sums, bool away) {
  for (const auto& [key, value] : sums) {
    const auto sum = state_.quality.try_emplace(key).first;
    sum->second += away ? -value : value;
    if (sum->second.is_zero()) state_.quality.erase(sum);
  }
}

void MemoryStore::forget_measure(AnswerId answer) {
  const auto known = state_.measured_answers.find(answer);
  if (known == state_.measured_answers.end()) return;
  add_quality(sums_of(known->second), true);
  state_.measured_answers.erase(known);
}

void MemoryStore::forget_measure(PanelId panel) {
  const auto known = state_.measured_panels.find(panel);
  if (known == state_.measured_panels.end()) return;
  add_quality(sums_of(MeasuredPanel{panel, known->second}), true);
  state_.measured_panels.erase(known);
}

void MemoryStore::let_wait(const Answer& answer) {
  if (!answer.submitted()) return;
  if (answer.panel) {
    forget_measure(answer.panel);
    state_.panels_to_measure[answer.panel] = ++state_.tickets;
  } else {
    forget_measure(answer.id);
    state_.answers_to_measure[answer.id] = ++state_.tickets;
  }
}

void MemoryStore::truth_changed(PhotoId photo, const std::function<bool(Stage)>& at) {
  for (const auto& [id, kept] : state_.answers) {
    const Answer& answer = kept.answer;
    if (answer.photo == photo && !answer.panel && at(answer.stage)) let_wait(answer);
  }
}

void MemoryStore::approved_changed(PhotoId photo) {
  truth_changed(photo, [&](Stage stage) { return state_.controls.count({photo, stage}) == 0; });
}

void MemoryStore::answers_changed(PhotoId photo) {
  for (const auto& [id, kept] : state_.answers) {
    const Answer& answer = kept.answer;
    if (answer.photo != photo) continue;
    const bool counts = !answer.panel || state_.panels[answer.panel].state != PanelState::kCancelled;
    if (counts) let_wait(answer);
  }
}

Result<WaitingMeasures> MemoryStore::waiting_measures() {
  const Lock lock(mutex_);
  return WaitingMeasures{static_cast<std::int64_t>(state_.answers_to_measure.size()),
                         static_cast<std::int64_t>(state_.panels_to_measure.size())};
}

Result<std::vector<WaitingAnswer>> MemoryStore::answers_to_measure(AnswerId after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<WaitingAnswer> waiting;
  const auto& all = state_.answers_to_measure;
  for (auto next = all.upper_bound(after); next != all.end() && static_cast<int>(waiting.size()) < limit; ++next) {
    waiting.push_back({next->first, next->second});
  }
  return waiting;
}

Result<std::vector<WaitingPanel>> MemoryStore::panels_to_measure(PanelId after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<WaitingPanel> waiting;
  const auto& all = state_.panels_to_measure;
  for (auto next = all.upper_bound(after); next != all.end() && static_cast<int>(waiting.size()) < limit; ++next) {
    waiting.push_back({next->first, next->second});
  }
  return waiting;
}

Result<bool> MemoryStore::keep_measure(AnswerId id, std::int64_t ticket, const std::optional<ControlMeasure>& measure) {
  const Lock lock(mutex_);
  const auto known = state_.answers.find(id);
  if (known == state_.answers.end()) return answer_unknown(id);
  const Answer& answer = known->second.answer;
  if (answer.panel || !answer.submitted()) return answer_unknown(id);
  const auto waits = state_.answers_to_measure.find(id);
  const bool under_it = waits != state_.answers_to_measure.end() && waits->second == ticket;
  if (ticket != 0 && !under_it) return false;
  if (waits != state_.answers_to_measure.end()) state_.answers_to_measure.erase(waits);
  forget_measure(id);
  const MeasuredAnswer measured{id, answer.photo, answer.user, answer.stage, measure};
  state_.measured_answers[id] = measured;
  add_quality(sums_of(measured), false);
  return true;
}

Result<bool> MemoryStore::keep_measure(PanelId id, std::int64_t ticket, const std::optional<PanelMeasure>& measure) {
  const Lock lock(mutex_);
  const auto known = state_.panels.find(id);
  if (known == state_.panels.end() || known->second.state == PanelState::kCancelled) return panel_unknown(id);
  const auto waits = state_.panels_to_measure.find(id);
  const bool under_it = waits != state_.panels_to_measure.end() && waits->second == ticket;
  if (ticket != 0 && !under_it) return false;
  if (waits != state_.panels_to_measure.end()) state_.panels_to_measure.erase(waits);
  forget_measure(id);
  if (!measure) return true;
  state_.measured_panels[id] = *measure;
  add_quality(sums_of(MeasuredPanel{id, *measure}), false);
  return true;
}

Result<std::string> MemoryStore::measure_rules() {
  const Lock lock(mutex_);
  return state_.measure_rules;
}

Status MemoryStore::set_measure_rules(const std::string& rules) {
  const Lock lock(mutex_);
  if (!state_.measure_rules.empty() && state_.measure_rules != rules) JAEDAN_RETURN_IF_ERROR(forget_measures());
  state_.measure_rules = rules;
  return {};
}

Status MemoryStore::forget_measures() {
  const Lock lock(mutex_);
  state_.answers_to_measure.clear();
  state_.panels_to_measure.clear();
  state_.measured_answers.clear();
  state_.measured_panels.clear();
  state_.quality.clear();
  for (const auto& [id, entry] : state_.entries) answers_changed(id);
  return {};
}

Status MemoryStore::for_each_quality_sum(const QualityQuery& query,
                                         const std::function<void(const QualityRowOfSums&)>& take) {
  const Lock lock(mutex_);
  QualitySums sums;
  for (const auto& [key, value] : state_.quality) {
    if (key.kind != query.kind || (query.user && key.user != query.user)) continue;
    sums[query.by_person ? told_apart_by_person(key) : key] += value;
  }
  for (const auto& [key, value] : sums) {
    if (!value.is_zero()) take({key, value});
  }
  return {};
}

Result<std::vector<MeasuredIou>> MemoryStore::measured_ious(UserId user, int most) {
  const Lock lock(mutex_);
  std::vector<MeasuredIou> found;
  for (const auto& [id, answer] : state_.measured_answers) {
    if (!answer.measure || (user && answer.user != user)) continue;
    const std::optional<double> iou = answer.measure->mean_iou();
    QualityKey key;
    key.user = answer.user;
    key.stage = static_cast<int>(answer.stage);
    if (!iou || state_.quality[key].ious > most) continue;
    found.push_back({id, answer.user, answer.stage, iou_of_units(units_of_iou(*iou))});
  }
  return found;
}

Result<std::vector<double>> MemoryStore::panel_ious(int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<double> ious;
  for (const auto& [id, measure] : state_.measured_panels) {
    if (static_cast<int>(ious.size()) >= limit) break;
    if (measure.mean_iou) ious.push_back(iou_of_units(units_of_iou(*measure.mean_iou)));
  }
  return ious;
}

Result<std::vector<MeasuredPanel>> MemoryStore::measured_panels(PanelId after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<MeasuredPanel> panels;
  for (auto known = state_.measured_panels.upper_bound(after); known != state_.measured_panels.end(); ++known) {
    if (static_cast<int>(panels.size()) >= limit) break;
    panels.push_back({known->first, known->second});
  }
  return panels;
}

Result<std::optional<PanelMeasure>> MemoryStore::panel_measure(PanelId panel) {
  const Lock lock(mutex_);
  const auto known = state_.measured_panels.find(panel);
  return known == state_.measured_panels.end() ? std::optional<PanelMeasure>() : std::optional(known->second);
}

}  // namespace jaedan::labeling
