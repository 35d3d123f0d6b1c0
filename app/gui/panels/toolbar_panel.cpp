#include "app/gui/panels/toolbar_panel.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/gui/base/shortcuts.h"
#include "app/gui/draw/widgets.h"
#include "app/gui/panels/look_menu.h"
#include "labeling/review/state_machine.h"

namespace jaedan::gui {
namespace {

void project_menu(const Ui& ui, const std::string& project_name) {
  if (labelled_button(ui, "menu", Icon::kFolder, clipped(project_name, ui.px(150)).c_str(), ui.text(Text::kProjectMenu),
                      ButtonKind::kQuiet)) {
    ImGui::OpenPopup("project_menu");
  }
  ImGui::SetNextWindowPos({ImGui::GetItemRectMin().x, ImGui::GetWindowHeight()});
  if (!ImGui::BeginPopup("project_menu")) return;
  const auto entry = [&](const char* name, Text text, Ask ask) {
    if (ImGui::MenuItem(ui.text(text), ui.keys.text_of(ask).c_str())) ui.ask.push(ask);
    remember_item(ui, name);
  };
  entry("menu.open", Text::kOpenProject, Ask::kOpenDialog);
  entry("menu.import", Text::kImportFolder, Ask::kImportDialog);
  ImGui::Separator();
  entry("menu.prefill", Text::kPrefillPhoto, Ask::kPrefillPhoto);
  entry("menu.prefill_all", Text::kPrefillProject, Ask::kPrefillProject);
  entry("menu.accept_all", Text::kAcceptEverywhere, Ask::kAcceptEverywhere);
  ImGui::Separator();
  entry("menu.settings", Text::kSettings, Ask::kSettings);
  entry("menu.help", Text::kHelp, Ask::kHelp);
  ImGui::EndPopup();
}

void tools(const Ui& ui, const CanvasState& canvas, bool enabled) {
  struct ToolButton {
    Tool tool;
    Icon icon;
    Text text;
    Ask ask;
    const char* name;
  };
  constexpr ToolButton kTools[] = {
      {Tool::kSelect, Icon::kPointer, Text::kSelectTool, Ask::kSelectTool, "tool.select"},
      {Tool::kPolygon, Icon::kPolygon, Text::kPolygonTool, Ask::kPolygonTool, "tool.polygon"},
      {Tool::kScissors, Icon::kScissors, Text::kScissorsTool, Ask::kScissorsTool, "tool.scissors"},
      {Tool::kRectangle, Icon::kRectangle, Text::kRectangleTool, Ask::kRectangleTool, "tool.rectangle"},
      {Tool::kClicks, Icon::kClicks, Text::kClickTool, Ask::kClickTool, "tool.clicks"},
      {Tool::kBox, Icon::kMagicBox, Text::kBoxTool, Ask::kBoxTool, "tool.box"},
      {Tool::kBrush, Icon::kBrush, Text::kBrushTool, Ask::kBrushTool, "tool.brush"},
      {Tool::kEraser, Icon::kEraser, Text::kEraserTool, Ask::kEraserTool, "tool.eraser"},
      {Tool::kKnife, Icon::kKnife, Text::kKnifeTool, Ask::kKnifeTool, "tool.knife"},
      {Tool::kContour, Icon::kContour, Text::kContourTool, Ask::kContourTool, "tool.contour"},
  };
  for (const ToolButton& tool : kTools) {
    const ButtonKind kind = canvas.tool == tool.tool ? ButtonKind::kOn : ButtonKind::kQuiet;
    if (icon_button(ui, tool.name, tool.icon, tooltip_with_key(ui, tool.text, tool.ask).c_str(), kind, enabled)) {
      ui.ask.push(tool.ask);
    }
    ImGui::SameLine(0, ui.px(2));
  }
}

void parts(const Ui& ui, const CanvasState& canvas, bool enabled, bool named) {
  constexpr std::pair<Part, Ask> kParts[] = {{Part::kOuter, Ask::kStartOuter},
                                             {Part::kTop, Ask::kStartTop},
                                             {Part::kBottom, Ask::kStartBottom},
                                             {Part::kDress, Ask::kStartDress}};
  for (const auto& [part, ask] : kParts) {
    const bool on = canvas.tool != Tool::kSelect && canvas.draw_part == part;
    if (dot_button(ui, "part." + std::string(id_of(part)), ui.theme.part(part), named ? ui.text.part(part) : "",
                   ui.keys.text_of(ask), ui.text(Text::kStartPartTip), on ? ButtonKind::kOn : ButtonKind::kQuiet,
                   enabled)) {
      ui.ask.push(ask);
    }
    ImGui::SameLine(0, ui.px(2));
  }
}

void undo_redo(const Ui& ui, const Document* document) {
  const bool can_undo = document && document->session.can_undo();
  const bool can_redo = document && document->session.can_redo();
  const auto tip = [&](Text text, Ask ask, const std::string* command) {
    std::string full = tooltip_with_key(ui, text, ask);
    if (command) full += std::string("\n") + ui.text.command(*command);
    return full;
  };
  const std::string* undone = can_undo ? &document->session.history().undo_entry().name : nullptr;
  const std::string* redone = can_redo ? &document->session.history().redo_entry().name : nullptr;
  if (icon_button(ui, "undo", Icon::kUndo, tip(Text::kUndo, Ask::kUndo, undone).c_str(), ButtonKind::kQuiet,
                  can_undo)) {
    ui.ask.push(Ask::kUndo);
  }
  ImGui::SameLine(0, ui.px(2));
  if (icon_button(ui, "redo", Icon::kRedo, tip(Text::kRedo, Ask::kRedo, redone).c_str(), ButtonKind::kQuiet,
                  can_redo)) {
    ui.ask.push(Ask::kRedo);
  }
}

/// What the toolbar leaves out when the window is narrow or the font large, one after the other.
enum Squeeze { kNothing = 0, kNoState = 1, kNoPartNames = 2, kNoButtonNames = 3 };

/// Right-aligned. False when that would cover what ends at `left_end`.
bool review(const Ui& ui, const Document* document, float left_end, int squeeze) {
  const float gap = ui.px(6);
  const float button = ImGui::GetFrameHeight();
  const auto labelled_width = [&](const char* text) { return button + ImGui::CalcTextSize(text).x + ui.px(12); };
  const char* state = document ? ui.text.state(document->session.annotation().state) : "";
  const bool with_state = document && squeeze < kNoState;
  const char* return_name = squeeze < kNoButtonNames ? ui.text(Text::kReturn) : "";
  const char* approve_name = squeeze < kNoButtonNames ? ui.text(Text::kApprove) : "";
  float width = labelled_width(return_name) + labelled_width(approve_name) + 2 * button + 4 * gap;
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
  const bool can_return = annotation && may(Actor::alone(ui.user), Deed::kReturn, annotation->state);
  const bool can_approve = annotation && !annotation->garments.empty();
  if (labelled_button(ui, "return", Icon::kReturn, return_name,
                      tooltip_with_key(ui, Text::kReturnTip, Ask::kReturn).c_str(), ButtonKind::kPlain, can_return)) {
    ui.ask.push(Ask::kReturnPhoto);
  }
  ImGui::SameLine(0, gap);
  if (labelled_button(ui, "approve", Icon::kCheck, approve_name,
                      tooltip_with_key(ui, Text::kApproveNext, Ask::kApprove).c_str(), ButtonKind::kPrimary,
                      can_approve)) {
    ui.ask.push(Ask::kApprove);
  }
  ImGui::SameLine(0, gap);
  if (icon_button(ui, "settings", Icon::kSettings, tooltip_with_key(ui, Text::kSettings, Ask::kSettings).c_str())) {
    ui.ask.push(Ask::kSettings);
  }
  ImGui::SameLine(0, 0);
  if (icon_button(ui, "help", Icon::kHelp, tooltip_with_key(ui, Text::kHelp, Ask::kHelp).c_str())) {
    ui.ask.push(Ask::kHelp);
  }
  return start >= left_end + gap;
}

}  // namespace

void toolbar_panel(const Ui& ui, const std::string& project_name, const Document* document, PhotoView& view,
                   ToolbarState& state) {
  const float room = ImGui::GetWindowWidth() / ImGui::GetFontSize();
  if (std::exchange(state.squeezed_at, room) != room) state.squeeze = kNothing;
  ImGui::SetCursorPosY((ImGui::GetWindowHeight() - ImGui::GetFrameHeight()) / 2);
  project_menu(ui, project_name);
  bar_gap(ui);
  tools(ui, view.canvas, document != nullptr);
  bar_gap(ui);
  parts(ui, view.canvas, document != nullptr, state.squeeze < kNoPartNames);
  bar_gap(ui);
  undo_redo(ui, document);
  ImGui::SameLine(0, ui.px(2));
  if (icon_button(ui, "fit", Icon::kFit, tooltip_with_key(ui, Text::kFit, Ask::kFit).c_str(), ButtonKind::kQuiet,
                  document != nullptr)) {
    ui.ask.push(Ask::kFit);
  }
  ImGui::SameLine(0, ui.px(2));
  look_menu(ui, document != nullptr, view.look, state.open_look);
  const float left_end = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x;
  if (!review(ui, document, left_end, state.squeeze) && state.squeeze < kNoButtonNames) {
    ++state.squeeze;
    view.draw_again = true;
  }
}

}  // namespace jaedan::gui
