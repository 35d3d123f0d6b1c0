#include "app/cli/bench/cmd_bench_clicks.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/bench/bench_clicks.h"
#include "app/cli/output.h"
#include "app/workflow/models/train_model.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

// Nothing where no outline was measured.
nlohmann::json answer_json(const inference::ClickScore& score) {
  if (score.answer_points == 0) return {};
  return {{"pieces", score.answer_pieces},        {"holes", score.answer_holes},
          {"points_median", score.answer_points}, {"outline_loss", score.outline_loss},
          {"far_changes", score.far_changes},     {"small_far_changes", score.small_far_changes}};
}

nlohmann::json row_json(const bench::ClickRow& row) {
  const inference::ClickScore& score = row.score;
  return {{"way", row.way},
          {"pieces", row.pieces},
          {"count", score.pieces},
          {"noc_85", score.clicks_to_85},
          {"noc_90", score.clicks_to_90},
          {"failed_85", score.failed_85},
          {"failed_90", score.failed_90},
          {"iou_after",
           {{"0", score.iou_after[0]},
            {"1", score.iou_after[1]},
            {"2", score.iou_after[2]},
            {"3", score.iou_after[3]},
            {"5", score.iou_after[5]}}},
          {"worsened_by", score.worsened_by},
          {"far_share", score.far_share < 0 ? nlohmann::json() : nlohmann::json(score.far_share)},
          {"answer", answer_json(score)}};
}

void print_table(const bench::ClickBench& bench) {
  std::printf("%s on %s of %.2f megapixels; encoding %.0f ms a photo (p95 %.0f), an answer %.0f ms (p95 %.0f)\n",
              bench.model_id.c_str(), counted(bench.photos, "photo").c_str(), bench.megapixels, bench.encode_ms_median,
              bench.encode_ms_p95, bench.click_ms_median, bench.click_ms_p95);
  std::printf("%-24s %-7s %5s  %6s %6s  %5s %5s  mean IoU after 0, 1, 2, 3, 5 clicks      worse   far\n", "", "",
              "count", "NoC@85", "NoC@90", "fail", "fail");
  for (const bench::ClickRow& row : bench.rows) {
    const inference::ClickScore& s = row.score;
    char far[16] = "  –";
    if (s.far_share >= 0) std::snprintf(far, sizeof far, "%.3f", s.far_share);
    std::printf("%-24s %-7s %5d  %6.2f %6.2f  %4.0f%% %4.0f%%  %.3f  %.3f  %.3f  %.3f  %.3f   %.4f  %s\n",
                row.way.c_str(), row.pieces.c_str(), s.pieces, s.clicks_to_85, s.clicks_to_90, 100 * s.failed_85,
                100 * s.failed_90, s.iou_after[0], s.iou_after[1], s.iou_after[2], s.iou_after[3], s.iou_after[5],
                s.worsened_by, far);
  }
  std::printf(
      "%-24s %-7s  pieces, holes an answer  points (median)  IoU lost by it  far changes: all, small corrections\n", "",
      "");
  for (const bench::ClickRow& row : bench.rows) {
    const inference::ClickScore& s = row.score;
    if (s.answer_points == 0) continue;
    std::printf("%-24s %-7s  %12.2f %10.2f  %15.0f  %14.4f  %15.1f%% %9.1f%%\n", row.way.c_str(), row.pieces.c_str(),
                s.answer_pieces, s.answer_holes, s.answer_points, s.outline_loss, 100 * s.far_changes,
                100 * s.small_far_changes);
  }
  if (!bench.not_compared.empty()) std::printf("not compared: %s\n", one_line(bench.not_compared).c_str());
  std::printf(
      "far: of what a correction changed apart from the click's own place, wider than 1.6 %% of the object's size, "
      "more "
      "than 0.2 %% of the object lies farther away than 0.3 of its size; small: the own place is below 3 %% of it\n");
  std::printf("a piece that is not reached in %d clicks counts as %d\n", bench.most_clicks, bench.most_clicks);
}

}  // namespace

int run_bench_clicks(const Arguments& arguments) {
  CLI::App app("Lets simulated people click on every piece of photos with masks, and counts their clicks.",
               "bench clicks");
  bench::ClickBenchRequest request;
  std::vector<std::string> data;
  std::string split = "val";
  bool json = false;
  app.add_option("DATA", data, "ccp-pieces=FOLDER or snapshot=FOLDER")->required();
  app.add_option("--model", request.model, "model that answers clicks, id or folder (default: the built-in one)");
  app.add_option("--proposals", request.proposals_by, "also correct what this segmenter proposes, id or folder");
  app.add_option("--jitter", request.jitter, "of the second run, 0 = none: how far clicks stray within the error")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1.0));
  app.add_option("--split", split, "val, test, train or all")
      ->capture_default_str()
      ->check(CLI::IsMember({"val", "test", "train", "all"}));
  app.add_option("--photos", request.photos, "photos to try, evenly chosen, 0 = all")
      ->capture_default_str()
      ->check(CLI::Range(0, 1'000'000));
  app.add_option("--compare", request.compared_photos,
                 "photos on which GrabCut and Intelligent Scissors are tried too, 0 = all")
      ->capture_default_str()
      ->check(CLI::Range(0, 1'000'000));
  app.add_flag_callback(
      "--no-compare", [&request] { request.compared_photos = -1; }, "leave these two out");
  app.add_option("--enlarge", request.least_side,
                 "enlarge smaller photos until their longer side has so many pixels: to time large ones")
      ->check(CLI::Range(0, 10'000));
  app.add_option("--threads", request.threads, "of one answer (default: all cores)")->check(CLI::Range(0, 256));
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  auto folders = workflow::parse_data_folders(data);
  if (!folders.ok()) return fail(folders.error());
  request.folders = std::move(*folders);
  request.split = workflow::parse_split(split);
  Console console;
  const auto bench = bench::bench_clicks(request, console.watch());
  if (!bench.ok()) return fail(bench.error());
  if (!json) {
    print_table(*bench);
    return kDone;
  }
  nlohmann::json rows = nlohmann::json::array();
  for (const bench::ClickRow& row : bench->rows) rows.push_back(row_json(row));
  print_json({{"model", bench->model_id},
              {"photos", bench->photos},
              {"megapixels", bench->megapixels},
              {"most_clicks", bench->most_clicks},
              {"encode_ms", {{"median", bench->encode_ms_median}, {"p95", bench->encode_ms_p95}}},
              {"click_ms", {{"median", bench->click_ms_median}, {"p95", bench->click_ms_p95}}},
              {"rows", std::move(rows)},
              {"not_compared", bench->not_compared}});
  return kDone;
}

}  // namespace jaedan::cli
