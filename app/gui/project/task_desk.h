#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/gui/project/project_thread.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/photo/review.h"

namespace jaedan::gui {

/// A task that the person has in hand, or had until it ended while they worked.
struct HeldTask {
  workflow::PhotoTask what;
  bool over = false;  ///< it expired, or a manager took it away; what was done stays
};

/// Until when the task is theirs, by the clock on the wall; with the day when that is not today.
std::string ends_at(const HeldTask& task);

/// What the person at the window has in hand in a project with users, and what they do about it. Asks on the thread
/// that saves photos, so that everything comes after what was saved before it. Does nothing in a project without users.
/// Used on the window's thread.
class TaskDesk {
 public:
  struct Events {
    std::function<void(const Error&)> failed;
    std::function<void(PhotoId)> got;            ///< the photo to be worked on now
    std::function<void(PhotoId)> left;           ///< no longer theirs, and not as it was read
    std::function<void(const HeldTask&)> ended;  ///< … while they looked at it, and not by them
    std::function<void(PhotoId)> returned;       ///< it went back, as they asked
    std::function<void()> changed;               ///< there are others in hand than before
  };

  TaskDesk(ProjectThread& writer, Actor who, Events events);

  /// Another name in a project without users.
  void set_actor(const Actor& who) { who_ = who; }

  bool in_team() const { return who_.in_team(); }
  /// Whether the person sees nothing but what they have in hand: everybody of a team but its managers.
  bool sees_tasks_only() const { return in_team() && !who_.roles.has(Role::kManager); }
  /// Whether what they have is known, and nothing that was asked is still to come.
  bool at_rest() const { return known_ && asked_ == 0; }

  /// The oldest first.
  const std::vector<HeldTask>& tasks() const { return tasks_; }
  /// Null when they have none on the photo.
  const HeldTask* on(PhotoId photo) const;
  /// `actor` at the stage of the task on the photo, if any. One that is over counts: work that goes on must not hand
  /// the photo on by itself.
  Actor at_work(const Actor& actor, PhotoId photo) const;
  /// The one that comes after `photo`, to be made ready; nothing when it is the only one.
  std::optional<PhotoId> after(PhotoId photo) const;
  /// The stages that their roles allow and that the project has, in order.
  std::vector<Stage> stages() const;
  /// Those that the project has.
  StageSet project_stages() const { return project_stages_; }
  /// The one that `next` keeps to; none: whatever is furthest on.
  std::optional<Stage> kept_stage() const { return kept_stage_; }
  void keep_to(std::optional<Stage> stage) { kept_stage_ = stage; }

  /// Asks what is in hand now, and which stages the project has.
  void refresh();
  /// What they have beside `shown`, else the first of a queue: that of the stage they worked at last before others. To
  /// inspect one more is taken ahead, so that it is there when it is wanted.
  void next(PhotoId shown);
  /// This one, at the stage that it waits for.
  void take(PhotoId photo);
  /// Submitted, skipped and returned tasks lead to the next one.
  void submit(PhotoId photo);
  void release(PhotoId photo, const workflow::ReleaseChoice& choice);
  /// In a project without users, too.
  void return_photo(PhotoId photo, const workflow::ReturnChoice& choice);
  /// Takes back what the person decided about the photo last (workflow::undo_decision), and shows it again. In a
  /// project without users, too.
  void take_back(PhotoId photo);
  /// What they decided is on its way into the project, and ends the task there.
  void decided(PhotoId photo);
  /// What was taken ahead and never looked at goes back.
  void give_back_unseen();
  /// Once a frame, with the photo on screen.
  void follow(PhotoId shown, double now_s);

 private:
  struct Found {
    PhotoId shows = {};  ///< none: the screen stays
    PhotoId ahead = {};
    PhotoId returned = {};
  };
  using Work = std::function<Result<Found>(workflow::Project&)>;
  struct Answer;
  /// What becomes of a photo when the work was done.
  struct Leaving {
    PhotoId photo = {};
    bool goes_on = false;  ///< with the next task
  };

  void run(Work work);
  void run(Work work, Leaving leaves);
  void take_answer(const Answer& answer, const Leaving& leaves);
  /// Whether there are others than before.
  bool take_tasks(const std::vector<workflow::PhotoTask>& now);
  void take_one_ahead(PhotoId next, PhotoId shown);
  bool forget(PhotoId photo);
  /// Of those in `order` that are the person's; takes one more of the inspection ahead.
  static Result<Found> claim_next(workflow::Project& project, const Actor& who, const std::vector<Stage>& order);

  ProjectThread& writer_;
  Actor who_;
  Events events_;
  std::vector<HeldTask> tasks_;
  std::optional<Stage> kept_stage_;
  std::optional<Stage> last_stage_;  ///< of the task that was left last
  StageSet project_stages_;
  std::set<PhotoId> unseen_;  ///< taken ahead
  PhotoId shown_;
  double looked_at_s_ = 0;
  int asked_ = 0;
  bool known_ = false;
};

}  // namespace jaedan::gui
