#include "inference/train/trainer.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <thread>

#include "inference/net/device.h"
#include "inference/net/weights.h"
#include "inference/train/learner.h"
#include "inference/train/result_card.h"
#include "inference/train/train_segmenter.h"

namespace jaedan::inference {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

constexpr double kPhotoArea = 1.2;  // of the largest frame

struct Place {
  const TrainingPhase* phase;
  int epoch_in_phase;
};

Place place_of(const TrainingRecipe& recipe, int epoch) {
  for (const TrainingPhase& phase : recipe.phases) {
    if (epoch < phase.epochs) return {&phase, epoch};
    epoch -= phase.epochs;
  }
  return {&recipe.phases.back(), recipe.phases.back().epochs - 1};
}

int epochs_of(const TrainingRecipe& recipe) {
  int epochs = 0;
  for (const TrainingPhase& phase : recipe.phases) epochs += phase.epochs;
  return epochs;
}

// Time an epoch costs, in arbitrary units: pixels seen.
double cost_of(const TrainingPhase& phase) { return double(phase.width) * phase.height; }

double cost_from(const TrainingRecipe& recipe, int epoch) {
  double cost = 0;
  for (int e = epoch; e < epochs_of(recipe); ++e) cost += cost_of(*place_of(recipe, e).phase);
  return cost;
}

double rate_at(const TrainingRecipe& recipe, const Place& place, double part_of_epoch, int step_of_run) {
  const TrainingPhase& phase = *place.phase;
  const double progress = (place.epoch_in_phase + part_of_epoch) / phase.epochs;
  const double rate =
      phase.rate_end + (phase.rate - phase.rate_end) * 0.5 * (1 + std::cos(progress * 3.14159265358979));
  return rate * std::min(1.0, (step_of_run + 1.0) / std::max(1, recipe.warm_up_steps));
}

// Activations of tens of megabytes are freed and asked for again at every layer. By default the C library gives such
// blocks back to the system each time, and the page faults cost a good part of a step.
void keep_large_blocks() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 2147483647);
#endif
}

class Run {
 public:
  Run(const TrainingOptions& options, torch::Device device)
      : options_(options), device_(device), learner_(options.recipe, device) {}

  Result<TrainingReport> go() {
    JAEDAN_RETURN_IF_ERROR(prepare());
    const int epochs = epochs_of(options_.recipe);
    for (int epoch = first_epoch_; epoch < epochs; ++epoch) {
      JAEDAN_RETURN_IF_ERROR(run_epoch(epoch));
      JAEDAN_RETURN_IF_ERROR(finish_epoch(epoch));
      const int patience = options_.recipe.patience;
      if (patience > 0 && epoch + 1 - report_.best_epoch >= patience) break;
    }
    report_.seconds = seconds_since(start_);
    return report_;
  }

 private:
  std::string checkpoint_path() const { return options_.output + "/checkpoint.safetensors"; }

  Status prepare() {
    std::error_code failed;
    std::filesystem::create_directories(options_.output, failed);
    if (failed) return Error{ErrorCode::kIo, options_.output + ": " + failed.message()};
    report_.weights_path = options_.output + "/model.safetensors";
    FolderOptions folder_options;
    folder_options.area_px = photo_area();
    folder_options.cancel = options_.cancel;
    JAEDAN_ASSIGN_OR_RETURN(sources_, read_sources(options_.folders, folder_options));
    if (draw_epoch(sources_, 0, 0).empty()) {
      return Error{ErrorCode::kInvalidArgument, "the data holds no photo of split 'train'"};
    }
    if (options_.resume) return resume();
    if (!options_.start_from.empty()) {
      JAEDAN_ASSIGN_OR_RETURN(const TensorFile file, read_safetensors(options_.start_from));
      JAEDAN_RETURN_IF_ERROR(restore(file, "", state_of(*learner_.network()), options_.start_from, true));
    } else if (!options_.backbone.empty()) {
      JAEDAN_RETURN_IF_ERROR(import_backbone(options_.backbone, *learner_.network()));
    }
    learner_.start_average();
    return {};
  }

  Status resume() {
    JAEDAN_ASSIGN_OR_RETURN(const TensorFile file, read_safetensors(checkpoint_path()));
    JAEDAN_RETURN_IF_ERROR(learner_.restore_checkpoint(file, checkpoint_path()));
    const auto number = [&](const char* key) {
      const auto found = file.metadata.find(key);
      return found == file.metadata.end() ? 0.0 : std::atof(found->second.c_str());
    };
    first_epoch_ = static_cast<int>(number("epochs"));
    step_of_run_ = static_cast<int>(number("steps"));
    report_.best_miou = number("best_miou");
    report_.best_epoch = static_cast<int>(number("best_epoch"));
    progress_.best_miou = report_.best_miou;
    return {};
  }

  // A processor that learns leaves little time for more than one thread that prepares; a GPU waits for all of them.
  int loader_threads() const {
    return device_.is_cpu() ? 1 : std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
  }

