#pragma once

#include <imgui.h>

#include "labeling/domain/geometry.h"

namespace jaedan::gui {

/// A place on the screen as Dear ImGui takes it.
inline ImVec2 vec(Point p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }

}  // namespace jaedan::gui
