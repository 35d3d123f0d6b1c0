#include "app/gui/panels/dialogs/label_approved_dialog.h"

#include <imgui.h>

#include <cstdio>

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

void answer(const Ui& ui, const LabelQuestion& question, bool approved_too, Dialog& dialog) {
  LabelTicked asked{question.label, true};
  asked.label.approved_too = approved_too;
  ui.ask.push(std::move(asked));
  close_dialog(dialog);
}

}  // namespace

void label_approved_dialog(const Ui& ui, const LabelQuestion& question, Dialog& dialog) {
  if (!begin_dialog(ui, Dialog::kLabelApproved, ui.text(Text::kLabelTickedTitle), 520, 220, dialog)) return;
  char text[512];
  std::snprintf(text, sizeof text, ui.text(Text::kLabelApprovedFormat), static_cast<long long>(question.approved),
                static_cast<long long>(question.approved + question.others));
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(text);
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(10)});
  if (text_button(ui, "label_approved.leave", ui.text(Text::kLabelLeaveApproved), ButtonKind::kPrimary)) {
    answer(ui, question, false, dialog);
  }
  ImGui::SameLine(0, ui.px(8));
  if (text_button(ui, "label_approved.all", ui.text(Text::kLabelApprovedToo))) answer(ui, question, true, dialog);
  ImGui::SameLine(0, ui.px(8));
  if (text_button(ui, "label_approved.no", ui.text(Text::kCancelJob))) close_dialog(dialog);
  end_dialog();
}

}  // namespace jaedan::gui
