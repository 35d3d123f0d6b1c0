#include "app/gui/canvas/canvas.h"
#include "app/gui/shell/actions/action.h"
#include "app/gui/shell/actions/action_context.h"

namespace jaedan::gui {
namespace {

void full_size(const ActionContext& on) { show_full_size(on.state.view.canvas); }
void fit(const ActionContext& on) { on.state.view.canvas.fitted = true; }
/// Brightness, contrast, what is shown.
void look(const ActionContext& on) { on.state.view.toolbar.open_look = true; }
void toggle_fill(const ActionContext& on) { on.state.settings.show_fill = !on.state.settings.show_fill; }
void toggle_names(const ActionContext& on) { on.state.settings.show_labels = !on.state.settings.show_labels; }
void help(const ActionContext& on) { on.state.view.dialog = Dialog::kHelp; }
void settings(const ActionContext& on) { on.state.view.dialog = Dialog::kSettings; }

}  // namespace

ActionRows view_actions() {
  constexpr MenuSection kProgram = MenuSection::kProgram;
  return {
      {"full_size", "Ctrl+0", Text::kFullSize, kPhoto, full_size},
      {"look", "I", Text::kLook, kProject, look},
      {"toggle_fill", "O", Text::kToggleFill, kAnytime, toggle_fill},
      {"toggle_names", "U", Text::kToggleNames, kAnytime, toggle_names},
      {"settings", "F2", Text::kSettings, kAnytime, settings, {kProgram, "menu.settings"}},
      {"help", "F1", Text::kHelp, kAnytime, help, {kProgram, "menu.help"}},
      {"fit", {"F", "Ctrl+F"}, Text::kFit, kPhoto, fit},
  };
}

}  // namespace jaedan::gui
