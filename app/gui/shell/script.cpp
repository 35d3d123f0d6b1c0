#include "app/gui/shell/script.h"

#include <cstdio>
#include <filesystem>
#include <sstream>
#include <utility>

#include "app/gui/base/key_map.h"
#include "labeling/base/utf8.h"

namespace jaedan::gui {
namespace {

// After an event the window needs a frame to see it and one to show what came of it.
constexpr int kFramesAnEvent = 2;
constexpr int kIdleFrames = 3;

void push_move(InputQueue& input, Point at) {
  InputEvent event;
  event.kind = InputEvent::Kind::kMove;
  event.position = at;
  input.push(event);
}

void push_button(InputQueue& input, int button, bool down) {
  InputEvent event;
  event.kind = InputEvent::Kind::kButton;
  event.code = button;
  event.down = down;
  input.push(event);
}

void push_key(InputQueue& input, int key, int modifiers, bool down) {
  InputEvent event;
  event.kind = InputEvent::Kind::kKey;
  event.code = key;
  event.modifiers = modifiers;
  event.down = down;
  input.push(event);
}

void push_character(InputQueue& input, unsigned int codepoint) {
  InputEvent event;
  event.kind = InputEvent::Kind::kCharacter;
  event.codepoint = codepoint;
  input.push(event);
}

/// A key with its modifier keys, and the letter that a Latin keyboard writes with it.
void push_chord(InputQueue& input, Chord chord) {
  constexpr std::pair<int, const char*> kModifiers[] = {{kControl, "Ctrl"}, {kShift, "Shift"}, {kAlt, "Alt"}};
  const auto hold = [&](bool down) {
    for (const auto& [bit, name] : kModifiers) {
      if (chord.modifiers & bit) push_key(input, parse_chord(name)->key, chord.modifiers, down);
    }
  };
  hold(true);
  push_key(input, chord.key, chord.modifiers, true);
  const bool writes = chord.key > ' ' && chord.key < 127 && !(chord.modifiers & (kControl | kAlt));
  const bool small = chord.key >= 'A' && chord.key <= 'Z' && !(chord.modifiers & kShift);
  if (writes) push_character(input, static_cast<unsigned int>(small ? chord.key + 32 : chord.key));
  push_key(input, chord.key, chord.modifiers, false);
  hold(false);
}

void push_text(InputQueue& input, const std::string& utf8) {
  for (const std::uint32_t code : utf8_codes(utf8)) push_character(input, code);
}

bool is_pointer_verb(const std::string& verb) {
  const std::string plain = verb.rfind("image-", 0) == 0 ? verb.substr(6) : verb;
  return plain == "click" || plain == "double-click" || plain == "drag" || plain == "move" || plain == "wheel" ||
         plain == "button-down" || plain == "button-up";
}

void say(const std::string& line) {
  std::puts(line.c_str());
  std::fflush(stdout);
}

bool is_known(const std::string& verb) {
  for (const char* known :
       {"key", "key-down", "key-up", "text", "press", "wait", "say", "screenshot", "measure", "measured", "quit"}) {
    if (verb == known) return true;
  }
  return is_pointer_verb(verb);
}

}  // namespace

Result<Script> Script::parse(const std::string& text) {
  Script script;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const std::size_t start = line.find_first_not_of(" \t\r");
    if (start == std::string::npos || line[start] == '#') continue;
    Command command;
    command.line = number;
    const std::size_t gap = line.find(' ', start);
    command.verb = line.substr(start, gap - start);
    if (gap != std::string::npos) command.argument = line.substr(line.find_first_not_of(' ', gap));
    std::istringstream words(command.argument);
    for (double value = 0; words >> value;) command.numbers.push_back(value);
    words.clear();
    words >> command.word;
    const bool chord_verb = command.verb.rfind("key", 0) == 0;
    const bool sound = is_known(command.verb) && (!chord_verb || parse_chord(command.argument)) &&
                       (!is_pointer_verb(command.verb) || command.numbers.size() >= 2);
    if (!sound) {
      return Error{
          ErrorCode::kInvalidArgument, "script.no_sense", "script line {0} makes no sense: {1}", {number, line}};
    }
    script.commands_.push_back(std::move(command));
  }
  return script;
}

Script Script::screenshot(const std::string& file, int frames) {
  Script script;
  script.commands_.push_back({0, "wait", "idle", {}, "idle"});
  script.commands_.push_back({0, "wait", std::to_string(frames), {static_cast<double>(frames)}, {}});
  script.commands_.push_back({0, "screenshot", file, {}, {}});
  return script;
}

Status Script::advance(const App& app, InputQueue& input, FrameMeter& meter) {
  const auto in_line = [this](const Status& status) -> Status {
    if (status) return {};
    return status.error().with_context({"script.line", "script line {0}", {running_line_}});
  };
  if (!input.empty()) return {};
  if (waits_for_others()) {
    if (const Status waited = wait_on(app); !waited) return in_line(waited);
    if (waits_for_others()) return {};
  }
  if (wait_frames_ > 0) {
    --wait_frames_;
    return {};
  }
  if (!pressed_.empty()) return in_line(press_item(app, input));
  if (measured_) {
    if (!meter.reached()) return {};
    say(meter.end());
    measured_ = false;
  }
  if (next_ >= commands_.size()) return {};
  const Command& command = commands_[next_++];
  wait_frames_ = kFramesAnEvent;
  running_line_ = command.line;
  return in_line(start(command, app, input, meter));
}

