#include "app/gui/panels/recommend/pick_chips.h"

#include <imgui.h>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/garment_crop.h"

namespace jaedan::gui {
namespace {

constexpr float kChipWidth = 62;

/// True when it was pressed.
bool pick_chip(const Ui& ui, const std::string& name, const PickedItem& pick, Thumbnails& thumbnails) {
  const float height = ImGui::GetFrameHeight(), width = ui.px(kChipWidth), icon = height * 0.5F;
  const ImVec2 at = ImGui::GetCursorScreenPos(), to(at.x + width, at.y + height);
  const bool pressed = ImGui::InvisibleButton(name.c_str(), {width, height});
  remember_item(ui, name);
  const bool hot = ImGui::IsItemHovered();
  const Colour colour = pick.liked ? ui.theme.good : ui.theme.bad;
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddRectFilled(at, to, hot ? ui.theme.card_hot : ui.theme.card, ui.px(5));
  out.AddRect(at, to, colour, ui.px(5));
  const double middle = at.y + height / 2.0;
  draw_icon(out, pick.liked ? Icon::kPlus : Icon::kMinus, {at.x + ui.px(12), middle}, icon, colour);
  const Rect box{at.x + ui.px(21.0F), at.y + ui.px(2.0F), ui.px(22), height - ui.px(4)};
  paint_picture(thumbnails.find(pick.item.photo), box, garment_crop(pick.item.photo, pick.item.box), 0xFFFFFFFF,
                ui.px(2), out);
  draw_icon(out, Icon::kClose, {to.x - ui.px(10), middle}, icon * 0.8F, hot ? ui.theme.text : ui.theme.muted);
  tooltip(ui, (pick.item.photo.name + "\n" + ui.text(pick.liked ? Text::kCardLiked : Text::kCardDisliked)).c_str());
  return pressed;
}

}  // namespace

void pick_chips(const Ui& ui, std::vector<PickedItem>& picks, Thumbnails& thumbnails) {
  if (picks.empty()) return;
  std::size_t taken_back = picks.size();
  for (std::size_t i = 0; i < picks.size(); ++i) {
    if (i > 0) wrap_before(ui, ui.px(kChipWidth));
    if (pick_chip(ui, "pick." + std::to_string(i), picks[i], thumbnails)) taken_back = i;
  }
  wrap_before(ui, text_button_width(ui, ui.text(Text::kPicksNone)));
  const bool none = text_button(ui, "picks.none", ui.text(Text::kPicksNone), ButtonKind::kQuiet);
  tooltip(ui, ui.text(Text::kPicksNoneTip));
  if (none) return picks.clear();
  if (taken_back < picks.size()) picks.erase(picks.begin() + static_cast<std::ptrdiff_t>(taken_back));
}

}  // namespace jaedan::gui
