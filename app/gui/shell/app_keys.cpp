#include <imgui.h>
#include <imgui_internal.h>

#include "app/gui/base/shortcuts.h"
#include "app/gui/panels/attribute_mode.h"
#include "app/gui/shell/app.h"

namespace jaedan::gui {
namespace {

/// Esc closes lists and dialogs. Dear ImGui does that only with its keyboard navigation, which would take the
/// arrow keys and Tab away from us; the public interface can close no popup from outside.
void close_popups() {
  if (ImGui::GetCurrentContext()->OpenPopupStack.Size > 0) ImGui::ClosePopupToLevel(0, true);
}

}  // namespace

void App::dispatch_keys(const Ui& ui) {
  Document* shown = document();
  if (shown) settle_attribute_mode(*taxonomy_, shown->session.annotation(), view_.selection, view_.labels.mode);
  const bool typing = ImGui::GetIO().WantTextInput || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId);
  const Shortcut* shortcut = ui.input.pressed ? keys_.find(*ui.input.pressed) : nullptr;
  const bool writes = ImGui::GetIO().WantTextInput && ui.input.pressed && ui.input.pressed->key < 128 &&
                      (ui.input.pressed->modifiers & (kControl | kAlt)) == 0;
  if (writes) shortcut = nullptr;  // a letter in a field is a letter
  if (view_.dialog != Dialog::kHelp) view_.key_choice.reset();
  if (view_.dialog != Dialog::kNone) {
    if (key_choice_takes(ui, view_.key_choice)) return;
    const bool closes =
        shortcut && (shortcut->ask == Ask::kCancel || (shortcut->ask == Ask::kHelp && view_.dialog == Dialog::kHelp) ||
                     (shortcut->ask == Ask::kSettings && view_.dialog == Dialog::kSettings));
    if (!closes) return;
    view_.dialog = Dialog::kNone;
    close_popups();
    return;
  }
  if (typing) {
    if (shortcut && shortcut->ask == Ask::kCancel) close_popups();
    return;
  }
  if (shown && view_.canvas.tool == Tool::kSelect &&
      attribute_mode_takes(ui, *taxonomy_, shown->session.annotation(), view_.selection, view_.labels.mode,
                           view_.labels.memory)) {
    view_.right_tab = RightTab::kGarments;
    return;
  }
  if (!shortcut || (ui.input.pressed_is_repeat && !shortcut->repeats)) return;
  ui.ask.push(shortcut->ask);
}

}  // namespace jaedan::gui
