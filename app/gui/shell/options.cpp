#include "app/gui/shell/options.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <sstream>

namespace jaedan::gui {

ParsedOptions parse_options(int argc, const char* const* argv) {
  Options options;
  std::string size;
  std::string language;
  std::string theme;
  CLI::App app("Cuts garments out of photos and names them: the window.", "jaedan-studio");
  app.add_option("project", options.project,
                 "project folder NAME.jaedan, or a folder of photos (its project is made beside it)");
  app.add_option("--size", size, "size of the window, e.g. 1280x800");
  app.add_option("--lang", language, "language")->check(CLI::IsMember({"ko", "en"}));
  app.add_option("--theme", theme, "colours")->check(CLI::IsMember({"dark", "light"}));
  app.add_option("--screenshot", options.screenshot, "write a picture of the window (.png, .jpg) and end");
  app.add_option("--frames", options.frames, "frames drawn before the screenshot")->check(CLI::Range(1, 1000));
  app.add_option("--script", options.script, "do what the file says, line by line, and end (app/gui/README.md)");
  app.add_flag("--print-timing", options.print_timing, "print how long the start took");

  app.add_flag("--first-start", options.first_start,
               "with a script: as if the program were started for the first time");

  app.add_flag("--prefill-ahead", options.prefill_ahead,
               "with a script: the next photos are pre-filled in the background, as they are for people");

  const auto stop = [&](int code) { return ParsedOptions{std::nullopt, {}, code}; };
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    const int code = app.exit(error, out, out);
    ParsedOptions parsed = stop(code == 0 ? 0 : 2);
    parsed.text = out.str();
    return parsed;
  }
  if (!size.empty()) {
    int width = 0;
    int height = 0;
    char end = 0;
    const bool read = std::sscanf(size.c_str(), "%dx%d%c", &width, &height, &end) == 2;
    if (!read || width < 320 || height < 240 || width > 16384 || height > 16384) {
      ParsedOptions parsed = stop(2);
      parsed.text = "--size " + size + " is no size from 320x240 on, such as 1280x800\n";
      return parsed;
    }
    options.width = width;
    options.height = height;
  }
  if (!language.empty()) options.language = language == "ko" ? Language::kKorean : Language::kEnglish;
  if (!theme.empty()) options.theme = theme == "dark" ? ThemeKind::kDark : ThemeKind::kLight;
  return {options, {}, 0};
}

}  // namespace jaedan::gui
