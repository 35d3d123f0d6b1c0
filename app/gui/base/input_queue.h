#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "labeling/domain/geometry.h"

namespace jaedan::gui {

/// Modifier bits, as GLFW numbers them.
inline constexpr int kShift = 1;
inline constexpr int kControl = 2;
inline constexpr int kAlt = 4;

/// A key with its modifiers. `key` is GLFW's code: the place on the keyboard, so it is the same whether the
/// keyboard writes Latin or Hangul letters.
struct Chord {
  int key = 0;
  int modifiers = 0;

  friend bool operator==(Chord a, Chord b) { return a.key == b.key && a.modifiers == b.modifiers; }
};

/// One thing that the person (or a script) did, in the order in which it happened.
struct InputEvent {
  enum class Kind { kMove, kButton, kWheel, kKey, kCharacter, kFocusLost };

  Kind kind = Kind::kMove;
  Point position;              ///< kMove: window pixels
  int code = 0;                ///< kButton: 0 left, 1 right, 2 middle; kKey: GLFW key
  bool down = false;           ///< kButton, kKey
  bool repeat = false;         ///< kKey: the key is being held
  int modifiers = 0;           ///< kKey
  double wheel = 0;            ///< kWheel: steps, positive away from the person
  unsigned int codepoint = 0;  ///< kCharacter
};

/// What one frame gets to see of the input.
struct FrameInput {
  Point mouse;                    ///< window pixels
  std::vector<Point> mouse_path;  ///< every place the mouse was at since the last frame, `mouse` last
  double wheel = 0;
  bool button_down[3] = {};
  bool key_down[512] = {};
  std::optional<Chord> pressed;  ///< a key that went down, or repeats, in this frame
  bool pressed_is_repeat = false;
  std::vector<unsigned int> characters;
};

/// Keeps input until a frame has room for it. Dear ImGui 1.86 only sees the state at the start of a frame:
/// a press and a release within one slow frame would be lost, and so would the way of a fast drag. So a
/// frame gets at most one change of a button or key, and the mouse never runs ahead of such a change.
class InputQueue {
 public:
  void push(const InputEvent& event) { waiting_.push_back(event); }
  bool empty() const { return waiting_.empty(); }
  /// Takes the events of the next frame. Reference valid until the next call.
  const FrameInput& next_frame();
  const FrameInput& frame() const { return frame_; }

 private:
  bool take(const InputEvent& event, bool& changed);

  std::deque<InputEvent> waiting_;
  FrameInput frame_;
};

}  // namespace jaedan::gui
