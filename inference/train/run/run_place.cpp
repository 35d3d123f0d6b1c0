#include "inference/train/run/run_place.h"

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "labeling/base/fnv1a.h"

namespace jaedan::inference {
namespace {

using nlohmann::json;

// One list of fields serves writing and reading.
template <typename Place, typename Visit>
void visit_place(Place& p, Visit&& visit) {
  visit("epoch", p.epoch), visit("step", p.step), visit("step_of_run", p.step_of_run);
  visit("loss_sum", p.loss_sum), visit("epoch_seconds", p.epoch_seconds);
  visit("best_miou", p.best_miou), visit("best_epoch", p.best_epoch);
}

// Hexadecimal, so that a sum goes on with the very same bits.
std::string exact(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%a", value);
  return text;
}

template <typename T>
std::uint64_t mixed(std::uint64_t state, const std::vector<T>& values) {
  return fnv1a_64({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)}, state);
}

std::uint64_t mixed(std::uint64_t state, const KnownLabels& known) {
  for (const auto& [attribute, values] : known) {
    state = fnv1a_64(attribute, state);
    for (const std::string& value : values) state = fnv1a_64(' ' + value, state);
  }
  return state;
}

// What checkpoints of before did not know counts where it is there: the others go on.
std::uint64_t mixed_later(std::uint64_t state, const TrainingItem& item) {
  state = mixed(mixed(state, item.of_photo), item.body.pixels);
  if (item.is_crop) state = fnv1a_64("crop", state);
  for (std::size_t part = 0; part < kPartCount; ++part) {
    if (item.without_mask[part]) state = fnv1a_64("without " + std::to_string(part), state);
  }
  if (!item.key_points) return state;
  for (const KeyPoint& point : *item.key_points) {
    state = fnv1a_64(exact(point.at.x) + ' ' + exact(point.at.y) + ' ' + exact(point.score), state);
  }
  return state;
}

std::uint64_t mixed(std::uint64_t state, const TrainingItem& item) {
  state = fnv1a_64(item.name + '\n' + std::to_string(static_cast<int>(item.split)) + ' ' +
                       std::to_string(item.photo.width) + ' ' + std::to_string(item.photo.height),
                   state);
  for (const KnownLabels& known : item.known) state = fnv1a_64("\n", mixed(state, known));
  for (const float present : item.present) state = fnv1a_64(exact(present) + ' ', state);
  return mixed_later(mixed(mixed(state, item.photo.rgb), item.labels.pixels), item);
}

// The words of the two recipes' top level that differ.
Message differences(const std::string& before, const std::string& now) {
  const json a = json::parse(before, nullptr, false), b = json::parse(now, nullptr, false);
  std::string words;
  if (!a.is_object() || !b.is_object()) return {"train.recipe_unreadable", "unreadable"};
  json all = a;
  all.update(b);
  for (const auto& [key, value] : all.items()) {
    if (a.contains(key) && b.contains(key) && a.at(key) == b.at(key)) continue;
    words += (words.empty() ? "" : ", ") + key;
  }
  return words;
}

// Without what does not change the result.
std::string essence_of(const TrainingRecipe& recipe) {
  json object = json::parse(serialize_recipe(recipe));
  object.erase("device"), object.erase("threads");
  return object.dump();
}

// A recipe of before a field was added says what its default says.
bool is_same_recipe(const std::string& before, const std::string& now) {
  const auto parsed = parse_recipe(before, "checkpoint");
  return before == now || (parsed.ok() && essence_of(*parsed) == now);
}

}  // namespace

RunIdentity identity_of(const TrainingRecipe& recipe, const std::vector<TrainingSource>& sources) {
  RunIdentity identity;
  identity.recipe = essence_of(recipe);
  std::uint64_t state = fnv1a_64("");
  for (const TrainingSource& source : sources) {
    state = fnv1a_64(exact(source.share) + ' ' + std::to_string(source.items.size()) + '\n', state);
    for (const TrainingItem& item : source.items) state = mixed(state, item);
  }
  char text[20];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(state));
  identity.data = text;
  return identity;
}

void write_place(TensorFile& checkpoint, const RunPlace& place, const RunIdentity& identity) {
  visit_place(place, [&](const char* key, auto value) { checkpoint.metadata[key] = exact(value); });
  checkpoint.metadata["recipe"] = identity.recipe;
  checkpoint.metadata["data"] = identity.data;
  checkpoint.metadata["start"] = identity.start;
  checkpoint.metadata["proposer"] = identity.proposer;
}

Result<RunPlace> read_place(const TensorFile& checkpoint, const RunIdentity& identity, const std::string& where) {
  const auto word = [&](const char* key) {
    const auto found = checkpoint.metadata.find(key);
    return found == checkpoint.metadata.end() ? std::string() : found->second;
  };
  if (word("recipe").empty() || word("data").empty()) {
    return Error{ErrorCode::kCorrupt, "train.other_file", "{0}: is no checkpoint of a training", {where}};
  }
  if (!is_same_recipe(word("recipe"), identity.recipe)) {
    return Error{ErrorCode::kConflict,
                 "train.other_recipe",
                 "{0}: was begun with another recipe, which differs in {1}; go on with that recipe or train into "
                 "another folder",
                 {where, differences(word("recipe"), identity.recipe)}};
  }
  if (word("data") != identity.data) {
    return Error{ErrorCode::kConflict,
                 "train.other_data",
                 "{0}: was begun with other data; go on with the same photos and shares, in the same order, or train "
                 "into another folder",
                 {where}};
  }
  if (checkpoint.metadata.count("start") > 0 && word("start") != identity.start) {
    return Error{ErrorCode::kConflict,
                 "train.other_start",
                 "{0}: was begun from other weights; go on with the same --from, or train into another folder",
                 {where}};
  }
  if (checkpoint.metadata.count("proposer") > 0 && word("proposer") != identity.proposer) {
    return Error{ErrorCode::kConflict,
                 "train.other_proposer",
                 "{0}: was begun with the masks of another segmenter; go on with the same --proposals, or train into "
                 "another folder",
                 {where}};
  }
  RunPlace place;
  std::string missing;
  visit_place(place, [&](const char* key, auto& value) {
    const std::string text = word(key);
    if (text.empty()) missing = key;
    value = static_cast<std::decay_t<decltype(value)>>(std::strtod(text.c_str(), nullptr));
  });
  if (!missing.empty())
    return Error{ErrorCode::kCorrupt, "train.place_missing", "{0}: does not say its {1}", {where, missing}};
  return place;
}

}  // namespace jaedan::inference
