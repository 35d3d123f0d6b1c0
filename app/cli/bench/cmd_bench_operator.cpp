#include "app/cli/bench/cmd_bench_operator.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/bench/bench_operator.h"
#include "app/cli/output.h"
#include "app/workflow/models/train_model.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

nlohmann::json seconds_json(const bench::SecondsTaken& seconds) {
  nlohmann::json document = {{"mean", seconds.mean}, {"median", seconds.median}};
  if (seconds.interval) document["interval_95"] = {seconds.interval->low, seconds.interval->high};
  return document;
}

nlohmann::json operator_row_json(const bench::OperatorRow& row) {
  nlohmann::json ways;
  for (std::size_t way = 0; way < row.ways.size(); ++way) {
    ways[std::string(id_of(static_cast<inference::GarmentWay>(way)))] = row.ways[way];
  }
  return {{"way", row.way},
          {"model", row.model_id.empty() ? nlohmann::json() : nlohmann::json(row.model_id)},
          {"seconds_a_photo", seconds_json(row.photo)},
          {"seconds_a_garment", seconds_json(row.garment)},
          {"split", {{"looking", row.looking_s}, {"masks", row.masks_s}, {"labels", row.labels_s}}},
          {"keys_a_label", row.keys_a_label},
          {"garments", ways},
          {"parts_changed", row.parts_changed},
          {"proposed", row.proposed},
          {"refused", row.refused},
          {"other_readings", row.other_readings},
          {"ratio_to_by_hand", row.ratio}};
}

nlohmann::json model_json() {
  return {{"name", "keystroke-level model (Card, Moran and Newell, 1980)"},
          {"K", inference::kKeySeconds},
          {"P", inference::kPointSeconds},
          {"M", inference::kThinkSeconds},
          {"B", inference::kButtonSeconds}};
}

std::string mean_words(const bench::SecondsTaken& seconds) {
  char text[64];
  if (!seconds.interval) {
    std::snprintf(text, sizeof text, "%.1f", seconds.mean);
  } else {
    std::snprintf(text, sizeof text, "%.1f (%.1f to %.1f)", seconds.mean, seconds.interval->low,
                  seconds.interval->high);
  }
  return text;
}

void print_seconds(const bench::OperatorBench& bench) {
  std::printf("%-36s %-22s %7s  %-20s %7s %8s %6s %7s %6s\n", "seconds", "a photo (95 %)", "median", "a garment",
              "median", "looking", "masks", "labels", "ratio");
  for (const bench::OperatorRow& row : bench.rows) {
    std::printf("%-36s %-22s %7.1f  %-20s %7.1f %8.1f %6.1f %7.1f %6.2f\n", one_line(row.way).c_str(),
                mean_words(row.photo).c_str(), row.photo.median, mean_words(row.garment).c_str(), row.garment.median,
                row.looking_s, row.masks_s, row.labels_s, row.ratio);
  }
}

void print_ways(const bench::OperatorBench& bench) {
  std::printf("%-36s", "garments");
  for (std::size_t way = 0; way < inference::kGarmentWays; ++way) {
    std::printf(" %8s", std::string(id_of(static_cast<inference::GarmentWay>(way))).c_str());
  }
  std::printf(" %12s  %-16s %14s %12s\n", "part changed", "refused", "other reading", "keys a label");
  for (const bench::OperatorRow& row : bench.rows) {
    std::printf("%-36s", one_line(row.way).c_str());
    for (const int garments : row.ways) std::printf(" %6.0f %%", 100.0 * garments / bench.garments);
    const std::string refused = std::to_string(row.refused) + " of " + std::to_string(row.proposed);
    std::printf(" %12d  %-16s %14d %12.2f\n", row.parts_changed, refused.c_str(), row.other_readings, row.keys_a_label);
  }
}

