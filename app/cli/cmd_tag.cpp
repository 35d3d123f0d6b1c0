#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/predict/tag_photos.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

std::int64_t peak_memory_mb() { return workflow::peak_memory_bytes() / 1'000'000; }

/// What the program did with its time, for --json.
nlohmann::json cost_json(const workflow::WorkerTime& time) {
  nlohmann::json shares;
  for (const auto& [stage, share] : time.shares()) shares[stage] = share;
  return {{"workers", time.workers}, {"shares", std::move(shares)}, {"peak_memory_mb", peak_memory_mb()}};
}

}  // namespace

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
  add_formats_option(app, options.formats)->capture_default_str();
  app.add_option("--model", options.model, "model id (default: the built-in one)");
  app.add_option("--threads", options.threads, "photos at a time (default: one a core)")->check(CLI::Range(0, 256));
  app.add_flag("--tta", options.tta, "also look at the mirrored photo: slower, a little better");
  app.add_flag("--largest-ring", options.largest_ring_only,
               "write only the largest piece of a garment, as the original tool");
  app.add_flag("--sure", options.sure_only, "leave out labels of which the model is too unsure to fill them in");
  app.add_option("--alternatives", options.alternatives,
                 "folder for a mask NAME.png of each photo's second reading (its only one, where there is no other)");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  const auto started = std::chrono::steady_clock::now();
  Console console;
  const Result<workflow::BatchReport> report = workflow::tag_photos(input, out, options, console.watch());
  if (!report.ok()) return fail(report.error());
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  const double rate = static_cast<double>(report->done) / std::max(seconds, 1e-9);
  char line[64];
  std::snprintf(line, sizeof line, " in %.1f s (%.1f a second)", seconds, rate);
  std::string summary = counted(report->done, "photo") + " written to " + out + line;
  nlohmann::json figures = {{"seconds", seconds}, {"photos_per_second", rate}};
  if (report->worker_time) {
    summary += "\n" + report->worker_time->sentence() + "; peak memory " + std::to_string(peak_memory_mb()) + " MB";
    figures.update(cost_json(*report->worker_time));
  }
  return finish(*report, summary, json, figures);
}

}  // namespace jaedan::cli
