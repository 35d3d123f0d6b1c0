#include "app/gui/canvas/canvas.h"
#include "app/gui/canvas/tools/paint_tool.h"
#include "app/gui/canvas/tools/shape_tool.h"
#include "app/gui/shell/actions/action.h"
#include "app/gui/shell/actions/action_context.h"

namespace jaedan::gui {
namespace {

void repeat_last_tool(const ActionContext& on) {
  const bool selected = on.state.view.canvas.tools.selects();
  repeat_tool(on.tool());
  const bool draws = dynamic_cast<const ShapeTool*>(&on.state.view.canvas.tools.in_hand()) != nullptr;
  if (selected && !draws) on.state.view.labels.forget_mode();
}

void reshape(const ActionContext& on, ShapeUse use) {
  reshape_with(use, on.tool());
  if (!on.state.view.canvas.tools.selects()) on.state.view.labels.forget_mode();
}
void add_to_garment(const ActionContext& on) { reshape(on, ShapeUse::kAdd); }
void cut_from_garment(const ActionContext& on) { reshape(on, ShapeUse::kCutOut); }

void toggle_snap(const ActionContext& on) {
  on.state.settings.snap = !on.state.settings.snap;
  on.state.tell(on.state.settings.snap ? Text::kSnapIsOn : Text::kSnapIsOff);
}
void smaller_brush(const ActionContext& on) { resize_brush(on.ui, -1); }
void larger_brush(const ActionContext& on) { resize_brush(on.ui, +1); }

template <Part part>
void start(const ActionContext& on) {
  start_part(part, on.tool());
  on.state.view.labels.forget_mode();
}

/// Enter: closes the shape, else accepts proposals, else confirms what the model said.
void finish(const ActionContext& on) { on.tool_takes(ToolKey::kFinish); }
void take_back(const ActionContext& on) { on.tool_takes(ToolKey::kTakeBack); }
/// Esc: drops the gesture, else lays the tool down, else deselects, else unticks.
void cancel(const ActionContext& on) {
  if (!on.document() || !on.tool_takes(ToolKey::kCancel)) on.state.view.ticks.photos.clear();
}

}  // namespace

ActionRows draw_actions() {
  return {
      {"repeat_tool", "N", Text::kRepeatTool, kPhoto, repeat_last_tool},
      {"add_to_garment", "=", Text::kAddToGarment, kPhoto, add_to_garment},
      {"cut_from_garment", "-", Text::kCutFromGarment, kPhoto, cut_from_garment},
      {"toggle_snap", "Y", Text::kToggleSnap, kAnytime, toggle_snap},
      {"smaller_brush", "[", Text::kSmallerBrush, kPhoto | kRepeats, smaller_brush},
      {"larger_brush", "]", Text::kLargerBrush, kPhoto | kRepeats, larger_brush},
      {"start_outer", "1", Text::kStartOuter, kPhoto, start<Part::kOuter>},
      {"start_top", "2", Text::kStartTop, kPhoto, start<Part::kTop>},
      {"start_bottom", "3", Text::kStartBottom, kPhoto, start<Part::kBottom>},
      {"start_dress", "4", Text::kStartDress, kPhoto, start<Part::kDress>},
      {"finish", {"Enter", "Enter", "KeypadEnter"}, Text::kFinishShape, kPhoto, finish},
      {"take_back", "Backspace", Text::kTakeBackVertex, kPhoto | kDropsStroke | kRepeats, take_back},
      {"cancel", "Esc", Text::kCancelGesture, kAnytime | kDropsStroke, cancel},
  };
}

}  // namespace jaedan::gui
