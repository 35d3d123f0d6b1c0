#include <imgui.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/edit_target.h"
#include "app/gui/canvas/tools/select_keys.h"
#include "app/gui/canvas/tools/snapping.h"
#include "labeling/edit/commands/delete_vertex.h"
#include "labeling/edit/commands/insert_vertex.h"
#include "labeling/tools/drag_tool.h"

namespace jaedan::gui {
namespace {

/// Selects, and edits what is selected: points, edges, whole garments.
class SelectTool : public CanvasTool {
 public:
  bool start(const ToolContext& on, CanvasTool& before) override;
  void mouse(const ToolContext& on, bool over) override;
  bool key(ToolKey key, const ToolContext& on) override;
  std::string hint(const Ui& ui, const Document& document, const PhotoView& view) const override;
  ToolCursor cursor(const PhotoView& view) const override;
  bool dragging() const override { return drag_.active(); }
  void drop_gesture() override;
  bool repeats() const override { return false; }

 private:
  void press(const ToolContext& on, Point at);
  void begin_drag(const ToolContext& on, const Hit& hit, const Garment& garment, Point at);
  void release(const ToolContext& on);
  bool cancel(const ToolContext& on);

  DragTool drag_;
  std::optional<Hit> pressed_edge_;  ///< a click that does not become a drag puts a vertex here
};

/// What the pointer means: points and edges count only on the selected garment, whose points are shown.
std::optional<Hit> hit_at(const ToolContext& on, Point at) {
  constexpr float kGrab = 7;  // design pixels that a hand can hit
  const Annotation& annotation = on.document.session.annotation();
  HitTestOptions options;
  options.tolerance_px = in_image(on.ui, kGrab, on.view.canvas);
  options.preferred = on.view.selection.current();
  options.bounds = &on.regions.garment_bounds();
  std::optional<Hit> hit = hit_test(annotation, at, options);
  if (!hit || hit->kind == HitKind::kBody || hit->garment == options.preferred) return hit;
  options.tolerance_px = 0;
  const std::optional<Hit> body = hit_test(annotation, at, options);
  if (body && body->kind == HitKind::kBody) return body;
  hit->kind = HitKind::kBody;
  hit->point = at;
  return hit;
}

std::optional<std::size_t> proposal_at(const Document& document, Point at) {
  for (const std::size_t index : open_proposals(document)) {
    if (contains(proposals_of(document)[index].region, at)) return index;
  }
  return std::nullopt;
}

bool SelectTool::start(const ToolContext& on, CanvasTool& before) {
  if (before.holds_target()) return tell_finish_first(on.ui);
  if (&before == this) cancel(on);
  return true;
}

void SelectTool::press(const ToolContext& on, Point at) {
  const auto& [ui, document, regions, edges, view] = on;
  const std::optional<Hit> hit = hit_at(on, at);
  view.proposal.reset();
  if (!hit) {
    view.selection.clear();
    view.proposal = proposal_at(document, at);
    return;
  }
  const bool was_selected = view.selection.contains(hit->garment);
  if (hit->kind == HitKind::kVertex) {
    if (ImGui::GetIO().KeyAlt) {
      ui.ask.run(DeleteVertex(hit->garment, hit->ring, hit->index, ui.user));
      return;
    }
    view.selection.select_vertex({hit->garment, hit->ring, hit->index});
  } else if (ImGui::GetIO().KeyCtrl) {
    view.selection.toggle(hit->garment);
    return;
  } else if (!was_selected) {
    view.selection.select_only(hit->garment);
    return;  // the first click only selects, so that nothing moves by accident
  }
  const Garment* garment = find_garment(document.session.annotation(), hit->garment);
  if (garment && !garment->locked) begin_drag(on, *hit, *garment, at);
}

void SelectTool::begin_drag(const ToolContext& on, const Hit& hit, const Garment& garment, Point at) {
  if (hit.kind == HitKind::kEdge) pressed_edge_ = hit;
  DragStart start;
  start.hit = hit;
  start.at = at;
  start.garments = on.view.selection.garments();
  start.bounds = bounds_of(garment.region);
  start.gesture = ++on.view.canvas.gestures;
  DragOptions options;
  options.slop_px = in_image(on.ui, kClickSlop, on.view.canvas);
  options.frame = photo_frame(on.document);
  drag_.press(std::move(start), options, on.ui.user);
}

void SelectTool::release(const ToolContext& on) {
  if (drag_.active() && !drag_.moved() && pressed_edge_) {
    const Hit& edge = *pressed_edge_;
    on.ui.ask.run(InsertVertex(edge.garment, edge.ring, edge.index, edge.point, on.ui.user));
  }
  drop_gesture();
}

void SelectTool::drop_gesture() {
  drag_.release();
  pressed_edge_.reset();
}

void SelectTool::mouse(const ToolContext& on, bool over) {
  CanvasState& canvas = on.view.canvas;
  const Point at = mouse_on_photo(on);
  if (drag_.active()) {
    const auto settle = [&](Point place) {
      return drag_.grabbed() ? settled_vertex(on, drag_.grabbed()->hit.garment, place) : place;
    };
    if (std::unique_ptr<Command> command = drag_.move(at, settle)) {
      on.ui.ask.push(RunCommand{std::move(command), drag_.gesture()});
    }
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) release(on);
    return;
  }
  canvas.hover = over ? hit_at(on, at) : std::nullopt;
  if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) press(on, at);
}

ToolCursor SelectTool::cursor(const PhotoView& view) const {
  const std::optional<Hit>& hover = view.canvas.hover;
  return !dragging() && hover && hover->kind == HitKind::kVertex ? ToolCursor::kHand : ToolCursor::kArrow;
}

/// Drops the drag, else what is selected; false when nothing was.
bool SelectTool::cancel(const ToolContext& on) {
  if (drag_.active()) {
    on.ui.ask.push(AbandonGesture{drag_.gesture()});
    drop_gesture();
    return true;
  }
  const bool had_selection = !on.view.selection.empty() || on.view.proposal.has_value();
  on.view.selection.clear();
  on.view.proposal.reset();
  return had_selection;
}

bool SelectTool::key(ToolKey key, const ToolContext& on) {
  switch (key) {
    case ToolKey::kFinish: return confirm_or_accept(on);
    case ToolKey::kCancel: return cancel(on);
    case ToolKey::kDelete: return remove_selected(on);
    case ToolKey::kReject: return reject_selected(on);
    case ToolKey::kTakeBack:
    case ToolKey::kUndo:
    case ToolKey::kRedo: return false;
  }
  return false;
}

std::string SelectTool::hint(const Ui& ui, const Document& document, const PhotoView& view) const {
  return dragging() ? ui.text(Text::kHintDragging) : selection_hint(ui, document, view);
}

}  // namespace

std::unique_ptr<CanvasTool> make_select_tool() { return std::make_unique<SelectTool>(); }

}  // namespace jaedan::gui
