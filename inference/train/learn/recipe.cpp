#include "inference/train/learn/recipe.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "inference/models/kind_words.h"
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
  visit("presence_weight", r.presence_weight), visit("category_weight", r.head_weight);
  visit("average_decay", r.average_decay), visit("start_share", r.start_share), visit("patience", r.patience);
  visit("kernels", r.kernels), visit("body_weight", r.body_weight);
  visit("key_point_weight", r.key_point_weight), visit("known_share", r.known_share);
  visit("half_precision", r.half_precision), visit("balance", r.balance);
  visit("rank_by", r.rank_by), visit("rank_weight", r.rank_weight);
}

constexpr std::array<KindWord<Goal>, 5> kGoals = {{{Goal::kRegions, "regions"},
                                                   {Goal::kReadings, "readings"},
                                                   {Goal::kFigures, "figures"},
                                                   {Goal::kClicks, "clicks"},
                                                   {Goal::kVectors, "vectors"}}};

Result<Goal> parse_goal(std::string_view word) {
  if (const auto goal = kind_in(kGoals, word)) return *goal;
  return Error{ErrorCode::kCorrupt, "recipe.unknown_goal", "learns '{0}' is none of {1}", {word, words_in(kGoals)}};
}

template <typename Parsed, typename Kind>
Status assign(const Parsed& parsed, Kind& kind) {
  if (!parsed.ok()) return parsed.error();
  kind = *parsed;
  return {};
}

// Words are kinds in here: read and written by the functions of each kind.
Status read_word(const std::string& word, Goal& goal) { return assign(parse_goal(word), goal); }
Status read_word(const std::string& word, Device& device) { return assign(parse_device(word), device); }
Status read_word(const std::string& word, TensorType& type) { return assign(parse_tensor_type(word), type); }
Status read_word(const std::string& word, std::optional<Architecture>& architecture) {
  architecture.reset();
  return word.empty() ? Status{} : assign(parse_architecture(word), architecture);
}

template <typename Kind>
std::string word_for(Kind kind) {
  return std::string(id_of(kind));
}
std::string word_for(const std::optional<Architecture>& architecture) {
  return architecture ? std::string(id_of(*architecture)) : std::string();
}

template <typename T>
constexpr bool is_kind = std::is_enum_v<T> || std::is_same_v<T, std::optional<Architecture>>;

Error wrong_recipe(const std::string& name, Message what) {
  return {ErrorCode::kCorrupt, in_context(name, std::move(what))};
}

struct Reader {
  const json& object;
  std::size_t known = 0;
  Message wrong_word = {};  ///< what is wrong with a word, or empty
  template <typename T>
  void operator()(const char* key, T& value) {
    if (!object.contains(key)) return;
    ++known;
    if constexpr (is_kind<T>) {
      const Status read = read_word(object.at(key).get<std::string>(), value);
      if (!read.ok()) wrong_word = in_context(key, read.error().message);
    } else {
      object.at(key).get_to(value);
    }
  }
};
struct Writer {
  json& object;
  template <typename T>
  void operator()(const char* key, const T& value) {
    if constexpr (is_kind<T>) {
      object[key] = word_for(value);
    } else {
      object[key] = value;
    }
  }
};

