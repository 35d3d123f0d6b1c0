#include "inference/train/learn/recipe.h"

#include <nlohmann/json.hpp>

#include "inference/models/safetensors.h"
#include "inference/train/data/folder_reading.h"

namespace jaedan::inference {
namespace {

using nlohmann::json;

// One list of fields serves reading and writing.
template <typename Phase, typename Visit>
void visit_phase(Phase& p, Visit&& visit) {
  visit("epochs", p.epochs), visit("width", p.width), visit("height", p.height), visit("batch", p.batch);
  visit("rate", p.rate), visit("rate_end", p.rate_end), visit("backbone_rate", p.backbone_rate);
  visit("extra_share", p.extra_share);
}

template <typename Options, typename Visit>
void visit_augment(Options& a, Visit&& visit) {
  visit("flip", a.flip), visit("scale_least", a.scale_least), visit("scale_most", a.scale_most);
  visit("rotation", a.rotation), visit("shift", a.shift), visit("brightness", a.brightness);
  visit("contrast", a.contrast), visit("saturation", a.saturation), visit("hue", a.hue), visit("blur", a.blur);
  visit("erase", a.erase);
}

template <typename Recipe, typename Visit>
void visit_recipe(Recipe& r, Visit&& visit) {
  visit("architecture", r.architecture), visit("device", r.device), visit("threads", r.threads), visit("seed", r.seed);
  visit("learns", r.learns), visit("told_share", r.told_share);
  visit("warm_up_steps", r.warm_up_steps), visit("weight_decay", r.weight_decay);
  visit("label_smoothing", r.label_smoothing), visit("dice_weight", r.dice_weight);
  visit("lovasz_weight", r.lovasz_weight), visit("coarse_weight", r.coarse_weight);
  visit("presence_weight", r.presence_weight), visit("category_weight", r.category_weight);
  visit("average_decay", r.average_decay), visit("start_share", r.start_share), visit("patience", r.patience);
  visit("kernels", r.kernels);
}

struct Reader {
  const json& object;
  std::size_t known = 0;
  template <typename T>
  void operator()(const char* key, T& value) {
    if (!object.contains(key)) return;
    ++known;
    object.at(key).get_to(value);
  }
};

struct Writer {
  json& object;
  template <typename T>
  void operator()(const char* key, const T& value) {
    object[key] = value;
  }
};

Status check(const TrainingRecipe& recipe, const std::string& name) {
  const auto wrong = [&](const std::string& what) { return Error{ErrorCode::kCorrupt, name + ": " + what}; };
  if (recipe.phases.empty()) return wrong("a recipe needs at least one phase");
  if (recipe.device != "auto" && recipe.device != "cpu" && recipe.device != "cuda")
    return wrong("device is none of auto, cpu, cuda");
  if (recipe.learns != "regions" && recipe.learns != "readings" && recipe.learns != "clicks") {
    return wrong("learns is none of regions, readings, clicks");
  }
  if (!tensor_type_called(recipe.kernels)) return wrong("kernels is none of F32, F16, I8");
  if (recipe.start_share < 0 || recipe.start_share >= 1) return wrong("start_share lies outside [0, 1)");
  if (recipe.average_decay < 0 || recipe.average_decay >= 1) return wrong("average_decay lies outside [0, 1)");
  if (recipe.label_smoothing < 0 || recipe.label_smoothing >= 1) return wrong("label_smoothing lies outside [0, 1)");
  for (const TrainingPhase& phase : recipe.phases) {
    if (phase.epochs < 1 || phase.batch < 1) return wrong("a phase needs at least one epoch and one photo a batch");
    if (phase.width < 32 || phase.height < 32 || phase.width % 32 != 0 || phase.height % 32 != 0) {
      return wrong("width and height must be multiples of 32");
    }
    if (!(phase.rate >= 0) || phase.rate_end > phase.rate) return wrong("rate must not be below rate_end or 0");
  }
  return {};
}

}  // namespace

Result<TrainingRecipe> parse_recipe(const std::string& text, const std::string& name) {
  TrainingRecipe recipe;
  try {
    const json object = json::parse(text);
    const auto too_many = [&](const char* where) {
      return Error{ErrorCode::kCorrupt,
                   name + ": an unknown word in " + where + "; see inference/train/learn/recipe.h"};
    };
    Reader top{object};
    visit_recipe(recipe, top);
    if (object.contains("augment")) {
      Reader reader{object.at("augment")};
      visit_augment(recipe.augment, reader);
      if (reader.known != object.at("augment").size()) return too_many("augment");
      ++top.known;
    }
    if (object.contains("phases")) {
      for (const json& entry : object.at("phases")) {
        Reader reader{entry};
        visit_phase(recipe.phases.emplace_back(), reader);
        if (reader.known != entry.size()) return too_many("a phase");
      }
      ++top.known;
    }
    if (top.known != object.size()) return too_many("the recipe");
  } catch (const json::exception& e) {
    return Error{ErrorCode::kCorrupt, name + ": " + e.what()};
  }
  JAEDAN_RETURN_IF_ERROR(check(recipe, name));
  return recipe;
}

Result<TrainingRecipe> read_recipe(const std::string& path) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string text, read_text(path));
  return parse_recipe(text, path);
}

std::string serialize_recipe(const TrainingRecipe& recipe) {
  json object = json::object();
  visit_recipe(recipe, Writer{object});
  json augment = json::object();
  visit_augment(recipe.augment, Writer{augment});
  object["augment"] = augment;
  object["phases"] = json::array();
  for (const TrainingPhase& phase : recipe.phases) {
    json entry = json::object();
    visit_phase(phase, Writer{entry});
    object["phases"].push_back(entry);
  }
  return object.dump(1);
}

}  // namespace jaedan::inference
