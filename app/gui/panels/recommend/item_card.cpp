#include "app/gui/panels/recommend/item_card.h"

#include <imgui.h>

#include <algorithm>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/garment_crop.h"

namespace jaedan::gui {
namespace {

constexpr float kLeastCard = 90;
constexpr float kCardGap = 8;
constexpr float kCardShape = 1.25F;  // height of the picture to its width
constexpr float kDeedSide = 22;
constexpr float kMostDeeds = 4;

enum class CardDeed { kOpen, kPin, kMore, kLess };

/// A button of a card and its line in the menu.
struct DeedRow {
  CardDeed deed = CardDeed::kOpen;
  const char* id = "";
  Icon icon = Icon::kProject;
  Text words = Text::kCardOpen;
  bool is_done = false;  ///< pressed, it is taken back
};

std::vector<DeedRow> deeds_of(const ItemCard& card) {
  std::vector<DeedRow> rows = {{CardDeed::kOpen, "open", Icon::kProject, Text::kCardOpen, false}};
  if (card.can_be_pinned) rows.push_back({CardDeed::kPin, "pin", Icon::kPin, Text::kOutfitsPin, false});
  if (card.can_be_judged) {
    const bool liked = card.mark == CardMark::kLiked, disliked = card.mark == CardMark::kDisliked;
    rows.push_back({CardDeed::kMore, "more", Icon::kPlus, liked ? Text::kCardLiked : Text::kCardMore, liked});
    rows.push_back({CardDeed::kLess, "less", Icon::kMinus, disliked ? Text::kCardDisliked : Text::kCardLess, disliked});
  }
  return rows;
}

CardPress do_deed(const Ui& ui, CardDeed deed, const workflow::RecommendedItem& item) {
  switch (deed) {
    case CardDeed::kOpen: ui.ask.push(OpenPhoto{item.photo.id}); break;
    case CardDeed::kPin: ui.ask.push(PinToBoard{{item}}); break;
    case CardDeed::kMore: return CardPress::kMoreLikeThis;
    case CardDeed::kLess: return CardPress::kLessLikeThis;
  }
  return CardPress::kNone;
}

/// Where a card's picture is, and what the mouse does there.
struct CardPlace {
  ImVec2 from, to;          ///< of the picture, window pixels
  float deed_side = 0;      ///< of a button
  bool is_hovered = false;  ///< the mouse is over the picture …
  bool on_button = false;   ///< … and there over a button
};

CardPlace place_of_card(const Ui& ui, ImVec2 size) {
  CardPlace place;
  place.from = ImGui::GetCursorScreenPos();
  place.to = {place.from.x + size.x, place.from.y + size.y};
  place.deed_side = std::min(ui.px(kDeedSide), (size.x - ui.px(2)) / kMostDeeds);
  place.is_hovered = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                     ImGui::IsMouseHoveringRect(place.from, place.to);
  return place;
}

void draw_mark(const Ui& ui, CardMark mark, const CardPlace& place) {
  if (mark == CardMark::kNone) return;
  const bool liked = mark == CardMark::kLiked;
  const Colour colour = liked ? ui.theme.good : ui.theme.bad;
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddRect(place.from, place.to, colour, ui.px(4), 0, ui.px(2));
  const ImVec2 middle(place.from.x + ui.px(11), place.from.y + ui.px(11));
  out.AddCircleFilled(middle, ui.px(8), colour);
  draw_icon(out, liked ? Icon::kPlus : Icon::kMinus, {middle.x, middle.y}, ui.px(13), ui.theme.panel);
}

bool deed_button(const Ui& ui, const std::string& name, const DeedRow& row, float side, CardPlace& place) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const bool pressed = ImGui::InvisibleButton(row.id, {std::max(side, 1.0F), std::max(side, 1.0F)});
  remember_item(ui, name + "." + row.id);
  const bool pointed = ImGui::IsItemHovered();
  place.on_button = place.on_button || pointed;
  if (!place.is_hovered) return pressed;
  ImDrawList& out = *ImGui::GetWindowDrawList();
  const Colour face = row.is_done ? ui.theme.accent_soft : ui.theme.card_hot;
  if (pointed || row.is_done) out.AddRectFilled(corner, {corner.x + side, corner.y + side}, face, ui.px(4));
  draw_icon(out, row.icon, {corner.x + side / 2.0, corner.y + side / 2.0}, side * 0.68F,
            row.is_done ? ui.theme.on_soft : ui.theme.text);
  tooltip(ui, ui.text(row.words));
  return pressed;
}

/// They are always there, so that they can be pressed by name, and in sight while the mouse is over the picture.
std::optional<CardDeed> deed_buttons(const Ui& ui, const std::string& name, const std::vector<DeedRow>& rows,
                                     CardPlace& place) {
  std::optional<CardDeed> pressed;
  const float top = place.to.y - place.deed_side - ui.px(1);
  if (place.is_hovered) {
    ImGui::GetWindowDrawList()->AddRectFilled({place.from.x, top - ui.px(1)}, place.to,
                                              with_alpha(ui.theme.panel, 0.9F), ui.px(4),
                                              ImDrawFlags_RoundCornersBottom);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ImGui::SetCursorScreenPos({place.from.x + ui.px(1) + static_cast<float>(i) * place.deed_side, top});
    if (deed_button(ui, name, rows[i], place.deed_side, place)) pressed = rows[i].deed;
  }
  return pressed;
}

/// Of this very garment: when another one takes the card's place, its menu is not that one's.
std::optional<CardDeed> deed_menu(const Ui& ui, const workflow::RecommendedItem& item, const std::vector<DeedRow>& rows,
                                  bool opens) {
  const std::string id = "menu." + std::to_string(item.photo.id.value) + "." + std::to_string(item.garment.value);
  if (opens) ImGui::OpenPopup(id.c_str());
  if (!ImGui::BeginPopup(id.c_str())) return std::nullopt;
  std::optional<CardDeed> pressed;
  for (const DeedRow& row : rows) {
    if (ImGui::MenuItem(ui.text(row.words), nullptr, row.is_done)) pressed = row.deed;
    remember_item(ui, std::string("card.") + row.id);
  }
  ImGui::EndPopup();
  return pressed;
}

/// Where it covers no button of the card and, beside a panel at the right end of the window, none of its cards.
void card_tooltip(const Ui& ui, const std::string& words, const CardPlace& place) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float gap = ui.px(8), panel = ImGui::GetWindowPos().x;
  const bool to_the_left = place.from.x > screen.x / 2, downwards = place.from.y < screen.y / 2;
  const float left_of = panel > screen.x / 2 ? panel : place.from.x;
  ImGui::SetNextWindowPos({to_the_left ? left_of - gap : place.to.x + gap, downwards ? place.from.y : place.to.y},
                          ImGuiCond_Always, {to_the_left ? 1.0F : 0.0F, downwards ? 0.0F : 1.0F});
  show_tooltip(ui, words.c_str());
}

