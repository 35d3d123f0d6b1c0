#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"

struct ImDrawData;
struct ImFont;

namespace jaedan::gui {

/// How many Korean syllables letters are made of. All are 11,172, of which a name uses one outside the common 2,350 (KS
/// X 1001) now and then; making them all takes longer than the rest of a start.
enum class Syllables { kCommon, kAll };

/// The type scale. Owned by Dear ImGui's atlas. A letter that a font lacks is drawn as an empty square.
struct Fonts {
  float scale = 0;  ///< they were made for
  Syllables syllables = Syllables::kCommon;
  ImFont* body = nullptr;   ///< 16 px at scale 1; the Korean syllables and the jamo
  ImFont* small = nullptr;  ///< 13 px; as `body`: file names and messages stand in it
  ImFont* bold = nullptr;   ///< 16 px, bold; only the characters of `known_texts`
  ImFont* title = nullptr;  ///< 24 px, bold; as `bold`
};

/// A font file with Korean glyphs, found by fontconfig. kNotFound names the package to install.
Result<std::string> find_font(bool bold);
/// Fills the atlas by FreeType. `known_texts` lists what is written in bold; the other fonts have its letters, too.
Result<Fonts> load_fonts(float scale, const std::vector<std::string>& known_texts, Syllables syllables);
/// `bold` where it has each letter of `text`, else `body`: what people are called, and what they write, is no known
/// text.
ImFont* bold_for(const Fonts& fonts, std::string_view text);
/// Whether `frame` shows the empty square of `body` or `small` while they have the common syllables only.
bool lacks_syllables(const Fonts& fonts, const ImDrawData& frame);

}  // namespace jaedan::gui
