#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/review/stage.h"
#include "labeling/store/counts/count_key.h"

namespace jaedan::labeling {

/// Which counts. Unset and empty fields do not narrow, but for `part` and `style`.
struct CountQuery {
  CountKind kind = CountKind::kDeed;
  int part = 0;            ///< CountKey::part
  bool all_parts = false;  ///< whatever the part: for kinds that are counted by part only (kModelWord, kLabel)
  std::string style = {};  ///< CountKey::style, not with a part but of those kinds
  std::string from = {};   ///< the first day
  std::string to = {};     ///< the last day
  std::string who = {};
  std::string other = {};
  int stage = -1;
  std::string without_word = {};        ///< leaves what is counted by this word out
  bool undone = false;                  ///< only words that take a deed back (review/deed.h's is_undo)
  CountFields by = CountFields::all();  ///< rows that differ in nothing of this are one, their sum
};

struct CountRow {
  CountKey key;  ///< what it is not told apart by is as in CountKey{}
  CountValue value;
};

/// How far the change log is counted.
struct CountProgress {
  std::int64_t counted = 0;  ///< records, from the first
  std::int64_t records = 0;  ///< in the log
};

/// What a person has in hand and did not do in time.
struct PersonLoad {
  std::string who;
  std::int64_t open = 0;      ///< claims in hand that have not expired
  std::int64_t overdue = 0;   ///< claims whose time is over that nobody has taken back yet
  std::string overdue_since;  ///< when the first of them expired; empty for none
  std::int64_t expired = 0;   ///< claims that ended so, in the days asked for
  std::string expired_since;
  std::int64_t today = 0;  ///< claims on the day of `now`
  int most_a_day = 0;      ///< how many they may have; 0: no limit
  std::string deadline;    ///< Quota::deadline
};
struct LoadQuery {
  std::string now;        ///< utc_now()
  std::string from = {};  ///< the first day of what expired; empty: ever
  std::string to = {};    ///< the last one
};

/// Photos of one stage that people have in hand.
struct InHand {
  std::int64_t photos = 0;
  std::int64_t returned = 0;  ///< of these: sent back by an inspector
};

/// The change log, counted. Every deed counts itself in its own transaction (count_record.h). What every method owes
/// its caller: store.h.
class WorkCounts {
 public:
  virtual ~WorkCounts() = default;

  /// Hands what is counted to `take`, in no order, without rows of zeros, the same object with each row. `take` must
  /// not ask the store. A few hundred persons make some hundred thousand rows a year when all is told apart: ask for
  /// what is shown (CountQuery::by).
  virtual Status for_each_count(const CountQuery& query, const std::function<void(const CountRow&)>& take) = 0;
  /// The same at once, where it is little.
  Result<std::vector<CountRow>> work_counts(const CountQuery& query) {
    std::vector<CountRow> rows;
    JAEDAN_RETURN_IF_ERROR(for_each_count(query, [&](const CountRow& row) { rows.push_back(row); }));
    return rows;
  }
  virtual Result<CountProgress> count_progress() = 0;
  /// Counts all of the log anew; asks `progress` (may be empty) between its steps whether to go on. kCancelled; then,
  /// as when it is killed, the rest is counted when the project is opened next.
  virtual Status count_anew(const std::function<bool(std::int64_t done, std::int64_t total)>& progress) = 0;

  /// Of everybody who has, or had, something to do with claims, by name.
  virtual Result<std::vector<PersonLoad>> person_loads(const LoadQuery& query) = 0;
  /// What is in hand at each stage, by its number, expired claims that nobody has taken back among it. Not answers of
  /// panels and controls: those leave the photo where it waits. `part` 0: photos whatever parts they have; `style`
  /// empty: of any.
  virtual Result<std::array<InHand, kAllStages.size()>> in_hand(int part, const std::string& style) = 0;
};

}  // namespace jaedan::labeling
