#include "app/gui/canvas/tools/shape_tool.h"

#include <imgui.h>

#include <utility>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/tools/shape_options.h"
#include "app/gui/canvas/tools/snapping.h"
#include "labeling/shape/region_algebra.h"

namespace jaedan::gui {
namespace {

constexpr double kSamePlace = 1e-6;

/// Whether a shape can be added to what is selected, or cut out of it; says why not.
bool can_reshape(const ToolContext& on) {
  if (tell_untouchable(on.ui, on.document, on.view)) return false;
  const EditTarget target = edit_target(on.document, on.view);
  if (target.garment || target.proposal) return true;
  on.ui.ask.push(Tell{on.ui.text(Text::kChooseGarmentFirst)});
  return false;
}

}  // namespace

bool ShapeTool::start(const ToolContext& on, CanvasTool& before) {
  if (!before.under_way()) {
    draft_ = Draft(shape_);
    return true;
  }
  if (&before == this) return true;
  // In mid-shape the next stretch may follow the edges, or no longer; another kind of shape waits.
  auto* other = dynamic_cast<ShapeTool*>(&before);
  if (!other || other->shape_ != DrawShape::kPolygon || shape_ != DrawShape::kPolygon) return tell_finish_first(on.ui);
  draft_ = std::exchange(other->draft_, Draft(shape_));
  return true;
}

bool ShapeTool::take_part(Part part, const ToolContext& on) {
  on.view.canvas.draw_part = part;
  // Choosing another part while drawing keeps what is drawn.
  if (!under_way()) draft_ = Draft(shape_);
  return true;
}

void ShapeTool::toggle_use(ShapeUse use, const ToolContext& on) {
  draft_.use = draft_.use == use ? ShapeUse::kNewGarment : use;
  draft_.target = edit_target(on.document, on.view);
}

/// Where a point goes that is set at `at`; tells the draft how the line gets there. With Ctrl just there, straight.
Point ShapeTool::aim(const ToolContext& on, Point at, bool sets_point) {
  DrawTool& draw = draft_.pen.draw();
  draw.lead({});
  if (ImGui::GetIO().KeyCtrl) return at;
  const bool closes = draw.would_close(at);
  if (closes) at = draw.points().front();
  if (on.ui.settings.snap) {
    const std::optional<Point> from = draw.drawing() ? std::optional(draw.points().back()) : std::nullopt;
    const auto held = snap(on.document.session.annotation(), at, from, snap_options(on));
    // The first point lies where it was set: only a border that goes through it leads there.
    if (held && (!closes || distance(held->at, at) < kSamePlace)) {
      draw.lead(held->way);
      if (closes && !held->way.empty()) return at;
      if (!closes) {
        on.view.canvas.held = held->at;
        return held->at;
      }
    }
  }
  if (draw.drawing()) {
    if (Ring led = way(on, at, sets_point); !led.empty()) draw.lead(std::move(led));
  }
  return at;
}

/// A shape that is added or cut out needs something to work on; Shift and Alt say so with the first point.
bool ShapeTool::may_begin(const ToolContext& on) {
  const ImGuiIO& io = ImGui::GetIO();
  const ShapeUse use = io.KeyShift ? ShapeUse::kAdd : io.KeyAlt ? ShapeUse::kCutOut : draft_.use;
  if (use != ShapeUse::kNewGarment && !can_reshape(on)) return false;
  draft_.use = use;
  draft_.target = edit_target(on.document, on.view);
  return true;
}

void ShapeTool::mouse(const ToolContext& on, bool over) {
  ShapePen::Guide guide;
  guide.may_begin = [&] { return may_begin(on); };
  guide.aim = [&](Point at, bool sets_point) { return aim(on, at, sets_point); };
  guide.follows_hand = follows_hand();
  guide.lets_go = shape_ == DrawShape::kPolygon && !follows_hand();  // the edges lead, not the hand
  take(on, draft_.pen.mouse(on, over, guide));
}

/// The shape is done: it becomes a garment, or changes the one that it was begun on. False, and the reason is told,
/// when it cannot.
bool ShapeTool::use_shape(const ToolContext& on, const Region& shape) {
  const auto& [ui, document, regions, edges, view] = on;
  if (draft_.use == ShapeUse::kNewGarment) return give_region(ui, document, {}, shape, view), true;
  const auto refuse = [&ask = ui.ask, &text = ui.text](Text reason) { return ask.push(Tell{text(reason)}), false; };
  const EditTarget& target = draft_.target;
  const Garment* garment = target.garment ? find_garment(document.session.annotation(), *target.garment) : nullptr;
  if (!garment && !target.proposal) return refuse(Text::kGarmentIsGone);
  if (const auto reason = garment ? reason_against_change(*garment) : std::nullopt) return refuse(*reason);
  const Region before = region_of(target, document);
  const bool adds = draft_.use == ShapeUse::kAdd;
  const Region after = adds ? labeling::united(before, shape) : labeling::subtracted(before, shape);
  if (after.empty()) return refuse(Text::kNothingWouldBeLeft);
  give_region(ui, document, target, after, view);
  return true;
}

void ShapeTool::take(const ToolContext& on, const DrawStep& step) {
  CanvasState& canvas = on.view.canvas;
  switch (step.kind) {
    case DrawStep::Kind::kFinished: {
      DrawTool& draw = draft_.pen.draw();
      if (!use_shape(on, step.region)) {
        draw.take_up(draw.finished());
        break;
      }
      canvas.tools.put_down();
      ++canvas.gestures;
      break;
    }
    case DrawStep::Kind::kCancelled: canvas.tools.put_down(); break;
    case DrawStep::Kind::kRefused: on.ui.ask.push(Tell{on.ui.text(Text::kNotYetAShape)}); break;
    case DrawStep::Kind::kNothing:
    case DrawStep::Kind::kChanged: break;
  }
}

bool ShapeTool::key(ToolKey key, const ToolContext& on) {
  const auto pass_on = [&](DrawKey meaning) {
    const DrawStep step = draft_.pen.draw().key(meaning);
    take(on, step);
    return step.kind != DrawStep::Kind::kNothing;
  };
  switch (key) {
    case ToolKey::kFinish: return pass_on(DrawKey::kFinish);
    case ToolKey::kCancel: return on.view.canvas.tools.put_down(), true;
    case ToolKey::kTakeBack:
    case ToolKey::kUndo:
    case ToolKey::kDelete: return pass_on(DrawKey::kTakeBack);
    case ToolKey::kRedo: return pass_on(DrawKey::kBringBack);
    case ToolKey::kReject: return true;  // never the whole photo while something is being drawn
  }
  return false;
}

void ShapeTool::draw(const Ui& ui, const PhotoView& view, ImDrawList& out) const {
  const Colour colour = draft_.use == ShapeUse::kCutOut ? ui.theme.bad : ui.theme.part(view.canvas.draw_part);
  draft_.pen.show(ui, view.canvas, view.canvas.pointer, colour, out);
}

/// "Top: …", or what the shape does to the garment that is selected.
std::string ShapeTool::use_prefix(const Ui& ui, const Document& document, const PhotoView& view) const {
  const Part drawn_part = view.canvas.draw_part;
  if (draft_.use == ShapeUse::kNewGarment) return std::string(ui.text.part(drawn_part)) + ": ";
  const EditTarget target = under_way() ? draft_.target : edit_target(document, view);
  const Text use = draft_.use == ShapeUse::kAdd ? Text::kUseAdd : Text::kUseCut;
  return std::string(ui.text.part(part_of(target, document, drawn_part))) + ", " + ui.text(use) + ": ";
}

std::string ShapeTool::hint(const Ui& ui, const Document& document, const PhotoView& view) const {
  return use_prefix(ui, document, view) + shape_hint(ui, view);
}

void ShapeTool::options(const Ui& ui, PhotoView& view) {
  // In mid-shape the keys are enough, and every place of the photo is free.
  if (!under_way()) shape_options(ui, view.canvas, draft_.use);
}

void reshape_with(ShapeUse use, const ToolContext& on) {
  const std::vector<Garment>& garments = on.document.session.annotation().garments;
  if (garments.size() == 1 && on.view.selection.empty() && !on.view.proposal) {
    on.view.selection.select_only(garments.front().id);
  }
  if (!can_reshape(on)) return;
  ToolBox& tools = on.view.canvas.tools;
  if (dynamic_cast<ShapeTool*>(&tools.in_hand()) == nullptr && !tools.take("polygon", on)) return;
  if (auto* tool = dynamic_cast<ShapeTool*>(&tools.in_hand())) tool->toggle_use(use, on);
}

}  // namespace jaedan::gui
