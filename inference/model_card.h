#pragma once

#include <map>
#include <string>
#include <vector>

#include "inference/safetensors.h"
#include "labeling/domain/result.h"

namespace jaedan::inference {

/// What is known of a model: model.json in its folder, beside the weights.
struct ModelCard {
  std::string id;           ///< unique name, also the folder's: "segmenter-2"
  std::string description;  ///< one line for people
  std::string architecture;
  int input_width = 256;  ///< the size it was trained at; a photo is brought to about this area
  int input_height = 384;
  std::string normalisation = "x/127.5-1";
  std::vector<std::string> classes;       ///< of a pixel, in the order of the network's answers
  std::vector<std::string> categories;    ///< ids of the category head, in order
  std::map<std::string, double> metrics;  ///< e.g. "miou", "kept", "found", "category_accuracy"; on what, says `data`
  double score_slope = 8.0;               ///< a garment's score = 1 / (1 + exp(−slope (mean confidence − middle)))
  double score_middle = 0.8;              ///< mean confidence at which half the garments are kept
  std::string data;                       ///< what it was trained and measured on
  std::string terms;                      ///< what the data's owners ask for
  std::string created;                    ///< date, ISO 8601
  std::string recipe;                     ///< the training recipe, as JSON text
  std::string weights = "model.safetensors";  ///< file name in the same folder
  std::string weights_sha256;
};

inline constexpr const char* kModelCardFile = "model.json";

/// kCorrupt: no JSON, a field missing or of the wrong kind, a weights path that leaves the folder.
Result<ModelCard> parse_model_card(const std::string& text, const std::string& name);
std::string serialize_model_card(const ModelCard& card);
Result<ModelCard> read_model_card(const std::string& folder);
/// Fills in `weights_sha256` from the file in `folder`, then writes model.json.
Status write_model_card(const std::string& folder, ModelCard card);

/// The weights that belong to the card. kCorrupt when their SHA-256 is not the card's.
Result<TensorFile> read_model_weights(const std::string& folder, const ModelCard& card);

}  // namespace jaedan::inference
