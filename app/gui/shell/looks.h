#pragma once

#include <string>

#include "app/gui/base/fonts.h"
#include "app/gui/base/settings.h"
#include "app/gui/base/theme.h"
#include "app/gui/words/strings.h"

namespace jaedan::gui {

/// Words, colours and fonts as the settings want them.
struct Looks {
  explicit Looks(const Settings& settings) : text(settings.language), theme(make_theme(settings.theme)) {}

  /// Makes them anew; between frames only. `scale`: of the window's contents. Bold letters are made for `project` too.
  /// True when there are new fonts. kNotFound without a Korean font; the old ones stay.
  Result<bool> load(const Settings& settings, float scale, const std::string& project);

  Strings text;
  Theme theme;
  Fonts fonts;
};

/// Whether other looks are wanted than before.
bool looks_differ(const Settings& a, const Settings& b);

}  // namespace jaedan::gui
