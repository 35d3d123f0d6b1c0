#include <imgui.h>

#include "app/gui/dialog.h"
#include "app/gui/panels.h"
#include "app/gui/shortcuts.h"
#include "app/gui/widgets.h"

namespace jaedan::gui {
namespace {

constexpr float kKeyWidth = 148;

struct MouseTip {
  Text gesture;
  Text meaning;
};

constexpr MouseTip kMouse[] = {
    {Text::kMouseWheel, Text::kMouseWheelDoes}, {Text::kMouseMiddle, Text::kMouseMiddleDoes},
    {Text::kMouseEdge, Text::kMouseEdgeDoes},   {Text::kMouseAlt, Text::kMouseAltDoes},
    {Text::kMouseCtrl, Text::kMouseCtrlDoes},
};

void heading(const Ui& ui, const char* title) {
  ImGui::Dummy({0, ui.px(6)});
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.accent);
  bold_text(ui, title);
  ImGui::PopStyleColor();
}

void line(const Ui& ui, const std::string& keys, const char* meaning, float key_width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  key_cap(ui, keys);
  ImGui::SetCursorScreenPos({at.x + key_width, at.y + ui.px(3)});
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(meaning);
  ImGui::PopTextWrapPos();
  ImGui::SetCursorScreenPos({at.x, std::max(ImGui::GetCursorScreenPos().y, at.y + ImGui::GetFontSize() + ui.px(9))});
}

/// All keys of one group; two keys of the same meaning share a line.
void group(const Ui& ui, ShortcutGroup which, Text title) {
  heading(ui, ui.text(title));
  const std::vector<Shortcut>& all = shortcuts_of(ui.settings.keys);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].group != which) continue;
    bool told = false;
    for (std::size_t k = 0; k < i; ++k) told = told || all[k].ask == all[i].ask;
    if (told) continue;
    std::string keys = text_of(all[i].chord);
    for (std::size_t k = i + 1; k < all.size(); ++k) {
      const std::string more = text_of(all[k].chord);
      if (all[k].ask == all[i].ask && more.rfind("Keypad", 0) != 0) keys += "  " + more;
    }
    line(ui, keys, ui.text(all[i].text), ui.px(kKeyWidth));
  }
}

}  // namespace

void help_dialog(const Ui& ui, ViewState& view) {
  const bool wide = ImGui::GetIO().DisplaySize.x >= ui.px(1400);
  if (!begin_dialog(ui, Dialog::kHelp, ui.text(Text::kHelpTitle), wide ? 1240 : 1080, wide ? 720 : 645, view)) {
    return;
  }
  ImGui::PushFont(wide ? ui.fonts.body : ui.fonts.small);
  ImGui::BeginChild("keys");
  const float column = (ImGui::GetContentRegionAvail().x - 2 * ui.px(20)) / 3;
  const auto begin_column = [&](const char* id) { ImGui::BeginChild(id, {column, 0}); };
  begin_column("a");
  group(ui, ShortcutGroup::kDraw, Text::kGroupDraw);
  heading(ui, ui.text(Text::kGroupMouse));
  for (const MouseTip& tip : kMouse) line(ui, ui.text(tip.gesture), ui.text(tip.meaning), ui.px(kKeyWidth));
  ImGui::EndChild();
  ImGui::SameLine(0, ui.px(20));
  begin_column("b");
  group(ui, ShortcutGroup::kEdit, Text::kGroupEdit);
  group(ui, ShortcutGroup::kPhotos, Text::kGroupPhotos);
  ImGui::EndChild();
  ImGui::SameLine(0, ui.px(20));
  begin_column("c");
  group(ui, ShortcutGroup::kLabel, Text::kGroupLabel);
  line(ui, "1 – 9", ui.text(Text::kDigitDoes), ui.px(kKeyWidth));
  line(ui, "ㅂㄹ", ui.text(Text::kTypingDoes), ui.px(kKeyWidth));
  group(ui, ShortcutGroup::kReview, Text::kGroupReview);
  group(ui, ShortcutGroup::kView, Text::kGroupView);
  ImGui::EndChild();
  ImGui::EndChild();
  ImGui::PopFont();
  end_dialog();
}

}  // namespace jaedan::gui
