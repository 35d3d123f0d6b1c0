#include "app/gui/panels/recommend/outfit_cards.h"

#include <imgui.h>

#include <algorithm>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/garment_crop.h"

namespace jaedan::gui {
namespace {

constexpr float kCardWidth = 104;
constexpr float kCardHeight = 130;

void outfit_card(const Ui& ui, const std::string& name, const OutfitCard& card, ImVec2 size, Thumbnails& thumbnails) {
  ImGui::BeginGroup();
  picture(ui, thumbnails.find(card.item->photo), size.x, size.y, garment_crop(card.item->photo, card.item->box));
  const ImVec2 below = ImGui::GetCursorScreenPos();
  small_text(ui, clipped(card.caption, size.x).c_str(), ui.theme.muted);
  ImGui::EndGroup();
  remember_item(ui, name);
  if (ImGui::IsItemHovered()) {
    const ImVec2 from = ImGui::GetItemRectMin();
    ImGui::GetWindowDrawList()->AddRect(from, {from.x + size.x, std::min(from.y + size.y, below.y)}, ui.theme.accent,
                                        ui.px(4), 0, ui.px(2));
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) ui.ask.push(OpenPhoto{card.item->photo.id});
  }
  tooltip(ui, (card.item->photo.name + (card.why.empty() ? "" : "\n" + card.why)).c_str());
}

}  // namespace

void outfit_cards(const Ui& ui, const std::string& name, const std::vector<OutfitCard>& cards, Thumbnails& thumbnails) {
  const float gap = ui.px(8), room = ImGui::GetContentRegionAvail().x;
  const ImVec2 size(std::min(ui.px(kCardWidth), room), ui.px(kCardHeight));
  const auto columns = static_cast<std::size_t>(std::max(1.0F, (room + gap) / (size.x + gap)));
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (i % columns != 0) ImGui::SameLine(0, gap);
    outfit_card(ui, name + "." + std::to_string(i), cards[i], size, thumbnails);
  }
}

}  // namespace jaedan::gui
