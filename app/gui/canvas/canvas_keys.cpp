#include <memory>
#include <utility>

#include "app/gui/canvas/canvas.h"
#include "app/gui/canvas/edit_target.h"
#include "labeling/edit/command_group.h"
#include "labeling/edit/commands/confirm.h"
#include "labeling/edit/commands/delete_garments.h"
#include "labeling/edit/commands/delete_vertex.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "labeling/edit/proposals/reject_garment.h"

namespace jaedan::gui {
namespace {

bool draft_takes(DrawKey key, const Ui& ui, const Document& document, PhotoView& view) {
  const DrawStep step = view.canvas.draw.key(key);
  take_draw_step(ui, document, step, view);
  return step.kind != DrawStep::Kind::kNothing;
}

bool start_shape(Tool tool, CanvasState& canvas) {
  canvas.tool = canvas.last_tool = tool;
  canvas.draw = DrawTool(tool == Tool::kRectangle ? DrawShape::kRectangle : DrawShape::kPolygon);
  canvas.shape_use = ShapeUse::kNewGarment;
  canvas.clicks = ClickDraft();
  return true;
}

/// In mid-shape the next stretch may follow the edges, or no longer; another kind of shape waits.
bool take_in_hand(const Ui& ui, Tool tool, CanvasState& canvas) {
  if (!canvas.shape_under_way()) return start_shape(tool, canvas);
  const bool same_shape =
      canvas.draw.drawing() && canvas.tool != Tool::kRectangle && canvas.tool != Tool::kBox && tool != Tool::kRectangle;
  if (same_shape) {
    canvas.tool = canvas.last_tool = tool;
  } else if (canvas.tool != tool) {
    ui.ask.push(Tell{ui.text(Text::kFinishShapeFirst)});
  }
  return true;
}

bool start_part(Part part, PhotoView& view) {
  view.canvas.draw_part = part;
  // Choosing another part while drawing keeps what is drawn.
  if (view.canvas.draw.drawing()) return true;
  return start_shape(draws_shape(view.canvas.tool) ? view.canvas.tool : Tool::kPolygon, view.canvas);
}

/// The next shape changes the selected garment; the same once more makes a new one of it.
bool reshape_with(const Ui& ui, ShapeUse use, const Document& document, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const std::vector<Garment>& garments = document.session.annotation().garments;
  if (garments.size() == 1 && view.selection.empty() && !view.proposal) {
    view.selection.select_only(garments.front().id);
  }
  if (!can_reshape(ui, document, view)) return true;
  const ShapeUse before = draws_shape(canvas.tool) ? canvas.shape_use : ShapeUse::kNewGarment;
  if (!draws_shape(canvas.tool)) {
    if (canvas.shape_under_way()) return ui.ask.push(Tell{ui.text(Text::kFinishShapeFirst)}), true;
    start_shape(Tool::kPolygon, canvas);
  }
  canvas.shape_use = before == use ? ShapeUse::kNewGarment : use;
  canvas.shape_target = edit_target(document, view);
  return true;
}

/// While the button is down only the stroke can be dropped: anything else would change what it began on.
bool stroke_takes(Ask ask, const Ui& ui, CanvasState& canvas) {
  if (ask == Ask::kCancel || ask == Ask::kUndo || ask == Ask::kTakeBack) {
    canvas.paint.reset();
    canvas.line.clear();
  } else {
    ui.ask.push(Tell{ui.text(Text::kFinishShapeFirst)});
  }
  return true;
}

/// The same tool and part as for the last shape.
bool repeat_tool(const Ui& ui, const Document& document, PhotoView& view) {
  const Tool last = view.canvas.last_tool;
  if (view.canvas.shape_under_way() || view.canvas.tool == last) return true;
  view.selection.clear();
  view.proposal.reset();
  if (is_magic(last)) return start_clicks(ui, last, document, view);
  if (is_brush(last)) return start_brush(ui, last, document, view);
  return start_shape(last, view.canvas);
}

bool accept(const Ui& ui, const Document& document, PhotoView& view) {
  const std::vector<std::size_t> open = open_proposals(document);
  if (open.empty()) return false;
  std::vector<Proposal> chosen;
  for (const std::size_t index : open) {
    if (!view.proposal || *view.proposal == index) chosen.push_back(proposals_of(document)[index]);
  }
  ui.ask.run(AcceptProposals(std::move(chosen), document.prediction->model_id));
  view.proposal.reset();
  return true;
}

/// Every selected garment that a model has a share in; false when there is none.
bool confirm_selected(const Ui& ui, const Document& document, const PhotoView& view) {
  std::vector<std::unique_ptr<const Command>> confirmed;
  Annotation after = document.session.annotation();
  for (const GarmentId id : view.selection.garments()) {
    auto command = std::make_unique<Confirm>(Confirm::garment(id, ui.user));
    const Annotation before = after;
    if (command->apply(after).ok() && after != before) confirmed.push_back(std::move(command));
  }
  if (confirmed.empty()) return false;
  ui.ask.run(CommandGroup("confirm", std::move(confirmed)));
  return true;
}

bool finish(const Ui& ui, const Document& document, PhotoView& view) {
  if (view.canvas.tool != Tool::kSelect) return draft_takes(DrawKey::kFinish, ui, document, view);
  if (confirm_selected(ui, document, view)) return true;
  return accept(ui, document, view);
}

bool cancel(const Ui& ui, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  if (canvas.drag.active()) {
    ui.ask.push(AbandonGesture{canvas.drag.gesture()});
    canvas.drag.release();
    canvas.pressed_edge.reset();
    return true;
  }
  if (canvas.tool != Tool::kSelect) {
    canvas.draw.key(DrawKey::kCancel);
    canvas.clicks = ClickDraft();
    canvas.tool = Tool::kSelect;
    return true;
  }
  const bool had_selection = !view.selection.empty() || view.proposal.has_value();
  view.selection.clear();
  view.proposal.reset();
  return had_selection;
}

bool remove_proposal(const Document& document, PhotoView& view, const Ui& ui) {
  if (!view.proposal) return false;
  ui.ask.push(RejectProposal{document.id(), document.reading, *view.proposal});
  view.proposal.reset();
  return true;
}

bool remove(const Ui& ui, const Document& document, PhotoView& view) {
  if (view.canvas.tool != Tool::kSelect) return draft_takes(DrawKey::kTakeBack, ui, document, view);
  if (remove_proposal(document, view, ui)) return true;
  const std::optional<Hit>& hover = view.canvas.hover;
  if (hover && hover->kind == HitKind::kVertex) {
    ui.ask.run(DeleteVertex(hover->garment, hover->ring, hover->index, ui.user));
    return true;
  }
  if (const std::optional<VertexRef>& vertex = view.selection.vertex()) {
    ui.ask.run(DeleteVertex(vertex->garment, vertex->ring, vertex->index, ui.user));
    return true;
  }
  if (view.selection.empty()) return false;
  ui.ask.run(DeleteGarments(view.selection.garments()));
  return true;
}

/// X on a garment that only a model stands behind takes it away, as on a proposal.
/// With anything selected or being drawn, X never means the whole photo.
bool reject(const Ui& ui, const Document& document, PhotoView& view) {
  if (view.canvas.tool != Tool::kSelect) return true;
  if (remove_proposal(document, view, ui)) return true;
  const Garment* garment = find_garment(document.session.annotation(), view.selection.current());
  if (!garment) return false;
  ui.ask.run(RejectGarment(garment->id));
  return true;
}

}  // namespace

bool canvas_takes(Ask ask, const Ui& ui, const Document& document, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  if (canvas.paint || !canvas.line.empty()) return stroke_takes(ask, ui, canvas);
  if (is_magic(canvas.tool) && clicks_take(ask, ui, document, view)) return true;
  if (is_brush(canvas.tool) && brush_takes(ask, view)) return true;
  switch (ask) {
    case Ask::kClickTool: return start_clicks(ui, Tool::kClicks, document, view);
    case Ask::kBoxTool: return start_clicks(ui, Tool::kBox, document, view);
    case Ask::kBrushTool: return start_brush(ui, Tool::kBrush, document, view);
    case Ask::kEraserTool: return start_brush(ui, Tool::kEraser, document, view);
    case Ask::kKnifeTool: return start_line(ui, Tool::kKnife, document, view);
    case Ask::kContourTool: return start_line(ui, Tool::kContour, document, view);
    case Ask::kRepeatTool: return repeat_tool(ui, document, view);
    case Ask::kSmallerBrush: return resize_brush(ui, -1), true;
    case Ask::kLargerBrush: return resize_brush(ui, +1), true;
    case Ask::kSelectTool: return cancel(ui, view), canvas.tool = Tool::kSelect, true;
    case Ask::kPolygonTool: return take_in_hand(ui, Tool::kPolygon, canvas);
    case Ask::kScissorsTool: return take_in_hand(ui, Tool::kScissors, canvas);
    case Ask::kRectangleTool: return take_in_hand(ui, Tool::kRectangle, canvas);
    case Ask::kAddToGarment: return reshape_with(ui, ShapeUse::kAdd, document, view);
    case Ask::kCutFromGarment: return reshape_with(ui, ShapeUse::kCutOut, document, view);
    case Ask::kStartOuter: return start_part(Part::kOuter, view);
    case Ask::kStartTop: return start_part(Part::kTop, view);
    case Ask::kStartBottom: return start_part(Part::kBottom, view);
    case Ask::kStartDress: return start_part(Part::kDress, view);
    case Ask::kFinish: return finish(ui, document, view);
    case Ask::kCancel: return cancel(ui, view);
    case Ask::kTakeBack: return canvas.tool != Tool::kSelect && draft_takes(DrawKey::kTakeBack, ui, document, view);
    case Ask::kUndo: return canvas.tool != Tool::kSelect && draft_takes(DrawKey::kTakeBack, ui, document, view);
    case Ask::kRedo: return canvas.tool != Tool::kSelect && draft_takes(DrawKey::kBringBack, ui, document, view);
    case Ask::kDelete: return remove(ui, document, view);
    case Ask::kReturn: return reject(ui, document, view);
    case Ask::kFit: return canvas.fitted = true, true;
    case Ask::kFullSize: {
      const Point middle{canvas.area.x + canvas.area.width / 2, canvas.area.y + canvas.area.height / 2};
      canvas.transform = canvas.transform.zoomed_at(middle, 1 / canvas.transform.zoom);
      canvas.fitted = false;
      return true;
    }
    default: return false;
  }
}

}  // namespace jaedan::gui
