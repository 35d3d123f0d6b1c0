#include "app/gui/panels/review/return_dialog.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/gui/draw/widgets.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

constexpr Stage kWork[] = {Stage::kDrawn, Stage::kBasic, Stage::kExpert};

void return_it(const Ui& ui, ReturnReason reason, const ReturnForm& form, Dialog& dialog) {
  workflow::ReturnChoice choice;
  choice.stage = form.stage.value_or(stage_for(reason, form.stages));
  choice.reason = reason;
  choice.text = form.words;
  choice.place = form.place;
  ui.ask.push(ReturnPhoto{choice});
  close_dialog(dialog);
}

void stage_choice(const Ui& ui, ReturnForm& form) {
  field_name(ui, Text::kReturnTo, 90);
  const auto choice = [&](const char* name, std::optional<Stage> stage, const char* label) {
    const ButtonKind kind = form.stage == stage ? ButtonKind::kOn : ButtonKind::kPlain;
    if (text_button(ui, name, label, kind)) form.stage = stage;
    next_in_row(ui);
  };
  choice("return.stage.auto", std::nullopt, ui.text(Text::kReturnAutomatic));
  for (const Stage stage : kWork) {
    if (!form.stages.has(stage)) continue;
    choice(("return.stage." + std::string(id_of(stage))).c_str(), stage,
           message_text(message_of(stage), ui.text).c_str());
  }
  ImGui::NewLine();
}

/// A row of the list of reasons, so that digits stand under each other.
bool reason_row(const Ui& ui, ReturnReason reason, int digit) {
  const std::string name = "return.reason." + std::string(id_of(reason));
  const ImVec2 at = ImGui::GetCursorScreenPos(), padding = ImGui::GetStyle().FramePadding;
  const bool pressed = text_button(ui, name, "", ButtonKind::kPlain, ImGui::GetContentRegionAvail().x);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddText({at.x + ui.px(14), at.y + padding.y}, ui.theme.muted, std::to_string(digit).c_str());
  out.AddText({at.x + ui.px(40), at.y + padding.y}, ui.theme.text, message_text(message_of(reason), ui.text).c_str());
  return pressed;
}

/// The digit of this frame, unless it is written into the field.
std::optional<int> pressed_digit(const Ui& ui) {
  if (!ui.input.pressed || ImGui::GetIO().WantTextInput || ui.input.pressed->modifiers != 0) return std::nullopt;
  return digit_of(ui.input.pressed->key);
}

}  // namespace

Stage stage_for(ReturnReason reason, StageSet stages) {
  const bool of_labels = reason == ReturnReason::kWrongLabel;
  std::optional<Stage> found;
  for (const Stage stage : kWork) {
    if (stages.has(stage) && (of_labels || !found)) found = stage;
  }
  return found.value_or(Stage::kDrawn);
}

void return_dialog(const Ui& ui, Dialog& dialog, ReturnForm& form) {
  if (!begin_dialog(ui, Dialog::kReturn, ui.text(Text::kReturnTitle), 560, 360, dialog)) return;
  std::optional<ReturnReason> chosen;
  const std::optional<int> digit = pressed_digit(ui);
  for (std::size_t i = 0; i < kAllReturnReasons.size(); ++i) {
    const ReturnReason reason = kAllReturnReasons[i];
    const int own = static_cast<int>(i) + 1;
    const bool pressed = reason_row(ui, reason, own);
    if (pressed || digit == own) chosen = reason;
  }
  ImGui::Dummy({0, ui.px(4)});
  stage_choice(ui, form);
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  const bool entered = ImGui::InputTextWithHint("##return.words", ui.text(Text::kReturnWordsHint), &form.words,
                                                ImGuiInputTextFlags_EnterReturnsTrue);
  remember_item(ui, "return.words");
  if (entered && !form.words.empty()) chosen = ReturnReason::kOther;
  ImGui::PushTextWrapPos(0);
  small_text(ui, ui.text(Text::kReturnHint), ui.theme.muted);
  ImGui::PopTextWrapPos();
  if (chosen) return_it(ui, *chosen, form, dialog);
  end_dialog();
}

}  // namespace jaedan::gui
