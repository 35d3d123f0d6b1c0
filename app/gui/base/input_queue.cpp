#include "app/gui/base/input_queue.h"

#include <algorithm>
#include <iterator>

namespace jaedan::gui {

const FrameInput& InputQueue::next_frame() {
  frame_.mouse_path.clear();
  frame_.wheel = 0;
  frame_.pressed.reset();
  frame_.pressed_is_repeat = false;
  frame_.characters.clear();
  bool changed = false;
  while (!waiting_.empty() && take(waiting_.front(), changed)) waiting_.pop_front();
  return frame_;
}

bool InputQueue::take(const InputEvent& event, bool& changed) {
  using Kind = InputEvent::Kind;
  if (changed && (event.kind == Kind::kMove || event.kind == Kind::kButton || event.kind == Kind::kKey)) return false;
  switch (event.kind) {
    case Kind::kMove:
      frame_.mouse = event.position;
      frame_.mouse_path.push_back(event.position);
      break;
    case Kind::kWheel: frame_.wheel += event.wheel; break;
    case Kind::kCharacter: frame_.characters.push_back(event.codepoint); break;
    case Kind::kButton:
      if (event.code < 0 || event.code > 2) break;
      frame_.button_down[event.code] = event.down;
      changed = true;
      break;
    case Kind::kKey:
      if (event.code < 0 || event.code >= static_cast<int>(std::size(frame_.key_down))) break;
      frame_.key_down[event.code] = event.down;
      if (event.down) {
        frame_.pressed = Chord{event.code, event.modifiers & (kShift | kControl | kAlt)};
        frame_.pressed_is_repeat = event.repeat;
      }
      changed = true;
      break;
    case Kind::kFocusLost:
      // Releases that happen while another window has the keyboard never reach us.
      std::fill(std::begin(frame_.key_down), std::end(frame_.key_down), false);
      std::fill(std::begin(frame_.button_down), std::end(frame_.button_down), false);
      break;
  }
  return true;
}

}  // namespace jaedan::gui
