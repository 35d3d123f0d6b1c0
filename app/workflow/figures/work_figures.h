#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/domain/part.h"
#include "labeling/review/return_reason.h"
#include "labeling/review/stage.h"

namespace jaedan::workflow {

/// The manager's numbers: what was done, by whom, how well, and what is left. All of it is counted by the store in the
/// transaction of the deed (labeling/store/counts/work_counts.h) and equals a count of the change log. Days are UTC, as
/// the log's times and the quotas are: "2026-01-31".

/// Whose work is shown. Unset and empty fields do not filter; set ones must all hold. What has no day (backlog,
/// labels), no person or no stage is not narrowed by those.
struct FigureFilter {
  std::string from = {};  ///< the first day
  std::string to = {};    ///< the last day
  std::string user = {};  ///< whose work; of the tables of decisions, whose decisions
  std::optional<Stage> stage = {};
  std::optional<Part> part = {};  ///< photos that have one
  std::string style = {};         ///< photos of this style (its id); not together with a part
};

struct FigureWish {
  FigureFilter filter = {};
  std::string deadline = {};  ///< the day by which all is to be approved; empty: the project's (QueueRules::deadline)
  std::string today = {};     ///< empty: today
};

/// Work of one person at one stage: on one day, or (with an empty day) in all.
struct DoneRow {
  std::string day;
  std::string who;
  Stage stage = Stage::kDrawn;
  std::int64_t deeds = 0;                ///< records of the log, those of answers among them
  std::int64_t photos = 0;               ///< … that moved a photo on; at the inspection: decisions that stand
  std::int64_t garments = 0;             ///< on those photos and answers; with a part: of that part
  std::int64_t taken_back = 0;           ///< of the deeds: undone
  std::int64_t active_milliseconds = 0;  ///< between deeds of this person, pauses over a minute left out
  /// Answers that were submitted: of panels and controls, where one's work moves no photo on. Not told apart here
  /// either.
  std::int64_t answers = 0;

  std::int64_t finished() const { return photos + answers; }
  double seconds_per_photo() const { return finished() > 0 ? active_milliseconds / 1000.0 / double(finished()) : 0; }
  double seconds_per_garment() const { return garments > 0 ? active_milliseconds / 1000.0 / double(garments) : 0; }
};

/// What waits for a stage.
struct StageBacklog {
  Stage stage = Stage::kDrawn;
  bool is_on = true;                  ///< photos go through it in this project
  std::int64_t photos = 0;            ///< wait for it, in hand or not
  std::int64_t in_hand = 0;           ///< of these: claimed, but for those of a panel
  std::int64_t returned = 0;          ///< of these: sent back by an inspector
  double done_a_day = 0;              ///< at this stage, in the days that the forecast looked at
  std::int64_t returned_in_hand = 0;  ///< sent back, and claimed again: in both numbers
};

/// When all photos are approved, if it goes on as in the days before today.
struct Forecast {
  std::int64_t photos = 0;    ///< in the project
  std::int64_t approved = 0;  ///< of these
  std::int64_t left = 0;      ///< of these not approved
  /// Over the days that were looked at: how many more were approved; of approvals then, the share that stands now of
  /// all that there ever were counts, as the others were returned or changed and have to be approved again.
  double approved_a_day = 0;
  /// The fourteen days before today, fewer when the first approval is later; today alone when that was the first day;
  /// 0: nothing was approved in them, nothing is forecast.
  int days_looked_at = 0;
  bool by_today = false;               ///< … it was today alone
  std::string finished_on;             ///< the day; empty where nothing is forecast
  std::string deadline;                ///< as it was asked for, else the project's; empty: none is known
  std::optional<double> needed_a_day;  ///< to hold the deadline; none without one or after it
  bool is_late = false;  ///< finished_on is behind the deadline, or the deadline is past and photos are left
};

/// How inspectors decided: about somebody's work, by somebody, or about photos with some part. Decisions that were
/// taken back do not count.
struct AcceptanceRow {
  std::string name;            ///< of the person, or a part's id
  std::optional<Stage> stage;  ///< of the work that was judged; none for an inspector and a part
  std::int64_t approved = 0;
  std::int64_t returned = 0;
  std::map<ReturnReason, std::int64_t> reasons;  ///< of those returned with a reason

