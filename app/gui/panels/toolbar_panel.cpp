#include "app/gui/panels/toolbar_panel.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/gui/base/key_map.h"
#include "app/gui/draw/widgets.h"
#include "app/gui/panels/look_menu.h"
#include "labeling/review/state_machine.h"

namespace jaedan::gui {
namespace {

/// What the toolbar leaves out when the window is narrow or the font large, one after the other; of the last step the
/// buttons are in a menu of their own.
enum Squeeze { kNothing = 0, kNoState = 1, kNoPartNames = 2, kNoButtonNames = 3, kMoreMenu = 4 };

void project_menu(const Ui& ui, const std::string& project_name, float width) {
  if (labelled_button(ui, "menu", Icon::kFolder, clipped(project_name, width).c_str(), ui.text(Text::kProjectMenu),
                      ButtonKind::kQuiet)) {
    ImGui::OpenPopup("project_menu");
  }
  ImGui::SetNextWindowPos({ImGui::GetItemRectMin().x, ImGui::GetWindowHeight()});
  if (!ImGui::BeginPopup("project_menu")) return;
  for (const MenuSection section : {MenuSection::kFiles, MenuSection::kModel, MenuSection::kProgram}) {
    if (section != MenuSection::kFiles) ImGui::Separator();
    for (const ActionInfo& info : ui.actions.all()) {
      if (info.menu.section != section) continue;
      const ActionId action(info.id);
      if (ImGui::MenuItem(ui.text(info.text), ui.keys.text_of(action).c_str(), false, ui.actions.usable(action))) {
        ui.ask.push(action);
      }
      remember_item(ui, info.menu.item);
    }
  }
  ImGui::EndPopup();
}

void tools(const Ui& ui, const ToolBox& box) {
  for (const ToolRow& tool : tool_table()) {
    const ButtonKind kind = box.holds(tool.id) ? ButtonKind::kOn : ButtonKind::kQuiet;
    action_button(ui, std::string("tool.") + tool.id, tool.icon, ActionId(tool.action), kind);
    ImGui::SameLine(0, ui.px(2));
  }
}

void parts(const Ui& ui, const CanvasState& canvas, int squeeze) {
  const bool named = squeeze < kNoPartNames;
  constexpr std::pair<Part, ActionId> kParts[] = {{Part::kOuter, "start_outer"_action},
                                                  {Part::kTop, "start_top"_action},
                                                  {Part::kBottom, "start_bottom"_action},
                                                  {Part::kDress, "start_dress"_action}};
  for (const auto& [part, action] : kParts) {
    const bool on = !canvas.tools.selects() && canvas.draw_part == part;
    if (dot_button(ui, "part." + std::string(id_of(part)), ui.theme.part(part), named ? ui.text.part(part) : "",
                   squeeze < kMoreMenu ? ui.keys.text_of(action) : "",
                   tooltip_with_key(ui, Text::kStartPartTip, action).c_str(), on ? ButtonKind::kOn : ButtonKind::kQuiet,
                   ui.actions.usable(action))) {
      ui.ask.push(action);
    }
    ImGui::SameLine(0, ui.px(2));
  }
}

void undo_redo(const Ui& ui, const Document* document) {
  const bool can_undo = document && document->session.can_undo() && ui.actions.usable("undo"_action);
  const bool can_redo = document && document->session.can_redo() && ui.actions.usable("redo"_action);
  const auto tip = [&](Text text, ActionId action, const std::string* command) {
    std::string full = tooltip_with_key(ui, text, action);
    if (command) full += std::string("\n") + ui.text.command(*command);
    return full;
  };
  const std::string* undone = can_undo ? &document->session.history().undo_entry().name : nullptr;
  const std::string* redone = can_redo ? &document->session.history().redo_entry().name : nullptr;
  if (icon_button(ui, "undo", Icon::kUndo, tip(Text::kUndo, "undo"_action, undone).c_str(), ButtonKind::kQuiet,
                  can_undo)) {
    ui.ask.push("undo"_action);
  }
  ImGui::SameLine(0, ui.px(2));
  if (icon_button(ui, "redo", Icon::kRedo, tip(Text::kRedo, "redo"_action, redone).c_str(), ButtonKind::kQuiet,
                  can_redo)) {
    ui.ask.push("redo"_action);
  }
}

/// What has no button of its own in a narrow window.
void more_menu(const Ui& ui, const Document* document) {
  if (icon_button(ui, "more", Icon::kMore, ui.text(Text::kMoreButtons))) ImGui::OpenPopup("more");
  ImGui::SetNextWindowPos({ImGui::GetItemRectMin().x, ImGui::GetWindowHeight()});
  if (!ImGui::BeginPopup("more")) return;
  const auto entry = [&](const char* name, ActionId action, bool enabled) {
    const ActionInfo* info = ui.actions.find(action);
    if (info && ImGui::MenuItem(ui.text(info->text), ui.keys.text_of(action).c_str(), false,
                                enabled && ui.actions.usable(action))) {
      ui.ask.push(action);
    }
    remember_item(ui, name);
  };
  entry("undo", "undo"_action, document && document->session.can_undo());
  entry("redo", "redo"_action, document && document->session.can_redo());
  entry("fit", "fit"_action, true);
  entry("look", "look"_action, document != nullptr);
  ImGui::Separator();
  entry("settings", "settings"_action, true);
  entry("help", "help"_action, true);
  ImGui::EndPopup();
}

/// Right-aligned. False when that would cover what ends at `left_end`.
bool review(const Ui& ui, const Document* document, float left_end, int squeeze) {
  const float gap = ui.px(6);
  const float button = ImGui::GetFrameHeight();
  const auto labelled_width = [&](const char* text) { return button + ImGui::CalcTextSize(text).x + ui.px(12); };
  const char* state = document ? ui.text.state(document->session.annotation().state) : "";
  const bool with_state = document && squeeze < kNoState;
  const char* return_name = squeeze < kNoButtonNames ? ui.text(Text::kReturn) : "";
  // With a task of work in hand the same button ends the stage.
  const bool submits = ui.actor.stage && *ui.actor.stage != Stage::kInspect;
  const char* approve_name = squeeze < kNoButtonNames ? ui.text(submits ? Text::kSubmit : Text::kApprove) : "";
  const bool own_buttons = squeeze < kMoreMenu;
  float width =
      labelled_width(return_name) + labelled_width(approve_name) + 2 * gap + (own_buttons ? 2 * button + 2 * gap : 0);
  if (with_state) width += chip_width(ui, state) + gap;
  const float start = ImGui::GetWindowWidth() - width - ImGui::GetStyle().WindowPadding.x;
  ImGui::SameLine(std::max(start, left_end + gap));
  if (with_state) {
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosY(top + (button - ui.fonts.small->FontSize - ui.px(4)) / 2);
    chip(ui, state, ui.theme.state(document->session.annotation().state));
    ImGui::SameLine(0, gap);
    ImGui::SetCursorPosY(top);
  }
  const Annotation* annotation = document ? &document->session.annotation() : nullptr;
  const bool can_return =
      annotation && ui.actions.usable("return_photo"_action) && may(ui.actor, Deed::kReturn, annotation->state);
  const bool can_approve = annotation && ui.actions.usable("approve"_action) && !annotation->garments.empty() &&
                           may(ui.actor, submits ? Deed::kSubmit : Deed::kApprove, annotation->state);
  if (labelled_button(ui, "return", Icon::kReturn, return_name,
                      tooltip_with_key(ui, Text::kReturnTip, "return_photo"_action).c_str(), ButtonKind::kPlain,
                      can_return)) {
    ui.ask.push("return_photo"_action);
  }
  ImGui::SameLine(0, gap);
  if (labelled_button(ui, "approve", Icon::kCheck, approve_name,
                      tooltip_with_key(ui, submits ? Text::kSubmitTask : Text::kApproveNext, "approve"_action).c_str(),
                      ButtonKind::kPrimary, can_approve)) {
    ui.ask.push("approve"_action);
  }
  if (own_buttons) {
    ImGui::SameLine(0, gap);
    action_button(ui, "settings", Icon::kSettings, "settings"_action);
    ImGui::SameLine(0, 0);
    action_button(ui, "help", Icon::kHelp, "help"_action);
  }
  return start >= left_end + gap;
}

}  // namespace

void toolbar_panel(const Ui& ui, const std::string& project_name, const Document* document, PhotoView& view,
                   ToolbarState& state) {
  const float room = ImGui::GetWindowWidth() / ImGui::GetFontSize();
  if (std::exchange(state.squeezed_at, room) != room) state.squeeze = kNothing;
  ImGui::SetCursorPosY((ImGui::GetWindowHeight() - ImGui::GetFrameHeight()) / 2);
  const bool narrow = state.squeeze >= kMoreMenu;
  project_menu(ui, project_name, ui.px(narrow ? 80 : 150));
  bar_gap(ui);
  tools(ui, view.canvas.tools);
  bar_gap(ui);
  parts(ui, view.canvas, state.squeeze);
  bar_gap(ui);
  if (narrow) {
    more_menu(ui, document);
    look_menu(ui, view.look, state.open_look);
  } else {
    undo_redo(ui, document);
    ImGui::SameLine(0, ui.px(2));
    action_button(ui, "fit", Icon::kFit, "fit"_action);
    ImGui::SameLine(0, ui.px(2));
    look_button(ui, document != nullptr, view.look, state.open_look);
    look_menu(ui, view.look, state.open_look);
  }
  const float left_end = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x;
  if (!review(ui, document, left_end, state.squeeze) && state.squeeze < kMoreMenu) {
    ++state.squeeze;
    view.draw_again = true;
  }
}

}  // namespace jaedan::gui
