#include "inference/train/run/trainer.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <thread>

#include "inference/net/device.h"
#include "inference/net/weights.h"
#include "inference/train/data/sources.h"
#include "inference/train/learn/click_learner.h"
#include "inference/train/learn/learner.h"
#include "inference/train/learn/schedule.h"
#include "inference/train/learn/worker_group.h"
#include "inference/train/run/pace.h"
#include "inference/train/run/result_card.h"
#include "inference/train/run/run_place.h"
#include "inference/train/run/train_segmenter.h"
#include "inference/train/run/training_log.h"
#include "labeling/base/sha256.h"

namespace jaedan::inference {
namespace {

constexpr double kPhotoArea = 1.2;  // of the largest frame
constexpr double kWholeArea = 2.5;  // the same for photos that are cut down to their figure,
constexpr double kPieceArea = 5;    // to one garment or less,
constexpr double kGarmentArea = 8;  // and to one garment in a frame of its own

class Run {
 public:
  Run(const TrainingOptions& options, torch::Device device, Learner& learner)
      : options_(options), device_(device), learner_(learner), log_(options.output + "/training.csv") {}

  Result<TrainingReport> go() {
    JAEDAN_RETURN_IF_ERROR(prepare());
    while (place_.epoch < epochs_of(options_.recipe) && !is_patience_over()) {
      JAEDAN_RETURN_IF_ERROR(run_epoch());
      JAEDAN_RETURN_IF_ERROR(finish_epoch());
    }
    report_.best_miou = place_.best_miou, report_.best_epoch = place_.best_epoch, report_.epochs = place_.epoch;
    report_.seconds = seconds_since(start_);
    return report_;
  }

 private:
  std::string checkpoint_path() const { return options_.output + "/checkpoint.safetensors"; }

  bool is_patience_over() const {
    const int patience = options_.recipe.patience;
    return patience > 0 && place_.epoch > 0 && place_.epoch - place_.best_epoch >= patience;
  }

  bool is_first_worker() const { return options_.workers.rank == 0; }
  PreparationWatch preparation_watch() const {
    PreparationWatch watch{options_.cancel, {}};
    if (is_first_worker()) watch.looked_at = options_.preparing;
    return watch;
  }
  bool is_cancelled() const { return options_.cancel != nullptr && *options_.cancel; }

  Status prepare() {
    if (options_.workers.count > 1) {
      JAEDAN_ASSIGN_OR_RETURN(group_, join_workers(options_.workers));
    }
    std::error_code failed;
    std::filesystem::create_directories(options_.output, failed);
    if (failed) return Error{ErrorCode::kIo, in_context(options_.output, system_message(failed))};
    report_.weights_path = options_.output + "/model.safetensors";
    FolderOptions folder_options;
    folder_options.area_px = photo_area();
    folder_options.cancel = options_.cancel;
    folder_options.for_clicks = learns_clicks();
    folder_options.with_body = options_.recipe.learns == Goal::kFigures;
    JAEDAN_ASSIGN_OR_RETURN(sources_, read_sources(options_.folders, folder_options));
    if (draw_epoch(sources_, 0, 0).empty()) {
      return Error{ErrorCode::kInvalidArgument, "train.no_photo", "the data holds no photo of split 'train'"};
    }
    identity_ = identity_of(options_.recipe, sources_);
    if (!options_.start_from.empty()) {
      JAEDAN_ASSIGN_OR_RETURN(identity_.start, sha256_hex_of_file(options_.start_from));
    } else if (options_.recipe.start_share > 0) {
      return Error{ErrorCode::kInvalidArgument, "train.share_of_nothing", "start_share needs a model to begin from"};
    }
    if (!options_.proposer.empty()) {
      JAEDAN_ASSIGN_OR_RETURN(const ModelCard card, read_model_card(options_.proposer));
      JAEDAN_ASSIGN_OR_RETURN(identity_.proposer, sha256_hex_of_file(options_.proposer + "/" + card.weights));
    }
    if (options_.resume && std::filesystem::exists(checkpoint_path(), failed)) return resume();
    if (options_.resume && std::filesystem::exists(options_.output + "/" + kModelCardFile, failed)) {
      return Error{ErrorCode::kNotFound,
                   "train.no_checkpoint",
                   "{0}: holds a model, but no checkpoint to go on from",
                   {options_.output}};
    }
    JAEDAN_RETURN_IF_ERROR(load_start());
    learner_.start_average();
    JAEDAN_RETURN_IF_ERROR(learner_.prepare(sources_, proposer(), preparation_watch()));
    return is_first_worker() ? log_.open(0) : Status{};
  }