  std::int64_t decided() const { return approved + returned; }
  /// Returned, and nobody said why.
  std::int64_t without_reason() const;
  /// NaN where nothing was decided.
  double share() const;
};

/// What people did with a model's words that had come into annotations.
struct ModelWordRow {
  std::optional<Part> part;  ///< none: of the whole photo
  std::string attribute;     ///< id; kOutlineWord for outlines
  std::int64_t said = 0;     ///< words of a model that came into an annotation
  std::int64_t changed = 0;  ///< … and that a person changed or took away
  double share_changed() const { return said > 0 ? double(changed) / double(said) : 0; }
};
/// ModelWordRow::attribute of an outline.
inline constexpr const char* kOutlineWord = "outline";

/// How often a label is given, in the project as it is now.
struct LabelRow {
  std::optional<Part> part;  ///< none: of the whole photo
  std::string attribute;     ///< id
  std::string value;         ///< id
  std::int64_t count = 0;
  std::int64_t guesses = 0;  ///< of these: a model's that nobody confirmed
};
/// How evenly the values of one attribute are spread.
struct BalanceRow {
  std::optional<Part> part;
  std::string attribute;
  std::int64_t labels = 0;
  std::int64_t values = 0;   ///< of the taxonomy that are given at least once
  std::int64_t missing = 0;  ///< of the taxonomy that are given to nothing
  std::string most_common;   ///< a value's id
  std::int64_t most = 0;
  std::string rarest;  ///< of those that are given
  std::int64_t least = 0;
  double evenness = 1;  ///< entropy over that of equal shares (Pielou 1966): 1 even, 0 one value only
  double ratio() const { return least > 0 ? double(most) / double(least) : 0; }
};

enum class LateKind {
  kDeadline,  ///< the project will not be, or is not, ready by its deadline
  kBehind,    ///< a person whose deadline is past has work in hand
  kExpired,   ///< claims that were not done in time
  kOverdue,   ///< claims in hand whose time is over by now
  kQuota,     ///< a person who has taken all that they may today
};
/// ASCII id: deadline, behind_deadline, expired_claims, overdue_claims, quota.
std::string_view id_of(LateKind kind);
struct LateRow {
  LateKind kind = LateKind::kExpired;
  std::string who;         ///< empty: the project
  std::int64_t count = 0;  ///< photos or claims
  std::string since;       ///< a time or day: of the oldest one, or the deadline
};

/// Acceptance of one person's work at one stage over time, in a p-chart (Shewhart): the share of approvals among the
/// decisions of each period, the share of all periods in the middle, and limits three standard deviations of a binomial
/// share of that period's size around it. A point outside is more than chance.
struct ControlPoint {
  std::string day;  ///< the first of its period on which something was decided
  std::int64_t decided = 0;
  std::int64_t approved = 0;
  double share = 0;
  double lower = 0;  ///< limits, within [0, 1]
  double upper = 1;
  bool is_outside = false;
};
struct ControlChart {
  std::string who;
  Stage stage = Stage::kDrawn;  ///< of the work that was judged
  double centre = 0;            ///< the pooled share of all points
  int days_a_point = 1;         ///< a day, a week or thirty days: as many as give five decisions a point
  std::vector<ControlPoint> points;
  bool is_drifting = false;  ///< a point is outside, or the last eight lie on one side of the centre
};

/// Agreement or honeypot scores, made elsewhere; a table without rows says that there are none yet.
struct QualityRow {
  std::string who;  ///< a person, or "kim – lee"
  std::optional<Stage> stage;
  std::string measure;
  double value = 0;
  double low = 0;  ///< interval
  double high = 0;
  std::int64_t photos = 0;
};

struct WorkFigures {
  FigureFilter filter;
  std::string today;
  std::int64_t counted = 0;     ///< records of the change log that are counted
  std::int64_t records = 0;     ///< … of all; more while an older project is still being counted
  std::vector<DoneRow> done;    ///< by day, person, stage
  std::vector<DoneRow> people;  ///< the same of all days, by person and stage
  std::vector<StageBacklog> backlog;
  Forecast forecast;
  std::vector<AcceptanceRow> workers;     ///< by person and stage of the work
  std::vector<AcceptanceRow> inspectors;  ///< by who decided
  std::vector<AcceptanceRow> parts;       ///< by part of the photo
  std::vector<ModelWordRow> model_words;  ///< the most often changed first
  std::vector<LabelRow> labels;           ///< by part and attribute, the most common first
  std::vector<BalanceRow> balance;
  std::vector<LateRow> late;
  std::vector<ControlChart> control;  ///< the drifting first, then by name and stage
  std::vector<QualityRow> agreement;
  std::vector<QualityRow> honeypots;
};

/// All of them at once; under a second for a million photos. Never writes. kInvalidArgument for a day that is none, a
/// first day behind the last, a style that the taxonomy does not have, or a part together with a style; kNotFound for a
/// person who is neither in the project nor in its log; errors of the store.
Result<WorkFigures> work_figures(const Project& project, const FigureWish& wish = {});

/// Counts the whole change log anew, for a project whose numbers `verify` found wrong, and has all that people answered
/// measured anew when somebody looks (labeling/store/quality/measure_store.h). kCancelled: the rest is counted when the
/// project is opened next. kIo where nothing may be written.
Status count_work_anew(Project& project, const Watch& watch);

/// How many photos there are, of which some are listed.
struct PhotoTotal {
  std::int64_t count = 0;
  bool or_more = false;  ///< nobody counted further
};
struct PhotosBehind {
  std::vector<PhotoId> photos;
  PhotoTotal total;
};
/// So many times as many photos as are listed are counted: the log is read for it.
inline constexpr int kCountedPerListed = 3;
/// The photos behind a bar: those that somebody did this deed to (labeling/review/deed.h; empty: any) from one day to
/// another, at `stage` (as DoneRow's; none: at any), the newest first, at most `limit`; and how many there are, counted
/// up to `limit` * kCountedPerListed.
Result<PhotosBehind> photos_behind(const Project& project, const std::string& who, const std::string& deed,
                                   const std::string& from, const std::string& to, int limit,
                                   std::optional<Stage> stage = {});

}  // namespace jaedan::workflow
