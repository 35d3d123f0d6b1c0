#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "app/gui/project/project_thread.h"
#include "app/workflow/models/shared_model.h"
#include "labeling/domain/proposal.h"

namespace jaedan::gui {

/// Asks the model about the photos that come next, so that proposals are there when a person opens them. One photo at a
/// time, on a thread that gets the time that nothing else wants. Used on the window's thread.
class PrefillAhead {
 public:
  /// Hears what the model said of a photo, when it is in the project.
  using Found = std::function<void(PhotoId, Prediction)>;

  PrefillAhead(ProjectThread& thread, std::shared_ptr<workflow::SharedModel> model, Found found);
  ~PrefillAhead();

  void turn(bool on);
  bool is_on() const { return is_on_; }
  /// The thread could not do what it had: the project cannot be opened.
  void gave_up();
  /// Once a frame. `next`: the photos to be ready for, the most urgent first. `may_begin`: nobody waits for anything.
  void follow(std::vector<PhotoId> next, bool may_begin);
  /// How many photos were made ready since all were last, of these and those still to come; nothing when all are, or
  /// none will be. Walking on brings more to come and takes nothing away of what was done.
  std::optional<workflow::Progress> progress() const;
  /// Nothing is under way, and nothing is to come.
  bool idle() const { return !is_busy_ && !progress(); }

 private:
  void ask(PhotoId id);
  std::optional<PhotoId> first_open() const;

  ProjectThread& thread_;
  std::shared_ptr<workflow::SharedModel> model_;
  Found found_;
  bool is_on_ = false;
  bool is_busy_ = false;
  bool has_no_model_ = false;  ///< until it is turned on again
  std::vector<PhotoId> next_;
  std::int64_t done_since_ready_ = 0;
  std::set<PhotoId> done_;       ///< never asked about twice, whatever came of it
  std::shared_ptr<bool> alive_;  ///< what is left of a job asks whether this object is still there
};

/// What stands for it among the jobs of the status bar; those of JobRunner begin with 1.
inline constexpr std::int64_t kPrefillAheadJob = 0;

}  // namespace jaedan::gui