Status Script::wait_on(const App& app) {
  if (!wait_file_.empty()) {
    if (std::filesystem::exists(wait_file_)) wait_file_.clear();
    return {};
  }
  if (!wait_widget_.empty()) {
    if (app.items().find(wait_widget_)) wait_widget_.clear();
    return {};
  }
  if (const std::optional<Error> never = app.stuck()) return *never;
  idle_frames_ = app.idle() ? idle_frames_ + 1 : 0;
  wait_idle_ = idle_frames_ < kIdleFrames;
  return {};
}

Status Script::move_to_item(const std::string& name, const App& app, InputQueue& input) {
  const std::optional<DrawnItem> item = app.items().find(name);
  if (!item) return Error{ErrorCode::kNotFound, "script.no_widget", "no widget '{0}' is on screen", {name}};
  if (!item->in_sight) {
    return Error{ErrorCode::kUnavailable,
                 "script.widget_cut_off",
                 "no hand could press '{0}': it is cut off or outside the window",
                 {name}};
  }
  push_move(input, {item->rect.x + item->rect.width / 2, item->rect.y + item->rect.height / 2});
  pressed_ = name;
  return {};
}

/// The frames since the mouse came have shown whether it is on the widget, or on what lies over it.
Status Script::press_item(const App& app, InputQueue& input) {
  const std::string name = std::exchange(pressed_, {});
  const std::optional<DrawnItem> item = app.items().find(name);
  if (!item) return Error{ErrorCode::kNotFound, "script.no_widget", "no widget '{0}' is on screen", {name}};
  if (!item->hovered) {
    return Error{
        ErrorCode::kUnavailable, "script.widget_covered", "no hand could press '{0}': something lies over it", {name}};
  }
  push_button(input, 0, true);
  push_button(input, 0, false);
  wait_frames_ = kFramesAnEvent;
  return {};
}

Status Script::start(const Command& command, const App& app, InputQueue& input, FrameMeter& meter) {
  const std::string& verb = command.verb;
  if (is_pointer_verb(verb)) return pointer_command(command, app, input);
  if (verb == "key") {
    push_chord(input, *parse_chord(command.argument));
  } else if (verb == "key-down" || verb == "key-up") {
    const Chord chord = *parse_chord(command.argument);
    push_key(input, chord.key, chord.modifiers, verb == "key-down");
  } else if (verb == "text") {
    push_text(input, command.argument);
  } else if (verb == "press") {
    return move_to_item(command.argument, app, input);
  } else if (verb == "wait") {
    wait_idle_ = command.argument == "idle";
    idle_frames_ = 0;
    if (command.argument.rfind("file ", 0) == 0) wait_file_ = command.argument.substr(5);
    if (command.argument.rfind("widget ", 0) == 0) wait_widget_ = command.argument.substr(7);
    if (!command.numbers.empty()) wait_frames_ = static_cast<int>(command.numbers[0]);
  } else if (verb == "say") {
    say(command.argument);
  } else if (verb == "screenshot") {
    screenshot_file_ = command.argument;
  } else if (verb == "measure") {
    std::istringstream words(command.argument);
    std::string name, goal;
    words >> name >> goal;
    const MeterGoal until = goal == "photo"   ? MeterGoal::kPhoto
                            : goal == "frame" ? MeterGoal::kFrame
                            : goal == "idle"  ? MeterGoal::kIdle
                                              : MeterGoal::kFrames;
    meter.begin(name, until, app.shown_photo());
    goal_ = until;
    wait_frames_ = 0;  // the next command is what is measured
  } else if (verb == "measured") {
    measured_ = goal_ != MeterGoal::kFrames;
    if (!measured_) say(meter.end());
  } else if (verb == "quit") {
    next_ = commands_.size();
    wait_frames_ = 0;
  }
  return {};
}

Status Script::pointer_command(const Command& command, const App& app, InputQueue& input) {
  const bool in_image = command.verb.rfind("image-", 0) == 0;
  const std::string verb = in_image ? command.verb.substr(6) : command.verb;
  if (in_image && !app.shown_photo()) {
    return Error{ErrorCode::kNotFound, "script.no_photo", "no photo is on screen"};
  }
  std::vector<Point> places;
  const std::size_t coordinates = verb == "drag" ? command.numbers.size() : 2;
  for (std::size_t i = 0; i + 1 < coordinates; i += 2) {
    const Point p{command.numbers[i], command.numbers[i + 1]};
    places.push_back(in_image ? app.canvas_transform().screen_from_image(p) : p);
  }
  const int button = command.word == "right" ? 1 : command.word == "middle" ? 2 : 0;
  push_move(input, places.front());
  if (verb == "move") return {};
  if (verb == "wheel") {
    InputEvent event;
    event.kind = InputEvent::Kind::kWheel;
    event.wheel = command.numbers.size() > 2 ? command.numbers[2] : 1;
    input.push(event);
    return {};
  }
  if (verb == "button-down" || verb == "button-up") {
    push_button(input, button, verb == "button-down");
    return {};
  }
  push_button(input, button, true);
  for (std::size_t i = 1; i < places.size(); ++i) push_move(input, places[i]);
  push_button(input, button, false);
  if (verb == "double-click") {
    push_button(input, button, true);
    push_button(input, button, false);
  }
  return {};
}

std::string Script::take_screenshot_file() { return std::exchange(screenshot_file_, {}); }

}  // namespace jaedan::gui
