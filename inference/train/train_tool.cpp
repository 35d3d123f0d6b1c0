// jaedan-train-tool RECIPE OUTPUT [--id ID] [--about TEXT] [--terms TEXT] [--backbone FILE] [--from WEIGHTS] [--resume]
//                   KIND=FOLDER[=SHARE]…
// jaedan-train-tool --evaluate MODEL_FOLDER [--tta] [--complete] KIND=FOLDER…
// jaedan-train-tool --label-tagged MODEL_FOLDER CCP_FOLDER OUTPUT
// Trains and measures without a project, e.g. the model this repository ships.
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "inference/train/complete_model.h"
#include "inference/train/evaluate.h"
#include "inference/train/self_labels.h"
#include "inference/train/trainer.h"

namespace {

using namespace jaedan;
using namespace jaedan::inference;

DataFolder folder_from(const std::string& word) {
  const std::size_t first = word.find('='), last = word.rfind('=');
  DataFolder folder{word.substr(0, first), word.substr(first + 1), 1.0};
  if (last != first) {
    folder.path = word.substr(first + 1, last - first - 1);
    folder.share = std::atof(word.c_str() + last + 1);
  }
  return folder;
}

void print(const TrainingProgress& progress) {
  if (progress.step % 20 != 0 && progress.step != progress.steps) return;
  std::printf("epoch %d/%d step %d/%d loss %.3f val %.3f best %.3f, %.1f min left\n", progress.epoch, progress.epochs,
              progress.step, progress.steps, progress.loss, progress.val_miou, progress.best_miou,
              progress.seconds_left / 60);
  std::fflush(stdout);
}

void print(const SegmentationScore& score) {
  for (std::size_t i = 0; i < kPartCount; ++i) {
    const PartScore& part = score.parts[i];
    std::printf("%-7s IoU %.3f  per photo %.3f  kept %.2f  found %.2f  n %d  false %.2f\n",
                std::string(id_of(kAllParts[i])).c_str(), part.iou, part.per_photo, part.kept, part.found, part.photos,
                part.false_rate);
  }
  std::printf("all     mIoU %.4f  per garment %.3f  kept %.2f  found %.2f  garments %d\n", score.miou,
              score.per_garment, score.kept, score.found, score.garments);
}

void print(const EvaluationReport& report) {
  print(report.segmentation);
  std::printf("category %.3f of %lld; %d photos, %.0f ms each\n", report.category.accuracy(),
              static_cast<long long>(report.category.total()), report.photos, 1000 * report.seconds_per_photo);
}

Status train(const std::vector<std::string>& words) {
  TrainingOptions options;
  JAEDAN_ASSIGN_OR_RETURN(options.recipe, read_recipe(words.at(0)));
  options.output = words.at(1);
  options.model_id = "segmenter";
  std::map<std::string, std::string*> texts = {{"--id", &options.model_id},
                                               {"--about", &options.description},
                                               {"--terms", &options.data_terms},
                                               {"--backbone", &options.backbone},
                                               {"--from", &options.start_from}};
  for (std::size_t i = 2; i < words.size(); ++i) {
    const auto text = texts.find(words[i]);
    if (text != texts.end() && i + 1 < words.size()) {
      *text->second = words[++i];
    } else if (words[i] == "--resume") {
      options.resume = true;
    } else if (words[i].find('=') != std::string::npos) {
      options.folders.push_back(folder_from(words[i]));
    } else {
      return Error{ErrorCode::kInvalidArgument, "'" + words[i] + "' is no option"};
    }
  }
  options.progress = [](const TrainingProgress& progress) { print(progress); };
  JAEDAN_ASSIGN_OR_RETURN(const TrainingReport report, train_model(options));
  std::printf("best epoch %d, category %.3f, %.0f s\n", report.best_epoch, report.category_accuracy, report.seconds);
  print(report.score);
  return {};
}

Status measure(const std::vector<std::string>& words) {
  PrefillerOptions options;
  EvaluationOptions evaluation;
  options.model_folder = words.at(1);
  bool complete = false;
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i] == "--tta") {
      options.tta = true;
    } else if (words[i] == "--complete") {
      complete = true;
    } else {
      evaluation.folders.push_back(folder_from(words[i]));
    }
  }
  if (complete) {
    JAEDAN_ASSIGN_OR_RETURN(const EvaluationReport report, complete_model(options.model_folder, evaluation));
    print(report);
    return {};
  }
  JAEDAN_ASSIGN_OR_RETURN(const auto model, open_prefiller(options));
  JAEDAN_ASSIGN_OR_RETURN(const EvaluationReport report, evaluate(*model, evaluation));
  print(report);
  return {};
}

Status label_tagged(const std::vector<std::string>& words) {
  if (words.size() != 4)
    return Error{ErrorCode::kInvalidArgument, "--label-tagged takes MODEL_FOLDER CCP_FOLDER OUTPUT"};
  PrefillerOptions options;
  options.model_folder = words[1];
  JAEDAN_ASSIGN_OR_RETURN(const auto model, open_prefiller(options));
  JAEDAN_ASSIGN_OR_RETURN(const SelfLabelReport report, label_tagged_photos(*model, words[2], words[3], {}));
  std::printf("%d photos labelled, %d left out\n", report.labelled, report.left_out);
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 3) {
    std::fprintf(stderr,
                 "usage: jaedan-train-tool RECIPE OUTPUT [options] KIND=FOLDER[=SHARE]…\n"
                 "       jaedan-train-tool --evaluate MODEL_FOLDER [--tta] [--complete] KIND=FOLDER…\n"
                 "       jaedan-train-tool --label-tagged MODEL_FOLDER CCP_FOLDER OUTPUT\n");
    return 2;
  }
  const Status status = words.front() == "--evaluate"       ? measure(words)
                        : words.front() == "--label-tagged" ? label_tagged(words)
                                                            : train(words);
  if (!status) std::fprintf(stderr, "%s\n", status.error().message.c_str());
  return status ? 0 : 1;
}
