#include "labeling/review/stage.h"

#include <algorithm>

namespace jaedan {
namespace {

constexpr std::array<std::string_view, kAllStages.size()> kStageIds = {"drawn", "basic", "expert", "inspect"};

}  // namespace

std::string_view id_of(Stage stage) { return kStageIds[static_cast<std::size_t>(stage)]; }

Message message_of(Stage stage) {
  switch (stage) {
    case Stage::kDrawn: return {"stage.drawn", "drawing"};
    case Stage::kBasic: return {"stage.basic", "basic labels"};
    case Stage::kExpert: return {"stage.expert", "expert labels"};
    case Stage::kInspect: return {"stage.inspect", "inspection"};
  }
  return {};
}

std::optional<Stage> stage_from_id(std::string_view id) {
  const auto known = std::find(kStageIds.begin(), kStageIds.end(), id);
  if (known == kStageIds.end()) return std::nullopt;
  return kAllStages[static_cast<std::size_t>(known - kStageIds.begin())];
}

}  // namespace jaedan