void card_caption(const Ui& ui, const std::string& caption, float width) {
  ImGui::PushFont(ui.fonts.small);
  const std::string shown = clipped(caption, width);
  ImGui::PopFont();
  small_text(ui, shown.c_str(), ui.theme.muted);
}

}  // namespace

CardPress item_card(const Ui& ui, const std::string& name, const ItemCard& card, float width, float height,
                    Thumbnails& thumbnails) {
  const ImVec2 size(width, height);
  const workflow::RecommendedItem& item = *card.item;
  const std::vector<DeedRow> rows = deeds_of(card);
  ImGui::PushID(name.c_str());
  ImGui::BeginGroup();
  CardPlace place = place_of_card(ui, size);
  picture(ui, thumbnails.find(item.photo), size.x, size.y, garment_crop(item.photo, item.box));
  const ImVec2 below = ImGui::GetCursorScreenPos();
  draw_mark(ui, card.mark, place);
  std::optional<CardDeed> deed = deed_buttons(ui, name, rows, place);
  ImGui::SetCursorScreenPos(below);
  card_caption(ui, card.caption, size.x);
  ImGui::EndGroup();
  // By the part of it that no button covers, so that a press by name opens the photo.
  remember_place(ui, name, {place.from.x, place.from.y, size.x, size.y - place.deed_side - ui.px(2)},
                 place.is_hovered && !place.on_button);
  // Dear ImGui closes popups when the right button goes down, so the menu opens when it comes up.
  const bool opens = place.is_hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Right);
  if (const auto chosen = deed_menu(ui, item, rows, opens)) deed = chosen;
  ImGui::PopID();
  if (place.is_hovered) {
    ImGui::GetWindowDrawList()->AddRect(place.from, place.to, ui.theme.accent, ui.px(4), 0, ui.px(2));
  }
  if (place.is_hovered && !place.on_button) {
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) deed = CardDeed::kOpen;
    card_tooltip(ui, item.photo.name + (card.why.empty() ? "" : "\n" + card.why), place);
  }
  return deed ? do_deed(ui, *deed, item) : CardPress::kNone;
}

std::size_t cards_in_row(const Ui& ui) {
  const float gap = ui.px(kCardGap), room = ImGui::GetContentRegionAvail().x;
  return static_cast<std::size_t>(std::max(1.0F, (room + gap) / (ui.px(kLeastCard) + gap)));
}

std::optional<PressedCard> item_cards(const Ui& ui, const std::string& name, const std::vector<ItemCard>& cards,
                                      Thumbnails& thumbnails) {
  std::optional<PressedCard> pressed;
  const std::size_t columns = cards_in_row(ui);
  const float gap = ui.px(kCardGap), room = ImGui::GetContentRegionAvail().x;
  const float width = std::max(1.0F, (room - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (i % columns != 0) ImGui::SameLine(0, gap);
    const CardPress press =
        item_card(ui, name + "." + std::to_string(i), cards[i], width, width * kCardShape, thumbnails);
    if (press != CardPress::kNone) pressed = PressedCard{i, press};
  }
  return pressed;
}

}  // namespace jaedan::gui
