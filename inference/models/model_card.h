#pragma once

#include <map>
#include <string>
#include <vector>

#include "inference/models/architecture.h"
#include "inference/models/head_spec.h"
#include "inference/models/safetensors.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// How and where a model was trained.
struct TrainingFacts {
  double seconds = 0;  ///< wall time of the last run; 0 = unknown
  std::string device;  ///< cpu, cuda, …; empty = unknown
  int threads = 0;     ///< 0 = unknown, or all cores
  int photos = 0;      ///< learnt from; 0 = unknown
};

/// What is known of a model: model.json in its folder, beside the weights. Cards of earlier versions, which lack some
/// of it, are read.
struct ModelCard {
  std::string id;           ///< unique name, also the folder's: "segmenter-2"
  std::string description;  ///< one line for people
  ModelRole role = ModelRole::kSegments;
  std::string architecture;  ///< see parse_architecture; one that this program cannot build is listed, but not opened
  int input_width = 256;     ///< the size it was trained at; a photo is brought to about this area
  int input_height = 384;
  /// The frame in which it sees a figure (garments/figures.h), of a model that looks at figures.
  int figure_width = 160;
  int figure_height = 224;
  std::string normalisation = "x/127.5-1";
  std::vector<std::string> classes;  ///< of a pixel, in the order of the network's answers
  std::vector<HeadSpec> heads;       ///< what it says of a garment or of the photo; none of a model that answers clicks
  /// Attributes of heads that the card names without a value: such a head cannot answer and is not among `heads`. Not
  /// written.
  std::vector<std::string> empty_heads;
  /// E.g. "miou", "kept", "found", "category_accuracy", "photos"; on which photos, says `measured_on`. Of the scores:
  /// "score_ece" (expected calibration error), "score_ece_by_chance" (what a perfect score would show of so many
  /// garments), "score_sure" (of garments with score ≥ 0.9, the share that reaches `score_iou`) and
  /// "score_sure_garments" (how many those are). Of a head, beside its accuracy (accuracy_name): "fit_coverage" (share
  /// of garments in which it is filled in), "fit_filled_in_right" (of what is, the share that is right), "fit_balanced"
  /// and "fit_ece", as HeadScore has them.
  std::map<std::string, double> metrics;
  /// The same by part id: "iou", "per_photo", "kept", "found", "false_rate", "photos".
  std::map<std::string, std::map<std::string, double>> part_metrics;
  /// A garment's score is the chance that its IoU with what a person would draw is at least this: kScoreIou
  /// (garment_score.h); 0.85 on cards that do not say.
  double score_iou = 0.75;
  /// The curve of the mean confidence alone: score = 1 / (1 + exp(−slope (confidence − middle))).
  double score_slope = 8.0;
  double score_middle = 0.8;  ///< the confidence at which the score is one half
  /// The curve of several features (garment_score.h), by name and with "offset"; empty = of the confidence alone.
  std::map<std::string, double> score_weights;
  std::string data;                     ///< what it was trained and measured on
  std::string measured_on;              ///< what `metrics` are of: "ccp, split val"; empty on cards that do not say
  std::string terms;                    ///< what the data's owners ask for
  std::vector<std::string> weaknesses;  ///< what it is bad at, a sentence each
  std::string created;                  ///< date, ISO 8601
  TrainingFacts training;
  std::string recipe;                         ///< the training recipe, as JSON text
  std::string weights = "model.safetensors";  ///< file name in the same folder
  std::string weights_sha256;
};

inline constexpr const char* kModelCardFile = "model.json";

/// kCorrupt: no JSON, a field missing or of the wrong kind, a weights path that leaves the folder, a score feature that
/// this program does not know. kUnsupported: a role that it does not know.
Result<ModelCard> parse_model_card(const std::string& text, const std::string& name);
std::string serialize_model_card(const ModelCard& card);
Result<ModelCard> read_model_card(const std::string& folder);
/// Fills in `weights_sha256` from the file in `folder`, then writes model.json in one step. Errors: those
/// of reading the weights; kIo, and the old card stays.
Status write_model_card(const std::string& folder, ModelCard card);

/// The weights that belong to the card. kCorrupt when their SHA-256 is not the card's.
Result<TensorFile> read_model_weights(const std::string& folder, const ModelCard& card);

}  // namespace jaedan::inference
