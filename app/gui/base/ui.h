#pragma once

#include <string>

#include "app/gui/base/action_info.h"
#include "app/gui/base/fonts.h"
#include "app/gui/base/input_queue.h"
#include "app/gui/base/item_map.h"
#include "app/gui/base/key_map.h"
#include "app/gui/base/requests.h"
#include "app/gui/base/settings.h"
#include "app/gui/base/theme.h"
#include "app/gui/words/strings.h"
#include "labeling/review/actor.h"

namespace jaedan::gui {

/// What every panel draws with: words, looks, input, and the list of what it asks for.
struct Ui {
  const Strings& text;
  const Theme& theme;
  const Fonts& fonts;
  const Settings& settings;
  const ActionList& actions;
  const KeyMap& keys;
  const FrameInput& input;
  const std::string& user;  ///< in whose name commands are run
  const Actor& actor;       ///< the same person, and what they may do
  float scale = 1;          ///< pixels a design pixel
  double now_s = 0;
  ItemMap& items;
  Requests& ask;

  float px(float design_px) const { return design_px * scale; }
};

}  // namespace jaedan::gui