  // Photos stay as large as the largest frame needs when it shows a part of them.
  double photo_area() const {
    double area = 0;
    for (const TrainingPhase& phase : options_.recipe.phases) area = std::max(area, double(phase.width) * phase.height);
    return kPhotoArea * area;
  }

  std::vector<Draw> draws_of(int epoch, const TrainingPhase& phase) {
    for (std::size_t s = 0; s < sources_.size(); ++s) {
      sources_[s].share = options_.folders[s].share * (s == 0 ? 1.0 : phase.extra_share);
    }
    return draw_epoch(sources_, options_.recipe.seed, epoch);
  }

  Status run_epoch(int epoch) {
    const Place place = place_of(options_.recipe, epoch);
    const TrainingPhase& phase = *place.phase;
    BatchLoader loader(sources_, draws_of(epoch, phase),
                       {phase.width, phase.height, phase.batch, loader_threads(), options_.recipe.augment});
    const auto steps = static_cast<int>(loader.batch_count());
    if (steps == 0) return Error{ErrorCode::kInvalidArgument, "fewer than half a batch of train photos"};
    const auto epoch_start = Clock::now();
    double sum = 0;
    int step = 0;
    while (auto batch = loader.next()) {
      if (options_.cancel != nullptr && *options_.cancel) return Error{ErrorCode::kCancelled, "training: stopped"};
      const double rate = rate_at(options_.recipe, place, double(step) / steps, step_of_run_++);
      sum += learner_.step(*batch, rate, rate * phase.backbone_rate);
      ++step;
      if (!std::isfinite(sum)) return Error{ErrorCode::kInternal, "the loss is no number any more; lower the rate"};
      const double epochs_ahead = cost_from(options_.recipe, epoch) / cost_of(phase) - double(step) / steps;
      progress_.epoch = epoch + 1, progress_.epochs = epochs_of(options_.recipe);
      progress_.step = step, progress_.steps = steps, progress_.loss = sum / step;
      progress_.seconds_left = epochs_ahead * seconds_since(epoch_start) / step * steps;
      if (options_.progress) options_.progress(progress_);
    }
    report_.epoch_losses.push_back(sum / steps);
    return {};
  }

  // The first folder with val photos decides: further ones are mixed in to help, not to be good at.
  const TrainingSource& judge() const {
    for (const TrainingSource& source : sources_) {
      const auto is_val = [](const TrainingItem& item) { return item.split == Split::kVal; };
      if (std::any_of(source.items.begin(), source.items.end(), is_val)) return source;
    }
    return sources_.front();
  }

  Status finish_epoch(int epoch) {
    const TrainingPhase& phase = *place_of(options_.recipe, epoch).phase;
    const ValidationScore score = validate(learner_.average(), judge(), Split::kVal, phase, device_);
    progress_.val_miou = score.segmentation.miou;
    report_.epochs = epoch + 1;
    // Without val photos there is nothing to choose by: the last epoch counts.
    if (score.segmentation.garments == 0 || score.segmentation.miou > report_.best_miou) {
      report_.best_miou = score.segmentation.miou;
      report_.best_epoch = epoch + 1;
      report_.score = score.segmentation;
      report_.category_accuracy = score.category.accuracy();
      TensorFile file;
      collect(file, "", state_of(*learner_.average()), true);
      JAEDAN_RETURN_IF_ERROR(write_safetensors(report_.weights_path, file));
      JAEDAN_RETURN_IF_ERROR(write_model_card(options_.output, card_of(options_, phase, report_, sources_)));
    }
    progress_.best_miou = report_.best_miou;
    if (options_.progress) options_.progress(progress_);
    TensorFile checkpoint = learner_.checkpoint();
    checkpoint.metadata["epochs"] = std::to_string(epoch + 1);
    checkpoint.metadata["best_miou"] = std::to_string(report_.best_miou);
    checkpoint.metadata["best_epoch"] = std::to_string(report_.best_epoch);
    return write_safetensors(checkpoint_path(), checkpoint);
  }

  const TrainingOptions& options_;
  torch::Device device_;
  Learner learner_;
  std::vector<TrainingSource> sources_;
  TrainingReport report_;
  TrainingProgress progress_;
  int first_epoch_ = 0;
  int step_of_run_ = 0;
  const Clock::time_point start_ = Clock::now();
};

}  // namespace

Result<TrainingReport> train_segmenter(const TrainingOptions& asked) {
  try {
    TrainingOptions options = asked;
    if (options.recipe.architecture.empty()) options.recipe.architecture = "mobilenet_v2_segmenter";
    keep_large_blocks();
    set_threads(options.recipe.threads);
    torch::manual_seed(options.recipe.seed);
    if (!segmenter_options(options.recipe.architecture)) {
      return Error{ErrorCode::kUnsupported, "the architecture '" + options.recipe.architecture + "' is not known"};
    }
    JAEDAN_ASSIGN_OR_RETURN(const torch::Device device, choose_device(options.recipe.device));
    return Run(options, device).go();
  } catch (const std::exception& e) {
    return Error{ErrorCode::kInternal, std::string("training: ") + e.what()};
  }
}

}  // namespace jaedan::inference
