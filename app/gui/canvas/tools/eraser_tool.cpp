#include "app/gui/canvas/tools/paint_tool.h"

namespace jaedan::gui {
namespace {

class EraserTool : public PaintTool {
 protected:
  bool erases() const override { return true; }
  Text target_hint(bool /*is_new*/) const override { return Text::kHintEraser; }
};

}  // namespace

std::unique_ptr<CanvasTool> make_eraser_tool() { return std::make_unique<EraserTool>(); }

}  // namespace jaedan::gui
