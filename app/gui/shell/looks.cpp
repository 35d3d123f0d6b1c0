#include "app/gui/shell/looks.h"

#include <algorithm>
#include <vector>

namespace jaedan::gui {
namespace {

// Design pixels that panels and dialogs need to be read.
constexpr float kLeastWidth = 800;
constexpr float kLeastHeight = 480;

std::vector<std::string> bold_texts(const std::string& project, const Taxonomy& taxonomy) {
  std::vector<std::string> texts = {project};
  for (const char* text : all_texts()) texts.emplace_back(text);
  for (const TaxonomyAttribute& attribute : taxonomy.attributes()) {
    texts.insert(texts.end(), {attribute.korean, attribute.english});
    for (const TaxonomyValue& value : attribute.values) texts.insert(texts.end(), {value.korean, value.english});
  }
  return texts;
}

}  // namespace

Result<bool> Looks::load(const Settings& settings, float scale, const std::string& project, const Taxonomy& taxonomy) {
  text = Strings(settings.language);
  theme = make_theme(settings.theme);
  apply_style(theme, scale);
  if (fonts.scale == scale && fonts.syllables == syllables) return false;
  JAEDAN_ASSIGN_OR_RETURN(fonts, load_fonts(scale, bold_texts(project, taxonomy), syllables));
  return true;
}

float scale_for(const Settings& settings, float content_scale, int width, int height) {
  const float room = std::min(static_cast<float>(width) / kLeastWidth, static_cast<float>(height) / kLeastHeight);
  if (settings.font_scale * content_scale <= room) return settings.font_scale * content_scale;
  float fits = kFontScales.front();
  for (const float size : kFontScales) {
    if (size <= settings.font_scale && size * content_scale <= room) fits = size;
  }
  return fits * content_scale;
}

bool looks_differ(const Settings& a, const Settings& b) {
  return a.language != b.language || a.theme != b.theme || a.font_scale != b.font_scale;
}

}  // namespace jaedan::gui
