#include "app/cli/bench/cmd_bench_train.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/bench/bench_train.h"
#include "app/cli/output.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {

int run_bench_train(const Arguments& arguments) {
  CLI::App app("Measures training on this machine, beside the same network in Python's PyTorch.", "bench train");
  bench::TrainBenchRequest request;
  bool json = false;
  app.add_option("--recipe", request.recipe, "recipe whose last phase is measured (default: segmenter_words.json)");
  app.add_option("--steps", request.steps, "steps to measure")->capture_default_str()->check(CLI::Range(1, 1000));
  app.add_option("--threads", request.threads, "cores to use (default: all)")->check(CLI::Range(0, 1024));
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Console console;
  const auto bench = bench::bench_train(request, console.watch());
  if (!bench.ok()) return fail(bench.error());
  const bool has_python = bench->python_photos_per_second > 0;
  if (json) {
    nlohmann::json document = {{"architecture", bench->architecture},
                               {"input", {{"width", bench->width}, {"height", bench->height}}},
                               {"batch", bench->batch},
                               {"steps", bench->steps},
                               {"threads", bench->threads},
                               {"photos_per_second", bench->photos_per_second},
                               {"step_ms", bench->step_ms},
                               {"loader_ms", bench->loader_ms},
                               {"waited_share", bench->waited_share}};
    if (has_python) {
      document["python"] = {{"torch", bench->python_version},
                            {"layout", bench->python_layout},
                            {"photos_per_second", bench->python_photos_per_second},
                            {"ratio", bench->photos_per_second / bench->python_photos_per_second}};
    } else {
      document["python_missing"] = bench->python_missing;
    }
    print_json(document);
    return kDone;
  }
  std::printf("%s at %d x %d, %s a batch, %s, %s:\n", bench->architecture.c_str(), bench->width, bench->height,
              counted(bench->batch, "photo").c_str(), counted(bench->threads, "thread").c_str(),
              counted(bench->steps, "step").c_str());
  std::printf("  %.2f photos/s, %.0f ms a step; a batch is prepared in %.0f ms, the step waits %.1f %% of its time\n",
              bench->photos_per_second, bench->step_ms, bench->loader_ms, 100 * bench->waited_share);
  if (has_python) {
    std::printf("  Python's PyTorch %s: %.2f photos/s (%s); ours is %.2f times as fast\n",
                bench->python_version.c_str(), bench->python_photos_per_second, bench->python_layout.c_str(),
                bench->photos_per_second / bench->python_photos_per_second);
  } else {
    std::printf("  no comparison with Python: %s\n", one_line(bench->python_missing).c_str());
  }
  return kDone;
}

}  // namespace jaedan::cli
