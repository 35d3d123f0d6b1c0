#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/gui/base/imgui_input.h"
#include "app/gui/base/ui.h"

struct ImGuiContext;

namespace jaedan::gui::testing {

/// One way for the window to look.
struct Looks {
  Language language = Language::kKorean;
  ThemeKind theme = ThemeKind::kDark;
  float font_scale = 1;
  int width = 1440;
  int height = 900;
};
/// Both languages, both themes, two sizes of the window and of its letters.
std::vector<Looks> all_looks();
/// "ko dark 1x 1440x900"
std::string name_of(const Looks& looks);

/// Dear ImGui without a window and without OpenGL: frames are laid out and thrown away, input is what the test pushes.
/// Holds the context while it lives; one at a time.
class NullWindow {
 public:
  using Content = std::function<void(const Ui&)>;

  explicit NullWindow(const Looks& looks = {}, const Settings& settings = {});
  ~NullWindow();
  NullWindow(const NullWindow&) = delete;
  NullWindow& operator=(const NullWindow&) = delete;

  /// Draws some frames of `content` as the whole window would be drawn: dialogs.
  void draw(const Content& content);
  /// The same in a panel at a place like the one that the window has for it.
  void draw_panel(const Rect& place, const Content& content);
  const Looks& looks() const { return looks_; }
  /// Whether actions may be used: all of them, until this is called.
  void set_usable(bool usable);

  /// Input of the next frames; draw them.
  void press(const std::string& item);
  void hover(const std::string& item);
  /// A click with the right button.
  void press_right(const std::string& item);
  /// The left button goes down at the first place, the mouse along the others, and the button up; window pixels.
  void drag(const std::vector<Point>& path);
  /// Turns the wheel over an item, away from the person where `steps` are above 0.
  void turn_wheel(const std::string& item, double steps);
  void key(int key, int modifiers = 0);
  void type(const std::string& ascii);
  /// While it is down, presses are with Ctrl or Shift.
  void hold(int key, bool down);

  /// Where the last frame's items are.
  const ItemMap& items() const { return items_; }
  bool shows(const std::string& item) const { return items_.find(item).has_value(); }
  /// What the last frame drew, in corners of triangles: 0 for nothing.
  int drawn() const { return drawn_; }
  /// The last request of this kind since forget_requests, or null.
  template <typename T>
  const T* asked() const {
    const T* last = nullptr;
    for (const Request& action : asked_) {
      if (const T* one = std::get_if<T>(&action)) last = one;
    }
    return last;
  }
  /// Whether one of the requests of this kind passes `test`.
  template <typename T, typename Test>
  bool asked_some(const Test& test) const {
    for (const Request& action : asked_) {
      const T* one = std::get_if<T>(&action);
      if (one && test(*one)) return true;
    }
    return false;
  }
  bool asked_for(ActionId id) const {
    return asked_some<ActionId>([id](ActionId one) { return one == id; });
  }
  /// The name of the last command that was asked for, empty for none.
  std::string command() const;
  const std::vector<Request>& requests() const { return asked_; }
  std::size_t request_count() const { return asked_.size(); }
  void forget_requests() { asked_.clear(); }

  Settings settings;
  Strings text;
  Actor actor = Actor::alone("tester");

 private:
  void frame(const Content& content);

  Looks looks_;
  ImGuiContext* context_;
  Theme theme_;
  Fonts fonts_;
  ActionList all_actions_;
  KeyMap keys_;
  InputQueue input_;
  ItemMap items_;
  Requests ask_;
  std::vector<Request> asked_;
  double now_s_ = 0;
  int drawn_ = 0;
};

/// Where the window has its panels.
Rect whole(const NullWindow& window);
Rect top_bar(const NullWindow& window);
Rect bottom_bar(const NullWindow& window);
Rect left_side(const NullWindow& window);
Rect right_side(const NullWindow& window);

/// What is shown, and goes on being shown with what it remembers.
template <typename Shown>
NullWindow::Content content_of(const std::shared_ptr<Shown>& shown) {
  return [shown](const Ui& ui) { (*shown)(ui); };
}

/// Fails for each recorded item that is not within `place` from left to right, nor, unless it `scrolls`, from top to
/// bottom.
void expect_items_inside(const NullWindow& window, const Rect& place, bool scrolls, const std::string& what);

/// Draws `content` in every look, hands each window with what was drawn to `check`, and sees that something was drawn.
/// `make` gives new content for each, so that no state is left of the last. `place`: of the panel, by the window.
void draw_in_all_looks(const std::function<Rect(const NullWindow&)>& place, bool scrolls,
                       const std::function<NullWindow::Content()>& make,
                       const std::function<void(const NullWindow&)>& check = {});

}  // namespace jaedan::gui::testing
