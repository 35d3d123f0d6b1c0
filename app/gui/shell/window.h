#pragma once

#include <memory>
#include <string>
#include <utility>

#include "app/gui/base/input_queue.h"
#include "app/gui/base/theme.h"
#include "labeling/base/result.h"
#include "labeling/domain/image.h"

struct GLFWwindow;

namespace jaedan::gui {

struct WindowOptions {
  std::string title = "Jaedan";
  int width = 1440;
  int height = 900;
  bool fit_screen = true;      ///< made smaller where the screen has no room for it
  bool ignore_person = false;  ///< only `input()` is listened to: scripts must not depend on a real mouse
};

/// The one window with its OpenGL and Dear ImGui contexts. Everything but `wake` belongs to the thread that
/// made it.
class Window {
 public:
  /// kUnavailable, with the way out, when there is no display or no OpenGL 3.2.
  static Result<std::unique_ptr<Window>> create(const WindowOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// Sleeps until something happens, `wake` is called, or `timeout_s` is over.
  void wait_events(double timeout_s);
  /// Takes what has happened without sleeping.
  void poll_events();
  /// From any thread.
  static void wake();

  /// Hands the frame its input and starts Dear ImGui's frame.
  const FrameInput& begin_frame();
  /// Draws the frame into the back buffer over `background`.
  void render(Colour background);
  /// What draws, in OpenGL's words.
  std::string renderer() const;
  /// How long OpenGL took in the last `render`.
  double render_s() const { return render_s_; }
  /// The back buffer, between `render` and `present`.
  Image read_pixels() const;
  void present();

  InputQueue& input() { return input_; }
  /// Whether the window was uncovered or resized since the last call.
  bool take_refresh() { return std::exchange(refresh_, false); }
  bool close_requested() const;
  void refuse_close();
  void set_title(const std::string& title);
  /// Of the whole window, in window pixels.
  int width() const { return width_; }
  int height() const { return height_; }
  /// How much larger than on a common screen things must be drawn (high-density screens).
  float content_scale() const;
  /// The font texture has to be made again after the atlas changed.
  void fonts_changed();

 private:
  explicit Window(GLFWwindow* window) : window_(window) {}
  void start_imgui();
  void listen();
  static void on_refresh(GLFWwindow* window);
  void update_cursor();

  GLFWwindow* window_;
  InputQueue input_;
  int width_ = 0;
  int height_ = 0;
  bool refresh_ = true;
  double last_frame_s_ = 0;
  double render_s_ = 0;
  void* cursors_[9] = {};  ///< GLFWcursor by ImGuiMouseCursor
};

}  // namespace jaedan::gui
