#include "app/gui/shell/looks.h"

#include <vector>

namespace jaedan::gui {
namespace {

std::vector<std::string> bold_texts(const std::string& project) {
  std::vector<std::string> texts = {project};
  for (const char* text : all_texts()) texts.emplace_back(text);
  return texts;
}

}  // namespace

Result<bool> Looks::load(const Settings& settings, float scale, const std::string& project) {
  text = Strings(settings.language);
  theme = make_theme(settings.theme);
  const float font_scale = settings.font_scale * scale;
  apply_style(theme, font_scale);
  if (fonts.scale == font_scale) return false;
  JAEDAN_ASSIGN_OR_RETURN(fonts, load_fonts(font_scale, bold_texts(project)));
  return true;
}

bool looks_differ(const Settings& a, const Settings& b) {
  return a.language != b.language || a.theme != b.theme || a.font_scale != b.font_scale;
}

}  // namespace jaedan::gui
