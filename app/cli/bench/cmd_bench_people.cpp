#include "app/cli/bench/cmd_bench_people.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/bench/bench_people.h"
#include "app/cli/output.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

nlohmann::json json_of(const bench::PeopleBench& bench) {
  nlohmann::json figures = nlohmann::json::array();
  for (const bench::PeopleFigure& figure : bench.figures) {
    figures.push_back({{"what", figure.what},
                       {"unit", figure.unit},
                       {"times", figure.times},
                       {"median", figure.median},
                       {"p95", figure.p95},
                       {"p99", figure.p99},
                       {"measured", figure.measured},
                       {"allowed", figure.allowed > 0 ? nlohmann::json(figure.allowed) : nlohmann::json()}});
  }
  return {{"photos", bench.photos},   {"people", bench.people}, {"records", bench.records},
          {"answers", bench.answers}, {"panels", bench.panels}, {"was_there", bench.was_there},
          {"figures", figures}};
}

void print(const bench::PeopleBench& bench) {
  std::printf("%s, %s, %s in the change log, %s about controls, %s%s\n", counted(bench.photos, "photo").c_str(),
              counted(bench.people, "person", "people").c_str(), counted(bench.records, "record").c_str(),
              counted(bench.answers, "answer").c_str(), counted(bench.panels, "panel").c_str(),
              bench.was_there ? "; it was there" : "");
  for (const bench::PeopleFigure& figure : bench.figures) {
    std::printf("  %-38s median %9.2f %s", figure.what.c_str(), figure.median, figure.unit.c_str());
    if (figure.times > 1) std::printf("  p95 %8.2f  p99 %8.2f", figure.p95, figure.p99);
    if (figure.allowed > 0) {
      std::printf("  allowed %.0f%s", figure.allowed, figure.measured <= figure.allowed ? "" : "  over");
    }
    std::printf("\n");
  }
}

}  // namespace

int run_bench_people(const Arguments& arguments) {
  CLI::App app(
      "Makes up the project of a team and measures what many people ask of it: claims, the next task, the manager's "
      "numbers, how good the work is, counting its log. A project of the same size that an earlier call made there is "
      "measured again.",
      "bench people");
  std::string folder;
  bench::PeopleScene scene;
  bool json = false;
  app.add_option("PROJECT", folder,
                 "where to make the project, NAME.jaedan; it stays there, and is measured again by the next call")
      ->required();
  app.add_option("--photos", scene.photos, "how many photos (20000)")->check(CLI::Range(10, 10000000));
  app.add_option("--people", scene.people, "how many people (300)")->check(CLI::Range(10, 100000));
  app.add_flag("--verify", scene.verifies, "also how long it takes to verify it, which reads everything");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;
  Console console;
  const Result<bench::PeopleBench> bench = bench::bench_people(folder, scene, console.watch());
  if (!bench.ok()) return fail(bench.error());
  json ? print_json(json_of(*bench)) : print(*bench);
  return kDone;
}

}  // namespace jaedan::cli
