#include "app/gui/panels/dialogs/report_dialog.h"

#include <imgui.h>

#include "app/gui/draw/widgets.h"
#include "labeling/base/message.h"

namespace jaedan::gui {
namespace {

void list_of_items(const Ui& ui, const JobReport& report, float below) {
  small_text(ui, fill_gaps(ui.text(Text::kReportItemsFormat), {std::to_string(report.count())}).c_str(),
             ui.theme.muted);
  ImGui::BeginChild("items", {0, ImGui::GetContentRegionAvail().y - below}, true,
                    ImGuiWindowFlags_AlwaysUseWindowPadding);
  ImGui::PushTextWrapPos(0);
  for (std::size_t i = 0; i < report.items.size(); ++i) {
    ImGui::TextUnformatted(report.items[i].c_str());
    if (i == 0) remember_item(ui, "report.item");
  }
  if (report.more_items > 0) {
    ImGui::TextDisabled("%s", fill_gaps(ui.text(Text::kReportMoreFormat), {std::to_string(report.more_items)}).c_str());
  }
  ImGui::PopTextWrapPos();
  ImGui::EndChild();
}

}  // namespace

void report_dialog(const Ui& ui, Dialog& dialog, JobReport& report) {
  const float height = report.items.empty() ? 290 : 500;
  const char* title = report.title.empty() ? ui.text(Text::kLastReport) : report.title.c_str();
  if (!begin_dialog(ui, Dialog::kReport, title, 640, height, dialog)) return;
  report.seen = true;
  ImGui::PushTextWrapPos(0);
  for (const std::string& line : report.lines) ImGui::TextUnformatted(line.c_str());
  if (report.lines.empty()) ImGui::TextUnformatted(ui.text(Text::kNoReportYet));
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(4)});
  const float below = ImGui::GetFrameHeight() + ui.px(12);
  if (!report.items.empty()) {
    list_of_items(ui, report, below);
    ImGui::Dummy({0, ui.px(2)});
  }
  if (report.all_instead) {
    if (text_button(ui, "report.all", ui.text(Text::kExportAllInstead), ButtonKind::kPrimary)) {
      ui.ask.push(*report.all_instead);
      report.all_instead.reset();
      close_dialog(dialog);
    }
    ImGui::SameLine(0, ui.px(8));
  }
  const ButtonKind kind = report.all_instead ? ButtonKind::kPlain : ButtonKind::kPrimary;
  if (text_button(ui, "report.ok", ui.text(Text::kReportOk), kind, ui.px(120))) close_dialog(dialog);
  end_dialog();
}

}  // namespace jaedan::gui
