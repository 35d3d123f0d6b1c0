#include "app/gui/canvas/tools/shape_tool.h"

namespace jaedan::gui {
namespace {

class RectangleTool : public ShapeTool {
 public:
  RectangleTool() : ShapeTool("rectangle", DrawShape::kRectangle) {}

 protected:
  bool follows_hand() const override { return false; }
  std::string shape_hint(const Ui& ui, const PhotoView& /*view*/) const override {
    return ui.text(Text::kHintRectangle);
  }
};

}  // namespace

std::unique_ptr<CanvasTool> make_rectangle_tool() { return std::make_unique<RectangleTool>(); }

}  // namespace jaedan::gui
