#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/ids.h"
#include "labeling/review/stage_set.h"

namespace jaedan::labeling {

/// What became of a task. The numbers are stored.
enum class TaskState {
  kClaimed = 0,    ///< in somebody's hands
  kSubmitted = 1,  ///< done: submitted, or decided on
  kReleased = 2,   ///< given back
  kSkipped = 3,    ///< … by somebody who does not want it again
  kExpired = 4,    ///< not done in time
};
/// ASCII id: claimed, submitted, released, skipped, expired.
std::string_view id_of(TaskState state);

/// One photo at one stage for one person.
struct Task {
  TaskId id;
  PhotoId photo;
  Stage stage = Stage::kDrawn;
  UserId user;
  TaskState state = TaskState::kClaimed;
  std::string claimed_at;  ///< UTC
  std::string expires_at;  ///< UTC; from then on anybody may claim the photo
  std::string ended_at;    ///< UTC; empty while claimed
  std::string reason;      ///< why it was released or skipped, in words; may be empty
  AnswerId answer;         ///< where the work goes (answer_store.h); none: to the photo itself
};

/// What a person asks for when they claim.
struct TaskWish {
  UserId user;
  Stage stage = Stage::kDrawn;
  std::optional<PhotoId> photo = {};  ///< this one; none: the first of the queue
  std::int64_t seconds = 0;           ///< how long it may be kept; positive
  bool assigned = false;              ///< by a manager, who is not held to the person's quota
};

/// What holds for the queues of a project.
struct QueueRules {
  StageSet stages;               ///< those that photos go through
  bool uncertain_first = false;  ///< what the model is least sure of, instead of what is in the project longest
  std::int64_t claim_seconds = std::int64_t{8} * 3600;  ///< how long a claim holds when nothing else is said
  int control_percent = 0;        ///< of a hundred claims of a person at a stage so many are controls; 0: none
  std::int64_t control_seed = 1;  ///< which ones
  std::string deadline = {};      ///< the day, UTC, by which all is to be approved: "2026-01-31"; empty: none
};

/// How much one person may take, 0 is no limit, and by when it is to be done.
struct Quota {
  int most_open = 0;   ///< tasks in their hands at a time
  int most_a_day = 0;  ///< claims on one day, UTC
  /// The day, UTC, by which what is in their hands is to be done, whatever a claim's own time; empty: none. Nobody is
  /// kept from claiming after it.
  std::string deadline = {};
};

/// Who works on which photo. A stage's queue is no table: it is the photos that wait for the stage (next_stage) and
/// that nobody has claimed, by priority, then the longest in the project or the least certain first (QueueRules).
///
/// `now` is utc_now() of whoever asks. Claims expire by the larger of it and the newest time in the log that is ahead
/// of it by at most an hour (task_rules.h): a clock that is a little behind gives nobody's photo away and keeps none,
/// and one that was far ahead is not believed by the others. The first method that changes something after
/// it frees what has expired, which the log says of each task. Of a person's claims some are controls (QueueRules), and
/// photos that several people do come before those of the queue; a task of either has an `answer`, is a person's own,
/// and leaves the photo free. What else every method owes its caller: store.h.
class TaskStore {
 public:
  virtual ~TaskStore() = default;

  /// Puts a photo into the person's hands, atomically: no two get the same one. None when the queue has no photo for
  /// them: one that they skipped is not offered again, nor to inspect one that they worked on. With `photo`: that one,
  /// or the task that they have on it already, or their control that they have not submitted; kRefused, with a
  /// sentence, when somebody else has it, it does not wait for the stage, or they worked on it and would inspect it.
  /// kRefused when their quota is used up.
  virtual Result<std::optional<Task>> claim(const TaskWish& wish, const std::string& now) = 0;
  /// The photo's task that somebody has in hand now; tasks of answers are none of the photo's.
  virtual Result<std::optional<Task>> task_in_hand(PhotoId photo, const std::string& now) = 0;
  /// The task on the photo that the person has in hand now, be it of the photo or of an answer.
  virtual Result<std::optional<Task>> task_of(PhotoId photo, UserId user, const std::string& now) = 0;
  /// The person's last task on the photo, whatever became of it.
  virtual Result<std::optional<Task>> last_task(PhotoId photo, UserId user) = 0;
  /// The last task on the photo itself that was submitted, at `stage`; none: at any stage of work.
  virtual Result<std::optional<Task>> last_submitted(PhotoId photo, std::optional<Stage> stage) = 0;
  /// Tasks in the hands of a person (none: of anybody), in ascending id, after `after`, at most `limit`.
  virtual Result<std::vector<Task>> tasks_in_hand(UserId user, TaskId after, int limit, const std::string& now) = 0;
  /// Ends a task in hand: `how` is none of kClaimed. kConflict when it ended already.
  virtual Status end_task(TaskId task, TaskState how, const std::string& reason, const std::string& now) = 0;
  /// How many photos wait for the stage, in nobody's hands.
  virtual Result<std::int64_t> waiting(Stage stage) = 0;
  /// Which ones: in ascending id, after `after`, at most `limit`.
  virtual Result<std::vector<PhotoId>> waiting_photos(Stage stage, PhotoId after, int limit) = 0;

  /// Where a photo in the state returned was sent. Forgotten by a save that takes it out of that state.
  virtual Result<std::optional<Stage>> returned_to(PhotoId photo) = 0;
  /// kRefused unless the photo is returned.
  virtual Status set_returned_to(PhotoId photo, Stage stage) = 0;
  /// Photos of a higher number are given out first; 0 at the start.
  virtual Status set_priority(PhotoId photo, int priority) = 0;

  /// Whether the person worked on the photo (ChangeNote::worker), or ended a stage of its work, changed or not.
  virtual Result<bool> worked_on(PhotoId photo, UserId user) = 0;

  virtual Result<QueueRules> queue_rules() = 0;
  virtual Status set_queue_rules(const QueueRules& rules) = 0;
  virtual Result<Quota> quota(UserId user) = 0;
  virtual Status set_quota(UserId user, const Quota& quota) = 0;
};

}  // namespace jaedan::labeling
