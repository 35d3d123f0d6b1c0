#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/gui/shell/app.h"
#include "app/gui/shell/frame_meter.h"

namespace jaedan::gui {

/// Plays a list of input events to the real window, for tests and pictures. One command a line, # comments:
///
///     key Ctrl+Shift+Z          text 블랙               press NAME       (a widget, by item_map.h)
///     click X Y [right|middle]  double-click X Y       drag X Y X2 Y2 …   move X Y     wheel X Y STEPS
///     button-down X Y [right]                  button-up X Y [right]   (a drag in pieces, to do something in between)
///     image-click X Y           image-double-click     image-drag X Y X2 Y2 …   image-move   (photo pixels)
///     key-down KEY / key-up KEY hold a key             wait idle | wait N (frames) | wait file NAME
///                                                                | wait widget NAME (until it is there)
///     say TEXT (to standard output)                    screenshot FILE              quit
///     measure NAME [frame|photo|idle]  until  measured: times the frames between (frame_meter.h); with a goal
///     `measured`
///                               waits for it. The line of JSON goes to standard output.
class Script {
 public:
  /// kInvalidArgument names the line that makes no sense.
  static Result<Script> parse(const std::string& text);
  /// Takes one picture after `frames` frames, and ends.
  static Script screenshot(const std::string& file, int frames);

  /// Before each frame: puts the next command's events into `input`. kNotFound for a widget or photo that is not there,
  /// kUnavailable for one that a hand could not press: cut off, outside the window, under something else. `wait idle`
  /// ends with the error of what will never be done: a photo that cannot be saved.
  Status advance(const App& app, InputQueue& input, FrameMeter& meter);
  /// File to write the frame to that has just been drawn, or empty.
  std::string take_screenshot_file();
  bool finished() const { return next_ >= commands_.size() && wait_frames_ <= 0 && !measured_ && !waits(); }

 private:
  /// For something besides frames.
  bool waits() const { return waits_for_others() || !pressed_.empty(); }
  bool waits_for_others() const { return wait_idle_ || !wait_file_.empty() || !wait_widget_.empty(); }
  struct Command {
    int line = 0;
    std::string verb;
    std::string argument;         ///< the rest of the line
    std::vector<double> numbers;  ///< of it, as far as they go
    std::string word;             ///< what stands behind the numbers
  };
  Status start(const Command& command, const App& app, InputQueue& input, FrameMeter& meter);
  Status wait_on(const App& app);
  Status move_to_item(const std::string& name, const App& app, InputQueue& input);
  Status press_item(const App& app, InputQueue& input);
  Status pointer_command(const Command& command, const App& app, InputQueue& input);

  std::vector<Command> commands_;
  std::size_t next_ = 0;
  int wait_frames_ = 0;
  bool wait_idle_ = false;
  std::string wait_file_;
  std::string wait_widget_;
  std::string pressed_;   ///< the widget that the mouse has been moved to, to be pressed
  int running_line_ = 0;  ///< of the command that was started last
  MeterGoal goal_ = MeterGoal::kFrames;
  bool measured_ = false;  ///< the goal is waited for
  int idle_frames_ = 0;
  std::string screenshot_file_;
};

}  // namespace jaedan::gui
