#include "app/gui/shell/key_dispatch.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "app/gui/panels/attribute_mode.h"
#include "app/gui/panels/questions.h"
#include "app/gui/shell/views/view.h"

namespace jaedan::gui {
namespace {

/// Whether a key closes the dialog that is open: Esc, or the one that opened it.
bool closes(ActionId action, Dialog dialog) {
  return action == "cancel"_action || (action == "help"_action && dialog == Dialog::kHelp) ||
         (action == "settings"_action && dialog == Dialog::kSettings) ||
         (action == "figures"_action && dialog == Dialog::kFigures);
}

/// The key of this frame, unless it is a letter in a field.
const Shortcut* pressed_shortcut(const Ui& ui) {
  if (!ui.input.pressed) return nullptr;
  const bool writes = ImGui::GetIO().WantTextInput && ui.input.pressed->key < 128 &&
                      (ui.input.pressed->modifiers & (kControl | kAlt)) == 0;
  return writes ? nullptr : ui.keys.find(*ui.input.pressed);
}

void dispatch_to_dialog(const Ui& ui, ActionId action, ViewState& view) {
  if (key_choice_takes(ui, view.key_choice) || !closes(action, view.dialog)) return;
  view.dialog = Dialog::kNone;
  close_popups();
}

}  // namespace

void close_popups() {
  // Dear ImGui does it for Esc only with its keyboard navigation, which would take the arrow keys and Tab away from us;
  // the public interface can close no popup from outside.
  const ImGuiContext* const context = ImGui::GetCurrentContext();
  if (context && context->OpenPopupStack.Size > 0) ImGui::ClosePopupToLevel(0, true);
}

void dispatch_keys(const Ui& ui, StudioState& state) {
  ViewState& view = state.view;
  const Document* shown = state.document();
  view.labels.follow_sight(current_view(state).shows_labels);
  if (shown) settle_attribute_mode(*state.taxonomy, shown->session.annotation(), view.selection, view.labels.mode);
  const bool typing = ImGui::GetIO().WantTextInput || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId);
  const Shortcut* shortcut = pressed_shortcut(ui);
  const ActionId action = shortcut ? shortcut->action : ActionId{};
  if (view.dialog != Dialog::kHelp) view.key_choice.reset();
  if (view.dialog != Dialog::kNone) return dispatch_to_dialog(ui, action, view);
  if (typing) {
    if (action == "cancel"_action) close_popups();
    return;
  }
  const View& here = current_view(state);
  if (here.takes(ActionGroup::kLabel) && shown && !shown->theirs && view.canvas.tools.selects() &&
      attribute_mode_takes(ui, *state.taxonomy, *shown, view.selection, view.labels.mode, view.labels.memory)) {
    view.shown_view = "annotate";
    return;
  }
  if (!shortcut || (ui.input.pressed_is_repeat && !shortcut->repeats)) return;
  ui.ask.push(here.here(action));
}

}  // namespace jaedan::gui
