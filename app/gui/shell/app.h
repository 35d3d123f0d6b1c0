#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "app/gui/canvas/region_cache.h"
#include "app/gui/project/click_worker.h"
#include "app/gui/project/edge_follower.h"
#include "app/gui/project/workspace.h"
#include "app/gui/shell/view_state.h"
#include "app/gui/shell/window.h"

namespace jaedan::gui {

/// The studio without its main loop: owns everything, draws frames, does what was asked. Made before the
/// window, so that the project is being read while the window opens.
class App {
 public:
  /// `settings_file` empty: nothing is remembered. `taxonomy` is not null.
  App(Settings settings, std::string settings_file, std::shared_ptr<const Taxonomy> taxonomy, std::string user);
  ~App();

  /// Takes over from whatever is open.
  void open_project(const std::string& path);
  /// Reads a folder into the open project; its photos appear while that goes on.
  void import_folder(const ImportFolder& action);
  /// Fonts and looks for the window; call once, before the first frame. kNotFound without a Korean font.
  Status attach(Window& window);
  /// Saves what is left and lets go of the window's textures; call while the window is still there.
  void detach();

  /// One frame up to, but not including, presenting it.
  void draw_frame(double now_s);
  /// Takes finished work in; true when something came.
  bool update(double now_s);
  /// Seconds until a frame is due without any input; large when nothing moves.
  double next_frame_due_s(double now_s) const;
  /// Nothing to do, nothing to save, everything drawn.
  bool idle() const;
  /// Whether the window may close now: everything is saved, or the person, who `asked` before, insists.
  bool may_close(double now_s, bool asked);

  const ItemMap& items() const { return items_; }
  const CanvasTransform& canvas_transform() const { return view_.canvas.transform; }
  bool photo_painted() const { return photo_painted_; }
  PhotoId shown_photo() const { return photo_painted_ && workspace_ ? workspace_->current() : PhotoId{}; }
  Settings& settings() { return settings_; }
  Colour background() const { return theme_.backdrop; }
  /// Shows a sentence in the bottom line.
  void tell(const std::string& text, bool is_error = false);
  void tell(const Error& error);
  /// Takes an old sentence away: something else has gone well since.
  void hush();

 private:
  // app_layout.cpp: what is where
  void draw(const Ui& ui);
  void draw_project(const Ui& ui, float top, float height);
  void draw_right(const Ui& ui);
  void draw_conflict(const Ui& ui);
  void splitter(const Ui& ui, const char* name, float x, float top, float height, float direction, float& width);

  // app_keys.cpp: which key asks for what
  void dispatch_keys(const Ui& ui);

  // app_actions.cpp: what was asked is done
  void perform(const Ui& ui, const Action& action);
  void perform(const Ui& ui, Ask ask);
  void run_command(const RunCommand& run);
  void approve();
  void return_photo();
  void change_reading(int by);
  void step_photo(int direction, bool unfinished_only);
  void select_garment(int direction);
  void set_flag(bool hide);
  void change_settings(const Settings& changed);

  // app_paste.cpp: garments of another place or photo
  void copy_garments();
  void paste_garments();
  void copy_from_previous();
  void paste_from(const Photo& other, const std::vector<Garment>& garments);

  // app_jobs.cpp: what takes long
  void prefill_photo();
  void prefill_project();
  void accept_everywhere();
  void label_ticked(workflow::SharedLabel label);
  void recommend(const workflow::RecommendQuery& query);
  void list_folder(const std::string& path);
  void open_or_create(const OpenProject& action);
  void tell_report(const char* title, const Result<workflow::BatchReport>& report);

  // app_clicks.cpp: what is clicked on is cut out
  void answer_clicks();
  void follow_clicks();

  void load_looks();
  /// What is being drawn is kept with its photo.
  void follow_shape();
  /// What is being drawn keeps the person on this photo: it cannot be put aside.
  bool must_stay() const;
  /// A shape was begun and is not finished.
  bool drawing() const { return view_.canvas.shape_under_way(); }
  Document* document() { return workspace_ ? workspace_->document() : nullptr; }

  Settings settings_;
  std::string settings_file_;
  std::shared_ptr<const Taxonomy> taxonomy_;
  std::string system_user_;
  std::string user_;  ///< in whose name things are done: the person's own word, else the system's
  Strings text_;
  Theme theme_;
  KeyMap keys_;
  Fonts fonts_;
  Window* window_ = nullptr;
  std::shared_ptr<std::atomic<bool>> window_open_;  ///< workers may wake the window
  ViewState view_;
  Actions actions_;
  ItemMap items_;
  RegionCache regions_;
  EdgeFollower edges_;
  workflow::JobRunner setup_;  ///< folders, settings, opening projects: what needs no open project
  std::unique_ptr<Workspace> workspace_;
  std::unique_ptr<ClickWorker> clicks_;  ///< of the workspace
  bool clicks_are_used_ = false;         ///< photos are looked at before anybody asks
  std::optional<ClickQuestion> click_previewed_;
  /// The photo, and its change count, whose approval was refused last; asking again insists.
  std::optional<std::pair<PhotoId, std::int64_t>> approval_refused_;
  PhotoId clicks_failed_on_;  ///< where previews are not asked for any more

  std::vector<Garment> copied_;  ///< garments on the clipboard; they outlive their photo

  std::string notice_;
  bool notice_is_error_ = false;
  double notice_until_s_ = 0;
  double now_s_ = 0;
  bool first_start_shown_ = false;
  bool looks_changed_ = true;
  bool photo_painted_ = false;
  double close_asked_at_s_ = -1;
  bool work_came_ = false;
};

}  // namespace jaedan::gui
