#pragma once

#include <optional>
#include <string>

#include "app/gui/base/settings.h"
#include "labeling/base/result.h"

namespace jaedan::gui {

/// What jaedan-studio was asked on its command line. Unset values come from the settings file.
struct Options {
  std::string project;     ///< a project, or a folder of photos; empty: the welcome screen
  std::string screenshot;  ///< draw, write this picture, end
  int frames = 3;          ///< drawn before the screenshot
  std::string script;      ///< a file of input events (script.h)
  std::optional<int> width;
  std::optional<int> height;
  std::optional<Language> language;
  std::optional<ThemeKind> theme;
  bool print_timing = false;
  bool prefill_ahead = false;  ///< with a script: as people have it
  bool first_start = false;    ///< with a script: as if the program had never been used

  /// Nobody sits at the window: no real mouse or keyboard, nothing is remembered.
  bool scripted() const { return !screenshot.empty() || !script.empty(); }
};

/// Either options, or what to print and the exit code: 0 for --help and --version, 2 for wrong usage.
struct ParsedOptions {
  std::optional<Options> options;
  std::string text;
  int exit_code = 0;
};
ParsedOptions parse_options(int argc, const char* const* argv);

}  // namespace jaedan::gui
