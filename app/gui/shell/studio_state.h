#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/canvas/region_cache.h"
#include "app/gui/project/edge_follower.h"
#include "app/gui/project/workspace.h"
#include "app/gui/shell/click_feed.h"
#include "app/gui/shell/looks.h"
#include "app/gui/shell/notice.h"
#include "app/gui/shell/view_state.h"
#include "app/workflow/photo/label_photos.h"

namespace jaedan::gui {

/// Everything that the window has open, each part with a job of its own. Actions, jobs and views are functions on it,
/// on the window's thread. Does not move: what runs elsewhere comes back to it.
struct StudioState {
  /// `wake` is called from any thread: there is something to take in.
  StudioState(Settings settings, std::shared_ptr<const Taxonomy> taxonomy, std::string user,
              std::function<void()> wake);
  StudioState(const StudioState&) = delete;
  StudioState& operator=(const StudioState&) = delete;

  /// Who does what is asked for, with the photo on screen and the task in hand on it; batches say so themselves
  /// (Actor::in_batch).
  Actor actor() const;
  /// The same on another photo that is open. Jobs take `who`: they look tasks up where they store.
  Actor actor_on(PhotoId photo) const;
  /// Who does it in a project without users.
  Actor alone() const;
  Document* document() { return workspace ? workspace->document() : nullptr; }
  /// What panels draw with in this frame; valid while `input` is.
  Ui ui(const FrameInput& input, double now_s);
  void tell(const Error& error) { notice.tell(error, looks.text); }
  void tell(const Message& message) { notice.tell(message, looks.text); }
  void tell(Text text) { notice.tell(looks.text(text)); }
  /// Whether work can be kept; if not, the person is told why.
  bool may_change();
  /// From here on undo means the photo on screen.
  void forget_what_was_done_elsewhere();
  /// Takes over other settings; looks that differ come with the next frame.
  void change_settings(const Settings& changed);

  Settings settings;
  std::shared_ptr<const Taxonomy> taxonomy;
  std::string system_user;
  /// The photo, and its change count, whose approval was refused last; asking again insists.
  std::optional<std::pair<PhotoId, std::int64_t>> approval_refused;
  /// In whose name things are done: in a project without users by the person's own word, else the system's; else the
  /// user who was let in.
  Actor who;
  /// `actor()` of this frame, for panels.
  Actor acting;
  /// The photo whose outlines the person takes over although they are locked at the stage in hand.
  PhotoId taken_over;
  /// Why who works may not; the project is closed in the next update, and who works is asked.
  std::optional<Error> shut_out;
  /// What is to be imported into the project of this path when it is known who works there.
  std::optional<std::pair<std::string, ImportFolder>> import_waits;
  std::function<void()> wake;

  Looks looks;
  bool looks_changed = true;
  ActionList actions;
  KeyMap keys;
  Notice notice;
  ViewState view;
  Requests ask;
  ItemMap items;
  RegionCache regions;
  EdgeFollower edges;
  bool first_start_shown = false;  ///< its dialog has been on screen
  /// What was last labelled together, while nothing else was done since: undo takes it back as one.
  std::vector<workflow::LabelledPhoto> last_batch;
  /// Photos that were decided on, the last one behind, while nothing else was done since: undo takes the decisions
  /// back, one after the other.
  std::vector<PhotoId> last_decisions;
  std::vector<Garment> copied;  ///< garments on the clipboard; they outlive their photo

  workflow::JobRunner setup;  ///< folders, opening projects: what needs no open project
  std::unique_ptr<Workspace> workspace;
  std::unique_ptr<ClickFeed> clicks;  ///< of the workspace
};

}  // namespace jaedan::gui