Status check(const TrainingRecipe& recipe, const std::string& name) {
  const auto wrong = [&](Message what) { return wrong_recipe(name, std::move(what)); };
  const auto no_share = [&](const char* field) {
    return wrong({"recipe.no_share", "{0} lies outside [0, 1)", {field}});
  };
  if (recipe.phases.empty()) return wrong({"recipe.no_phase", "a recipe needs at least one phase"});
  if (recipe.start_share < 0 || recipe.start_share >= 1) return no_share("start_share");
  if (recipe.average_decay < 0 || recipe.average_decay >= 1) return no_share("average_decay");
  if (recipe.label_smoothing < 0 || recipe.label_smoothing >= 1) return no_share("label_smoothing");
  if (recipe.known_share < 0 || recipe.known_share >= 1) return no_share("known_share");
  for (const auto& [attribute, balance] : recipe.balance) {
    if (!(balance >= 0 && balance <= 1))
      return wrong({"recipe.no_balance", "balance of {0} lies outside [0, 1]", {attribute}});
  }
  if (!recipe.balance.empty() && recipe.learns != Goal::kFigures)
    return wrong({"recipe.balances_figures", "only figures are learnt with a balance"});
  const std::vector<HeadSpec> heads = heads_of(recipe);
  for (const std::string& attribute : recipe.rank_by) {
    const auto answers = [&](const HeadSpec& head) {
      return head.attribute == attribute && head.scope == HeadScope::kGarment;
    };
    if (std::none_of(heads.begin(), heads.end(), answers))
      return wrong({"recipe.ranks_by_nothing", "rank_by names {0}, which no head of garments answers", {attribute}});
  }
  for (const TrainingPhase& phase : recipe.phases) {
    if (phase.epochs < 1 || phase.batch < 1)
      return wrong({"recipe.empty_phase", "a phase needs at least one epoch and one photo a batch"});
    if (phase.width < 32 || phase.height < 32 || phase.width % 32 != 0 || phase.height % 32 != 0) {
      return wrong({"recipe.size", "width and height must be multiples of 32"});
    }
    if (!(phase.rate >= 0) || phase.rate_end > phase.rate)
      return wrong({"recipe.rate", "rate must not be below rate_end or 0"});
  }
  return {};
}

}  // namespace

std::string_view id_of(Goal goal) { return word_in(kGoals, goal); }

Architecture architecture_of(const TrainingRecipe& recipe) {
  if (recipe.architecture) return *recipe.architecture;
  if (recipe.learns == Goal::kClicks) return Architecture::kClicks;
  return recipe.learns == Goal::kVectors ? Architecture::kVectors : Architecture::kSegmenter;
}

bool looks_at_figures(const TrainingRecipe& recipe) {
  return recipe.learns == Goal::kReadings || recipe.learns == Goal::kFigures;
}

bool cuts_garments_out(const TrainingRecipe& recipe) { return recipe.learns == Goal::kVectors; }

std::vector<HeadSpec> heads_of(const TrainingRecipe& recipe) {
  if (recipe.learns == Goal::kClicks) return {};
  return recipe.heads.value_or(std::vector<HeadSpec>{category_head()});
}

Result<TrainingRecipe> parse_recipe(const std::string& text, const std::string& name) {
  TrainingRecipe recipe;
  try {
    const json object = json::parse(text);
    Reader top{object};
    visit_recipe(recipe, top);
    if (!top.wrong_word.empty()) return wrong_recipe(name, top.wrong_word);
    if (object.contains("augment")) {
      Reader reader{object.at("augment")};
      visit_augment(recipe.augment, reader);
      if (reader.known != object.at("augment").size())
        return wrong_recipe(name, {"recipe.unknown_in_augment", "an unknown word in augment; see recipe.h"});
      ++top.known;
    }
    if (object.contains("heads")) {
      JAEDAN_ASSIGN_OR_RETURN(recipe.heads, parse_heads(object.at("heads").dump(), name));
      ++top.known;
    }
    if (object.contains("phases")) {
      for (const json& entry : object.at("phases")) {
        Reader reader{entry};
        visit_phase(recipe.phases.emplace_back(), reader);
        if (reader.known != entry.size())
          return wrong_recipe(name, {"recipe.unknown_in_phase", "an unknown word in a phase; see recipe.h"});
      }
      ++top.known;
    }
    if (top.known != object.size())
      return wrong_recipe(name, {"recipe.unknown_word", "an unknown word in the recipe; see recipe.h"});
  } catch (const json::exception& e) {
    return Error{ErrorCode::kCorrupt, "json.unreadable", "{0}: {1}", {name, e.what()}};
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
  if (recipe.heads) object["heads"] = json::parse(serialize_heads(*recipe.heads));
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
