#include "app/gui/base/fonts.h"

#include <fontconfig/fontconfig.h>
#include <imgui.h>
#include <imgui_freetype.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

#include "labeling/base/text_encoding.h"
#include "labeling/base/utf8.h"

namespace jaedan::gui {
namespace {

// Screen fonts first; the last entry is whatever the system has for Korean.
constexpr const char* kFamilies[] = {"Noto Sans CJK KR", "Pretendard", "NanumBarunGothic", "NanumGothic"};

struct FontconfigDeleter {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};

bool writes_korean(FcPattern* font) {
  FcCharSet* glyphs = nullptr;
  return FcPatternGetCharSet(font, FC_CHARSET, 0, &glyphs) == FcResultMatch && FcCharSetHasChar(glyphs, 0xAC00) &&
         FcCharSetHasChar(glyphs, 'A');
}

constexpr ImWchar kSquare = 0x25A1;  // for a letter that a font lacks; nothing else writes it
// Compatibility jamo (what a Hangul keyboard sends letter by letter), punctuation and arrows.
constexpr ImWchar kBodyRanges[] = {0x0020,  0x00FF,  0x2010, 0x2026, 0x2190, 0x2193, 0x2212, 0x2212, 0x2713, 0x2713,
                                   kSquare, kSquare, 0x3000, 0x3020, 0x3131, 0x318E, 0xFF01, 0xFF5E, 0};
constexpr ImWchar kSyllableRanges[] = {0xAC00, 0xD7A3, 0};
constexpr ImWchar kLatinRanges[] = {0x0020, 0x00FF,  0x2010,  0x2026, 0x2190, 0x2193, 0x2212,
                                    0x2212, kSquare, kSquare, 0x3131, 0x3163, 0};

/// The 2,350 syllables of KS X 1001, rows 16 to 40; nothing where the C library does not know the encoding.
std::optional<std::string> common_syllables() {
  std::string rows;
  for (int row = 0xB0; row <= 0xC8; ++row) {
    for (int cell = 0xA1; cell <= 0xFE; ++cell) {
      rows += static_cast<char>(row);
      rows += static_cast<char>(cell);
    }
  }
  return utf8_from(rows, "EUC-KR");
}

void add_syllables(ImFontGlyphRangesBuilder& letters, Syllables syllables) {
  const std::optional<std::string> common =
      syllables == Syllables::kCommon ? common_syllables() : std::optional<std::string>();
  if (common) {
    letters.AddText(common->c_str());
  } else {
    letters.AddRanges(kSyllableRanges);
  }
}

ImFont* add_font(const std::string& path, float size_px, const ImWchar* ranges) {
  ImFontConfig config;
  config.OversampleH = 1;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  ImFont* font = ImGui::GetIO().Fonts->AddFontFromFileTTF(path.c_str(), std::round(size_px), &config, ranges);
  if (font) font->FallbackChar = kSquare;
  return font;
}

/// Dear ImGui's FreeType builder rounds every step up to whole pixels, which tears Latin words apart; here they
/// are rounded to the nearest. Whole pixels they must be, or letters blur.
void tighten_latin(ImFont& font, const std::string& path, float size_px) {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  if (FT_Init_FreeType(&library) != 0) return;
  if (FT_New_Face(library, path.c_str(), 0, &face) == 0) {
    const FT_Size_RequestRec size{FT_SIZE_REQUEST_TYPE_REAL_DIM, 0, static_cast<FT_Long>(std::round(size_px)) * 64, 0,
                                  0};
    FT_Request_Size(face, const_cast<FT_Size_RequestRec*>(&size));
    for (ImFontGlyph& glyph : font.Glyphs) {
      FT_Fixed advance = 0;
      if (glyph.Codepoint > 0x24F ||
          FT_Get_Advance(face, FT_Get_Char_Index(face, glyph.Codepoint), FT_LOAD_NO_HINTING, &advance) != 0) {
        continue;
      }
      glyph.AdvanceX = std::round(static_cast<float>(advance) / 65536.0F);
      font.IndexAdvanceX[static_cast<int>(glyph.Codepoint)] = glyph.AdvanceX;
    }
    FT_Done_Face(face);
  }
  FT_Done_FreeType(library);
}

}  // namespace

Result<std::string> find_font(bool bold) {
  const std::unique_ptr<FcConfig, FontconfigDeleter> config(FcInitLoadConfigAndFonts());
  const std::unique_ptr<FcPattern, FontconfigDeleter> wanted(FcPatternCreate());
  for (const char* family : kFamilies) {
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
  }
  FcPatternAddString(wanted.get(), FC_LANG, reinterpret_cast<const FcChar8*>("ko"));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
  FcConfigSubstitute(config.get(), wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  const std::unique_ptr<FcPattern, FontconfigDeleter> found(FcFontMatch(config.get(), wanted.get(), &result));
  FcChar8* file = nullptr;
  if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch || !writes_korean(found.get())) {
    return Error{ErrorCode::kNotFound, "font.none", "no font with Korean letters is installed; install fonts-nanum"};
  }
  return std::string(reinterpret_cast<const char*>(file));
}

Result<Fonts> load_fonts(float scale, const std::vector<std::string>& known_texts, Syllables syllables) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string regular, find_font(false));
  JAEDAN_ASSIGN_OR_RETURN(const std::string bold, find_font(true));
  ImFontGlyphRangesBuilder letters;
  letters.AddRanges(kLatinRanges);
  for (const std::string& text : known_texts) letters.AddText(text.c_str());
  ImVector<ImWchar> known_ranges;
  letters.BuildRanges(&known_ranges);
  letters.AddRanges(kBodyRanges);
  add_syllables(letters, syllables);
  ImVector<ImWchar> body_ranges;
  letters.BuildRanges(&body_ranges);

  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
  atlas.TexDesiredWidth = 4096;
  Fonts fonts;
  fonts.scale = scale;
  fonts.syllables = syllables;
  fonts.body = add_font(regular, 16 * scale, body_ranges.Data);
  fonts.small = add_font(regular, 13 * scale, body_ranges.Data);
  fonts.bold = add_font(bold, 16 * scale, known_ranges.Data);
  fonts.title = add_font(bold, 24 * scale, known_ranges.Data);
  // The ranges must live until here.
  if (!fonts.body || !fonts.small || !fonts.bold || !fonts.title || !atlas.Build()) {
    return Error{ErrorCode::kCorrupt, "font.broken", "the font {0} cannot be read; reinstall fonts-nanum", {regular}};
  }
  tighten_latin(*fonts.body, regular, 16 * scale);
  tighten_latin(*fonts.small, regular, 13 * scale);
  tighten_latin(*fonts.bold, bold, 16 * scale);
  tighten_latin(*fonts.title, bold, 24 * scale);
  return fonts;
}

