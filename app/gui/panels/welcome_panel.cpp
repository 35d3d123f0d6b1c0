#include "app/gui/panels/welcome_panel.h"

#include <imgui.h>

#include <algorithm>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/dialogs/first_start_dialog.h"

namespace jaedan::gui {
namespace {

struct Step {
  Icon icon;
  Text title;
  Text body;
};

constexpr Step kSteps[] = {
    {Icon::kFolder, Text::kStepImport, Text::kStepImportBody},
    {Icon::kSparkle, Text::kStepPrefill, Text::kStepPrefillBody},
    {Icon::kPolygon, Text::kStepCorrect, Text::kStepCorrectBody},
    {Icon::kCheck, Text::kStepApprove, Text::kStepApproveBody},
};

void steps(const Ui& ui, float left, float width) {
  const float gap = ui.px(12);
  const float card = (width - gap * 3) / 4;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float height = ui.px(150);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < std::size(kSteps); ++i) {
    const ImVec2 at(left + static_cast<float>(i) * (card + gap), top.y);
    out.AddRectFilled(at, {at.x + card, at.y + height}, ui.theme.panel, ui.px(8));
    out.AddRect(at, {at.x + card, at.y + height}, ui.theme.line, ui.px(8));
    draw_icon(out, kSteps[i].icon, {at.x + ui.px(28), at.y + ui.px(28)}, ui.px(24), ui.theme.accent);
    ImGui::SetCursorScreenPos({at.x + ui.px(16), at.y + ui.px(50)});
    bold_text(ui, ui.text(kSteps[i].title));
    ImGui::SetCursorScreenPos({at.x + ui.px(16), at.y + ui.px(76)});
    ImGui::PushTextWrapPos(at.x + card - ui.px(12) - ImGui::GetWindowPos().x);
    small_text(ui, ui.text(kSteps[i].body), ui.theme.muted);
    ImGui::PopTextWrapPos();
  }
  ImGui::SetCursorScreenPos({left, top.y + height + ui.px(20)});
}

void recent_projects(const Ui& ui, float left, float width) {
  if (ui.settings.recent.empty()) return;
  ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y + ui.px(12)});
  small_text(ui, ui.text(Text::kRecentProjects), ui.theme.muted);
  for (std::size_t i = 0; i < std::min<std::size_t>(ui.settings.recent.size(), 6); ++i) {
    const std::string& path = ui.settings.recent[i];
    ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string id = "recent." + std::to_string(i);
    if (ImGui::Selectable(("##" + id).c_str(), false, 0, {width, ui.px(30)})) ui.ask.push(OpenProject{path});
    remember_item(ui, id);
    const std::string name = path.substr(path.find_last_of('/') + 1);
    ImDrawList& out = *ImGui::GetWindowDrawList();
    const float y = at.y + (ui.px(30) - ImGui::GetFontSize()) / 2;
    draw_icon(out, Icon::kProject, {at.x + ui.px(16), at.y + ui.px(15)}, ui.px(18), ui.theme.accent);
    out.AddText({at.x + ui.px(34), y}, ui.theme.text, name.c_str());
    const float name_width = ImGui::CalcTextSize(name.c_str()).x;
    out.AddText(ui.fonts.small, ui.fonts.small->FontSize, {at.x + ui.px(46) + name_width, y + ui.px(2)}, ui.theme.muted,
                path.c_str());
  }
}

float column(const Ui& ui, float& left) {
  const float width = std::min(ImGui::GetWindowWidth() - ui.px(48), ui.px(920));
  left = ImGui::GetWindowPos().x + (ImGui::GetWindowWidth() - width) / 2;
  return width;
}

void title(const Ui& ui, float left, const char* heading, const char* body, float width) {
  ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y});
  ImGui::PushFont(ui.fonts.title);
  ImGui::TextUnformatted(heading);
  ImGui::PopFont();
  ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y});
  ImGui::PushTextWrapPos(left + width - ImGui::GetWindowPos().x);
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.muted);
  ImGui::TextUnformatted(body);
  ImGui::PopStyleColor();
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(14)});
}

}  // namespace

void welcome_panel(const Ui& ui, UserField& user) {
  float left = 0;
  const float width = column(ui, left);
  ImGui::SetCursorPosY(std::max(ui.px(24), ImGui::GetWindowHeight() * 0.12F));
  title(ui, left, ui.text(Text::kWelcome), ui.text(Text::kWelcomeBody), width);
  ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y});
  steps(ui, left, width);
  if (labelled_button(ui, "welcome.open", Icon::kFolder, ui.text(Text::kOpenOrCreate), nullptr, ButtonKind::kPrimary)) {
    ui.ask.push("open_dialog"_action);
  }
  ImGui::SameLine(0, ui.px(8));
  if (labelled_button(ui, "welcome.help", Icon::kHelp, ui.text(Text::kHelp), nullptr)) ui.ask.push("help"_action);
  recent_projects(ui, left, width);
  ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y + ui.px(22)});
  first_choices(ui, user);
}

void empty_project_panel(const Ui& ui) {
  float left = 0;
  const float width = column(ui, left);
  ImGui::SetCursorPosY(std::max(ui.px(24), ImGui::GetWindowHeight() * 0.2F));
  title(ui, left, ui.text(Text::kEmptyProject), ui.text(Text::kEmptyProjectBody), width);
  ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y});
  if (width > ui.px(560)) steps(ui, left, width);
  if (labelled_button(ui, "empty.import", Icon::kPlus, ui.text(Text::kImportFolder), nullptr, ButtonKind::kPrimary)) {
    ui.ask.push("import_dialog"_action);
  }
}

}  // namespace jaedan::gui
