#pragma once

#include <optional>
#include <vector>

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// What the network is told, as planes over cells of `kHintCell` × `kHintCell` pixels of its picture. For clicks that
/// add, and again for those that do not: a narrow bump, and a wide one that says roughly where; then the box; then
/// what is taken for the object so far, [0, 1], and whether that is known at all.
enum HintPlane { kAddNarrow, kAddWide, kRemoveNarrow, kRemoveWide, kInBox, kBefore, kBeforeKnown, kHintPlanes };
inline constexpr int kHintCell = 4;

/// All planes, kHintPlanes × rows × columns. Clicks and box in pixels of the network's picture; `before`: what share of
/// each cell is taken for the object so far, rows × columns, which counts as known when `is_known`.
std::vector<float> hint_planes(const ClickPrompt& prompt, const std::vector<float>& before, bool is_known, int columns,
                               int rows);

/// The first five of them alone.
std::vector<float> draw_hints(const std::vector<Click>& clicks, const std::optional<Rect>& box, int columns, int rows);
inline constexpr int kDrawnHints = kBefore;

}  // namespace jaedan::inference
