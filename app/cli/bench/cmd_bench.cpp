#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/bench/bench_infer.h"
#include "app/cli/bench/cmd_bench_clicks.h"
#include "app/cli/bench/cmd_bench_operator.h"
#include "app/cli/bench/cmd_bench_people.h"
#include "app/cli/bench/cmd_bench_recommend.h"
#include "app/cli/bench/cmd_bench_studio.h"
#include "app/cli/bench/cmd_bench_train.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

nlohmann::json network_json(const bench::NetworkFigures& network) {
  nlohmann::json speeds = nlohmann::json::array();
  for (const bench::NetworkSpeed& speed : network.speeds) {
    nlohmann::json one = {{"threads", speed.threads},
                          {"matmul_gflops", speed.peak_gflops},
                          {"forward_ms", speed.forward_ms},
                          {"convolution_ms", speed.convolution_ms},
                          {"convolution_peak_share", speed.peak_share}};
    if (speed.half_ms) {
      one["half_ms"] = *speed.half_ms;
      one["half_differs"] = network.half_differs;
    }
    if (speed.python_ms) {
      one["python_ms"] = *speed.python_ms;
      one["python_layout"] = speed.python_layout;
      one["python_ratio"] = *speed.python_ms / speed.forward_ms;
    }
    speeds.push_back(std::move(one));
  }
  nlohmann::json document = {{"input", {{"width", network.width}, {"height", network.height}}},
                             {"convolution_gflop", network.convolution_gflop},
                             {"speeds", std::move(speeds)}};
  if (!network.python_version.empty()) document["python_torch"] = network.python_version;
  if (!network.python_missing.empty()) document["python_missing"] = network.python_missing;
  return document;
}

void print_network(const bench::NetworkFigures& network) {
  std::printf("the network alone, one photo at %d x %d, %.2f GFLOP in convolutions:\n", network.width, network.height,
              network.convolution_gflop);
  for (const bench::NetworkSpeed& speed : network.speeds) {
    std::printf("  %s: %.1f ms; convolutions %.1f ms, %.0f %% of the %.0f GFLOP/s of matrix products\n",
                counted(speed.threads, "thread").c_str(), speed.forward_ms, speed.convolution_ms,
                100 * speed.peak_share, speed.peak_gflops);
    if (speed.half_ms) {
      std::printf("    with bfloat16 numbers: %.1f ms, %.2f %% of the cells called something else\n", *speed.half_ms,
                  100 * network.half_differs);
    }
    if (!speed.python_ms) continue;
    std::printf("    Python's PyTorch %s: %.1f ms (%s), %.2f times ours\n", network.python_version.c_str(),
                *speed.python_ms, speed.python_layout.c_str(), *speed.python_ms / speed.forward_ms);
  }
  if (!network.python_missing.empty()) {
    std::printf("  no comparison with Python: %s\n", one_line(network.python_missing).c_str());
  }
}

int run_infer(const std::string& photos, const std::string& model, int threads, bool json) {
  Console console;
  const auto bench = bench::bench_infer(photos, model, threads, console.watch());
  if (!bench.ok()) return fail(bench.error());
  if (json) {
    nlohmann::json stages;
    for (const bench::StageTime& stage : bench->stages) stages[stage.stage] = stage.median_ms;
    print_json({{"model", bench->model_id},
                {"photos", bench->photos},
                {"median_ms", stages},
                {"workers", bench->workers},
                {"photos_per_second", bench->photos_per_second},
                {"network", network_json(bench->network)}});
    return kDone;
  }
  std::printf("%s on %s; medians of one photo at a time on one core:\n", bench->model_id.c_str(),
              counted(bench->photos, "photo").c_str());
  for (const bench::StageTime& stage : bench->stages)
    std::printf("  %-10s %7.1f ms\n", stage.stage.c_str(), stage.median_ms);
  std::printf("decode to colours with %s: %.1f photos a second\n", counted(bench->workers, "worker").c_str(),
              bench->photos_per_second);
  if (bench->worker_time) std::printf("  %s\n", bench->worker_time->sentence().c_str());
  print_network(bench->network);
  return kDone;
}

}  // namespace

int cmd_bench(const Arguments& arguments) {
  // Those with options of their own.
  if (!arguments.empty() && arguments.front() == "train") {
    return run_bench_train({arguments.begin() + 1, arguments.end()});
  }
  if (!arguments.empty() && arguments.front() == "clicks") {
    return run_bench_clicks({arguments.begin() + 1, arguments.end()});
  }
  if (!arguments.empty() && arguments.front() == "operator") {
    return run_bench_operator({arguments.begin() + 1, arguments.end()});
  }
  if (!arguments.empty() && arguments.front() == "studio") {
    return run_bench_studio({arguments.begin() + 1, arguments.end()});
  }
  if (!arguments.empty() && arguments.front() == "people") {
    return run_bench_people({arguments.begin() + 1, arguments.end()});
  }
  if (!arguments.empty() && arguments.front() == "recommend") {
    return run_bench_recommend({arguments.begin() + 1, arguments.end()});
  }
  CLI::App app("Measures what the program claims, on this machine.", "bench");
  std::string what;
  std::string photos;
  std::string model;
  int threads = 0;
  bool json = false;
  app.add_option(
         "WHAT", what,
         "infer: the model, stage by stage, and its network beside Python's PyTorch; train: training, the same "
         "way (bench train --help); clicks: how many clicks a garment takes (bench clicks --help); operator: "
         "how many seconds a photo takes (bench operator --help); studio: the window (bench studio --help); "
         "people: a team's project (bench people --help); recommend: what goes together (bench recommend --help)")
      ->required()
      ->check(CLI::IsMember({"infer", "train", "clicks", "operator", "studio", "people", "recommend"}));
  app.add_option("--photos", photos, "folder to measure with (default: the drawn demo photos)");
  app.add_option("--model", model, "model id (default: the built-in one)");
  app.add_option("--threads", threads, "photos at a time, and threads of the network (default: one a core)")
      ->check(CLI::Range(0, 256));
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;
  return run_infer(photos, model, threads, json);
}

}  // namespace jaedan::cli
