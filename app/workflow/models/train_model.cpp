#include "app/workflow/models/train_model.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "app/report/evaluation_report.h"
#include "app/workflow/models/make_snapshot.h"
#include "app/workflow/models/models.h"
#include "app/workflow/people/acting_user.h"
#include "inference/train/run/complete_model.h"
#include "labeling/io/assets.h"

namespace jaedan::workflow {
namespace {

constexpr std::size_t kShortHash = 8;
constexpr std::size_t kWorstPhotos = 20;

/// The snapshot as a data folder, and its hash.
struct SnapshotData {
  inference::DataFolder folder;
  std::string hash;
};

Result<SnapshotData> snapshot_data(Project& project, const std::string& wanted) {
  JAEDAN_ASSIGN_OR_RETURN(const labeling::SnapshotInfo snapshot, find_snapshot(project, wanted));
  return SnapshotData{{inference::DataKind::kSnapshot, snapshot_folder(project, snapshot), 1.0}, snapshot.hash};
}

Result<inference::TrainingRecipe> recipe_of(const TrainRequest& request, bool has_project) {
  std::string path = request.recipe;
  if (path.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(const std::string assets, labeling::assets_dir());
    path = assets + "/recipes/" + (has_project ? "fine_tune.json" : "segmenter.json");
  }
  JAEDAN_ASSIGN_OR_RETURN(inference::TrainingRecipe recipe, inference::read_recipe(path));
  if (request.epochs > 0) {
    for (inference::TrainingPhase& phase : recipe.phases) phase.epochs = request.epochs;
  }
  if (request.threads > 0) recipe.threads = request.threads;
  return recipe;
}

/// The model to go on from: the one asked for, or with a project the champion; nothing for a fresh start.
Result<std::optional<UsableModel>> start_model(const Project* project, const TrainRequest& request) {
  if (request.from.empty() && (!project || !request.backbone.empty())) return std::optional<UsableModel>();
  JAEDAN_ASSIGN_OR_RETURN(UsableModel model, find_model(project, request.from));
  return std::optional<UsableModel>(std::move(model));
}

std::string detail_of(const inference::TrainingProgress& p) {
  char miou[48] = "", text[160];
  if (p.val_miou >= 0) {
    std::snprintf(miou, sizeof miou, "  val %.3f (best %.3f)", p.val_miou, p.best_miou);
  } else if (p.best_miou >= 0) {
    std::snprintf(miou, sizeof miou, "  best val %.3f", p.best_miou);
  }
  std::snprintf(text, sizeof text, "epoch %d/%d  loss %.3f%s  %.1f photos/s  %.0f min left", p.epoch, p.epochs, p.loss,
                miou, p.photos_per_second, p.seconds_left / 60);
  return text;
}

bool is_safe_name(const std::string& name) {
  const auto allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  return !name.empty() && name[0] != '.' && name.find_first_not_of(allowed) == std::string::npos;
}

/// Refuses an id that another model of the project's list has: nobody could say which of the two is meant. Without a
/// project there is no list that the new model would stand in: a built-in one may be trained again elsewhere.
Status check_is_new(const Project* project, const TrainRequest& request, const std::string& id) {
  if (!project) return {};
  const std::string output = request.output.empty() ? project->place().models_dir() + "/" + id : request.output;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<UsableModel> models, list_models(project));
  for (const UsableModel& model : models) {
    std::error_code failed;
    const bool resumed = request.resume && std::filesystem::equivalent(model.folder, output, failed);
    if (model.card.id != id || resumed) continue;
    return Error{ErrorCode::kInvalidArgument,
                 "train.name_taken",
                 "there is a model '{0}' already; take another name (--name)",
                 {id}};
  }
  return {};
}

Result<inference::EvaluationReport> measure(const UsableModel& usable, const EvaluateRequest& request,
                                            const inference::EvaluationOptions& options) {
  if (request.calibrate) return inference::complete_model(usable.folder, options, request.threads);
  JAEDAN_ASSIGN_OR_RETURN(const auto model, open_model(usable, {request.threads, request.tta}));
  return inference::evaluate(*model, options);
}

}  // namespace

