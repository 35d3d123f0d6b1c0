#pragma once

#include <vector>

#include "app/gui/base/action_info.h"

namespace jaedan::gui {

struct ActionContext;

/// When an action may be used, and how; bits.
enum When : unsigned {
  kAnytime = 0,
  kProject = 1,           ///< a project is open
  kPhoto = 2 | kProject,  ///< a photo is on screen
  kShapeAside = 4,        ///< a shape under way can be put aside, for another photo comes
  kNoShape = 8,           ///< no shape is under way
  kFreeTarget = 16,       ///< the tool in hand does not hold on to what it works on
  kDropsStroke = 32,      ///< while a stroke is drawn under the button it drops that; nothing else may be used then
  kRepeats = 64,          ///< holding the key does it again
  kInConflict = 128,      ///< instead of everything else that works on the photo, while its versions wait for a choice
};

/// A row of the table: adding an action is a row here, its text (words/ui_texts.inc) and the function that it runs.
struct Action {
  const char* id;
  DefaultKeys keys;
  Text text;
  unsigned when;                      ///< of When
  void (*run)(const ActionContext&);  ///< null: what takes it first, or nothing
  MenuEntry menu = {};
};

/// The rows of one group, in the order in which the help overlay shows them. One file each, *_actions.cpp.
using ActionRows = std::vector<Action>;
ActionRows photo_actions();
ActionRows draw_actions();
ActionRows edit_actions();
ActionRows label_actions();
ActionRows review_actions();
ActionRows task_actions();
ActionRows view_actions();

}  // namespace jaedan::gui
