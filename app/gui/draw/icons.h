#pragma once

#include "app/gui/base/theme.h"
#include "labeling/domain/geometry.h"

struct ImDrawList;

namespace jaedan::gui {

/// Line drawings for buttons, made of strokes: sharp at every size, no font needed.
enum class Icon {
  kPointer,
  kPolygon,
  kScissors,
  kRectangle,
  kClicks,
  kMagicBox,
  kBrush,
  kEraser,
  kUndo,
  kRedo,
  kEye,
  kEyeOff,
  kLock,
  kUnlock,
  kTrash,
  kHelp,
  kSettings,
  kFit,
  kContrast,
  kKnife,
  kContour,
  kFolder,
  kPrevious,
  kNext,
  kCheck,
  kReturn,
  kSparkle,
  kClose,
  kSearch,
  kPlus,
  kMinus,
  kPin,
  kUp,
  kProject,
  kMore,
};

/// Draws `icon` into the square of side `side` with the middle `centre`.
void draw_icon(ImDrawList& out, Icon icon, Point centre, float side, Colour colour);

}  // namespace jaedan::gui
