#include "app/gui/base/settings.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/workflow/project/config_folder.h"
#include "labeling/base/file_system.h"
#include "labeling/review/user.h"

namespace jaedan::gui {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMostBytes = 1 << 20;
constexpr std::size_t kMostRecent = 10;
constexpr std::pair<KeyPreset, const char*> kPresetIds[] = {{KeyPreset::kDesktop, "desktop"},
                                                            {KeyPreset::kCvat, "cvat"}};
constexpr std::size_t kMostKeys = 1000;
constexpr std::size_t kMostLastPhotos = 50;

template <typename T>
T number_in(const json& document, const char* key, T least, T most, T standard) {
  const auto found = document.find(key);
  if (found == document.end() || !found->is_number()) return standard;
  return static_cast<T>(std::clamp(found->get<double>(), static_cast<double>(least), static_cast<double>(most)));
}

bool flag(const json& document, const char* key, bool standard) {
  const auto found = document.find(key);
  return found != document.end() && found->is_boolean() ? found->get<bool>() : standard;
}

std::map<std::string, std::string> texts(const json& document, const char* key) {
  std::map<std::string, std::string> all;
  const auto found = document.find(key);
  if (found == document.end() || !found->is_object()) return all;
  for (const auto& [name, value] : found->items()) {
    if (value.is_string() && all.size() < kMostKeys) all[name] = value.get<std::string>();
  }
  return all;
}

bool is_word(const json& document, const char* key, const char* word) {
  const auto found = document.find(key);
  return found != document.end() && found->is_string() && found->get_ref<const std::string&>() == word;
}

labeling::PhotoKey photo_key_in(const json& document, const char* key) {
  const auto found = document.find(key);
  const std::string id = found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
  return labeling::photo_key_from_id(id).value_or(labeling::PhotoKey::kAdded);
}

Settings from_json(const json& document) {
  Settings s;
  if (is_word(document, "language", "en")) s.language = Language::kEnglish;
  if (is_word(document, "theme", "light")) s.theme = ThemeKind::kLight;
  if (is_word(document, "keys", "cvat")) s.keys = KeyPreset::kCvat;
  if (const auto keys = document.find("key_changes"); keys != document.end() && keys->is_object()) {
    for (const auto& [preset, id] : kPresetIds) s.key_changes[preset] = texts(*keys, id);
  }
  s.font_scale = number_in(document, "font_scale", 0.8F, 2.0F, s.font_scale);
  s.fill_opacity = number_in(document, "fill_opacity", 0.0F, 0.9F, s.fill_opacity);
  s.brush_px = number_in(document, "brush_px", 2.0F, 200.0F, s.brush_px);
  s.show_fill = flag(document, "show_fill", s.show_fill);
  s.show_navigator = flag(document, "show_navigator", s.show_navigator);
  s.show_labels = flag(document, "show_labels", s.show_labels);
  s.show_crosshair = flag(document, "show_crosshair", s.show_crosshair);
  s.snap = flag(document, "snap", s.snap);
  s.prefill_ahead = flag(document, "prefill_ahead", s.prefill_ahead);
  s.photo_order.key = photo_key_in(document, "photo_order");
  s.photo_order.reversed = flag(document, "photo_order_reversed", s.photo_order.reversed);
  s.cache_mb = number_in(document, "cache_mb", 100, 16384, s.cache_mb);
  s.left_width = number_in(document, "left_width", 160.0F, 600.0F, s.left_width);
  s.right_width = number_in(document, "right_width", 220.0F, 700.0F, s.right_width);
  s.window_width = number_in(document, "window_width", 640, 16384, s.window_width);
  s.window_height = number_in(document, "window_height", 480, 16384, s.window_height);
  if (const auto user = document.find("user"); user != document.end() && user->is_string()) {
    s.user = name_of_user(user->get<std::string>());
  }
  s.first_start = flag(document, "first_start", s.first_start);
  if (const auto recent = document.find("recent"); recent != document.end() && recent->is_array()) {
    for (const json& entry : *recent) {
      if (entry.is_string() && s.recent.size() < kMostRecent) s.recent.push_back(entry.get<std::string>());
    }
  }
  if (const auto last = document.find("last_photo"); last != document.end() && last->is_object()) {
    for (const auto& [project, id] : last->items()) {
      if (id.is_number_integer()) s.last_photo[project] = id.get<std::int64_t>();
    }
  }
  if (const auto format = document.find("export_format"); format != document.end() && format->is_string()) {
    s.export_format = format->get<std::string>();
  }
  s.export_folders = texts(document, "export_folders");
  return s;
}

json to_json(const Settings& s) {
  json document;
  document["language"] = s.language == Language::kKorean ? "ko" : "en";
  document["theme"] = s.theme == ThemeKind::kDark ? "dark" : "light";
  document["keys"] = s.keys == KeyPreset::kDesktop ? "desktop" : "cvat";
  for (const auto& [preset, id] : kPresetIds) {
    const auto changes = s.key_changes.find(preset);
    if (changes != s.key_changes.end()) document["key_changes"][id] = changes->second;
  }
  document["font_scale"] = s.font_scale;
  document["fill_opacity"] = s.fill_opacity;
  document["brush_px"] = s.brush_px;
  document["show_fill"] = s.show_fill;
  document["show_navigator"] = s.show_navigator;
  document["show_labels"] = s.show_labels;
  document["show_crosshair"] = s.show_crosshair;
  document["snap"] = s.snap;
  document["prefill_ahead"] = s.prefill_ahead;
  document["photo_order"] = labeling::id_of(s.photo_order.key);
  document["photo_order_reversed"] = s.photo_order.reversed;
  document["cache_mb"] = s.cache_mb;
  document["left_width"] = s.left_width;
  document["right_width"] = s.right_width;
  document["window_width"] = s.window_width;
  document["window_height"] = s.window_height;
  document["user"] = s.user;
  document["first_start"] = s.first_start;
  document["recent"] = s.recent;
  document["last_photo"] = s.last_photo;
  document["export_format"] = s.export_format;
  document["export_folders"] = s.export_folders;
  return document;
}

}  // namespace

