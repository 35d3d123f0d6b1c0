#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "app/gui/shell/settings_keeper.h"
#include "app/gui/shell/studio_state.h"
#include "app/gui/shell/window.h"

namespace jaedan::gui {

/// The studio without its main loop: owns what is open, draws frames, has done what was asked. Made before the window,
/// so that the project is being read while the window opens.
class App {
 public:
  /// `settings_file` empty: nothing is remembered. `taxonomy` is not null.
  App(Settings settings, std::string settings_file, std::shared_ptr<const Taxonomy> taxonomy, std::string user);
  ~App();

  /// Takes over from whatever is open.
  void open_project(const std::string& path);
  /// Reads a folder into the open project; its photos appear while that goes on.
  void import_folder(const ImportFolder& request);
  /// Fonts and looks for the window; call once, before the first frame. kNotFound without a Korean font.
  Status attach(Window& window);
  /// Saves what is left, the settings too, and lets go of the window's textures; call while the window is still there.
  void detach();

  /// One frame up to, but not including, presenting it.
  void draw_frame(double now_s);
  /// Takes finished work in; true when something came.
  bool update(double now_s);
  /// Seconds until a frame is due without any input; large when nothing moves.
  double next_frame_due_s(double now_s) const;
  /// Nothing to do, nothing to save, everything drawn.
  bool idle() const;
  /// Why it will not become idle by itself; nothing while it may.
  std::optional<Error> stuck() const;
  /// Whether the window may close now: everything is saved, or the person, who `asked` before, insists.
  bool may_close(double now_s, bool asked);

  const ItemMap& items() const { return state_.items; }
  const CanvasTransform& canvas_transform() const { return state_.view.canvas.transform; }
  bool photo_painted() const { return photo_painted_; }
  PhotoId shown_photo() const { return photo_painted_ && state_.workspace ? state_.workspace->current() : PhotoId{}; }
  Settings& settings() { return state_.settings; }
  Colour background() const { return state_.looks.theme.backdrop; }

 private:
  void load_looks();
  /// By the settings, as far as the window has room.
  float scale_wanted() const;
  /// When the frame had to leave a syllable out the next has it.
  void follow_letters();
  /// What is being drawn is kept with its photo.
  void follow_shape();
  /// The model is asked about garments that a person begins to label.
  void follow_question();
  /// The window's title names the project.
  void follow_title();

  std::shared_ptr<std::atomic<bool>> window_open_ = std::make_shared<std::atomic<bool>>(false);  ///< it may be woken
  std::optional<SettingsKeeper> keeper_;                                                         ///< until `detach`
  StudioState state_;
  Window* window_ = nullptr;
  std::string title_;
  bool photo_painted_ = false;
  double close_asked_at_s_ = -1;
  bool work_came_ = false;
};

}  // namespace jaedan::gui
