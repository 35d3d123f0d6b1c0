#include "inference/torch/open_model.h"
#include "inference/train/data/sources.h"
#include "inference/train/measure/click_trials.h"
#include "inference/train/run/complete_model.h"
#include "inference/train/run/trainer.h"
#include "inference/train/run/training_module.h"

namespace jaedan::inference {

namespace {

// Clicks until 0.85 and 0.90 on the val pieces of the first folder that has any, into the card and the report: what
// complete_model is to a segmenter.
Status complete_clicks(const TrainingOptions& options, TrainingReport& report) {
  FolderOptions val;
  val.area_px = kClickFrameArea;
  val.only = Split::kVal;
  val.for_clicks = true;
  val.cancel = options.cancel;
  JAEDAN_ASSIGN_OR_RETURN(const auto segmenter,
                          open_interactive({options.output, options.recipe.threads, options.recipe.device, {}}));
  ClickTrialOptions trial;
  trial.cancel = options.cancel;
  for (const DataFolder& folder : options.folders) {
    JAEDAN_ASSIGN_OR_RETURN(const auto sources, read_sources({folder}, val));
    if (items_to_try(sources, trial).empty()) continue;
    JAEDAN_ASSIGN_OR_RETURN(const ClickTrials trials, try_clicks(*segmenter, sources, trial));
    JAEDAN_ASSIGN_OR_RETURN(ModelCard card, read_model_card(options.output));
    const auto add = [&](const std::string& what, bool parts) {
      const ClickScore score =
          score_trials(trials.pieces, trial.most_clicks, [parts](const ClickTrial& t) { return t.is_part == parts; });
      if (score.pieces == 0) return;
      (parts ? report.clicks_on_parts : report.clicks_on_others) = score;
      card.metrics[what + "_pieces"] = score.pieces;
      card.metrics[what + "_clicks_to_85"] = score.clicks_to_85, card.metrics[what + "_failed_85"] = score.failed_85;
      card.metrics[what + "_clicks_to_90"] = score.clicks_to_90, card.metrics[what + "_failed_90"] = score.failed_90;
      card.metrics[what + "_iou_after_1"] = score.iou_after[1],
                          card.metrics[what + "_iou_after_3"] = score.iou_after[3];
    };
    add("parts", true), add("others", false);
    return write_model_card(options.output, card);
  }
  return {};  // nothing to measure by
}

}  // namespace

Result<TrainingReport> train_model(const TrainingOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(TrainingModule* const module, load_training_module());
  JAEDAN_ASSIGN_OR_RETURN(TrainingReport report, module->train(options));
  if (options.workers.rank != 0) return report;
  if (options.recipe.learns == Goal::kClicks) {
    JAEDAN_RETURN_IF_ERROR(complete_clicks(options, report));
    return report;
  }
  // How near like garments lie is measured beside other ways to find them, not here.
  if (options.recipe.learns == Goal::kVectors) return report;
  EvaluationOptions evaluation;
  evaluation.cancel = options.cancel;
  for (const DataFolder& folder : options.folders) {
    evaluation.folders = {folder};
    const Result<EvaluationReport> measured =
        complete_model(options.output, evaluation, options.recipe.threads, options.recipe.device);
    if (measured) {
      report.score = measured->segmentation;
      for (const HeadScore& head : measured->heads) report.head_accuracy[accuracy_name(head.head())] = head.accuracy();
      break;
    }
    // A folder without val photos measures nothing; the next one may.
    if (measured.error().code != ErrorCode::kInvalidArgument) return measured.error();
  }
  return report;
}

}  // namespace jaedan::inference
