#include <imgui.h>

#include "app/gui/canvas/tools/magic_tool.h"

namespace jaedan::gui {
namespace {

/// Left: this belongs to it; right: this does not.
class ClickTool : public MagicTool {
 public:
  void mouse(const ToolContext& on, bool over) override;
  bool previews() const override { return true; }

 protected:
  Text click_hint() const override;
};

void ClickTool::mouse(const ToolContext& on, bool over) {
  const Photo& photo = on.document.session.photo();
  const Point at = mouse_on_photo(on);
  const bool inside = at.x >= 0 && at.y >= 0 && at.x < photo.width && at.y < photo.height;
  if (!over || !inside) return draft().forget_maybe();
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) draft().say(inference::Click{at, true});
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Right)) draft().say(inference::Click{at, false});
}

Text ClickTool::click_hint() const {
  if (draft().waits()) return Text::kHintClicksWait;
  if (draft().under_way()) return Text::kHintClicks;
  return draft().region().empty() ? Text::kHintClicksNew : Text::kHintClicksCorrect;
}

}  // namespace

std::unique_ptr<CanvasTool> make_click_tool() { return std::make_unique<ClickTool>(); }

}  // namespace jaedan::gui
