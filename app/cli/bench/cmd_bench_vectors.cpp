#include "app/cli/bench/cmd_bench_vectors.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/bench/recommend/bench_vectors.h"
#include "app/cli/output.h"

namespace jaedan::cli {
namespace {

nlohmann::json json_of(const recommender::RetrievalFigure& figure) {
  nlohmann::json json = {{"value", figure.value}, {"chance", figure.chance}, {"queries", figure.queries}};
  if (const auto& interval = figure.interval.interval) json["interval"] = {interval->low, interval->high};
  return json;
}

nlohmann::json json_of(const bench::VectorsBench& bench) {
  nlohmann::json ways = nlohmann::json::array();
  for (const bench::VectorsFigures& way : bench.ways) {
    nlohmann::json one = {{"way", way.way},
                          {"length", way.length},
                          {"garment_ms", way.garment_ms},
                          {"same_garment_recall_at_1", json_of(way.same)}};
    for (const auto& [attributes, figures] : way.by) {
      one["precision_at_10"][attributes] = json_of(figures.precision);
      one["map"][attributes] = json_of(figures.average_precision);
    }
    ways.push_back(std::move(one));
  }
  nlohmann::json worn = nlohmann::json::array();
  for (const bench::OutfitRow& row : bench.worn.rows) {
    worn.push_back({{"way", row.way}, {"one_of_four", row.blank.value}, {"auc", row.auc.value}});
    if (row.blank.interval) worn.back()["one_of_four_interval"] = {row.blank.interval->low, row.blank.interval->high};
  }
  const bench::ChangeFigures& change = bench.change;
  return {{"gallery", bench.gallery},
          {"queries", bench.queries},
          {"ways", ways},
          {"change",
           {{"questions", change.questions},
            {"changed_in_top_10", change.changed.value},
            {"others_agree", change.agreement.value},
            {"others_agree_at_random", change.at_random.value}}},
          {"worn", {{"learnt", bench.worn.learnt}, {"asked", bench.worn.asked}, {"rows", worn}}}};
}

void print(const char* what, const recommender::RetrievalFigure& figure) {
  std::printf("    %-24s %.3f", what, figure.value);
  if (const auto& interval = figure.interval.interval) std::printf("  (%.3f to %.3f)", interval->low, interval->high);
  std::printf("  chance %.3f, of %zu\n", figure.chance, figure.queries);
}

void print(const bench::VectorsBench& bench) {
  std::printf("%zu garments of split val among %zu of split train; in brackets 95 %% intervals\n", bench.queries,
              bench.gallery);
  for (const bench::VectorsFigures& way : bench.ways) {
    std::printf("  %s, %zu numbers, %.1f ms a garment\n", way.way.c_str(), way.length, way.garment_ms);
    for (const auto& [attributes, figures] : way.by) {
      print(("precision@10 " + attributes).c_str(), figures.precision);
      print(("mAP " + attributes).c_str(), figures.average_precision);
    }
    print("same garment recall@1", way.same);
  }
  const bench::ChangeFigures& change = bench.change;
  std::printf(
      "like it, but so, %zu questions: the new value in %.1f %% of the first ten; other labels agree in %.1f %%, "
      "at random %.1f %%\n",
      change.questions, 100 * change.changed.value, 100 * change.agreement.value, 100 * change.at_random.value);
  std::printf("the missing garment among four of its part, %zu photos, learnt from %zu:\n", bench.worn.asked,
              bench.worn.learnt);
  for (const bench::OutfitRow& row : bench.worn.rows) {
    std::printf("    %-24s %.3f", row.way.c_str(), row.blank.value);
    if (const auto& interval = row.blank.interval) std::printf("  (%.3f to %.3f)", interval->low, interval->high);
    std::printf("  AUC %.3f\n", row.auc.value);
  }
}

}  // namespace

int run_bench_vectors(const Arguments& arguments) {
  CLI::App app(
      "Measures how garments are found by their vectors: those of split val of Clothing Co-Parsing among those of "
      "split "
      "train, beside their colours alone and chance; the same garment in another photograph; and what is like it but "
      "has another label.",
      "bench recommend");
  bench::VectorsScene scene;
  bool json = false;
  app.add_option("--data", scene.data, "folder of Clothing Co-Parsing")->required();
  app.add_option("--model", scene.models, "models that make vectors, by name or folder (default: the one in use)");
  app.add_option("--backbone", scene.backbone,
                 "ImageNet weights (.pt of MobileNetV2) whose features are measured beside, as they are");
  app.add_option("--threads", scene.threads, "of one operation (default: one a core)")->check(CLI::Range(0, 256));
  app.add_option("--seed", scene.seed, "of the second photographs and the intervals (1)");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;
  Console console;
  const Result<bench::VectorsBench> bench = bench::bench_vectors(scene, console.watch());
  if (!bench.ok()) return fail(bench.error());
  json ? print_json(json_of(*bench)) : print(*bench);
  return kDone;
}

}  // namespace jaedan::cli
