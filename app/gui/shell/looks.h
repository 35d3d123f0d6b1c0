#pragma once

#include <string>

#include "app/gui/base/fonts.h"
#include "app/gui/base/settings.h"
#include "app/gui/base/theme.h"
#include "app/gui/words/strings.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// Words, colours and fonts as the settings want them.
struct Looks {
  explicit Looks(const Settings& settings) : text(settings.language), theme(make_theme(settings.theme)) {}

  /// Makes them anew; between frames only. `scale`: pixels of the window a design pixel, letters and all (scale_for).
  /// Bold letters are made for `project` and the words of `taxonomy`, too.
  /// True when there are new fonts. kNotFound without a Korean font; the old ones stay.
  Result<bool> load(const Settings& settings, float scale, const std::string& project, const Taxonomy& taxonomy);

  Strings text;
  Theme theme;
  Fonts fonts;
  Syllables syllables = Syllables::kCommon;  ///< to be loaded: all, once a text needs another
};

/// How large letters and all are drawn in a window of `width` × `height` pixels whose contents are scaled by
/// `content_scale`: as the settings want, or the largest size of kFontScales below at which everything has room.
float scale_for(const Settings& settings, float content_scale, int width, int height);

/// Whether other looks are wanted than before.
bool looks_differ(const Settings& a, const Settings& b);

}  // namespace jaedan::gui
