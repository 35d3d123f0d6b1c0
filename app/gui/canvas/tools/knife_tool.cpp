#include "app/gui/canvas/tools/line_tool.h"

namespace jaedan::gui {
namespace {

/// Cuts the selected garment in two.
class KnifeTool : public LineTool {
 public:
  std::string hint(const Ui& ui, const Document& /*document*/, const PhotoView& /*view*/) const override {
    return ui.text(Text::kHintKnife);
  }

 protected:
  labeling::ShapeEdit edit(const ToolContext& on, const Garment& garment,
                           const std::vector<Point>& line) const override {
    return labeling::slice_garment(on.document.session.annotation(), garment.id, line, photo_frame(on.document),
                                   on.ui.user);
  }
  Colour colour(const Ui& ui) const override { return ui.theme.bad; }
};

}  // namespace

std::unique_ptr<CanvasTool> make_knife_tool() { return std::make_unique<KnifeTool>(); }

}  // namespace jaedan::gui
