#include "labeling/store/counts/count_record.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "labeling/review/deed.h"
#include "labeling/review/project_deed.h"
#include "labeling/review/stage_set.h"
#include "labeling/store/counts/count_words.h"
#include "labeling/store/program.h"

namespace jaedan::labeling {
namespace {

constexpr std::size_t kDayLength = 10;

nlohmann::json content_of(const std::string& after) { return nlohmann::json::parse(after, nullptr, false); }

/// The text under `key`; empty for anything else.
std::string text_in(const nlohmann::json& content, const char* key) {
  if (!content.is_object()) return {};
  const auto found = content.find(key);
  return found != content.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The stage that is done in this state; none in those that no stage ends in.
std::optional<Stage> stage_ended_in(WorkflowState state) {
  for (const Stage stage : {Stage::kDrawn, Stage::kBasic, Stage::kExpert}) {
    if (state_done(stage) == state) return stage;
  }
  return std::nullopt;
}

/// An approval that no inspector made: it moves a photo on like theirs, and is nobody's verdict.
bool is_by_rule(std::string_view deed) { return deed == id_of(ProjectDeed::kApproveByRule); }

bool is_decision(std::string_view deed) {
  return deed == id_of(Deed::kApprove) || deed == id_of(Deed::kReturn) || is_by_rule(deed);
}

/// The decision that leaves a photo in this state; empty for the other states.
std::string_view decision_in(WorkflowState state) {
  if (state == WorkflowState::kApproved) return id_of(Deed::kApprove);
  return state == WorkflowState::kReturned ? id_of(Deed::kReturn) : std::string_view();
}

/// One record on its way into the counts.
class Counting {
 public:
  Counting(const RecordToCount& what, PhotoMemory& photo, PersonMemory& person)
      : what_(what), record_(what.record), photo_(photo), person_(person), day_(record_.at.substr(0, kDayLength)) {}

  Counts take() {
    if (is_of_answer(record_)) {
      if (what_.after) count_answer(*what_.after);
    } else if (what_.after) {
      count_annotation();
    } else {
      send_back();
    }
    drop_zeros();
    return std::move(counts_);
  }

 private:
  /// Adds `value` for all photos, for each part (with its garments and its share of the time) and for each style.
  void add(CountKey key, const CountValue& value, const PhotoCells& cells) {
    counts_[key] += value;
    for (std::size_t part = 1; part < cells.garments.size(); ++part) {
      if (cells.garments[part] == 0) continue;
      key.part = static_cast<int>(part);
      CountValue share = value;
      if (share.garments != 0) share.garments = share.garments > 0 ? cells.garments[part] : -cells.garments[part];
      share.milliseconds = value.milliseconds * cells.garments[part] / cells.garments[0];
      counts_[key] += share;
    }
    key.part = 0;
    for (const std::string& style : cells.styles) {
      key.style = style;
      counts_[key] += value;
    }
  }

  /// Work on an answer keeps the state until the submission, which is of the stage that it ends.
  void count_answer(const RecordFacts& after) {
    const bool submits = record_.note.action == id_of(Deed::kSubmit);
    const PhotoCells cells = PhotoCells::of(after);
    const WorkflowState before = submits ? WorkflowState::kNew : after.state;
    CountKey key =
        deed_key(day_, record_.note.who, stage_of_deed(record_.note.action, before, after.state), record_.note.action);
    key.kind = CountKind::kAnswer;
    add(key, {1, submits ? 1 : 0, submits ? cells.garments[0] : 0, active_milliseconds()}, cells);
  }

  void count_annotation() {
    const RecordFacts& before = what_.before;
    const RecordFacts& after = *what_.after;
    const std::string_view deed = deed_behind(record_.note.action);
    const bool undoes = is_undo(record_.note.action);
    const auto sent_to = photo_.returned_to < 0 ? std::nullopt : std::optional(static_cast<Stage>(photo_.returned_to));
    const Stage stage = stage_of_deed(record_.note.action, before.state, after.state, sent_to);
    const PhotoCells cells = PhotoCells::of(after);
    const bool moved = !undoes && deed != id_of(Deed::kImport) && moves_on(deed, before.state, after.state);

    CountValue value{1, moved ? 1 : 0, moved ? cells.garments[0] : 0, active_milliseconds()};
    add(deed_key(day_, record_.note.who, stage, record_.note.action), value, cells);
    count_words(before, after, record_.note.action, day_, counts_);

    const bool merges = deed == id_of(ProjectDeed::kMerge);
    const std::optional<BeforeMerge> merged = std::exchange(photo_.merged, std::nullopt);
    if (merges && !undoes) photo_.merged = {photo_.returned_to, photo_.workers};
    place(-1);  // out of where it was
    photo_.state = after.state;
    photo_.is_counted = true;
    photo_.cells = cells;
    if (merges && undoes && merged) {
      photo_.returned_to = merged->returned_to;
      photo_.workers = merged->workers;
    }
    if (after.state != WorkflowState::kReturned) photo_.returned_to = -1;
    place(1);

    if (undoes && is_decision(deed)) take_back_decisions(after.state);
    if (!moved) return;
    if (stage != Stage::kInspect) {
      // What was merged is the work of several, and none of who merges.
      photo_.workers[static_cast<std::size_t>(stage)] = merges ? std::string() : record_.note.who;
    } else {
      decide(deed, before.state, cells);
    }
  }

  static bool moves_on(std::string_view deed, WorkflowState before, WorkflowState after) {
    if (before == after) return false;
    return is_decision(deed) ? !decision_in(after).empty() : stage_ended_in(after).has_value();
  }

  std::int64_t active_milliseconds() {
    const std::optional<std::int64_t> now = utc_milliseconds(record_.at);
    const std::optional<std::int64_t> last = utc_milliseconds(person_.last_at);
    person_.last_at = record_.at;
    if (!now || !last) return 0;
    const std::int64_t pause = *now - *last;
    return pause > 0 && pause <= kLongestPauseMilliseconds ? pause : 0;
  }

  static CountKey deed_key(const std::string& day, const std::string& who, Stage stage, const std::string& word) {
    CountKey key;
    key.kind = CountKind::kDeed;
    key.day = day;
    key.who = who;
    key.stage = static_cast<int>(stage);
    key.word = word;
    return key;
  }

  /// The photo among those of now.
  void place(int times) {
    if (!photo_.is_counted) return;
    CountKey key;
    key.kind = CountKind::kPhoto;
    key.stage = photo_.returned_to;
    key.word = id_of(photo_.state);
    const CountValue one{1, 0, photo_.cells.garments[0], 0};
    add(key, times > 0 ? one : -one, photo_.cells);
  }

  /// Of several decisions that were saved at once the last one counts, which the state tells.
  void decide(std::string_view deed, WorkflowState before, const PhotoCells& cells) {
    const std::string_view word = is_by_rule(deed) ? deed : decision_in(photo_.state);
    CountedDecision decision{std::string(word), day_, record_.note.who, "", {}, cells, before};
    const bool approves = word == id_of(Deed::kApprove);
    for (const Stage stage : kAllStages) {
      const auto number = static_cast<std::size_t>(stage);
      decision.judged[number] = work_of_others(number, decision);
      if (decision.judged[number].empty()) continue;
      if (!approves) break;  // a return is about the first one, until send_back says otherwise
    }
    count_decision(decision, 1);
    photo_.decisions.push_back(std::move(decision));
  }

  /// Who ended the stage; nobody judges their own work.
  std::string work_of_others(std::size_t stage, const CountedDecision& decision) const {
    return photo_.workers[stage] == decision.inspector ? std::string() : photo_.workers[stage];
  }

  void count_decision(const CountedDecision& decision, int times) {
    if (is_by_rule(decision.word)) return;
    const CountValue one{times, 0, 0, 0};
    CountKey key;
    key.kind = CountKind::kVerdict;
    key.day = decision.day;
    key.who = decision.inspector;
    key.word = decision.word;
    key.attribute = decision.reason;
    add(key, one, decision.cells);
    key.kind = CountKind::kJudged;
    key.other = decision.inspector;
    for (std::size_t stage = 0; stage < decision.judged.size(); ++stage) {
      if (decision.judged[stage].empty()) continue;
      key.who = decision.judged[stage];
      key.stage = static_cast<int>(stage);
      add(key, one, decision.cells);
    }
  }

  /// What is undone at once may be several decisions: all down to the one that the photo was in `state` before, or that
  /// left it so.
  void take_back_decisions(WorkflowState state) {
    std::vector<CountedDecision>& standing = photo_.decisions;
    while (!standing.empty()) {
      const CountedDecision last = std::move(standing.back());
      standing.pop_back();
      count_decision(last, -1);
      add(deed_key(last.day, last.inspector, Stage::kInspect, last.word), {0, -1, -last.cells.garments[0], 0},
          last.cells);
      if (last.before == state) return;
      if (!standing.empty() && leaves(standing.back(), state)) return;
    }
  }

  static bool leaves(const CountedDecision& decision, WorkflowState state) {
    return decision_in(state) == (is_by_rule(decision.word) ? id_of(Deed::kApprove) : decision.word);
  }

  void send_back() {
    if (photo_.state != WorkflowState::kReturned) return;
    const nlohmann::json content = content_of(record_.after);
    if (!content.is_object()) return;
    const std::optional<Stage> stage = stage_sent_to(record_.after);
    place(-1);
    photo_.returned_to = stage ? static_cast<int>(*stage) : -1;
    place(1);
    if (photo_.decisions.empty()) return;
    CountedDecision& decision = photo_.decisions.back();
    if (decision.word != id_of(Deed::kReturn)) return;
    if (decision.inspector != record_.note.who) return;  // sent elsewhere since: the verdict is who returned it
    count_decision(decision, -1);
    decision.reason = text_in(content, "reason");
    if (stage) {
      const auto number = static_cast<std::size_t>(*stage);
      decision.judged = {};
      decision.judged[number] = work_of_others(number, decision);
    }
    count_decision(decision, 1);
  }

  void drop_zeros() {
    for (auto count = counts_.begin(); count != counts_.end();) {
      count = count->second.is_zero() ? counts_.erase(count) : std::next(count);
    }
  }

  const RecordToCount& what_;
  const LogRecord& record_;
  PhotoMemory& photo_;
  PersonMemory& person_;
  std::string day_;
  Counts counts_;
};

}  // namespace

bool is_of_answer(const LogRecord& record) {
  if (record.subject.kind != SubjectKind::kTask || !record.subject.photo) return false;
  const std::string_view deed = deed_behind(record.note.action);
  return deed == id_of(Deed::kDraw) || deed == id_of(Deed::kLabel) || deed == id_of(Deed::kArrange) ||
         deed == id_of(Deed::kAccept) || deed == id_of(Deed::kSubmit);
}

bool counts(const LogRecord& record) {
  if (record.subject.kind != SubjectKind::kPhoto) return is_of_answer(record);
  return record.revision != 0 || record.note.action == kSendBackDeed;
}

bool begins_work(const LogRecord& record) {
  return record.subject.kind == SubjectKind::kTask && record.note.action == id_of(ProjectDeed::kClaim);
}

Counts count_record(const RecordToCount& what, PhotoMemory& photo, PersonMemory& person) {
  return Counting(what, photo, person).take();
}

std::optional<Stage> stage_sent_to(const std::string& after) {
  return stage_from_id(text_in(content_of(after), "stage"));
}

Stage stage_of_deed(const std::string& action, WorkflowState before, WorkflowState after,
                    std::optional<Stage> sent_to) {
  const std::string_view deed = deed_behind(action);
  const bool says = deed == id_of(Deed::kLabel) || deed == id_of(Deed::kAccept);
  const bool stays_returned = before == WorkflowState::kReturned && after == before;
  if (says && stays_returned && sent_to) return *sent_to;
  if (is_decision(deed)) return Stage::kInspect;
  if (is_undo(action)) std::swap(before, after);
  // What moved a photo on ended the stage of the state that it came to; so did a submission of one that stood there.
  if (before != after || deed == id_of(Deed::kSubmit)) {
    if (const std::optional<Stage> ended = stage_ended_in(after)) return *ended;
  }
  if (deed == id_of(Deed::kLabel)) {
    const bool is_basic =
        before == WorkflowState::kNew || before == WorkflowState::kDrawn || before == WorkflowState::kReturned;
    return is_basic ? Stage::kBasic : Stage::kExpert;
  }
  if (deed == id_of(Deed::kAccept)) {
    if (before == WorkflowState::kDrawn) return Stage::kBasic;
    const bool is_later = before == WorkflowState::kBasic || before == WorkflowState::kExpert;
    return is_later ? Stage::kExpert : Stage::kDrawn;
  }
  return Stage::kDrawn;
}

}  // namespace jaedan::labeling
