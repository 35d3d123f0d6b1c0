#include "labeling/store/counts/photo_memory.h"

#include <exception>
#include <nlohmann/json.hpp>

namespace jaedan::labeling {
namespace {

using MemoryJson = nlohmann::ordered_json;

MemoryJson json_of_cells(const PhotoCells& cells) { return {{"garments", cells.garments}, {"styles", cells.styles}}; }

PhotoCells cells_from(const MemoryJson& json) {
  PhotoCells cells;
  json.at("garments").get_to(cells.garments);
  json.at("styles").get_to(cells.styles);
  return cells;
}

MemoryJson json_of_decision(const CountedDecision& decision) {
  return {{"word", decision.word},
          {"day", decision.day},
          {"inspector", decision.inspector},
          {"reason", decision.reason},
          {"judged", decision.judged},
          {"cells", json_of_cells(decision.cells)},
          {"before", static_cast<int>(decision.before)}};
}

WorkflowState state_from(const MemoryJson& json) { return kAllStates.at(json.get<std::size_t>()); }

CountedDecision decision_from(const MemoryJson& json) {
  CountedDecision decision;
  json.at("word").get_to(decision.word);
  json.at("day").get_to(decision.day);
  json.at("inspector").get_to(decision.inspector);
  json.at("reason").get_to(decision.reason);
  json.at("judged").get_to(decision.judged);
  decision.cells = cells_from(json.at("cells"));
  decision.before = state_from(json.at("before"));
  return decision;
}

}  // namespace

std::string PhotoMemory::text() const {
  MemoryJson json = {{"state", static_cast<int>(state)},
                     {"counted", is_counted},
                     {"returned_to", returned_to},
                     {"workers", workers},
                     {"cells", json_of_cells(cells)}};
  for (const CountedDecision& decision : decisions) json["decisions"].push_back(json_of_decision(decision));
  if (merged) json["merged"] = {{"returned_to", merged->returned_to}, {"workers", merged->workers}};
  return json.dump();
}

Result<PhotoMemory> PhotoMemory::parse(std::string_view text) {
  PhotoMemory memory;
  if (text.empty()) return memory;
  try {
    const MemoryJson json = MemoryJson::parse(text);
    memory.state = state_from(json.at("state"));
    json.at("counted").get_to(memory.is_counted);
    json.at("returned_to").get_to(memory.returned_to);
    json.at("workers").get_to(memory.workers);
    memory.cells = cells_from(json.at("cells"));
    if (json.contains("decisions")) {
      for (const MemoryJson& decision : json["decisions"]) memory.decisions.push_back(decision_from(decision));
    }
    if (json.contains("merged")) {
      BeforeMerge& before = memory.merged.emplace();
      json["merged"].at("returned_to").get_to(before.returned_to);
      json["merged"].at("workers").get_to(before.workers);
    }
    return memory;
  } catch (const std::exception& error) {
    return Error{ErrorCode::kCorrupt,
                 "store.memory_unreadable",
                 "cannot read what was counted of a photo: {0}; count anew (jaedan verify --recount)",
                 {error.what()}};
  }
}

}  // namespace jaedan::labeling
