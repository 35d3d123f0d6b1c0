#include "app/gui/panels/dialogs/help_dialog.h"

#include <imgui.h>

#include <algorithm>
#include <functional>

#include "app/gui/base/key_map.h"
#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

constexpr float kMeaningAt = 108;
constexpr int kBlocks = 4;
constexpr float kColumnWidth = 270;  // for a key and a few words beside it

struct MouseTip {
  Text gesture;
  Text meaning;
};

constexpr MouseTip kMouse[] = {
    {Text::kMouseWheel, Text::kMouseWheelDoes},    {Text::kMouseMiddle, Text::kMouseMiddleDoes},
    {Text::kMouseEdge, Text::kMouseEdgeDoes},      {Text::kMouseAlt, Text::kMouseAltDoes},
    {Text::kMouseCtrl, Text::kMouseCtrlDoes},      {Text::kMouseFirstShift, Text::kAddToGarment},
    {Text::kMouseFirstAlt, Text::kCutFromGarment}, {Text::kMouseHoldCtrl, Text::kMouseHoldCtrlDoes},
};

void heading(const Ui& ui, const char* title) {
  ImGui::Dummy({0, ui.px(6)});
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.accent);
  bold_text(ui, title);
  ImGui::PopStyleColor();
}

/// Beside the keys that begin at `at`, or below them where they need the room.
void meaning(const Ui& ui, ImVec2 at, const char* text) {
  const float keys_end = ImGui::GetItemRectMax().x;
  ImGui::SetCursorScreenPos({std::max(at.x + ui.px(kMeaningAt), keys_end + ui.px(8)), at.y + ui.px(3)});
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(text);
  ImGui::PopTextWrapPos();
  ImGui::SetCursorScreenPos({at.x, std::max(ImGui::GetCursorScreenPos().y, at.y + ImGui::GetFontSize() + ui.px(9))});
}

void line(const Ui& ui, const std::string& keys, const char* text) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  key_cap(ui, keys);
  meaning(ui, at, text);
}

/// One key that a click changes.
void changeable_key(const Ui& ui, const Shortcut& shortcut, std::optional<KeyChoice>& choice) {
  const bool chosen = choice && choice->id == shortcut.id;
  const std::string text = chosen                    ? ui.text(Text::kPressAKey)
                           : shortcut.chord.key == 0 ? ui.text(Text::kNoKey)
                                                     : text_of(shortcut.chord);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  key_cap(ui, text, chosen || shortcut.changed);
  ImGui::SetCursorScreenPos(at);
  ImGui::PushID(shortcut.id.c_str());
  if (ImGui::InvisibleButton("key", {key_cap_width(ui, text), ImGui::GetFontSize() + ui.px(6)})) {
    choice = chosen ? std::nullopt : std::optional(KeyChoice{shortcut.id, std::nullopt});
  }
  ImGui::PopID();
  remember_item(ui, "key." + shortcut.id);
  tooltip(ui, ui.text(Text::kChangeKeyTip));
}

/// All keys of one group; keys of the same meaning share a line.
void group(const Ui& ui, ActionGroup which, Text title, std::optional<KeyChoice>& choice) {
  heading(ui, ui.text(title));
  const std::vector<Shortcut>& all = ui.keys.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].group != which) continue;
    bool told = false;
    for (std::size_t k = 0; k < i; ++k) told = told || all[k].action == all[i].action;
    if (told) continue;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    for (std::size_t k = i; k < all.size(); ++k) {
      const bool is_keypad = text_of(all[k].chord).rfind("Keypad", 0) == 0;
      if (all[k].action != all[i].action || (k != i && is_keypad)) continue;
      if (k != i) ImGui::SameLine(0, ui.px(4));
      changeable_key(ui, all[k], choice);
    }
    meaning(ui, at, ui.text(all[i].text));
  }
}

