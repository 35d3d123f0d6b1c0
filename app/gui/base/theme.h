#pragma once

#include <cstdint>

#include "labeling/domain/part.h"
#include "labeling/domain/workflow_state.h"

namespace jaedan::gui {

enum class ThemeKind { kDark, kLight };

/// A colour as Dear ImGui packs it: 0xAABBGGRR.
using Colour = std::uint32_t;

constexpr Colour rgb(std::uint32_t hex, unsigned alpha = 255) {
  return (alpha << 24) | ((hex & 0xFF) << 16) | (hex & 0xFF00) | (hex >> 16);
}
/// `colour` with another opacity, 0 … 1.
constexpr Colour with_alpha(Colour colour, float alpha) {
  return (colour & 0x00FFFFFF) | (static_cast<Colour>(alpha * 255.0F + 0.5F) << 24);
}

/// Every colour of the window by its job. Lengths are in pixels at font scale 1.
struct Theme {
  ThemeKind kind = ThemeKind::kDark;
  Colour backdrop = 0;  ///< around the photo
  Colour panel = 0;     ///< side panels, bars
  Colour card = 0;      ///< fields, buttons
  Colour card_hot = 0;  ///< the same under the mouse
  Colour line = 0;      ///< borders, separators
  Colour text = 0;
  Colour muted = 0;        ///< text of lesser weight
  Colour accent = 0;       ///< selection, focus
  Colour accent_soft = 0;  ///< background of what is selected
  Colour on_accent = 0;    ///< text on accent
  Colour on_soft = 0;      ///< text on accent_soft that says so: what is switched on
  Colour good = 0;
  Colour warn = 0;
  Colour bad = 0;
  Colour model = 0;  ///< what a model said

  /// As everywhere (labeling/domain/part_colours.h), in both themes.
  Colour part(Part part) const;
  Colour state(WorkflowState state) const;
};

Theme make_theme(ThemeKind kind);
/// Gives Dear ImGui's own widgets the same look. Lengths are multiplied by `scale`.
void apply_style(const Theme& theme, float scale);

}  // namespace jaedan::gui