ImFont* bold_for(const Fonts& fonts, std::string_view text) {
  const std::vector<std::uint32_t> codes = utf8_codes(text);
  const bool has_all = std::all_of(codes.begin(), codes.end(), [&](std::uint32_t code) {
    return code < ' ' ||
           (code <= IM_UNICODE_CODEPOINT_MAX && fonts.bold->FindGlyphNoFallback(static_cast<ImWchar>(code)) != nullptr);
  });
  return has_all ? fonts.bold : fonts.body;
}

bool lacks_syllables(const Fonts& fonts, const ImDrawData& frame) {
  if (fonts.syllables == Syllables::kAll) return false;
  const ImFontGlyph* const squares[] = {fonts.body->FallbackGlyph, fonts.small->FallbackGlyph};
  const auto is_of_square = [&](const ImDrawVert& vertex) {
    return std::any_of(std::begin(squares), std::end(squares), [&](const ImFontGlyph* square) {
      return vertex.uv.x == square->U0 && vertex.uv.y == square->V0;
    });
  };
  return std::any_of(frame.CmdLists, frame.CmdLists + frame.CmdListsCount, [&](const ImDrawList* list) {
    return std::any_of(list->VtxBuffer.begin(), list->VtxBuffer.end(), is_of_square);
  });
}

}  // namespace jaedan::gui
