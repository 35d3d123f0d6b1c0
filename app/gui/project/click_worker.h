#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "app/gui/project/click_question.h"
#include "app/gui/project/project_thread.h"

namespace jaedan::gui {

/// Answers clicks on a thread of its own, so that neither looking at a photo nor an answer holds the window up. Used
/// on the window's thread. One question is under way at a time; of those that wait the newest counts, which holds all
/// that was said before: no click is lost, and none is answered that nobody waits for any more.
class ClickWorker {
 public:
  struct Events {
    std::function<void(const ClickQuestion&, Region, std::optional<Region> maybe)> answered;
    std::function<void(const ClickQuestion&, const Error&)> refused;
    std::function<void()> stands_in;  ///< there is no model: GrabCut answers instead
  };

  ClickWorker(ProjectThread& thread, Events events);
  ~ClickWorker();

  /// Looks at the photo, unless that was done already; questions about it wait until it is. Of several that were not
  /// begun the last one counts.
  void look_at(PhotoId photo);
  void ask(const ClickQuestion& question);
  /// Nobody waits any more for what was not begun.
  void drop_waiting() { waiting_.reset(); }
  /// The thread could not do what it had: the project cannot be opened.
  void gave_up(const Error& error);
  /// Nothing is under way.
  bool idle() const { return !is_busy_; }
  /// Whether answers come fast enough to be asked for while the pointer moves.
  bool is_quick() const { return is_quick_; }

 private:
  struct Desk;
  struct Outcome;
  void start();
  void submit(std::optional<ClickQuestion> question, PhotoId photo);
  void take(const std::optional<ClickQuestion>& question, Outcome outcome);

  ProjectThread& thread_;
  Events events_;
  std::shared_ptr<Desk> desk_;  ///< touched by the worker's thread only
  PhotoId looked_at_;           ///< or about to be
  bool look_waits_ = false;
  bool is_busy_ = false;
  bool is_quick_ = true;
  std::optional<ClickQuestion> under_way_;
  std::optional<ClickQuestion> waiting_;
  std::shared_ptr<bool> alive_;  ///< what is left of a job asks whether this object is still there
};

}  // namespace jaedan::gui
