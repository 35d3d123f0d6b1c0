#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/tools/shape_tool.h"

namespace jaedan::gui {
namespace {

class PolygonTool : public ShapeTool {
 public:
  PolygonTool() : ShapeTool("polygon", DrawShape::kPolygon) {}

 protected:
  bool follows_hand() const override { return true; }
  std::string shape_hint(const Ui& ui, const PhotoView& view) const override {
    if (!drawn().drawing()) return ui.text(Text::kHintPolygonStart);
    if (view.canvas.pointer && drawn().would_close(*view.canvas.pointer)) return ui.text(Text::kHintPolygonClose);
    return ui.text(view.canvas.held ? Text::kHintHeld : Text::kHintPolygon);
  }
};

}  // namespace

std::unique_ptr<CanvasTool> make_polygon_tool() { return std::make_unique<PolygonTool>(); }

}  // namespace jaedan::gui
