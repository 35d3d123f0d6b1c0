#include "app/gui/panels/review/task_panel.h"

#include <imgui.h>

#include <algorithm>
#include <string>

#include "app/gui/draw/widgets.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

/// Buttons beside each other as long as they fit.
class ButtonRow {
 public:
  explicit ButtonRow(const Ui& ui) : ui_(ui), room_(ImGui::GetContentRegionAvail().x) {}

  bool button(const std::string& name, const std::string& label, const std::string& tip, ButtonKind kind,
              bool enabled = true) {
    const float width = std::min(ImGui::CalcTextSize(label.c_str()).x + ui_.px(20), room_);
    const bool fits = used_ > 0 && used_ + ui_.px(6) + width <= room_;
    if (fits) ImGui::SameLine(0, ui_.px(6));
    used_ = fits ? used_ + ui_.px(6) + width : width;
    const bool pressed = text_button(ui_, name, clipped(label, width - ui_.px(12)).c_str(), kind, width, enabled);
    tooltip(ui_, tip.c_str());
    return pressed;
  }
  void action(const std::string& name, Text label, Text tip, ActionId action, ButtonKind kind = ButtonKind::kPlain) {
    if (button(name, ui_.text(label), tooltip_with_key(ui_, tip, action), kind, ui_.actions.usable(action))) {
      ui_.ask.push(action);
    }
  }

 private:
  const Ui& ui_;
  float room_;
  float used_ = 0;
};

bool locks_outlines(Stage stage) { return stage == Stage::kBasic || stage == Stage::kExpert; }

void task_in_hand(const Ui& ui, const HeldTask& task, bool taken_over) {
  const Colour colour = task.over ? ui.theme.bad : ui.theme.text;
  ImGui::PushTextWrapPos(0);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(task_words(ui.text, &task).c_str());
  ImGui::PopStyleColor();
  ImGui::PopTextWrapPos();
  remember_item(ui, "task.words");
  ButtonRow row(ui);
  const Stage stage = task.what.task.stage;
  if (task.over) {
    row.action("task.take", Text::kTakeAgain, Text::kTakePhoto, "take_photo"_action, ButtonKind::kPrimary);
  } else if (stage != Stage::kInspect) {
    row.action("task.submit", Text::kSubmit, Text::kSubmitTask, "submit_task"_action, ButtonKind::kPrimary);
  }
  row.action("task.release", Text::kRelease, Text::kReleaseTask, "release_task"_action);
  if (task.over) return;
  row.action("task.skip", Text::kSkip, Text::kSkipTask, "skip_task"_action);
  if (!locks_outlines(stage)) return;
  row.action("task.take_over", Text::kTakeOver, Text::kTakeOverTip, "take_over"_action,
             taken_over ? ButtonKind::kOn : ButtonKind::kPlain);
}

void stage_buttons(const Ui& ui, const TaskView& view) {
  if (view.stages.size() < 2) return;
  ButtonRow row(ui);
  for (const Stage stage : view.stages) {
    const bool on = view.kept == stage;
    const std::string name = "task.stage." + std::string(id_of(stage));
    if (!row.button(name, message_text(message_of(stage), ui.text), ui.text(Text::kKeepToStageTip),
                    on ? ButtonKind::kOn : ButtonKind::kPlain)) {
      continue;
    }
    ui.ask.push(KeepToStage{on ? std::nullopt : std::optional(stage)});
  }
}

}  // namespace

TaskView task_view_of(const TaskDesk& desk, PhotoId shown, bool taken_over) {
  return {desk.on(shown), static_cast<bool>(shown), desk.tasks().size(), desk.stages(), desk.kept_stage(), taken_over};
}

std::string task_words(const Strings& text, const HeldTask* task) {
  if (!task) return {};
  const std::string stage = message_text(message_of(task->what.task.stage), text);
  return fill_gaps(text(task->over ? Text::kTaskOverFormat : Text::kTaskUntilFormat), {stage, ends_at(*task)});
}

void task_panel(const Ui& ui, const TaskView& view) {
  if (view.here) {
    task_in_hand(ui, *view.here, view.taken_over);
  } else {
    const std::string words = view.in_hand == 0
                                  ? ui.text(Text::kNoTaskYet)
                                  : fill_gaps(ui.text(Text::kInHandFormat), {std::to_string(view.in_hand)});
    small_text(ui, words.c_str(), ui.theme.muted);
    remember_item(ui, "task.words");
  }
  ImGui::Dummy({0, ui.px(2)});
  const std::string label = std::string(ui.text(Text::kNextTask)) + "  " + ui.keys.text_of("next_task"_action);
  const ButtonKind kind = view.here ? ButtonKind::kPlain : ButtonKind::kPrimary;
  if (text_button(ui, "task.next", label.c_str(), kind, ImGui::GetContentRegionAvail().x,
                  ui.actions.usable("next_task"_action))) {
    ui.ask.push("next_task"_action);
  }
  tooltip(ui, ui.text(Text::kNextTaskTip));
  if (!view.here && view.has_photo && ui.actor.roles.has(Role::kManager)) {
    ButtonRow row(ui);
    row.action("task.take", Text::kTakePhoto, Text::kTakePhoto, "take_photo"_action);
  }
  stage_buttons(ui, view);
  ImGui::Separator();
  ImGui::Dummy({0, ui.px(2)});
}

void no_task_panel(const Ui& ui) {
  const char* const words = ui.text(Text::kNoTasksListed);
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const ImVec2 size = ImGui::CalcTextSize(words, nullptr, false, room.x);
  ImGui::SetCursorPos({(room.x - size.x) / 2, (room.y - size.y) / 2});
  ImGui::PushTextWrapPos(0);
  ImGui::TextDisabled("%s", words);
  ImGui::PopTextWrapPos();
}

}  // namespace jaedan::gui