  Status load_start() {
    if (!options_.start_from.empty()) return learner_.start_from(options_.start_from);
    if (!options_.backbone.empty()) return learner_.start_from_backbone(options_.backbone);
    return {};
  }

  std::string proposer() const {
    if (!options_.proposer.empty() || options_.start_from.empty()) return options_.proposer;
    return std::filesystem::absolute(options_.start_from).parent_path().string();
  }

  bool learns_clicks() const { return options_.recipe.learns == Goal::kClicks; }

  Status resume() {
    JAEDAN_ASSIGN_OR_RETURN(const TensorFile file, read_safetensors(checkpoint_path()));
    JAEDAN_ASSIGN_OR_RETURN(place_, read_place(file, identity_, checkpoint_path()));
    JAEDAN_RETURN_IF_ERROR(load_start());
    JAEDAN_RETURN_IF_ERROR(learner_.restore_checkpoint(file, checkpoint_path()));
    JAEDAN_RETURN_IF_ERROR(learner_.prepare(sources_, proposer(), preparation_watch()));
    progress_.best_miou = place_.best_epoch > 0 ? place_.best_miou : -1;
    return is_first_worker() ? log_.open(place_.epoch) : Status{};
  }

  Status save_checkpoint() {
    if (!is_first_worker()) return {};
    TensorFile checkpoint = learner_.checkpoint();
    write_place(checkpoint, place_, identity_);
    since_checkpoint_ = RunClock::now();
    return write_safetensors(checkpoint_path(), checkpoint);
  }

  bool is_checkpoint_due() const {
    const double minutes = options_.checkpoint_minutes;
    return (minutes > 0 && seconds_since(since_checkpoint_) >= 60 * minutes) ||
           (options_.checkpoint_steps > 0 && place_.step % options_.checkpoint_steps == 0);
  }

  // A processor that learns leaves little time for more than one thread that prepares; a GPU waits for all of them.
  int loader_threads() const {
    return device_.is_cpu() ? 1 : std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
  }

  // Photos stay as large as the largest frame needs when it shows a part of them.
  double photo_area() const {
    double area = 0;
    for (const TrainingPhase& phase : options_.recipe.phases) area = std::max(area, double(phase.width) * phase.height);
    if (learns_clicks()) return kPieceArea * area;
    if (cuts_garments_out(options_.recipe)) return kGarmentArea * area;
    return (looks_at_figures(options_.recipe) ? kWholeArea : kPhotoArea) * area;
  }

  std::vector<Draw> draws_of(int epoch, const TrainingPhase& phase) {
    for (std::size_t s = 0; s < sources_.size(); ++s) {
      sources_[s].share = options_.folders[s].share * (s == 0 ? 1.0 : phase.extra_share);
    }
    return draw_epoch(sources_, options_.recipe.seed, epoch);
  }

