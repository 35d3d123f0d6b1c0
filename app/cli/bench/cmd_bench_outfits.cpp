#include "app/cli/bench/cmd_bench_outfits.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/bench/recommend/bench_outfits.h"
#include "app/cli/output.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

constexpr std::size_t kWarningsShown = 10;

nlohmann::json json_of(const bench::OutfitFigure& figure) {
  nlohmann::json one = {{"value", figure.value}};
  if (figure.interval) one["interval_95"] = {figure.interval->low, figure.interval->high};
  return one;
}

nlohmann::json json_of(const bench::OutfitBench& bench) {
  nlohmann::json rows = nlohmann::json::array();
  for (const bench::OutfitRow& row : bench.rows) {
    rows.push_back({{"way", row.way}, {"fill_in_the_blank", json_of(row.blank)}, {"auc", json_of(row.auc)}});
  }
  return {{"seed", bench.seed},
          {"outfits_learnt", bench.learnt},
          {"types", bench.types},
          {"outfits_asked", bench.asked},
          {"outfits_not_asked", bench.not_asked},
          {"outfits_known", bench.known},
          {"questions", {{"fill_in_the_blank", bench.asked}, {"auc", 2 * bench.asked}}},
          {"rows", rows},
          {"learning_s", bench.learning_s},
          {"answering_s", bench.answering_s},
          {"warnings", items_json(bench.warnings)}};
}

std::string words_of(const bench::OutfitFigure& figure) {
  char words[64];
  if (figure.interval) {
    std::snprintf(words, sizeof words, "%.3f (%.3f to %.3f)", figure.value, figure.interval->low,
                  figure.interval->high);
  } else {
    std::snprintf(words, sizeof words, "%.3f", figure.value);
  }
  return words;
}

void print(const bench::OutfitBench& bench) {
  for (std::size_t i = 0; i < std::min(bench.warnings.size(), kWarningsShown); ++i) {
    print_item("warning", bench.warnings[i]);
  }
  if (bench.warnings.size() > kWarningsShown) {
    std::fprintf(stderr, "and %zu more warnings (--json lists them)\n", bench.warnings.size() - kWarningsShown);
  }
  std::printf("learnt from %s with %s in %.1f s; %s asked, seed %llu, in %.1f s\n",
              counted(bench.learnt, "outfit").c_str(), counted(bench.types, "type").c_str(), bench.learning_s,
              counted(bench.asked, "outfit").c_str(), static_cast<unsigned long long>(bench.seed), bench.answering_s);
  if (bench.known > 0)
    std::printf("%s asked hold the same pieces as one learnt from\n", counted(bench.known, "outfit").c_str());
  if (bench.not_asked > 0) std::printf("%s could not be asked\n", counted(bench.not_asked, "outfit").c_str());
  std::printf("  %-20s %-26s %s\n", "", "one of four (95 %)", "AUC (95 %)");
  for (const bench::OutfitRow& row : bench.rows) {
    std::printf("  %-20s %-26s %s\n", row.way.c_str(), words_of(row.blank).c_str(), words_of(row.auc).c_str());
  }
}

}  // namespace

int run_bench_outfits(const Arguments& arguments) {
  CLI::App app(
      "Learns which pieces are worn together and asks of other outfits which of four fills a gap, and whether they "
      "were "
      "worn or made up: beside chance, popularity, similarity and mutual information.",
      "bench recommend");
  bench::OutfitBenchRequest request;
  bool json = false;
  app.add_option(
         "--outfits", request.outfits,
         "outfits to ask questions of: JSON as [{\"items_category\": [21, 237], \"set_id\": \"1\"}, …] or lists "
         "of items, or CSV")
      ->required();
  app.add_option("--train", request.train,
                 "outfits to learn from (default: nine tenths of --outfits; the rest is asked)");
  app.add_option("--seed", request.seed, "of the questions, of learning and of the intervals")->capture_default_str();
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;
  Console console;
  const Result<bench::OutfitBench> bench = bench::bench_outfits(request, console.watch());
  if (!bench.ok()) return fail(bench.error());
  json ? print_json(json_of(*bench)) : print(*bench);
  return kDone;
}

}  // namespace jaedan::cli
