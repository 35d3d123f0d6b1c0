#include "inference/models/model_card.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "inference/models/score_features.h"
#include "labeling/base/file_system.h"
#include "labeling/base/sha256.h"

namespace jaedan::inference {
namespace {

using nlohmann::json;

constexpr std::uint64_t kCardLimitBytes = std::uint64_t{64} << 20;
constexpr double kOldScoreIou = 0.85;  // what scores meant before cards said so

bool is_score_weight(const std::string& name) {
  return name == kScoreOffsetName ||
         std::find(kScoreFeatureNames.begin(), kScoreFeatureNames.end(), name) != kScoreFeatureNames.end();
}

TrainingFacts training_from(const json& object) {
  TrainingFacts facts;
  facts.seconds = object.value("seconds", 0.0);
  facts.device = object.value("device", "");
  facts.threads = object.value("threads", 0);
  facts.photos = object.value("photos", 0);
  return facts;
}

json to_json(const TrainingFacts& facts) {
  return {{"seconds", facts.seconds}, {"device", facts.device}, {"threads", facts.threads}, {"photos", facts.photos}};
}

void read_score(const json& object, ModelCard& card) {
  card.score_iou = object.value("iou", kOldScoreIou);
  card.score_slope = object.at("slope");
  card.score_middle = object.at("middle");
  card.score_weights = object.value("weights", std::map<std::string, double>());
}

json score_json(const ModelCard& card) {
  json object = {{"iou", card.score_iou}, {"slope", card.score_slope}, {"middle", card.score_middle}};
  if (!card.score_weights.empty()) object["weights"] = card.score_weights;
  return object;
}

// Cards of before roles were written are for what their architecture is for.
Result<ModelRole> role_from(const json& object, const std::string& architecture) {
  if (object.contains("role")) return parse_model_role(object.at("role").get<std::string>());
  const auto known = parse_architecture(architecture);
  return known ? role_of(*known) : ModelRole::kSegments;
}

bool is_empty_head(const json& head) {
  return head.is_object() && head.contains("attribute") && head.at("attribute").is_string() &&
         (!head.contains("values") || (head.at("values").is_array() && head.at("values").empty()));
}

/// The heads that can answer; the names of the others go into `empty`.
Result<std::vector<HeadSpec>> heads_with_values(const json& list, const std::string& name,
                                                std::vector<std::string>& empty) {
  json with_values = json::array();
  for (const json& head : list) {
    if (is_empty_head(head)) {
      empty.push_back(head.at("attribute").get<std::string>());
    } else {
      with_values.push_back(head);
    }
  }
  return parse_heads(with_values.dump(), name);
}

// Cards of before heads were written have one, of categories; those of models that answer clicks name it as well.
Result<std::vector<HeadSpec>> heads_from(const json& object, ModelRole role, const std::string& name,
                                         std::vector<std::string>& empty) {
  if (object.contains("heads")) return heads_with_values(object.at("heads"), name, empty);
  const auto categories = object.at("categories").get<std::vector<std::string>>();
  if (role == ModelRole::kClicks || categories.empty()) return std::vector<HeadSpec>();
  return std::vector<HeadSpec>{category_head_of(categories)};
}

bool is_input_size(int width, int height) {
  constexpr int kLeast = 32, kMost = 4096;
  return std::min(width, height) >= kLeast && std::max(width, height) <= kMost;
}

Status check(const ModelCard& card, const std::string& name) {
  const auto wrong = [&](Message why) { return Error{ErrorCode::kCorrupt, in_context(name, std::move(why))}; };
  if (card.id.empty()) return wrong({"card.no_id", "the model has no id"});
  if (!is_input_size(card.input_width, card.input_height) || !is_input_size(card.figure_width, card.figure_height)) {
    return wrong({"card.input_size", "the input size is not between 32 and 4096"});
  }
  for (const auto& [feature, weight] : card.score_weights) {
    if (is_score_weight(feature)) continue;
    return wrong({"card.feature_unknown", "the score's feature '{0}' is unknown", {feature}});
  }
  if (card.normalisation != "x/127.5-1") {
    return wrong({"card.normalisation_unknown", "normalisation '{0}' is unknown", {card.normalisation}});
  }
  if (card.weights.empty() || std::filesystem::path(card.weights).filename() != card.weights) {
    return wrong(
        {"card.weights_elsewhere", "the weights must be a file in the model's own folder, not '{0}'", {card.weights}});
  }
  return {};
}

}  // namespace

Result<ModelCard> parse_model_card(const std::string& text, const std::string& name) {
  try {
    const json object = json::parse(text);
    ModelCard card;
    card.id = object.at("id");
    card.description = object.value("description", "");
    card.architecture = object.at("architecture");
    auto role = role_from(object, card.architecture);
    if (!role) return role.error().with_context(name);
    card.role = *role;
    card.input_width = object.at("input").at("width");
    card.input_height = object.at("input").at("height");
    card.normalisation = object.at("input").at("normalisation");
    if (object.contains("figure")) {
      card.figure_width = object.at("figure").at("width");
      card.figure_height = object.at("figure").at("height");
    }
    card.classes = object.at("classes").get<std::vector<std::string>>();
    JAEDAN_ASSIGN_OR_RETURN(card.heads, heads_from(object, card.role, name, card.empty_heads));
    card.metrics = object.value("metrics", std::map<std::string, double>());
    card.part_metrics = object.value("part_metrics", card.part_metrics);
    read_score(object.at("score"), card);
    card.data = object.value("data", "");
    card.measured_on = object.value("measured_on", "");
    card.terms = object.value("terms", "");
    card.weaknesses = object.value("weaknesses", card.weaknesses);
    card.training = training_from(object.value("training", json::object()));
    card.created = object.value("created", "");
    card.recipe = object.value("recipe", json::object()).dump();
    card.weights = object.at("weights").at("file");
    card.weights_sha256 = object.at("weights").at("sha256");
    JAEDAN_RETURN_IF_ERROR(check(card, name));
    return card;
  } catch (const json::exception& e) {
    return Error{ErrorCode::kCorrupt, "card.unreadable", "{0}: {1}", {name, e.what()}};
  }
}

std::string serialize_model_card(const ModelCard& card) {
  json object;
  object["id"] = card.id;
  object["description"] = card.description;
  object["role"] = id_of(card.role);
  object["architecture"] = card.architecture;
  object["input"] = {{"width", card.input_width}, {"height", card.input_height}, {"normalisation", card.normalisation}};
  object["figure"] = {{"width", card.figure_width}, {"height", card.figure_height}};
  object["classes"] = card.classes;
  object["heads"] = json::parse(serialize_heads(card.heads));
  object["metrics"] = card.metrics;
  object["part_metrics"] = card.part_metrics;
  object["score"] = score_json(card);
  object["data"] = card.data;
  if (!card.measured_on.empty()) object["measured_on"] = card.measured_on;
  object["terms"] = card.terms;
  object["weaknesses"] = card.weaknesses;
  object["created"] = card.created;
  object["training"] = to_json(card.training);
  object["recipe"] = json::parse(card.recipe, nullptr, /*allow_exceptions=*/false);
  if (object["recipe"].is_discarded()) object["recipe"] = json::object();
  object["weights"] = {{"file", card.weights}, {"sha256", card.weights_sha256}};
  return object.dump(1) + "\n";
}

Result<ModelCard> read_model_card(const std::string& folder) {
  const std::string path = folder + "/" + kModelCardFile;
  JAEDAN_ASSIGN_OR_RETURN(const std::string text, disk().read(path, kCardLimitBytes));
  return parse_model_card(text, path);
}

Status write_model_card(const std::string& folder, ModelCard card) {
  JAEDAN_ASSIGN_OR_RETURN(card.weights_sha256, sha256_hex_of_file(folder + "/" + card.weights));
  return disk().write_atomically(folder + "/" + kModelCardFile, serialize_model_card(card));
}

Result<TensorFile> read_model_weights(const std::string& folder, const ModelCard& card) {
  const std::string path = folder + "/" + card.weights;
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(path, kWeightsLimitBytes));
  const std::string found = hex_of(sha256_of(bytes));
  if (found != card.weights_sha256) {
    return Error{ErrorCode::kCorrupt,
                 "card.other_weights",
                 "{0}: is not the file model '{1}' was saved with (SHA-256 {2}, expected {3}); "
                 "copy the model's folder again",
                 {path, card.id, found, card.weights_sha256}};
  }
  return parse_safetensors(bytes, path);
}

}  // namespace jaedan::inference
