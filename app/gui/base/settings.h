#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/gui/base/theme.h"
#include "app/gui/words/strings.h"
#include "labeling/base/result.h"
#include "labeling/store/photo_order.h"

namespace jaedan::gui {

/// Which keys go to the next and previous photo; the two families of tools disagree.
enum class KeyPreset {
  kDesktop,  ///< D next, A previous
  kCvat,     ///< F next, D previous (F fits only with Ctrl)
};

/// A person's own keys over a preset: Shortcut::id → the key as text_of writes it, empty for none.
using KeyChanges = std::map<std::string, std::string>;

/// What font_scale is chosen from, the smallest first: letters of 14, 16, … 32 pixels.
inline constexpr std::array<float, 6> kFontScales = {0.875F, 1.0F, 1.125F, 1.25F, 1.5F, 2.0F};

/// What the studio remembers of a person, not of a project.
struct Settings {
  Language language = Language::kKorean;
  ThemeKind theme = ThemeKind::kDark;
  KeyPreset keys = KeyPreset::kDesktop;
  std::map<KeyPreset, KeyChanges> key_changes;  ///< the person's own keys, over each preset
  float font_scale = 1.0F;                      ///< 0.8 … 2
  float fill_opacity = 0.30F;                   ///< of regions on the photo
  float brush_px = 14;                          ///< radius of the brush on the screen, design pixels
  bool show_fill = true;                        ///< regions are filled
  bool show_labels = true;                      ///< names beside the regions
  bool show_navigator = true;                   ///< the whole photo in a corner, while a part of it is seen
  bool show_crosshair = false;                  ///< lines through the pointer while drawing
  bool snap = true;                             ///< borders hold points that are set near them
  bool prefill_ahead = true;                    ///< the model looks at the next photos before the person does
  labeling::PhotoOrder photo_order;             ///< of the photo list
  int cache_mb = 600;                           ///< for photos that were read: the open one and its neighbours
  float left_width = 250;                       ///< photo list, pixels at font scale 1
  float right_width = 330;                      ///< garments and attributes
  int window_width = 1440;
  int window_height = 900;
  std::string user;                                   ///< in whose name changes are logged; empty: the system's name
  bool first_start = true;                            ///< the person has not chosen language and keys yet
  std::vector<std::string> recent;                    ///< projects, the last one first
  std::map<std::string, std::int64_t> last_photo;     ///< project → photo that was open
  std::string export_format;                          ///< of the last export; empty before the first
  std::map<std::string, std::string> export_folders;  ///< project → where it was exported to last
};

/// A name as it is logged: without blanks around it, in form C; empty for what is none (labeling/review/user.h).
std::string name_of_user(const std::string& typed);
/// The person's own keys over the preset in use.
const KeyChanges& changes_of(const Settings& settings);
/// $XDG_CONFIG_HOME/jaedan/studio.json, or ~/.config/jaedan/studio.json.
std::string settings_path();
/// Missing file or missing values: the defaults. A value that makes no sense is replaced by its default.
/// kCorrupt, kIo: the file is there but unreadable; say so and go on with defaults.
Result<Settings> load_settings(const std::string& path);
/// The content of the file; the same settings give the same text.
std::string settings_text(const Settings& settings);
/// Puts `project` first in `recent`.
void remember_project(Settings& settings, const std::string& project);

}  // namespace jaedan::gui