  Status run_epoch() {
    const EpochPlace epoch = place_of(options_.recipe, place_.epoch);
    const TrainingPhase& phase = *epoch.phase;
    BatchLoader loader(sources_, draws_of(place_.epoch, phase),
                       {phase.width, phase.height, phase.batch, loader_threads(), options_.recipe.augment,
                        learns_clicks(), options_.workers.rank, options_.workers.count,
                        static_cast<std::size_t>(place_.step), heads_of(options_.recipe)});
    const auto steps = static_cast<int>(loader.batch_count());
    if (steps == 0)
      return Error{ErrorCode::kInvalidArgument, "train.too_few_photos", "fewer than half a batch of train photos"};
    Pace pace;
    const double seconds_before = place_.epoch_seconds;
    while (auto batch = pace.waiting([&] { return loader.next(); })) {
      // Workers stop together, after a step in which one of them was asked to.
      if (group_ == nullptr && is_cancelled()) return stop();
      const double rate = rate_at(options_.recipe, epoch, double(place_.step) / steps, place_.step_of_run++);
      const StepResult result = step(*batch, rate, rate * phase.backbone_rate);
      place_.loss_sum += result.loss;
      ++place_.step;
      if (!std::isfinite(place_.loss_sum)) {
        return Error{ErrorCode::kInternal, "train.loss_no_number", "the loss is no number any more; lower the rate"};
      }
      pace.add(batch->whole);
      place_.epoch_seconds = seconds_before + pace.seconds();
      if (result.stop) return stop();
      if (place_.step < steps && is_checkpoint_due()) JAEDAN_RETURN_IF_ERROR(save_checkpoint());
      report_progress(pace, steps);
    }
    return {};
  }

  struct StepResult {
    double loss;
    bool stop;
  };
  StepResult step(const Batch& batch, double rate, double backbone_rate) {
    if (group_ == nullptr) return {learner_.step(batch, rate, backbone_rate), false};
    const double weight = double(batch.count) / batch.whole;
    std::vector<double> numbers = {learner_.measure(batch)};
    sum_gradients(*group_, learner_.learnt_parameters(), weight, numbers);
    learner_.follow(rate, backbone_rate);
    std::vector<double> stop = {is_cancelled() ? 1.0 : 0.0};
    sum_numbers(*group_, stop);
    return {numbers[0], stop[0] > 0};
  }

  Error stop() {
    if (const Status saved = save_checkpoint(); !saved.ok()) return saved.error();
    return {ErrorCode::kCancelled, "train.stopped", "training: stopped"};
  }

  void report_progress(const Pace& pace, int steps) {
    progress_.epoch = place_.epoch + 1, progress_.epochs = epochs_of(options_.recipe);
    progress_.step = place_.step, progress_.steps = steps, progress_.loss = place_.loss_sum / place_.step;
    progress_.photos_per_second = pace.photos_per_second();
    progress_.waited_share = pace.waited_share();
    progress_.seconds_left =
        epochs_ahead(options_.recipe, place_.epoch, double(place_.step) / steps) * pace.seconds_a_step() * steps;
    if (options_.progress && is_first_worker()) options_.progress(progress_);
  }

  // The first folder with val photos decides: further ones are mixed in to help, not to be good at.
  const TrainingSource& judge() const {
    for (const TrainingSource& source : sources_) {
      const auto is_val = [](const TrainingItem& item) { return item.split == Split::kVal; };
      if (std::any_of(source.items.begin(), source.items.end(), is_val)) return source;
    }
    return sources_.front();
  }

  Status finish_epoch() {
    const auto start = RunClock::now();
    const TrainingPhase& phase = *place_of(options_.recipe, place_.epoch).phase;
    ValidationScore score;
    if (is_first_worker()) {
      score = learner_.judge(judge(), Split::kVal, phase);
    }
    std::vector<double> verdict = {score.merit, double(score.judged)};
    if (group_ != nullptr) sum_numbers(*group_, verdict);  // the others say nothing
    const double merit = verdict[0];
    const bool is_measured = verdict[1] > 0;
    const EpochResult result = {place_.epoch + 1, place_.loss_sum / place_.step, is_measured ? merit : -1,
                                place_.epoch_seconds + seconds_since(start)};
    report_.epoch_losses.push_back(result.loss);
    // Without val photos there is nothing to choose by: the last epoch counts.
    const bool is_best = !is_measured || place_.best_epoch == 0 || merit > place_.best_miou;
    if (is_best) place_.best_miou = merit, place_.best_epoch = result.epoch;
    place_ = {result.epoch, 0, place_.step_of_run, 0, 0, place_.best_miou, place_.best_epoch};
    if (!is_first_worker()) return {};
    if (is_best) JAEDAN_RETURN_IF_ERROR(keep_model(phase, score));
    // First the log, then the checkpoint: what is killed between the two writes the line again.
    JAEDAN_RETURN_IF_ERROR(log_.add(result));
    JAEDAN_RETURN_IF_ERROR(save_checkpoint());
    progress_.val_miou = is_measured ? merit : -1;
    progress_.best_miou = place_.best_miou;
    if (options_.progress) options_.progress(progress_);
    return {};
  }

