#include "app/gui/panels/status_panel.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/hint.h"
#include "app/gui/words/message_text.h"
#include "labeling/base/message.h"

namespace jaedan::gui {
namespace {

void save_state(const Ui& ui, const Document& document, const Error* read_only, float top, float& right) {
  const bool modified = document.session.modified();
  Text text = Text::kSaved;
  Colour colour = ui.theme.good;
  const Error* why = document.save_error ? &*document.save_error : nullptr;
  if (read_only) {
    text = Text::kReadOnly;
    colour = ui.theme.warn;
    why = read_only;
  } else if (document.save_state == SaveState::kFailed) {
    text = document.theirs ? Text::kInConflict : Text::kSaveFailed;
    colour = ui.theme.bad;
  } else if (modified || document.save_state == SaveState::kSaving) {
    text = Text::kSaving;
    colour = ui.theme.muted;
  }
  const char* words = ui.text(text);
  const float width = ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, FLT_MAX, 0, words).x;
  right -= width;
  ImGui::SetCursorPos({right, top});
  small_text(ui, words, colour);
  remember_item(ui, read_only ? "status.read_only" : "status.saved");
  if (why) tooltip(ui, message_text(why->message, ui.text).c_str());
  ImGui::GetWindowDrawList()->AddCircleFilled(
      {ImGui::GetItemRectMin().x - ui.px(8), (ImGui::GetItemRectMin().y + ImGui::GetItemRectMax().y) / 2}, ui.px(3.5F),
      colour);
  right -= ui.px(28);
}

/// Words that are pressed, right of what is to come; true when they were.
bool pressed_words(const Ui& ui, const char* name, const char* words, Text tip, Colour colour, float top,
                   float& right) {
  const ImVec2 size = ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, FLT_MAX, 0, words);
  right -= size.x;
  ImGui::SetCursorPos({right, top});
  const bool pressed = ImGui::InvisibleButton(name, size);
  remember_item(ui, name);
  tooltip(ui, ui.text(tip));
  ImGui::SetCursorPos({right, top});
  small_text(ui, words, colour);
  right -= ui.px(22);
  return pressed;
}

/// In red until it is saved, whatever photo is on screen; a press shows one of them.
void unsaved_photos(const Ui& ui, const std::vector<PhotoId>& unsaved, PhotoId shown, float top, float& right) {
  if (unsaved.empty()) return;
  char text[64];
  std::snprintf(text, sizeof text, ui.text(unsaved.size() == 1 ? Text::kOneUnsaved : Text::kManyUnsavedFormat),
                unsaved.size());
  if (!pressed_words(ui, "status.unsaved", text, Text::kUnsavedTip, ui.theme.bad, top, right)) return;
  const auto here = std::find(unsaved.begin(), unsaved.end(), shown);
  const bool wraps = here == unsaved.end() || here + 1 == unsaved.end();
  ui.ask.push(OpenPhoto{wraps ? unsaved.front() : *(here + 1)});
}

/// Photos that are gone, and what jobs left out, until somebody has looked.
void things_to_look_at(const Ui& ui, const StatusView& status, float top, float& right) {
  if (status.lost &&
      pressed_words(ui, "status.lost", ui.text(Text::kPhotosLost), Text::kPhotosLostTip, ui.theme.bad, top, right)) {
    ui.ask.push("relocate"_action);
  }
  if (status.unread == 0) return;
  const std::string words = fill_gaps(ui.text(Text::kUnreadFormat), {std::to_string(status.unread)});
  if (pressed_words(ui, "status.report", words.c_str(), Text::kUnreadTip, ui.theme.warn, top, right)) {
    ui.ask.push("last_report"_action);
  }
}

