#pragma once

#include <cstddef>
#include <string>

#include "app/gui/base/ui.h"

namespace jaedan::gui {

/// A colour, what it stands for, and how many garments that are.
struct LegendLine {
  std::string words;
  Colour colour = 0;
  std::size_t garments = 0;
  bool is_lit = false;
};

/// What the mouse does with it.
struct LineUse {
  bool is_pointed = false;
  bool is_pressed = false;
};

/// One line as wide as there is room, to be pointed at and pressed; words that do not fit are in its tooltip. The item
/// is called `item`.
LineUse legend_line(const Ui& ui, const std::string& item, const LegendLine& line);

}  // namespace jaedan::gui