std::string name_of_user(const std::string& typed) {
  const std::size_t begin = typed.find_first_not_of(" \t"), end = typed.find_last_not_of(" \t");
  if (begin == std::string::npos) return {};
  const Result<std::string> name = user_name_from(typed.substr(begin, end - begin + 1));
  return name.ok() ? *name : std::string();
}

const KeyChanges& changes_of(const Settings& settings) {
  static const KeyChanges kNone;
  const auto found = settings.key_changes.find(settings.keys);
  return found == settings.key_changes.end() ? kNone : found->second;
}

std::string settings_path() {
  const std::string folder = workflow::config_folder();
  return folder.empty() ? "" : folder + "/studio.json";
}

Result<Settings> load_settings(const std::string& path) {
  const Result<std::string> bytes = disk().read(path, kMostBytes);
  if (!bytes.ok()) {
    if (bytes.error().code == ErrorCode::kNotFound) return Settings{};
    return bytes.error();
  }
  const json document = json::parse(*bytes, nullptr, /*allow_exceptions=*/false);
  if (!document.is_object()) {
    return Error{ErrorCode::kCorrupt, "settings.not_settings", "{0} is not a settings file; defaults are used", {path}};
  }
  return from_json(document);
}

std::string settings_text(const Settings& settings) {
  return to_json(settings).dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

void remember_project(Settings& settings, const std::string& project) {
  auto& recent = settings.recent;
  recent.erase(std::remove(recent.begin(), recent.end(), project), recent.end());
  recent.insert(recent.begin(), project);
  if (recent.size() > kMostRecent) recent.resize(kMostRecent);
  while (settings.last_photo.size() > kMostLastPhotos) settings.last_photo.erase(settings.last_photo.begin());
  auto& folders = settings.export_folders;
  for (auto it = folders.begin(); it != folders.end() && folders.size() > kMostLastPhotos;) {
    it = it->first == project ? std::next(it) : folders.erase(it);
  }
}

}  // namespace jaedan::gui
