#include "app/gui/canvas/tools/paint_tool.h"

namespace jaedan::gui {
namespace {

class BrushTool : public PaintTool {
 protected:
  bool erases() const override { return false; }
  Text target_hint(bool is_new) const override { return is_new ? Text::kHintBrushNew : Text::kHintBrush; }
};

}  // namespace

std::unique_ptr<CanvasTool> make_brush_tool() { return std::make_unique<BrushTool>(); }

}  // namespace jaedan::gui
