#pragma once

#include <cstdint>
#include <functional>

#include "labeling/base/message.h"

namespace jaedan::labeling {

/// Told while a project of an older program is taken over, which may take a while. Both may be empty.
struct OpenNews {
  std::function<void(const Message&)> say = {};  ///< what a person should know of it
  std::function<void(std::int64_t done, std::int64_t total)> progress = {};
};

}  // namespace jaedan::labeling
