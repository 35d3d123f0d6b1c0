#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "inference/train/measure/evaluate.h"
#include "inference/train/run/trainer.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// What to train. With a project the snapshot is the first data folder; without one `folders` say everything.
struct TrainRequest {
  std::string name;      ///< id of the new model; empty = made from the snapshot's hash
  std::string snapshot;  ///< start of a snapshot's hash; empty = the newest
  std::string recipe;    ///< file; empty = assets/recipes/fine_tune.json, or segmenter.json without a project
  std::string from;      ///< model id to go on from; empty = the champion (with a project) or nothing (without)
  std::string backbone;  ///< ImageNet weights for a fresh start without `from`
  /// For clicks: id or folder of the segmenter whose masks are corrected too; empty = `from`, if it is one.
  std::string proposals_by;
  std::string output;                          ///< folder; empty = PROJECT/models/NAME
  std::string terms;                           ///< what the data's owners ask for; goes onto the card
  std::vector<inference::DataFolder> folders;  ///< further data
  int epochs = 0;                              ///< of every phase; 0 = as the recipe says
  int threads = 0;                             ///< 0 = as the recipe says
  bool resume = false;                         ///< go on from the checkpoint in the output folder, or begin
  double checkpoint_minutes = 5;               ///< between two checkpoints within an epoch; 0 = one an epoch
  inference::WorkerPlace workers;              ///< which of the processes this is that share the training
};

struct TrainedModel {
  std::string id;
  std::string folder;
  inference::TrainingReport report;
};

/// Trains a challenger. It is not promoted: `evaluate` it first. Cancelling leaves a checkpoint of the last step, from
/// which `resume` goes on exactly. kForbidden, with a project, for who is no manager of it.
Result<TrainedModel> train_model(Project* project, const Actor& manager, const TrainRequest& request,
                                 const Watch& watch);

/// Reads KIND=FOLDER or KIND=FOLDER=SHARE as the command line gives it; the kinds are those of inference::DataKind.
/// kInvalidArgument.
Result<inference::DataFolder> parse_data_folder(const std::string& word);
/// Several of them.
Result<std::vector<inference::DataFolder>> parse_data_folders(const std::vector<std::string>& words);
/// val, test or train; nothing for "all", the only other word it is asked of.
std::optional<inference::Split> parse_split(const std::string& word);

/// What to measure a model on.
struct EvaluateRequest {
  std::string model;     ///< id; empty = champion or built-in
  std::string snapshot;  ///< start of a hash; empty = the newest; only with a project and without `folders`
  std::vector<inference::DataFolder> folders;
  std::optional<inference::Split> split = inference::Split::kVal;  ///< empty = all photos
  bool tta = false;
  bool without_own = false;  ///< leave out photos with a garment as this model drew it
  bool calibrate = false;    ///< fits the model's scores to what was measured, and writes both into its card
  std::string report;        ///< HTML file to write (evaluation_report.h); empty = none
  int threads = 0;
};

struct Evaluation {
  std::string model_id;
  inference::EvaluationReport report;
};

/// Runs the model as `prefill` does and compares with the truth. Errors of the report: those of evaluation_report.h;
/// where it goes is checked before anything is measured. kForbidden, to calibrate with a project, for who is no manager
/// of it.
Result<Evaluation> evaluate_model(Project* project, const Actor& actor, const EvaluateRequest& request,
                                  const Watch& watch);

}  // namespace jaedan::workflow