/// What a key that was pressed did until now, and what to do about it.
void conflict(const Ui& ui, std::optional<KeyChoice>& choice) {
  const Shortcut* wanted = choice ? ui.keys.by_id(choice->id) : nullptr;
  if (wanted == nullptr) return small_text(ui, ui.text(Text::kChangeKeysHint), ui.theme.muted);
  if (!choice->wanted) return small_text(ui, ui.text(Text::kPressAKeyHint), ui.theme.muted);
  const Chord chord = *choice->wanted;
  const Shortcut* holder = ui.keys.find(chord);
  const std::string sentence =
      text_of(chord) + ": " + (holder ? ui.text(holder->text) : "") + " – " + ui.text(Text::kKeyIsTaken);
  ImGui::AlignTextToFramePadding();
  small_text(ui, sentence.c_str(), ui.theme.bad);
  ImGui::SameLine(0, ui.px(10));
  if (text_button(ui, "key.take", ui.text(Text::kTakeKey), ButtonKind::kPrimary)) give_key(ui, *wanted, chord, choice);
  ImGui::SameLine(0, ui.px(6));
  if (text_button(ui, "key.keep", ui.text(Text::kKeepKey))) choice.reset();
}

void reset_keys(const Ui& ui, std::optional<KeyChoice>& choice) {
  if (changes_of(ui.settings).empty()) return;
  const float width = ImGui::CalcTextSize(ui.text(Text::kResetKeys)).x + ui.px(40);
  ImGui::SameLine(ImGui::GetContentRegionAvail().x - width);
  if (!text_button(ui, "keys.reset", ui.text(Text::kResetKeys))) return;
  Settings changed = ui.settings;
  changed.key_changes.erase(changed.keys);
  ui.ask.push(ChangeSettings{changed});
  choice.reset();
}

}  // namespace

void help_dialog(const Ui& ui, Dialog& dialog, std::optional<KeyChoice>& choice) {
  const bool wide = ImGui::GetIO().DisplaySize.x >= ui.px(1600);
  if (!begin_dialog(ui, Dialog::kHelp, ui.text(Text::kHelpTitle), wide ? 1540 : 1250, wide ? 760 : 740, dialog)) {
    return;
  }
  conflict(ui, choice);
  reset_keys(ui, choice);
  ImGui::PushFont(wide ? ui.fonts.body : ui.fonts.small);
  ImGui::BeginChild("keys");
  const std::function<void()> blocks[] = {[&] { group(ui, ActionGroup::kDraw, Text::kGroupDraw, choice); },
                                          [&] {
                                            group(ui, ActionGroup::kEdit, Text::kGroupEdit, choice);
                                            if (ui.actor.in_team()) {
                                              group(ui, ActionGroup::kTasks, Text::kGroupTasks, choice);
                                            }
                                          },
                                          [&] {
                                            group(ui, ActionGroup::kPhotos, Text::kGroupPhotos, choice);
                                            group(ui, ActionGroup::kLabel, Text::kGroupLabel, choice);
                                            line(ui, "1 – 9", ui.text(Text::kDigitDoes));
                                            line(ui, "ㅂㄹ", ui.text(Text::kTypingDoes));
                                          },
                                          [&] {
                                            group(ui, ActionGroup::kReview, Text::kGroupReview, choice);
                                            group(ui, ActionGroup::kView, Text::kGroupView, choice);
                                            heading(ui, ui.text(Text::kGroupMouse));
                                            for (const MouseTip& tip : kMouse)
                                              line(ui, ui.text(tip.gesture), ui.text(tip.meaning));
                                          }};
  const int columns = std::clamp(static_cast<int>(ImGui::GetContentRegionAvail().x / ui.px(kColumnWidth)), 1, kBlocks);
  if (ImGui::BeginTable("columns", columns, ImGuiTableFlags_SizingStretchSame)) {
    for (int column = 0; column < columns; ++column) {
      ImGui::TableNextColumn();
      // Those that are too many for the columns stand below the first ones.
      for (int block = column; block < kBlocks; block += columns) blocks[block]();
    }
    ImGui::EndTable();
  }
  ImGui::EndChild();
  ImGui::PopFont();
  end_dialog();
}

}  // namespace jaedan::gui
