#pragma once

#include <string>
#include <vector>

#include "labeling/base/result.h"

struct ImFont;

namespace jaedan::gui {

/// The type scale. Owned by Dear ImGui's atlas.
struct Fonts {
  float scale = 0;          ///< they were made for
  ImFont* body = nullptr;   ///< 16 px at scale 1; every Korean syllable and the jamo
  ImFont* small = nullptr;  ///< 13 px; as `body`: file names and messages stand in it
  ImFont* bold = nullptr;   ///< 16 px, bold; only the characters of `known_texts`
  ImFont* title = nullptr;  ///< 24 px, bold; as `bold`
};

/// A font file with Korean glyphs, found by fontconfig. kNotFound names the package to install.
Result<std::string> find_font(bool bold);
/// Fills the atlas by FreeType. `known_texts` lists what is written in bold.
Result<Fonts> load_fonts(float scale, const std::vector<std::string>& known_texts);

}  // namespace jaedan::gui