Result<inference::DataFolder> parse_data_folder(const std::string& word) {
  const std::size_t first = word.find('=');
  if (first == std::string::npos || first == 0 || first + 1 == word.size()) {
    return Error{ErrorCode::kInvalidArgument,
                 "train.wrong_data",
                 "data '{0}': expected KIND=FOLDER or KIND=FOLDER=SHARE",
                 {word}};
  }
  JAEDAN_ASSIGN_OR_RETURN(const inference::DataKind kind, inference::parse_data_kind(word.substr(0, first)));
  inference::DataFolder folder{kind, word.substr(first + 1), 1.0};
  const std::size_t last = folder.path.rfind('=');
  if (last != std::string::npos) {
    char* end = nullptr;
    folder.share = std::strtod(folder.path.c_str() + last + 1, &end);
    if (*end != '\0' || !(folder.share >= 0)) {
      return Error{
          ErrorCode::kInvalidArgument, "train.wrong_share", "data '{0}': the share is a number, 0 or more", {word}};
    }
    folder.path.resize(last);
  }
  return folder;
}

Result<std::vector<inference::DataFolder>> parse_data_folders(const std::vector<std::string>& words) {
  std::vector<inference::DataFolder> folders;
  folders.reserve(words.size());
  for (const std::string& word : words) {
    JAEDAN_ASSIGN_OR_RETURN(inference::DataFolder folder, parse_data_folder(word));
    folders.push_back(std::move(folder));
  }
  return folders;
}

std::optional<inference::Split> parse_split(const std::string& word) {
  return labeling::split_from_id(word);  // "all" is none of them
}

Result<TrainedModel> train_model(Project* project, const Actor& manager, const TrainRequest& request,
                                 const Watch& watch) {
  if (project) JAEDAN_RETURN_IF_ERROR(check_may(*project, manager, Deed::kManage));
  if (!request.name.empty()) JAEDAN_RETURN_IF_ERROR(check_is_new(project, request, request.name));
  inference::TrainingOptions options;
  JAEDAN_ASSIGN_OR_RETURN(options.recipe, recipe_of(request, project != nullptr));
  options.model_id = request.name;
  const bool learns_clicks = options.recipe.learns == inference::Goal::kClicks;
  if (project) {
    JAEDAN_ASSIGN_OR_RETURN(const SnapshotData data, snapshot_data(*project, request.snapshot));
    options.folders.push_back(data.folder);
    options.description = "trained on snapshot " + data.hash.substr(0, kShortHash);
    if (options.model_id.empty())
      options.model_id = (learns_clicks ? "clicks-" : "challenger-") + data.hash.substr(0, kShortHash);
    JAEDAN_RETURN_IF_ERROR(check_is_new(project, request, options.model_id));
  }
  options.folders.insert(options.folders.end(), request.folders.begin(), request.folders.end());
  if (options.folders.empty()) {
    return Error{ErrorCode::kInvalidArgument, "train.no_data", "there is nothing to train on"};
  }
  if (options.model_id.empty()) options.model_id = learns_clicks ? "clicks" : "segmenter";
  if (!is_safe_name(options.model_id)) {
    return Error{ErrorCode::kInvalidArgument,
                 "train.wrong_name",
                 "'{0}' is no model name: letters, digits, - _ .",
                 {options.model_id}};
  }
  options.output = request.output;
  if (options.output.empty()) {
    if (!project) {
      return Error{ErrorCode::kInvalidArgument, "train.no_place",
                   "without a project, say where the model goes (--out)"};
    }
    options.output = project->place().models_dir() + "/" + options.model_id;
  }
  if (!request.resume && std::filesystem::exists(options.output + "/" + inference::kModelCardFile)) {
    return Error{
        ErrorCode::kConflict, "train.holds_model", "{0} holds a model already; take another name", {options.output}};
  }
  if (!request.resume && std::filesystem::exists(options.output + "/checkpoint.safetensors")) {
    return Error{ErrorCode::kConflict,
                 "train.unfinished",
                 "{0} holds a training that was not finished; go on with --resume or take another name",
                 {options.output}};
  }
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<UsableModel> start, start_model(project, request));
  if (start) {
    if (!request.resume) JAEDAN_RETURN_IF_ERROR(check_weights(*start));
    options.start_from = start->folder + "/" + start->card.weights;
    if (!options.recipe.architecture) {
      JAEDAN_ASSIGN_OR_RETURN(options.recipe.architecture, inference::parse_architecture(start->card.architecture));
    }
    const std::vector<inference::HeadSpec> heads = inference::unmeasured(start->card.heads);
    const bool has_other_heads = !heads.empty() && heads != heads_of(options.recipe);
    if (!options.recipe.heads && has_other_heads) options.recipe.heads = heads;
  }
  if (!request.proposals_by.empty()) {
    if (!learns_clicks && !cuts_garments_out(options.recipe)) {
      return Error{ErrorCode::kInvalidArgument,
                   "train.no_proposals",
                   "only clicks and vectors are learnt from proposals; this recipe learns {0}",
                   {id_of(options.recipe.learns)}};
    }
    JAEDAN_ASSIGN_OR_RETURN(const UsableModel proposer, find_model(project, request.proposals_by));
    if (proposer.card.role != inference::ModelRole::kSegments) {
      return Error{ErrorCode::kInvalidArgument,
                   "train.proposes_nothing",
                   "'{0}' looks for no garments and proposes nothing",
                   {proposer.card.id}};
    }
    JAEDAN_RETURN_IF_ERROR(check_weights(proposer));
    options.proposer = proposer.folder;
  }
  options.backbone = request.backbone;
  options.data_terms = request.terms;
  options.resume = request.resume;
  options.checkpoint_minutes = request.checkpoint_minutes;
  options.workers = request.workers;
  options.cancel = watch.cancel ? &watch.cancel->flag() : nullptr;
  options.preparing = [&watch](std::size_t done, std::size_t all) {
    watch.report({"preparing photos", static_cast<std::int64_t>(done), static_cast<std::int64_t>(all), ""});
  };
  options.progress = [&watch](const inference::TrainingProgress& p) {
    watch.report(
        {"training", std::int64_t{p.epoch - 1} * p.steps + p.step, std::int64_t{p.epochs} * p.steps, detail_of(p)});
  };
  JAEDAN_ASSIGN_OR_RETURN(inference::TrainingReport report, inference::train_model(options));
  return TrainedModel{options.model_id, options.output, std::move(report)};
}

