#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/bench_infer.h"
#include "labeling/io/assets.h"

namespace jaedan::cli {
namespace {

int run_infer(std::string photos, const std::string& model, int threads, bool json) {
  if (photos.empty()) {
    const auto assets = labeling::assets_dir();
    if (!assets.ok()) return fail(assets.error());
    photos = *assets + "/demo";
  }
  Console console;
  const auto bench = workflow::bench_infer(photos, model, threads, console.watch());
  if (!bench.ok()) return fail(bench.error());
  if (json) {
    nlohmann::json stages;
    for (const workflow::StageTime& stage : bench->stages) stages[stage.stage] = stage.median_ms;
    print_json({{"model", bench->model_id},
                {"photos", bench->photos},
                {"median_ms", stages},
                {"workers", bench->workers},
                {"photos_per_second", bench->photos_per_second}});
    return kDone;
  }
  std::printf("%s on %d photos; medians of one photo at a time on one core:\n", bench->model_id.c_str(), bench->photos);
  for (const workflow::StageTime& stage : bench->stages)
    std::printf("  %-10s %7.1f ms\n", stage.stage.c_str(), stage.median_ms);
  std::printf("decode to colours with %d workers: %.1f photos a second\n", bench->workers, bench->photos_per_second);
  return kDone;
}

}  // namespace

int cmd_bench(const Arguments& arguments) {
  CLI::App app("Measures what the program claims, on this machine.", "bench");
  std::string what;
  std::string photos;
  std::string model;
  int threads = 0;
  bool json = false;
  app.add_option("WHAT", what, "infer: the model, stage by stage")->required()->check(CLI::IsMember({"infer"}));
  app.add_option("--photos", photos, "folder to measure with (default: the drawn demo photos)");
  app.add_option("--model", model, "model id (default: the built-in one)");
  app.add_option("--threads", threads, "photos at a time (default: one a core)")->check(CLI::Range(0, 256));
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;
  return run_infer(photos, model, threads, json);
}

}  // namespace jaedan::cli