void print_operator(const bench::OperatorBench& bench) {
  std::printf("%s: %s, %s, %s; %s answers clicks\n", one_line(bench.measured_on).c_str(),
              counted(bench.photos, "photo").c_str(), counted(bench.garments, "garment").c_str(),
              counted(bench.labels, "label").c_str(), one_line(bench.clicks_id).c_str());
  std::printf(
      "a simulated person who knows the cheapest way: every garment with its part and IoU 0.85, every known label "
      "said;\n"
      "keystroke-level model (Card, Moran and Newell, 1980): K %.2f s, P %.1f s, M %.2f s, B %.1f s\n",
      inference::kKeySeconds, inference::kPointSeconds, inference::kThinkSeconds, inference::kButtonSeconds);
  print_seconds(bench);
  print_ways(bench);
  if (!bench.left_out.empty()) std::printf("not asked, for want of a word:");
  for (const auto& [attribute, count] : bench.left_out) {
    std::printf(" %s %d%s", one_line(attribute).c_str(), count,
                attribute == bench.left_out.rbegin()->first ? "\n" : ",");
  }
  const double ratio = bench.rows.front().ratio;
  std::printf("%s takes %.0f %% of the time by hand; at most %.0f %% is asked%s\n", one_line(bench.model_id).c_str(),
              100 * ratio, 100 * bench::kMostOfByHand, ratio <= bench::kMostOfByHand ? "" : ": too much");
  if (!bench.not_compared.empty()) std::printf("no model before: %s\n", one_line(bench.not_compared).c_str());
}

}  // namespace

int run_bench_operator(const Arguments& arguments) {
  CLI::App app(
      "Lets a simulated person bring photos from what a model proposes to their truth, and counts the seconds: beside "
      "polygons by hand, clicks without proposals, and the model before.",
      "bench operator");
  bench::OperatorBenchRequest request;
  std::vector<std::string> data;
  std::string split = "val";
  bool json = false;
  app.add_option("DATA", data, "ccp=FOLDER or snapshot=FOLDER")->required();
  app.add_option("--model", request.model, "model that proposes, id or folder (default: the built-in one)");
  app.add_option("--clicks", request.clicks, "model that answers clicks, id or folder (default: the built-in one)");
  app.add_option(
      "--before", request.before,
      "model of the release before, id or folder (default: an older one that came with the program, if any)");
  app.add_option("--split", split, "val, test, train or all")
      ->capture_default_str()
      ->check(CLI::IsMember({"val", "test", "train", "all"}));
  app.add_option("--photos", request.photos, "photos to work on, evenly chosen, 0 = all")
      ->capture_default_str()
      ->check(CLI::Range(0, 1'000'000));
  app.add_option("--most-clicks", request.most_clicks, "clicks on one garment before it is drawn")
      ->capture_default_str()
      ->check(CLI::Range(0, 100));
  app.add_option("--jitter", request.jitter, "how far clicks stray within the error, 0 = not at all")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1.0));
  app.add_option("--seed", request.seed, "of clicks that stray, and of the intervals")->capture_default_str();
  app.add_option("--threads", request.threads, "of one operation (default: all cores)")->check(CLI::Range(0, 256));
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  auto folders = workflow::parse_data_folders(data);
  if (!folders.ok()) return fail(folders.error());
  request.folders = std::move(*folders);
  request.split = workflow::parse_split(split);
  Console console;
  const auto bench = bench::bench_operator(request, console.watch());
  if (!bench.ok()) return fail(bench.error());
  if (!json) {
    print_operator(*bench);
    return kDone;
  }
  nlohmann::json rows = nlohmann::json::array();
  for (const bench::OperatorRow& row : bench->rows) rows.push_back(operator_row_json(row));
  print_json({{"model", bench->model_id},
              {"clicks", bench->clicks_id},
              {"measured_on", bench->measured_on},
              {"photos", bench->photos},
              {"garments", bench->garments},
              {"labels", bench->labels},
              {"labels_left_out", bench->left_out},
              {"seconds_of", model_json()},
              {"rows", std::move(rows)},
              {"most_of_by_hand", bench::kMostOfByHand},
              {"not_compared", bench->not_compared}});
  return kDone;
}

}  // namespace jaedan::cli