  Status keep_model(const TrainingPhase& phase, const ValidationScore& score) {
    report_.score = score.segmentation;
    report_.seconds = seconds_since(start_);
    for (const HeadScore& head : score.heads) report_.head_accuracy[accuracy_name(head.head())] = head.accuracy();
    if (cuts_garments_out(options_.recipe) && score.judged > 0) report_.precision_at_10 = score.merit;
    TensorFile file;
    collect(file, "", learner_.kept(), options_.recipe.kernels);
    JAEDAN_RETURN_IF_ERROR(write_safetensors(report_.weights_path, file));
    return write_model_card(options_.output, card_of(options_, seen_sizes(phase), report_, sources_));
  }

  // The phase's is that of what is learnt; the other one is that of the model it goes on from.
  SeenSizes seen_sizes(const TrainingPhase& phase) const {
    const InputSize learnt = {phase.width, phase.height};
    SeenSizes seen = {learnt};
    if (options_.start_from.empty()) return seen;
    const auto card = read_model_card(std::filesystem::path(options_.start_from).parent_path().string());
    if (card.ok()) seen.figure = {card->figure_width, card->figure_height};
    if (!looks_at_figures(options_.recipe)) return seen;
    seen.photo = card.ok() ? InputSize{card->input_width, card->input_height} : InputSize{256, 384};
    if (options_.recipe.learns == Goal::kFigures) seen.figure = learnt;
    return seen;
  }

  const TrainingOptions& options_;
  torch::Device device_;
  Learner& learner_;
  TrainingLog log_;
  std::unique_ptr<WorkerGroup> group_;  ///< of several processes, or nothing
  std::vector<TrainingSource> sources_;
  RunIdentity identity_;
  RunPlace place_;
  TrainingReport report_;
  TrainingProgress progress_;
  const RunClock::time_point start_ = RunClock::now();
  RunClock::time_point since_checkpoint_ = RunClock::now();
};

}  // namespace

Result<TrainingReport> train_segmenter(const TrainingOptions& asked) {
  try {
    TrainingOptions options = asked;
    options.recipe.architecture = architecture_of(options.recipe);
    keep_large_blocks();
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const bool shares_cores = options.recipe.threads == 0 && options.workers.count > 1;
    set_threads(shares_cores ? std::max(1, cores / options.workers.count) : options.recipe.threads);
    torch::manual_seed(options.recipe.seed);
    if (looks_at_figures(options.recipe) && options.start_from.empty()) {
      return Error{ErrorCode::kInvalidArgument,
                   "train.figures_need_start",
                   "{0} are learnt from a segmenter that has learnt already: give --from",
                   {id_of(options.recipe.learns)}};
    }
    JAEDAN_ASSIGN_OR_RETURN(const torch::Device device, choose_device(options.recipe.device));
    JAEDAN_ASSIGN_OR_RETURN(const std::unique_ptr<Learner> learner, make_learner(options.recipe, device));
    return Run(options, device, *learner).go();
  } catch (const std::exception& e) {
    return Error{ErrorCode::kInternal, "train.failed", "training: {0}", {e.what()}};
  }
}

}  // namespace jaedan::inference
