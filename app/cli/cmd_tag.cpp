#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/tag_photos.h"

namespace jaedan::cli {

int cmd_tag(const Arguments& arguments) {
  CLI::App app(
      "Labels a photo, or every photo below a folder, with the model. Needs no project. Photos, and label files that "
      "are among them already, are never replaced; anywhere else, files of an earlier run are.",
      "tag");
  std::string input;
  std::string out;
  workflow::TagOptions options;
  bool json = false;
  app.add_option("INPUT", input, "photo or folder")->required();
  app.add_option("OUT", out, "folder to write into; what lies below it is not labelled")->required();
  add_formats_option(app, options.formats, "kfashion, masks, overlay, csv, coco; several with commas")
      ->capture_default_str();
  app.add_option("--model", options.model, "model id (default: the built-in one)");
  app.add_option("--threads", options.threads, "photos at a time (default: one a core)")->check(CLI::Range(0, 256));
  app.add_flag("--tta", options.tta, "also look at the mirrored photo: slower, a little better");
  app.add_flag("--largest-ring", options.largest_ring_only,
               "write only the largest piece of a garment, as the original tool");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  const auto started = std::chrono::steady_clock::now();
  Console console;
  const Result<workflow::BatchReport> report = workflow::tag_photos(input, out, options, console.watch());
  if (!report.ok()) return fail(report.error());
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  const double rate = static_cast<double>(report->done) / std::max(seconds, 1e-9);
  char summary[128];
  std::snprintf(summary, sizeof summary, "%lld photos in %.1f s (%.1f a second)", static_cast<long long>(report->done),
                seconds, rate);
  return finish(*report, summary, json, nlohmann::json{{"seconds", seconds}, {"photos_per_second", rate}});
}

}  // namespace jaedan::cli
