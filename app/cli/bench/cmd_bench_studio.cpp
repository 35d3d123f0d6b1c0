#include "app/cli/bench/cmd_bench_studio.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/bench/bench_studio.h"
#include "app/cli/output.h"

namespace jaedan::cli {
namespace {

const char* mark(double value, double allowed) { return value <= allowed ? "" : "  over"; }

void print_table(const bench::StudioBench& bench) {
  std::printf("drawn by %s\n", bench.renderer.c_str());
  for (const bench::StudioFrames& f : bench.frames) {
    std::printf(
        "%s, %s: our own work %.1f ms a frame (p95 %.1f, allowed %.1f), drawing %.1f ms (p95 %.1f), %d frames%s\n",
        f.scene.c_str(), f.action.c_str(), f.own_median_ms, f.own_p95_ms, f.allowed_ms, f.draw_median_ms, f.draw_p95_ms,
        f.frames, mark(f.own_p95_ms, f.allowed_ms));
  }
  for (const bench::StudioAnswers& a : bench.answers) {
    std::printf(
        "%s, %s: shown after %.0f ms (p95 %.0f), without drawing %.0f ms (p95 %.0f, allowed %.0f), %d times%s\n",
        a.scene.c_str(), a.action.c_str(), a.median_ms, a.p95_ms, a.own_median_ms, a.own_p95_ms, a.allowed_ms, a.times,
        mark(a.own_p95_ms, a.allowed_ms));
  }
  for (const bench::StudioFigure& f : bench.figures) {
    std::printf("%s, %s: %.2f %s (allowed %g)%s\n", f.scene.c_str(), f.what.c_str(), f.value, f.unit.c_str(), f.allowed,
                mark(f.value, f.allowed));
  }
}

void print_document(const bench::StudioBench& bench) {
  nlohmann::json frames = nlohmann::json::array(), answers = frames, figures = frames;
  for (const bench::StudioFrames& f : bench.frames) {
    frames.push_back({{"scene", f.scene},
                      {"action", f.action},
                      {"frames", f.frames},
                      {"own_ms", {{"median", f.own_median_ms}, {"p95", f.own_p95_ms}}},
                      {"draw_ms", {{"median", f.draw_median_ms}, {"p95", f.draw_p95_ms}}},
                      {"allowed_ms", f.allowed_ms}});
  }
  for (const bench::StudioAnswers& a : bench.answers) {
    answers.push_back({{"scene", a.scene},
                       {"action", a.action},
                       {"times", a.times},
                       {"median_ms", a.median_ms},
                       {"p95_ms", a.p95_ms},
                       {"own_ms", {{"median", a.own_median_ms}, {"p95", a.own_p95_ms}}},
                       {"allowed_ms", a.allowed_ms}});
  }
  for (const bench::StudioFigure& f : bench.figures) {
    figures.push_back(
        {{"scene", f.scene}, {"what", f.what}, {"unit", f.unit}, {"value", f.value}, {"allowed", f.allowed}});
  }
  print_json({{"renderer", bench.renderer}, {"frames", frames}, {"answers", answers}, {"figures", figures}});
}

}  // namespace

int run_bench_studio(const Arguments& arguments) {
  CLI::App app("Measures the studio in a real window: frames, answers, start, memory.", "bench studio");
  bench::StudioBenchRequest request;
  bool json = false;
  app.add_option("SCENE", request.scenes,
                 "polygons, outline, photos, model, large, many, recommend, map (default: all of them)")
      ->check(CLI::IsMember({"polygons", "outline", "photos", "model", "large", "many", "recommend", "map"}));
  app.add_option("--polygons", request.polygons, "of the scene polygons")
      ->capture_default_str()
      ->check(CLI::Range(1, 100'000));
  app.add_option("--photos", request.photos, "of the scene many")
      ->capture_default_str()
      ->check(CLI::Range(1, 2'000'000));
  app.add_option("--garments", request.garments, "of the scene map, and at most so many of recommend")
      ->capture_default_str()
      ->check(CLI::Range(2, 2'000'000));
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Console console;
  const auto bench = bench::bench_studio(request, console.watch());
  if (!bench.ok()) return fail(bench.error());
  json ? print_document(*bench) : print_table(*bench);
  return kDone;
}

}  // namespace jaedan::cli