void place_and_zoom(const Ui& ui, const CanvasState& canvas, float top, float& right) {
  char text[64];
  std::snprintf(text, sizeof text, "%.0f%%", canvas.transform.zoom * 100);
  right -= ui.px(44);
  ImGui::SetCursorPos({right, top});
  small_text(ui, text, ui.theme.muted);
  right -= ui.px(96);
  if (!canvas.pointer) return;
  std::snprintf(text, sizeof text, "x %.0f  y %.0f", canvas.pointer->x, canvas.pointer->y);
  ImGui::SetCursorPos({right, top});
  small_text(ui, text, ui.theme.muted);
}

void job_view(const Ui& ui, const std::vector<workflow::JobView>& jobs, float top, float& right) {
  if (jobs.empty()) return;
  const workflow::JobView& job = jobs.front();
  const float side = ImGui::GetFrameHeight();
  const float bar = ui.px(120);
  char text[256];
  const workflow::Progress& progress = job.progress;
  if (progress.total > 0) {
    std::snprintf(text, sizeof text, "%s  %lld / %lld", job.title.c_str(), static_cast<long long>(progress.done),
                  static_cast<long long>(progress.total));
  } else {
    std::snprintf(text, sizeof text, "%s  %s", job.title.c_str(), progress.stage.c_str());
  }
  if (jobs.size() > 1)
    std::snprintf(text + std::min(std::strlen(text), sizeof text - 16), 16, "  (+%zu)", jobs.size() - 1);
  const float words = ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, FLT_MAX, 0, text).x;
  right -= words + bar + side + ui.px(26);
  ImGui::SetCursorPos({right, top});
  small_text(ui, text, ui.theme.text);
  ImGui::SetCursorPos({right + words + ui.px(8), top});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float middle = at.y + ui.fonts.small->FontSize / 2;
  const float done = progress.total > 0 ? static_cast<float>(progress.done) / static_cast<float>(progress.total)
                                        : static_cast<float>(0.5 + 0.5 * std::sin(ui.now_s * 3));
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddRectFilled({at.x, middle - ui.px(3)}, {at.x + bar, middle + ui.px(3)}, ui.theme.card, ui.px(3));
  out.AddRectFilled({at.x, middle - ui.px(3)}, {at.x + bar * std::clamp(done, 0.0F, 1.0F), middle + ui.px(3)},
                    ui.theme.accent, ui.px(3));
  ImGui::SetCursorPos({right + words + bar + ui.px(12), (ImGui::GetWindowHeight() - side) / 2});
  if (icon_button(ui, "job.cancel", Icon::kClose, ui.text(Text::kCancelJob))) ui.ask.push(CancelJob{job.id});
}

}  // namespace

void status_panel(const Ui& ui, const Document* document, const StatusView& status, const PhotoView& view,
                  bool answering) {
  const float top = (ImGui::GetWindowHeight() - ui.fonts.small->FontSize) / 2;
  float right = ImGui::GetWindowWidth() - ui.px(12);
  // Green "saved" beside a photo that is not would be a lie.
  const bool all_is_told = status.unsaved.empty() || !document || document->save_state == SaveState::kFailed;
  if (document && all_is_told) save_state(ui, *document, status.read_only, top, right);
  unsaved_photos(ui, status.unsaved, document ? document->id() : PhotoId{}, top, right);
  things_to_look_at(ui, status, top, right);
  if (document) {
    place_and_zoom(ui, view.canvas, top, right);
  }
  job_view(ui, status.jobs, top, right);
  std::string said = status.notice;
  Colour colour = status.notice_is_error ? ui.theme.bad : ui.theme.text;
  if (said.empty()) {
    colour = ui.theme.muted;
    const std::string of_tool = document && status.hint.empty() ? hint(ui, *document, view, answering) : status.hint;
    said = status.loading ? ui.text(Text::kLoading) : document ? of_tool : "";
  }
  ImGui::SetCursorPos({ui.px(12), top});
  ImGui::PushFont(ui.fonts.small);
  clipped_text(ui, said.c_str(), right - ui.px(30), colour);
  ImGui::PopFont();
}

}  // namespace jaedan::gui