Result<Evaluation> evaluate_model(Project* project, const Actor& actor, const EvaluateRequest& request,
                                  const Watch& watch) {
  if (project && request.calibrate) JAEDAN_RETURN_IF_ERROR(check_may(*project, actor, Deed::kManage));
  if (!request.report.empty()) JAEDAN_RETURN_IF_ERROR(report::check_report_file(request.report));
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel usable, find_model(project, request.model));
  inference::EvaluationOptions options;
  options.folders = request.folders;
  options.split = request.split;
  options.without_own = request.without_own;
  if (options.folders.empty()) {
    if (!project) {
      return Error{ErrorCode::kInvalidArgument, "evaluate.no_data",
                   "there is nothing to measure on: name a project or --data"};
    }
    JAEDAN_ASSIGN_OR_RETURN(const SnapshotData data, snapshot_data(*project, request.snapshot));
    options.folders.push_back(data.folder);
  }
  options.cancel = watch.cancel ? &watch.cancel->flag() : nullptr;
  options.progress = [&watch](int done, int total) { watch.report({"measuring", done, total, ""}); };
  report::WorstPhotos worst(kWorstPhotos);
  if (!request.report.empty()) options.on_photo = [&worst](const auto& outcome) { worst.add(outcome); };
  JAEDAN_ASSIGN_OR_RETURN(inference::EvaluationReport report, measure(usable, request, options));
  Evaluation evaluation{usable.card.id, std::move(report)};
  if (request.report.empty()) return evaluation;

  report::EvaluationPage page;
  // --calibrate has just written the card.
  JAEDAN_ASSIGN_OR_RETURN(page.card, inference::read_model_card(usable.folder));
  page.report = evaluation.report;
  page.data = evaluation.report.data + (request.tta ? ", mirrored photo as well" : "");
  page.cross_fitted = request.calibrate && evaluation.report.photos > 1;
  JAEDAN_ASSIGN_OR_RETURN(page.worst, worst.take());
  Result<std::vector<report::EpochRow>> epochs = report::read_training_log(usable.folder);
  if (epochs.ok()) {
    page.epochs = std::move(epochs).value();
  } else {
    page.no_epochs_because = epochs.error().text();
  }
  JAEDAN_RETURN_IF_ERROR(report::write_evaluation_report(request.report, page));
  return evaluation;
}

}  // namespace jaedan::workflow
