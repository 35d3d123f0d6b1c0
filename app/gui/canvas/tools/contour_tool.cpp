#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/tools/line_tool.h"

namespace jaedan::gui {
namespace {

/// Draws a stretch of the selected garment's outline anew.
class ContourTool : public LineTool {
 public:
  std::string hint(const Ui& ui, const Document& /*document*/, const PhotoView& /*view*/) const override {
    return ui.text(Text::kHintContour);
  }

 protected:
  labeling::ShapeEdit edit(const ToolContext& on, const Garment& garment,
                           const std::vector<Point>& line) const override {
    constexpr float kReach = 14;  // from the line's ends to the outline, design pixels
    return labeling::redraw_contour(on.document.session.annotation(), garment.id, line,
                                    in_image(on.ui, kReach, on.view.canvas), photo_frame(on.document), on.ui.user);
  }
  Colour colour(const Ui& /*ui*/) const override { return rgb(0xFFFFFF); }
};

}  // namespace

std::unique_ptr<CanvasTool> make_contour_tool() { return std::make_unique<ContourTool>(); }

}  // namespace jaedan::gui
