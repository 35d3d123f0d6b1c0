#include "app/cli/bench/cmd_bench_index.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/bench/bench_index.h"
#include "app/cli/output.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

nlohmann::json json_of(const bench::Latency& latency) {
  return {{"p50_ms", latency.p50_ms}, {"p95_ms", latency.p95_ms}, {"p99_ms", latency.p99_ms}};
}

nlohmann::json json_of(const bench::IndexQuestions& asked) {
  nlohmann::json one = json_of(asked.latency);
  one["wanted_share"] = asked.wanted_share;
  one["recall_at_10"] = asked.recall;
  if (asked.interval) one["interval"] = {asked.interval->low, asked.interval->high};
  return one;
}

nlohmann::json json_of(const bench::IndexBench& bench) {
  nlohmann::json engines = nlohmann::json::array();
  for (const bench::IndexEngineFigures& engine : bench.engines) {
    nlohmann::json questions = nlohmann::json::array();
    for (const bench::IndexQuestions& asked : engine.questions) questions.push_back(json_of(asked));
    engines.push_back({{"name", engine.name},
                       {"effort", engine.effort ? nlohmann::json(*engine.effort) : nlohmann::json()},
                       {"build_s", engine.build_s},
                       {"file_mb", engine.file_mb},
                       {"load_s", engine.load_s},
                       {"resident_mb", engine.resident_mb},
                       {"top_10", questions},
                       {"add", json_of(engine.add)},
                       {"remove", engine.remove ? json_of(*engine.remove) : nlohmann::json()}});
  }
  nlohmann::json document = {{"vectors", bench.request.vectors},
                             {"dimension", bench.request.dimension},
                             {"seed", bench.request.seed},
                             {"queries", bench.request.queries},
                             {"threads", 1},
                             {"engines", engines}};
  if (!bench.faiss_missing.empty()) document["faiss_missing"] = bench.faiss_missing;
  return document;
}

void print(const bench::Latency& latency) {
  std::printf("p50 %9.3f  p95 %9.3f  p99 %9.3f ms", latency.p50_ms, latency.p95_ms, latency.p99_ms);
}

void print(const bench::IndexEngineFigures& engine) {
  std::printf("%s", engine.name.c_str());
  if (engine.effort) std::printf(" (looks at %d)", *engine.effort);
  std::printf(": built in %.1f s, file %.0f MB, loaded in %.2f s, resident %.0f MB\n", engine.build_s, engine.file_mb,
              engine.load_s, engine.resident_mb);
  for (const bench::IndexQuestions& asked : engine.questions) {
    std::printf("  top 10 of %3.0f %%  ", 100 * asked.wanted_share);
    print(asked.latency);
    std::printf("  recall %.3f", asked.recall);
    if (asked.interval) std::printf(" (%.3f to %.3f)", asked.interval->low, asked.interval->high);
    std::printf("\n");
  }
  std::printf("  add              ");
  print(engine.add);
  std::printf("\n  remove           ");
  engine.remove ? print(*engine.remove) : void(std::printf("not possible"));
  std::printf("\n");
}

void print(const bench::IndexBench& bench) {
  std::printf("%s of %d numbers, %s, seed %u, one thread\n", counted(bench.request.vectors, "vector").c_str(),
              bench.request.dimension, counted(bench.request.queries, "query", "queries").c_str(), bench.request.seed);
  for (const bench::IndexEngineFigures& engine : bench.engines) print(engine);
  if (!bench.faiss_missing.empty()) std::printf("%s\n", one_line(bench.faiss_missing).c_str());
}

}  // namespace

int run_bench_index(const Arguments& arguments) {
  CLI::App app(
      "Measures the index of garments' vectors on drawn ones: how long the ten nearest take and how many of them are "
      "right, also with a filter, what it takes to build, keep, load and change; beside exact search and faiss.",
      "bench recommend");
  bench::IndexBenchRequest request;
  bool json = false;
  app.add_option("--index", request.vectors, "how many vectors")->required()->check(CLI::Range(100, 20000000));
  app.add_option("--dimension", request.dimension, "numbers in each")
      ->capture_default_str()
      ->check(CLI::Range(2, 4096));
  app.add_option("--queries", request.queries, "how many are asked")
      ->capture_default_str()
      ->check(CLI::Range(1, 100000));
  app.add_option("--seed", request.seed, "of the vectors")->capture_default_str();
  app.add_flag("--without-faiss", request.no_faiss, "ours only: faiss's graph takes by far the longest to build");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;
  Console console;
  const Result<bench::IndexBench> bench = bench::bench_index(request, console.watch());
  if (!bench.ok()) return fail(bench.error());
  json ? print_json(json_of(*bench)) : print(*bench);
  return kDone;
}

}  // namespace jaedan::cli
