#include "app/gui/panels/dialogs/user_field.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/gui/draw/widgets.h"
#include "app/workflow/project/project.h"

namespace jaedan::gui {

bool user_field(const Ui& ui, Settings& changed, float at, UserField& state) {
  field_name(ui, Text::kWhoAreYou, at);
  if (ui.actor.in_team()) {
    // In a project with users a name has to be let in; the menu has the way.
    ImGui::AlignTextToFramePadding();
    clipped_text(ui, ui.user.c_str(), ui.px(220), ui.theme.muted);
    state = {};
    return false;
  }
  ImGui::SetNextItemWidth(ui.px(220));
  if (!state.active) state.typed = changed.user;
  ImGui::InputTextWithHint("##user", workflow::default_user().c_str(), &state.typed);
  state.active = ImGui::IsItemActive();
  remember_item(ui, "user");
  // A name is one when it is whole: changes that are saved meanwhile are logged under the old one.
  const bool done = ImGui::IsItemDeactivatedAfterEdit();
  if (done) changed.user = name_of_user(state.typed);
  tooltip(ui, ui.text(Text::kWhoAreYouTip));
  return done;
}

}  // namespace jaedan::gui
