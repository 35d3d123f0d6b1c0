#include "app/bench/bench_train.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/bench/python_script.h"
#include "app/workflow/project/project.h"
#include "inference/train/data/batch_loader.h"
#include "inference/train/data/sources.h"
#include "inference/train/run/training_module.h"
#include "labeling/base/file_system.h"
#include "labeling/io/assets.h"
#include "labeling/synth/write_photos.h"

namespace jaedan::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// A folder that goes with everything in it.
class Scratch {
 public:
  Scratch() {
    std::error_code failed;
    std::string name = (std::filesystem::temp_directory_path(failed) / "jaedan-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~Scratch() {
    std::error_code failed;
    if (!path_.empty()) std::filesystem::remove_all(path_, failed);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Status draw(const std::string& folder, int count, const workflow::Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto taxonomy, workflow::load_project_taxonomy());
  labeling::WriteDrawnOptions options;
  options.validation_share = 0;
  options.cancel = watch.cancel ? &watch.cancel->flag() : nullptr;
  options.progress = [&](int done, int total) { watch.report({"drawing photos", done, total, ""}); };
  return labeling::write_drawn_photos(folder, count, 1, *taxonomy, options, disk());
}

double loader_ms(const std::vector<inference::TrainingSource>& sources, const inference::TrainingRecipe& recipe,
                 int steps) {
  const inference::TrainingPhase& phase = recipe.phases.back();
  const auto draws = inference::draw_epoch(sources, 1, 0);
  inference::BatchOptions options;
  options.width = phase.width, options.height = phase.height, options.batch = phase.batch;
  options.augment = recipe.augment;
  options.heads = heads_of(recipe);
  const auto size = static_cast<std::size_t>(phase.batch);
  const auto start = Clock::now();
  for (std::size_t i = 0; i < static_cast<std::size_t>(steps); ++i) {
    inference::make_batch(sources, draws, i * size, size, options);
  }
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count() / steps;
}

/// Puts Python's figures into `bench`, or why there are none.
void ask_python(TrainBench& bench, double lovasz_weight) {
  const auto said = run_python_script(
      "train_torch.py",
      {"--architecture", bench.architecture, "--width", std::to_string(bench.width), "--height",
       std::to_string(bench.height), "--batch", std::to_string(bench.batch), "--threads", std::to_string(bench.threads),
       "--steps", std::to_string(bench.steps), "--lovasz", std::to_string(lovasz_weight)});
  if (!said.ok()) {
    bench.python_missing = said.error().text();
    return;
  }
  try {
    const nlohmann::json document = nlohmann::json::parse(*said);
    if (document.contains("error")) {
      bench.python_missing = document["error"].get<std::string>();
      return;
    }
    bench.python_version = document.at("torch").get<std::string>();
    for (const nlohmann::json& run : document.at("runs")) {
      const double speed = run.at("photos_per_second").get<double>();
      if (speed <= bench.python_photos_per_second) continue;
      bench.python_photos_per_second = speed;
      bench.python_layout = run.at("layout").get<std::string>();
    }
  } catch (const nlohmann::json::exception& e) {
    bench.python_missing = std::string("what Python said cannot be read: ") + e.what();
  }
}

}  // namespace

Result<TrainBench> bench_train(const TrainBenchRequest& request, const workflow::Watch& watch) {
  std::string path = request.recipe;
  if (path.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(const std::string assets, labeling::assets_dir());
    path = assets + "/recipes/segmenter_words.json";
  }
  inference::TrainingOptions options;
  JAEDAN_ASSIGN_OR_RETURN(options.recipe, inference::read_recipe(path));
  // The first epoch warms up, the second is measured.
  inference::TrainingPhase phase = options.recipe.phases.back();
  phase.epochs = 2;
  options.recipe.phases = {phase};
  options.recipe.device = inference::Device::kCpu;
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const int threads = request.threads > 0 ? request.threads : options.recipe.threads;
  options.recipe.threads = threads > 0 ? threads : cores;

  TrainBench bench;
  bench.architecture = id_of(architecture_of(options.recipe));
  bench.width = phase.width, bench.height = phase.height, bench.batch = phase.batch;
  bench.steps = request.steps, bench.threads = options.recipe.threads;

  const Scratch scratch;
  if (scratch.path().empty()) return Error{ErrorCode::kIo, "bench.no_room", "no room for a temporary folder"};
  const std::string photos = scratch.path() + "/photos";
  JAEDAN_RETURN_IF_ERROR(draw(photos, request.steps * phase.batch, watch));
  options.folders = {{inference::DataKind::kSnapshot, photos, 1.0}};
  JAEDAN_ASSIGN_OR_RETURN(const auto sources, inference::read_sources(options.folders, {}));
  bench.loader_ms = loader_ms(sources, options.recipe, request.steps);

  options.output = scratch.path() + "/model";
  options.model_id = "bench";
  options.cancel = watch.cancel ? &watch.cancel->flag() : nullptr;
  options.progress = [&](const inference::TrainingProgress& p) {
    watch.report({"training", std::int64_t{p.epoch - 1} * p.steps + p.step, std::int64_t{p.epochs} * p.steps, ""});
    if (p.epoch < 2) return;
    bench.photos_per_second = p.photos_per_second;
    bench.waited_share = p.waited_share;
  };
  JAEDAN_ASSIGN_OR_RETURN(inference::TrainingModule* const module, inference::load_training_module());
  JAEDAN_RETURN_IF_ERROR(module->train(options));
  bench.step_ms = 1000 * phase.batch / bench.photos_per_second;
  watch.report({"the same in Python", 0, 1, ""});
  ask_python(bench, options.recipe.lovasz_weight);
  return bench;
}

}  // namespace jaedan::bench
