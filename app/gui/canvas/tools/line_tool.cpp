#include "app/gui/canvas/tools/line_tool.h"

#include <imgui.h>

#include <utility>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/edit_target.h"
#include "app/gui/draw/screen_point.h"

namespace jaedan::gui {
namespace {

constexpr float kSpacing = 4;  // of the line's points, design pixels

}  // namespace

bool LineTool::start(const ToolContext& on, CanvasTool& before) {
  if (before.under_way()) return tell_finish_first(on.ui);
  const std::vector<Garment>& garments = on.document.session.annotation().garments;
  if (garments.size() == 1) on.view.selection.select_only(garments.front().id);
  if (!selected_garment(on.document, on.view)) {
    on.ui.ask.push(Tell{on.ui.text(Text::kChooseGarmentFirst)});
    return false;
  }
  if (tell_untouchable(on.ui, on.document, on.view)) return false;
  line_.clear();
  return true;
}

void LineTool::finish(const ToolContext& on) {
  const std::vector<Point> line = std::exchange(line_, {});
  const Garment* garment = selected_garment(on.document, on.view);
  if (!garment) {
    on.ui.ask.push(Tell{on.ui.text(Text::kChooseGarmentFirst)});
    return;
  }
  labeling::ShapeEdit change = edit(on, *garment, line);
  if (change.ok()) on.view.canvas.tools.put_down();
  run_or_tell(on.ui, std::move(change));
}

void LineTool::mouse(const ToolContext& on, bool over) {
  const Point at = mouse_on_photo(on);
  if (line_.empty()) {
    if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) line_ = {at};
    return;
  }
  const double spacing = in_image(on.ui, kSpacing, on.view.canvas);
  const auto append = [&](Point place) {
    if (distance(place, line_.back()) >= spacing) line_.push_back(place);
  };
  for (const Point& place : mouse_path_on_photo(on)) append(place);
  append(at);
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) finish(on);
}

bool LineTool::key(ToolKey key, const ToolContext& on) {
  if (key == ToolKey::kCancel) return on.view.canvas.tools.put_down(), true;
  return key == ToolKey::kReject;  // never the whole photo with a tool in hand
}

void LineTool::draw(const Ui& ui, const PhotoView& view, ImDrawList& out) const {
  if (line_.empty()) return;
  std::vector<ImVec2> line;
  for (const Point& p : line_) line.push_back(vec(view.canvas.transform.screen_from_image(p)));
  out.AddPolyline(line.data(), static_cast<int>(line.size()), rgb(0x000000, 150), ImDrawFlags_None, ui.px(4));
  out.AddPolyline(line.data(), static_cast<int>(line.size()), colour(ui), ImDrawFlags_None, ui.px(2));
}

}  // namespace jaedan::gui
