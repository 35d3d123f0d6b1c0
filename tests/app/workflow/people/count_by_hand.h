#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "labeling/domain/annotation.h"
#include "labeling/review/return_reason.h"
#include "labeling/review/stage_set.h"
#include "labeling/store/annotation_json.h"
#include "labeling/store/program.h"
#include "labeling/store/store.h"

namespace jaedan::testing {

/// All records, the oldest first.
inline std::vector<labeling::LogRecord> whole_log(labeling::Store& store) {
  constexpr int kPage = 1000;
  std::vector<labeling::LogRecord> log;
  std::optional<labeling::LogPlace> place;
  while (true) {
    const auto page = store.search_log({}, place, kPage);
    EXPECT_TRUE(page.ok());
    if (!page.ok() || page->empty()) break;
    log.insert(log.end(), page->begin(), page->end());
    place = labeling::LogPlace{page->back().at, page->back().number};
  }
  std::sort(log.begin(), log.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  return log;
}

/// The manager's numbers, counted from the log by somebody who reads it from the first record to the last and knows
/// nothing of how the project counts. For a log without imports, whose returns all say where to, and in which what is
/// undone goes back to something that was saved.
class CountByHand {
 public:
  /// Records, photos moved on, garments on those and on answers, answers submitted.
  using Work = std::array<std::int64_t, 4>;
  /// Approved, returned.
  using Decided = std::array<std::int64_t, 2>;

  std::map<std::tuple<std::string, std::string, Stage>, Work> done;  ///< by day, person, stage
  std::map<std::pair<std::string, Stage>, Decided> judged;           ///< by whose work, of which stage
  std::map<std::string, Decided> decided;                            ///< by who decided
  std::map<std::pair<std::string, ReturnReason>, std::int64_t> reasons;
  std::map<std::string, std::int64_t> active_milliseconds;

  explicit CountByHand(const std::vector<labeling::LogRecord>& log) {
    for (const labeling::LogRecord& record : log) {
      if (is_answer(record)) read_answer(record);
      if (record.note.action == "claim") last_at_[record.note.who] = record.at;  // the work begins
      if (record.subject.kind != labeling::SubjectKind::kPhoto) continue;
      if (record.revision != 0) {
        read(record);
      } else if (record.note.action == "send_back") {
        read_send_back(record);
      }
    }
  }

 private:
  struct PhotoNow {
    WorkflowState state = WorkflowState::kNew;
    std::optional<Stage> returned_to;
    std::map<Stage, std::string> ended_by;  ///< who ended each stage last
  };
  /// What it was to decide about a photo, for when that is undone.
  struct Decision {
    std::string day;
    std::string who;
    std::int64_t garments = 0;
    std::size_t returns = 0;  ///< index in Decided
    std::vector<std::pair<std::string, Stage>> judged;
    std::optional<ReturnReason> reason;
    bool by_rule = false;  ///< nobody's verdict
  };
  /// What a record left.
  struct Step {
    Annotation said;  ///< revision 0
    PhotoNow photo;
    std::optional<Decision> decision;
  };

  static bool has(const labeling::LogRecord& record, const std::string& key, std::string_view value) {
    return record.after.find('"' + key + "\":\"" + std::string(value) + '"') != std::string::npos;
  }

  /// Labels are given where the photo waits; what ends a stage belongs to that stage.
  static Stage stage_of_record(const std::string& action, PhotoNow before, WorkflowState after) {
    if (action.rfind("undo_", 0) == 0) {
      std::swap(before.state, after);
      return stage_of_record(action.substr(5), before, after);
    }
    if (action == "approve" || action == "return" || action == "approve_by_rule") return Stage::kInspect;
    if (after != before.state) {
      for (const Stage stage : kAllStages) {
        if (state_done(stage) == after) return stage;
      }
    }
    if (action != "label") return Stage::kDrawn;
    return next_stage(before.state, before.returned_to, {}).value_or(Stage::kDrawn);
  }

  static bool is_answer(const labeling::LogRecord& record) {
    const std::string& action = record.note.action;
    const bool works = action == "draw" || action == "label" || action == "accept" || action == "submit";
    return works && record.subject.kind == labeling::SubjectKind::kTask;
  }

  /// Of a panel or a control: nothing becomes of the photo.
  void read_answer(const labeling::LogRecord& record) {
    const auto annotation = labeling::annotation_from_json(record.after);
    ASSERT_TRUE(annotation.ok()) << record.number;
    const bool submits = record.note.action == "submit";
    PhotoNow before;
    if (!submits) before.state = annotation->state;
    Work& work = done[{record.at.substr(0, 10), record.note.who,
                       stage_of_record(record.note.action, before, annotation->state)}];
    ++work[0];
    work[2] += submits ? static_cast<std::int64_t>(annotation->garments.size()) : 0;
    work[3] += submits;
    add_time(record);
  }

  void read(const labeling::LogRecord& record) {
    auto annotation = labeling::annotation_from_json(record.after);
    ASSERT_TRUE(annotation.ok()) << record.number;
    annotation->revision = 0;
    const std::string& who = record.note.who;
    const std::string& action = record.note.action;
    const std::string day = record.at.substr(0, 10);
    std::vector<Step>& steps = steps_[record.subject.photo];
    PhotoNow photo = steps.empty() ? PhotoNow() : steps.back().photo;
    const Stage stage = stage_of_record(action, photo, annotation->state);
    const bool undoes = action.rfind("undo_", 0) == 0;
    const bool moved = !undoes && photo.state != annotation->state;
    const auto garments = static_cast<std::int64_t>(annotation->garments.size());
    Work& work = done[{day, who, stage}];
    ++work[0];
    work[1] += moved;
    work[2] += moved ? garments : 0;
    add_time(record);
    if (undoes) return take_back(*annotation, action, photo, steps);
    std::optional<Decision> decision;
    if (action == "approve_by_rule") {
      decision = Decision{day, who, garments, 0, {}, {}, true};
    } else if (action == "approve" || action == "return") {
      decision = Decision{day, who, garments, action == "return", {}, {}, false};
      ++decided[who][decision->returns];
      for (const auto& [ended, worker] : photo.ended_by) {
        if (worker != who && action == "approve") decision->judged.emplace_back(worker, ended);
      }
      for (const auto& one : decision->judged) ++judged[one][0];
    } else if (moved && action == "merge") {
      photo.ended_by.erase(stage);  // the work of several
    } else if (moved) {
      photo.ended_by[stage] = who;
    }
    photo.state = annotation->state;
    if (action == "return" || photo.state != WorkflowState::kReturned) photo.returned_to.reset();
    steps.push_back({*annotation, photo, decision});
  }

  /// The photo is again what it was after some record before: decisions behind that one were not made.
  void take_back(const Annotation& again, const std::string& action, PhotoNow photo, std::vector<Step>& steps) {
    while (!steps.empty() && !(steps.back().said == again)) {
      if (const auto& decision = steps.back().decision) uncount(*decision);
      steps.pop_back();
    }
    if (action == "undo_merge") photo = steps.empty() ? PhotoNow() : steps.back().photo;
    photo.state = again.state;
    if (photo.state != WorkflowState::kReturned) photo.returned_to.reset();
    if (steps.empty()) steps.push_back({again, photo, {}});
    steps.back().photo = photo;
  }

  void uncount(const Decision& decision) {
    Work& work = done[{decision.day, decision.who, Stage::kInspect}];
    work[1] -= 1;
    work[2] -= decision.garments;
    if (decision.by_rule) return;
    --decided[decision.who][decision.returns];
    for (const auto& one : decision.judged) --judged[one][decision.returns];
    if (decision.reason) --reasons[{decision.who, *decision.reason}];
    // Nobody is listed for nothing.
    if (decided[decision.who] == Decided{}) decided.erase(decision.who);
    for (const auto& one : decision.judged) {
      if (judged[one] == Decided{}) judged.erase(one);
    }
    if (decision.reason && reasons[{decision.who, *decision.reason}] == 0) {
      reasons.erase({decision.who, *decision.reason});
    }
  }

  void read_send_back(const labeling::LogRecord& record) {
    std::vector<Step>& steps = steps_[record.subject.photo];
    ASSERT_FALSE(steps.empty()) << record.number;
    PhotoNow& photo = steps.back().photo;
    for (const Stage stage : kAllStages) {
      if (has(record, "stage", id_of(stage))) photo.returned_to = stage;
    }
    ASSERT_TRUE(photo.returned_to) << record.after;
    ASSERT_TRUE(steps.back().decision) << record.number;
    Decision& decision = *steps.back().decision;
    for (const ReturnReason reason : kAllReturnReasons) {
      if (!has(record, "reason", id_of(reason))) continue;
      decision.reason = reason;
      ++reasons[{record.note.who, reason}];
    }
    const auto worker = photo.ended_by.find(*photo.returned_to);
    if (worker != photo.ended_by.end() && worker->second != record.note.who) {
      decision.judged.emplace_back(worker->second, worker->first);
      ++judged[decision.judged.back()][1];
    }
  }

  /// Between two records of one person; more than a minute is a pause.
  void add_time(const labeling::LogRecord& record) {
    std::string& last = last_at_[record.note.who];
    if (!last.empty()) {
      const std::int64_t pause = *labeling::utc_milliseconds(record.at) - *labeling::utc_milliseconds(last);
      if (pause > 0 && pause <= 60000) active_milliseconds[record.note.who] += pause;
    }
    last = record.at;
  }

  std::map<PhotoId, std::vector<Step>> steps_;
  std::map<std::string, std::string> last_at_;
};

}  // namespace jaedan::testing
