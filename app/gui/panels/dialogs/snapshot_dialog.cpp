#include "app/gui/panels/dialogs/snapshot_dialog.h"

#include <imgui.h>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/dialogs/export_dialog.h"

namespace jaedan::gui {

void snapshot_dialog(const Ui& ui, const labeling::PhotoFilter& listed, Dialog& dialog, SnapshotChoice& choice) {
  if (!begin_dialog(ui, Dialog::kSnapshot, ui.text(Text::kSnapshotTitle), 560, 250, dialog)) return;
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(ui.text(Text::kSnapshotBody));
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(4)});
  choose_photos(ui, "snapshot", 90, choice.only_listed);
  ImGui::Checkbox(ui.text(Text::kWithoutOwn), &choice.without_own);
  remember_item(ui, "snapshot.without_own");
  ImGui::Dummy({0, ui.px(6)});
  if (text_button(ui, "snapshot.go", ui.text(Text::kMakeSnapshot), ButtonKind::kPrimary)) {
    ui.ask.push(MakeSnapshot{choice.only_listed ? listed : labeling::PhotoFilter{}, choice.without_own});
    close_dialog(dialog);
  }
  ImGui::SameLine(0, ui.px(8));
  if (text_button(ui, "snapshot.no", ui.text(Text::kCancelJob))) close_dialog(dialog);
  end_dialog();
}

}  // namespace jaedan::gui
