#include <imgui.h>

#include <memory>
#include <utility>
#include <vector>

#include "app/gui/canvas.h"
#include "labeling/edit/accept_proposals.h"
#include "labeling/edit/add_garment.h"
#include "labeling/edit/command_group.h"
#include "labeling/edit/garment_access.h"
#include "labeling/edit/set_region.h"

namespace jaedan::gui {
namespace {

const Garment* selected_garment(const Document& document, const ViewState& view) {
  if (view.selection.garments().size() != 1) return nullptr;
  return find_garment(document.session.annotation(), view.selection.current());
}

/// What the clicks are to correct: the one selected garment, or the selected proposal; else nothing, and a new
/// garment comes of them.
ClickDraft draft_for(const Document& document, ViewState& view) {
  const Garment* garment = selected_garment(document, view);
  if (garment && !garment->locked) {
    view.canvas.draw_part = garment->part;
    return {{garment->id, std::nullopt}, garment->region};
  }
  if (view.proposal && *view.proposal < proposals_of(document).size()) {
    const Proposal& proposal = proposals_of(document)[*view.proposal];
    view.canvas.draw_part = proposal.part;
    return {{std::nullopt, proposal}, proposal.region};
  }
  return {};
}

bool is_for_the_same(const ClickDraft& a, const ClickDraft& b) {
  return a.target().garment == b.target().garment &&
         a.target().proposal.has_value() == b.target().proposal.has_value() && a.start() == b.start();
}

/// The proposal becomes a garment, which gets the outline that the person made of it.
std::unique_ptr<Command> accept_corrected(const Ui& ui, const Document& document, const Proposal& proposal,
                                          const Region& region) {
  const Annotation& annotation = document.session.annotation();
  auto accept = std::make_unique<AcceptProposals>(std::vector<Proposal>{proposal}, document.prediction->model_id);
  const GarmentId id = next_garment_id(annotation);
  if (plan_acceptance(annotation, {proposal}).accepted.empty()) {
    return std::make_unique<AddGarment>(proposal.part, region, ui.user);
  }
  std::vector<std::unique_ptr<const Command>> both;
  both.push_back(std::move(accept));
  both.push_back(std::make_unique<SetRegion>(id, region, ui.user));
  return std::make_unique<CommandGroup>("accept_proposals", std::move(both));
}

void take(const Ui& ui, const Document& document, ViewState& view) {
  CanvasState& canvas = view.canvas;
  const ClickDraft draft = std::exchange(canvas.clicks, ClickDraft());
  canvas.tool = Tool::kSelect;
  if (const auto& garment = draft.target().garment) {
    ui.ask.run(SetRegion(*garment, draft.region(), ui.user));
  } else if (const auto& proposal = draft.target().proposal; proposal && document.prediction) {
    ui.ask.push(RunCommand{accept_corrected(ui, document, *proposal, draft.region())});
    view.proposal.reset();
  } else {
    ui.ask.run(AddGarment(canvas.draw_part, draft.region(), ui.user));
  }
}

bool finish(const Ui& ui, ViewState& view) {
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

bool start_part(Part part, ViewState& view) {
  const ClickDraft& draft = view.canvas.clicks;
  if (draft.under_way() && (draft.target().garment || draft.target().proposal)) return true;
  // A part chosen before the first click means: a new garment of that part.
  if (!draft.under_way()) view.selection.clear(), view.proposal.reset();
  view.canvas.draw_part = part;
  return true;
}

/// The corners of a box under way come first.
bool box_takes(DrawKey key, const Ui& ui, ViewState& view) {
  if (!view.canvas.draw.drawing()) return false;
  take_draw_step(ui, view.canvas.draw.key(key), view);
  return true;
}

bool leave(ViewState& view) {
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

bool refuse_while_clicking(const Ui& ui, const ViewState& view) {
  if (!view.canvas.clicks.under_way()) return false;
  ui.ask.push(Tell{ui.text(Text::kFinishShapeFirst)});
  return true;
}

}  // namespace

bool start_clicks(const Ui& ui, Tool tool, const Document& document, ViewState& view) {
  CanvasState& canvas = view.canvas;
  if (const Garment* garment = selected_garment(document, view); garment && garment->locked) {
    ui.ask.push(Tell{ui.text(Text::kHintLocked)});
    return true;
  }
  if (!is_magic(canvas.tool)) canvas.clicks = draft_for(document, view);
  canvas.clicks.forget_maybe();
  canvas.tool = tool;
  canvas.draw = DrawTool(DrawShape::kRectangle);
  view.attribute_mode = {};
  return true;
}

void click_with_mouse(const Ui& ui, const Document& document, bool hovered, ViewState& view) {
  ClickDraft& draft = view.canvas.clicks;
  const Photo& photo = document.session.photo();
  const Point at = view.canvas.transform.image_from_screen(ui.input.mouse);
  const bool inside = at.x >= 0 && at.y >= 0 && at.x < photo.width && at.y < photo.height;
  if (!hovered || !inside) return draft.forget_maybe();
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) draft.say(inference::Click{at, true});
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Right)) draft.say(inference::Click{at, false});
}

void follow_click_target(const Ui& ui, const Document& document, ViewState& view) {
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
  if (garment && !garment->locked && garment->region == canvas.clicks.start()) {
    if (view.selection.current() != *target) view.selection.select_only(*target);
    return;
  }
  canvas.clicks.lose_target();
  ui.ask.push(Tell{ui.text(Text::kClickTargetGone)});
}

void take_clicks_when_ready(const Ui& ui, const Document& document, ViewState& view) {
  const ClickDraft& draft = view.canvas.clicks;
  if (!is_magic(view.canvas.tool) || !draft.is_accepted()) return;
  if (draft.region().empty()) {
    view.canvas.clicks.accept_no_more();
    ui.ask.push(Tell{ui.text(Text::kNothingThere)});
    return;
  }
  take(ui, document, view);
}

bool clicks_take(Ask ask, const Ui& ui, ViewState& view) {
  CanvasState& canvas = view.canvas;
  switch (ask) {
    case Ask::kFinish: return box_takes(DrawKey::kFinish, ui, view) || finish(ui, view);
    case Ask::kCancel: return leave(view);
    case Ask::kTakeBack:
    case Ask::kUndo:
    case Ask::kDelete: return box_takes(DrawKey::kTakeBack, ui, view) || canvas.clicks.take_back();
    case Ask::kRedo: return box_takes(DrawKey::kBringBack, ui, view) || canvas.clicks.bring_back();
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
