#include <CLI/CLI.hpp>
#include <string>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/project/draw_photos.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {

int cmd_synth(const Arguments& arguments) {
  CLI::App app("Draws photos of dressed figures and single garments, with true label files and masks beside them.",
               "synth");
  workflow::DrawPhotosRequest request;
  bool json = false;
  app.add_option("OUT", request.out, "folder to write into")->required();
  app.add_option("--count", request.count, "how many")->required()->check(CLI::Range(1, 1000000));
  const auto not_negative = [](const std::string& text) {
    return text.find('-') == std::string::npos ? "" : std::string("a seed is 0 or more");
  };
  app.add_option("--seed", request.seed, "other seeds, other photos")->capture_default_str()->check(not_negative);
  app.add_option("--width", request.photos.width, "pixels")->capture_default_str()->check(CLI::Range(64, 4096));
  app.add_option("--height", request.photos.height, "pixels")->capture_default_str()->check(CLI::Range(64, 4096));
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Console console;
  const auto report = workflow::draw_photos(request, console.watch());
  if (!report.ok()) return fail(report.error());
  return finish(*report, counted(report->done, "photo") + " drawn into " + request.out, json);
}

}  // namespace jaedan::cli
