#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/project/project.h"
#include "labeling/base/file_system.h"
#include "labeling/synth/write_photos.h"

namespace jaedan::cli {

int cmd_synth(const Arguments& arguments) {
  CLI::App app("Draws photos of dressed figures and single garments, with true label files and masks beside them.",
               "synth");
  std::string out;
  int count = 0;
  std::uint64_t seed = 1;
  labeling::WriteDrawnOptions options;
  bool json = false;
  app.add_option("OUT", out, "folder to write into")->required();
  app.add_option("--count", count, "how many")->required()->check(CLI::Range(1, 1000000));
  const auto not_negative = [](const std::string& text) {
    return text.find('-') == std::string::npos ? "" : std::string("a seed is 0 or more");
  };
  app.add_option("--seed", seed, "other seeds, other photos")->capture_default_str()->check(not_negative);
  app.add_option("--width", options.photos.width, "pixels")->capture_default_str()->check(CLI::Range(64, 4096));
  app.add_option("--height", options.photos.height, "pixels")->capture_default_str()->check(CLI::Range(64, 4096));
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  const auto taxonomy = workflow::load_project_taxonomy();
  if (!taxonomy.ok()) return fail(taxonomy.error());
  Console console;
  const workflow::Watch watch = console.watch();
  workflow::BatchReport report;
  options.cancel = &watch.cancel->flag();
  options.progress = [&](int done, int total) {
    report.done = done;
    watch.report({"drawing", done, total, ""});
  };
  const Status written = labeling::write_drawn_photos(out, count, seed, **taxonomy, options, disk());
  report.cancelled = !written.ok() && written.error().code == ErrorCode::kCancelled;
  if (!written.ok() && !report.cancelled) return fail(written.error());
  return finish(report, std::to_string(report.done) + " photos drawn into " + out, json);
}

}  // namespace jaedan::cli
