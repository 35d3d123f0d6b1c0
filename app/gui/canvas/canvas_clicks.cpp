#include <imgui.h>

#include <utility>

#include "app/gui/canvas/canvas.h"
#include "app/gui/canvas/edit_target.h"

namespace jaedan::gui {
namespace {

/// What nobody has drawn by hand may change as a whole.
inference::MaskOrigin origin_of(const EditTarget& target, const Document& document) {
  const Garment* garment = target.garment ? find_garment(document.session.annotation(), *target.garment) : nullptr;
  const bool by_model = target.proposal || (garment && garment->region_provenance.source == Source::kModel);
  return by_model ? inference::MaskOrigin::kModel : inference::MaskOrigin::kPerson;
}

/// The garments of the readings that are not shown.
std::vector<Region> other_readings(const Document& document) {
  std::vector<Region> regions;
  if (!document.prediction) return regions;
  for (std::size_t i = 0; i < document.prediction->readings.size(); ++i) {
    if (i == document.reading) continue;
    for (const Proposal& garment : document.prediction->readings[i].garments) regions.push_back(garment.region);
  }
  return regions;
}

/// What the clicks are to correct.
ClickDraft draft_for(const Document& document, PhotoView& view) {
  EditTarget target = edit_target(document, view);
  view.canvas.draw_part = part_of(target, document, view.canvas.draw_part);
  inference::ObjectStart start{region_of(target, document), origin_of(target, document), {}};
  if (start.by == inference::MaskOrigin::kModel || start.region.empty()) start.others = other_readings(document);
  return {std::move(target), std::move(start)};
}

bool is_for_the_same(const ClickDraft& a, const ClickDraft& b) {
  return a.target().garment == b.target().garment &&
         a.target().proposal.has_value() == b.target().proposal.has_value() && a.start() == b.start();
}

void take(const Ui& ui, const Document& document, PhotoView& view) {
  const ClickDraft draft = std::exchange(view.canvas.clicks, ClickDraft());
  view.canvas.tool = Tool::kSelect;
  give_region(ui, document, draft.target(), draft.region(), view);
}

bool finish(const Ui& ui, PhotoView& view) {
  ClickDraft& draft = view.canvas.clicks;
  if (!draft.under_way()) {
    ui.ask.push(Tell{ui.text(Text::kNothingClicked)});
  } else if (!draft.waits() && draft.region().empty()) {
    ui.ask.push(Tell{ui.text(Text::kNothingThere)});
  } else {
    draft.accept_when_ready();
  }
  return true;
}

bool start_part(Part part, PhotoView& view) {
  const ClickDraft& draft = view.canvas.clicks;
  if (draft.under_way() && (draft.target().garment || draft.target().proposal)) return true;
  // A part chosen before the first click means: a new garment of that part.
  if (!draft.under_way()) view.selection.clear(), view.proposal.reset();
  view.canvas.draw_part = part;
  return true;
}

/// The corners of a box under way come first.
bool box_takes(DrawKey key, const Ui& ui, const Document& document, PhotoView& view) {
  if (!view.canvas.draw.drawing()) return false;
  take_draw_step(ui, document, view.canvas.draw.key(key), view);
  return true;
}

bool leave(PhotoView& view) {
  CanvasState& canvas = view.canvas;
  if (canvas.tool == Tool::kBox && (canvas.draw.drawing() || canvas.clicks.under_way())) {
    canvas.draw = DrawTool(DrawShape::kRectangle);
    canvas.tool = Tool::kClicks;
    return true;
  }
  canvas.clicks = ClickDraft();
  canvas.tool = Tool::kSelect;
  return true;
}

bool refuse_while_clicking(const Ui& ui, const PhotoView& view) {
  if (!view.canvas.clicks.under_way()) return false;
  ui.ask.push(Tell{ui.text(Text::kFinishShapeFirst)});
  return true;
}

}  // namespace

bool start_clicks(const Ui& ui, Tool tool, const Document& document, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  if (const Garment* garment = selected_garment(document, view); garment && garment->locked) {
    ui.ask.push(Tell{ui.text(Text::kHintLocked)});
    return true;
  }
  if (!is_magic(canvas.tool)) canvas.clicks = draft_for(document, view);
  canvas.clicks.forget_maybe();
  canvas.tool = canvas.last_tool = tool;
  canvas.draw = DrawTool(DrawShape::kRectangle);
  return true;
}

void click_with_mouse(const Ui& ui, const Document& document, bool hovered, PhotoView& view) {
  ClickDraft& draft = view.canvas.clicks;
  const Photo& photo = document.session.photo();
  const Point at = view.canvas.transform.image_from_screen(ui.input.mouse);
  const bool inside = at.x >= 0 && at.y >= 0 && at.x < photo.width && at.y < photo.height;
  if (!hovered || !inside) return draft.forget_maybe();
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) draft.say(inference::Click{at, true});
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Right)) draft.say(inference::Click{at, false});
}

void follow_click_target(const Ui& ui, const Document& document, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  if (!is_magic(canvas.tool)) return;
  if (!canvas.clicks.under_way()) {
    ClickDraft wanted = draft_for(document, view);
    if (!is_for_the_same(wanted, canvas.clicks)) canvas.clicks = std::move(wanted);
    return;
  }
  const auto& target = canvas.clicks.target().garment;
  if (!target) return;
  const Garment* garment = find_garment(document.session.annotation(), *target);
  if (garment && !garment->locked && garment->region == canvas.clicks.start().region) {
    if (view.selection.current() != *target) view.selection.select_only(*target);
    return;
  }
  canvas.clicks.lose_target();
  ui.ask.push(Tell{ui.text(Text::kClickTargetGone)});
}

void take_clicks_when_ready(const Ui& ui, const Document& document, PhotoView& view) {
  const ClickDraft& draft = view.canvas.clicks;
  if (!is_magic(view.canvas.tool) || !draft.is_accepted()) return;
  if (draft.region().empty()) {
    view.canvas.clicks.accept_no_more();
    ui.ask.push(Tell{ui.text(Text::kNothingThere)});
    return;
  }
  take(ui, document, view);
}

bool clicks_take(Ask ask, const Ui& ui, const Document& document, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  switch (ask) {
    case Ask::kFinish: return box_takes(DrawKey::kFinish, ui, document, view) || finish(ui, view);
    case Ask::kCancel: return leave(view);
    case Ask::kTakeBack:
    case Ask::kUndo:
    case Ask::kDelete: return box_takes(DrawKey::kTakeBack, ui, document, view) || canvas.clicks.take_back();
    case Ask::kRedo: return box_takes(DrawKey::kBringBack, ui, document, view) || canvas.clicks.bring_back();
    case Ask::kReturn: return true;  // never the whole photo while something is being cut out
    case Ask::kSelectTool:
    case Ask::kPolygonTool:
    case Ask::kRectangleTool:
    case Ask::kNextGarment:
    case Ask::kPreviousGarment:
    case Ask::kPrefillPhoto: return refuse_while_clicking(ui, view);
    case Ask::kStartOuter: return start_part(Part::kOuter, view);
    case Ask::kStartTop: return start_part(Part::kTop, view);
    case Ask::kStartBottom: return start_part(Part::kBottom, view);
    case Ask::kStartDress: return start_part(Part::kDress, view);
    default: return false;
  }
}

}  // namespace jaedan::gui
