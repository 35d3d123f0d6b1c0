#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "inference/clicks/clicked_photo.h"
#include "labeling/domain/ids.h"

namespace jaedan::gui {

/// One thing said of an object: a click on or beside it, or a box around it. Image space.
using ClickWord = std::variant<inference::Click, Rect>;

/// All that was said of one object: what the worker is asked.
struct ClickQuestion {
  PhotoId photo;
  inference::ObjectStart start;
  std::vector<ClickWord> said;
  std::optional<inference::Click> maybe;  ///< where the pointer is: what a click there would do
};
bool operator==(const ClickQuestion& a, const ClickQuestion& b);

}  // namespace jaedan::gui
