#include "app/gui/panels/manage/manage_panel.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/manage/pages.h"
#include "app/gui/words/message_text.h"
#include "labeling/base/password.h"

namespace jaedan::gui {
namespace {

constexpr double kAskAgain_s = 30;

struct PageRow {
  ManagePage page;
  const char* item;
  Text text;
};

constexpr std::array<PageRow, 10> kPages = {{
    {ManagePage::kWork, "manage.work", Text::kPageWork},
    {ManagePage::kBacklog, "manage.backlog", Text::kPageBacklog},
    {ManagePage::kDecisions, "manage.decisions", Text::kPageDecisions},
    {ManagePage::kDrift, "manage.drift", Text::kPageDrift},
    {ManagePage::kQuality, "manage.quality", Text::kPageQuality},
    {ManagePage::kModel, "manage.model", Text::kPageModel},
    {ManagePage::kLabels, "manage.labels", Text::kPageLabels},
    {ManagePage::kTeam, "manage.team", Text::kPageTeam},
    {ManagePage::kQueues, "manage.queues", Text::kPageQueues},
    {ManagePage::kAudit, "manage.audit", Text::kPageAudit},
}};

bool is_of_figures(ManagePage page) {
  return page != ManagePage::kTeam && page != ManagePage::kQueues && page != ManagePage::kAudit;
}

/// What the page needs and nobody asked for yet, or long ago: people go on working.
void ask_what_is_missing(const Ui& ui, const ManageView& view, ManageState& state) {
  if (ui.now_s - state.asked_at_s > kAskAgain_s) {
    state.asked_at_s = ui.now_s;
    ui.ask.push(AskWork{state.figures.wish()});
    ui.ask.push(AskTeam{});
  }
  if (state.page == ManagePage::kQuality && !state.asked_quality) {
    ui.ask.push(AskQuality{state.figures.user});
    state.asked_quality = true;
  }
  if (state.page == ManagePage::kAudit) {
    const int frame = ImGui::GetFrameCount();
    const bool unasked = !view.records.found && !view.records.error && !view.records.waiting;  // of another project
    if (unasked || state.log_shown < frame - 1) ui.ask.push(state.audit.search());
    state.log_shown = frame;
  }
}

void make_charts(const Ui& ui, const ManageView& view, ManageState& state) {
  const bool as_before = state.charts_of == view.work.found && state.charts_in == ui.text.language();
  if (as_before || !view.work.found) return;
  state.charts_of = view.work.found;
  state.charts_in = ui.text.language();
  state.charts = charts_of(*view.work.found, view.taxonomy, ui.text);
}

}  // namespace

workflow::FigureWish FigureForm::wish() const {
  workflow::FigureWish wish;
  wish.filter = {from, to, user, stage, part, style};
  wish.deadline = deadline;
  return wish;
}

void refusal(const Ui& ui, const Error& error) {
  ImGui::PushTextWrapPos(0);
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.bad);
  ImGui::TextUnformatted(message_text(error.message, ui.text).c_str());
  ImGui::PopStyleColor();
  ImGui::PopTextWrapPos();
  remember_item(ui, "manage.refused");
}

bool short_field(const Ui& ui, const char* item, Text name, std::string& typed, float width, int flags) {
  if (flags & ImGuiInputTextFlags_Password) typed.reserve(kMostPasswordBytes);  // no room that it grew out of stays
  ImGui::SetNextItemWidth(std::min(ui.px(width), ImGui::GetContentRegionAvail().x));
  const bool entered = ImGui::InputTextWithHint((std::string("##") + item).c_str(), ui.text(name), &typed,
                                                flags | ImGuiInputTextFlags_EnterReturnsTrue);
  remember_item(ui, item);
  const bool left = ImGui::IsItemDeactivatedAfterEdit();
  tooltip(ui, ui.text(name));
  return entered || left;
}

bool number_field(const Ui& ui, const char* item, int& number, int least, int most, float width) {
  ImGui::SetNextItemWidth(std::min(ui.px(width), ImGui::GetContentRegionAvail().x));
  const bool changed = ImGui::InputInt((std::string("##") + item).c_str(), &number);
  remember_item(ui, item);
  number = std::clamp(number, least, most);
  return changed;
}

void manage_pages(const Ui& ui, ManageState& state) {
  const float width = ImGui::GetContentRegionAvail().x;
  for (const PageRow& row : kPages) {
    const ButtonKind kind = state.page == row.page ? ButtonKind::kOn : ButtonKind::kQuiet;
    if (text_button(ui, row.item, ui.text(row.text), kind, width)) state.page = row.page;
    if (row.page == ManagePage::kLabels) ImGui::Dummy({0, ui.px(8)});
  }
}

Text manage_hint(ManagePage page) {
  switch (page) {
    case ManagePage::kDrift:
    case ManagePage::kQuality:
    case ManagePage::kModel: return Text::kHintCharts;
    case ManagePage::kLabels: return Text::kHintLabelBars;
    case ManagePage::kTeam:
    case ManagePage::kQueues: return Text::kHintChanges;
    case ManagePage::kAudit: return Text::kHintRecords;
    default: return Text::kHintManage;
  }
}

void manage_panel(const Ui& ui, const ManageView& view, ManageState& state) {
  ask_what_is_missing(ui, view, state);
  make_charts(ui, view, state);
  if (is_of_figures(state.page)) filter_row(ui, view, state);
  ImGui::BeginChild("manage.page");
  switch (state.page) {
    case ManagePage::kTeam: team_page(ui, view, state); break;
    case ManagePage::kQueues: queues_page(ui, view, state); break;
    case ManagePage::kAudit: audit_page(ui, view, state); break;
    default: figures_page(ui, view, state); break;
  }
  ImGui::EndChild();
}

}  // namespace jaedan::gui
