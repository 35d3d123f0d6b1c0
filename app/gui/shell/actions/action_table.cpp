#include "app/gui/shell/actions/action_table.h"

#include <cstddef>

#include "app/gui/canvas/canvas.h"
#include "app/gui/canvas/tools/shape_tool.h"
#include "app/gui/shell/actions/action_context.h"
#include "app/gui/shell/views/view.h"

namespace jaedan::gui {
namespace {

struct TableRow {
  Action action;
  ActionGroup group;
  const ToolRow* tool = nullptr;  ///< that it takes in hand
};

void add_group(std::vector<TableRow>& all, ActionGroup group, const ActionRows& rows) {
  for (const ToolRow& tool : tool_table()) {
    if (tool.group == group) all.push_back({{tool.action, tool.keys, tool.text, kPhoto, nullptr}, group, &tool});
  }
  for (const Action& action : rows) all.push_back({action, group});
}

const std::vector<TableRow>& table() {
  static const std::vector<TableRow> kTable = [] {
    std::vector<TableRow> all;
    add_group(all, ActionGroup::kPhotos, photo_actions());
    add_group(all, ActionGroup::kDraw, draw_actions());
    add_group(all, ActionGroup::kEdit, edit_actions());
    add_group(all, ActionGroup::kLabel, label_actions());
    add_group(all, ActionGroup::kReview, review_actions());
    add_group(all, ActionGroup::kTasks, task_actions());
    add_group(all, ActionGroup::kView, view_actions());
    return all;
  }();
  return kTable;
}

bool has(unsigned when, unsigned bits) { return (when & bits) == bits; }

bool is_usable(const TableRow& row, StudioState& state) {
  const unsigned when = row.action.when;
  if (!current_view(state).takes(row.group)) return false;
  if (!has(when, kPhoto)) return !has(when, kProject) || state.workspace != nullptr;
  const Document* shown = state.document();
  return shown != nullptr && shown->theirs.has_value() == has(when, kInConflict);
}

/// A shape or stroke under way that has to be finished first.
bool waits(unsigned when, const CanvasState& canvas) {
  const CanvasTool& tool = canvas.tools.in_hand();
  return (has(when, kShapeAside) && must_stay(canvas)) || (has(when, kNoShape) && tool.under_way()) ||
         (has(when, kFreeTarget) && tool.holds_target());
}

void take_tool(const ToolRow& row, const ActionContext& context) {
  CanvasState& canvas = context.state.view.canvas;
  if (!canvas.tools.take(row.id, context.tool()) || canvas.tools.selects()) return;
  // The hand leaves the labels for the photo. After a shape that is drawn they may go on.
  if (dynamic_cast<const ShapeTool*>(&canvas.tools.in_hand()) == nullptr) context.state.view.labels.forget_mode();
}

}  // namespace

std::vector<ActionInfo> action_infos() {
  std::vector<ActionInfo> infos;
  for (const auto& [action, group, tool] : table()) {
    infos.push_back({action.id, action.keys, action.text, group, has(action.when, kRepeats), action.menu});
  }
  return infos;
}

void mark_usable(StudioState& state) {
  for (std::size_t i = 0; i < table().size(); ++i) state.actions.set_usable(i, is_usable(table()[i], state));
}

void perform(ActionId id, StudioState& state, const Ui& ui) {
  for (const TableRow& row : table()) {
    if (id.name() != row.action.id) continue;
    if (!is_usable(row, state)) return;
    CanvasTool& tool = state.view.canvas.tools.in_hand();
    if (tool.in_stroke() && has(row.action.when, kDropsStroke)) return tool.drop_gesture();
    if (tool.in_stroke()) return state.tell(Text::kFinishShapeFirst);
    if (waits(row.action.when, state.view.canvas)) {
      const bool leaves = has(row.action.when, kShapeAside);
      return state.tell(leaves ? why_stay(state.view.canvas) : Text::kFinishShapeFirst);
    }
    const ActionContext context{state, ui};
    if (row.tool) return take_tool(*row.tool, context);
    if (row.action.run) row.action.run(context);
    return;
  }
}

}  // namespace jaedan::gui
