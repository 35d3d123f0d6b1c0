#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "labeling/base/message.h"

namespace jaedan {

/// The stations of the work, in their order. A task is one photo at one stage for one person. The numbers are stored.
enum class Stage {
  kDrawn = 0,    ///< the outlines are drawn
  kBasic = 1,    ///< the basic labels are given
  kExpert = 2,   ///< the expert labels are given
  kInspect = 3,  ///< an inspector decides
};
/// All of them, in the order of their numbers.
inline constexpr std::array<Stage, 4> kAllStages = {Stage::kDrawn, Stage::kBasic, Stage::kExpert, Stage::kInspect};

/// ASCII id: drawn, basic, expert, inspect.
std::string_view id_of(Stage stage);
/// The same as an argument of a sentence, so that it is said in the window's language.
Message message_of(Stage stage);
std::optional<Stage> stage_from_id(std::string_view id);

}  // namespace jaedan
