#include "app/gui/panels/recommend/board_panel.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "app/gui/draw/widgets.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

using workflow::Board;
using workflow::BoardCard;
using workflow::BoardGarment;

constexpr double kResizeStep = 1.1;

/// The garment alone, as shares of its photo's sides.
Rect crop_of(const BoardGarment& shown) {
  const double width = std::max(shown.photo.width, 1), height = std::max(shown.photo.height, 1);
  return {shown.box.x / width, shown.box.y / height, shown.box.width / width, shown.box.height / height};
}

const BoardGarment* garment_of(const BoardCard& card, const BoardState& state) {
  for (const BoardGarment& shown : state.garments) {
    if (shown.card.photo == card.photo && shown.card.garment == card.garment) return &shown;
  }
  return nullptr;
}

void to_front(Board& board, std::size_t place) {
  std::rotate(board.cards.begin() + static_cast<std::ptrdiff_t>(place),
              board.cards.begin() + static_cast<std::ptrdiff_t>(place) + 1, board.cards.end());
}

void deed_button(const Ui& ui, const char* item, Text text, Text tip, bool enabled, const std::function<void()>& deed) {
  wrap_before(ui, text_button_width(ui, ui.text(text)));
  if (text_button(ui, item, ui.text(text), ButtonKind::kPlain, 0, enabled)) deed();
  tooltip(ui, ui.text(tip));
}

void buttons(const Ui& ui, BoardState& state) {
  const bool has_cards = !state.board.cards.empty();
  const double width = ImGui::GetContentRegionAvail().x / ui.px(1);
  if (text_button(ui, "board.arrange", ui.text(Text::kBoardArrange), ButtonKind::kPlain, 0, has_cards)) {
    Board arranged = state.board;
    workflow::arrange(arranged, width);
    ui.ask.push(ChangeBoard{std::move(arranged)});
  }
  tooltip(ui, ui.text(Text::kBoardArrangeTip));
  deed_button(ui, "board.remove", Text::kBoardRemove, Text::kBoardRemoveTip, state.selected.has_value(), [&] {
    Board less = state.board;
    less.cards.erase(less.cards.begin() + static_cast<std::ptrdiff_t>(*state.selected));
    state.selected.reset();
    ui.ask.push(ChangeBoard{std::move(less)});
  });
  deed_button(ui, "board.clear", Text::kBoardClear, Text::kBoardClearTip, has_cards,
              [&] { ui.ask.push(ChangeBoard{Board{}}); });
  deed_button(ui, "board.undo", Text::kUndo, Text::kBoardUndoTip, !state.before.empty(),
              [&] { ui.ask.push(UndoBoard{}); });
  const float save = text_button_width(ui, ui.text(Text::kBoardSave));
  wrap_before(ui, ui.px(200) + save);
  ImGui::SetNextItemWidth(std::max(ui.px(120), ImGui::GetContentRegionAvail().x - save - ui.px(12)));
  ImGui::InputText("##board.path", &state.path);
  remember_item(ui, "board.path");
  wrap_before(ui, save);
  const bool can_save = has_cards && !state.path.empty();
  if (text_button(ui, "board.save", ui.text(Text::kBoardSave), ButtonKind::kPrimary, 0, can_save)) {
    ui.ask.push(SaveBoard{state.path});
  }
  tooltip(ui, ui.text(Text::kBoardSaveTip));
}

void paint_card(const Ui& ui, const BoardGarment* shown, Thumbnails& thumbnails, const Rect& box, bool selected) {
  ImDrawList& out = *ImGui::GetWindowDrawList();
  const ImVec2 from(static_cast<float>(box.x), static_cast<float>(box.y));
  const ImVec2 to(static_cast<float>(box.right()), static_cast<float>(box.bottom()));
  const bool is_there = shown && !shown->gone();
  const Texture* texture = is_there ? thumbnails.find(shown->photo) : nullptr;
  if (texture) {
    paint_picture(texture, box, crop_of(*shown), 0xFFFFFFFF, ui.px(3), out);
  } else {
    out.AddRectFilled(from, to, ui.theme.card, ui.px(3));
    if (shown && !is_there) out.AddText({from.x + ui.px(6), from.y + ui.px(4)}, ui.theme.warn, "?");
  }
  if (selected) out.AddRect(from, to, ui.theme.accent, ui.px(3), 0, ui.px(2));
}

/// What the mouse does with the card that was drawn last.
void use_card(const Ui& ui, std::size_t place, const Rect& box, BoardState& state) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (ImGui::IsItemActivated()) {
    state.selected = place;
    state.moved = state.board;
    state.grip_x = mouse.x - static_cast<float>(box.x);
    state.grip_y = mouse.y - static_cast<float>(box.y);
  }
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    state.moved.reset();
    ui.ask.push(OpenPhoto{state.board.cards[place].photo});
  }
  const float wheel = ImGui::GetIO().MouseWheel;
  if (ImGui::IsItemHovered() && wheel != 0 && !state.moved) {
    Board resized = state.board;
    workflow::resize(resized.cards[place], std::pow(kResizeStep, wheel));
    ui.ask.push(ChangeBoard{std::move(resized)});
  }
}

/// The card in hand follows the mouse; let go of, it lies on top.
void follow_drag(const Ui& ui, ImVec2 corner, BoardState& state) {
  if (!state.moved || !state.selected || *state.selected >= state.moved->cards.size()) return state.moved.reset();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const double scale = ui.px(1);
  workflow::move_to(state.moved->cards[*state.selected],
                    {(mouse.x - state.grip_x - corner.x) / scale, (mouse.y - state.grip_y - corner.y) / scale});
  if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  to_front(*state.moved, *state.selected);
  state.selected = state.moved->cards.size() - 1;
  ui.ask.push(ChangeBoard{*std::exchange(state.moved, std::nullopt)});
}

void field(const Ui& ui, Thumbnails& thumbnails, BoardState& state) {
  ImGui::BeginChild("board.field", {0, 0}, true,
                    ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const double scale = ui.px(1);
  follow_drag(ui, corner, state);
  const Board shown = state.moved ? *state.moved : state.board;
  for (std::size_t i = 0; i < shown.cards.size(); ++i) {
    const Rect place = shown.cards[i].place();
    const Rect box{corner.x + place.x * scale, corner.y + place.y * scale, place.width * scale, place.height * scale};
    const BoardGarment* garment = garment_of(shown.cards[i], state);
    paint_card(ui, garment, thumbnails, box, state.selected == i);
    ImGui::SetCursorScreenPos({static_cast<float>(box.x), static_cast<float>(box.y)});
    ImGui::PushID(static_cast<int>(i));
    ImGui::InvisibleButton("card", {static_cast<float>(box.width), static_cast<float>(box.height)});
    ImGui::SetItemAllowOverlap();  // the last lies on top
    ImGui::PopID();
    remember_item(ui, "board.card." + std::to_string(i));
    if (garment) {
      const auto gone = garment->gone();
      tooltip(ui, gone ? message_text(*gone, ui.text).c_str() : garment->photo.name.c_str());
    }
    if (!state.moved || state.selected == i) use_card(ui, i, box, state);
  }
  const Rect all = workflow::extent(shown);
  ImGui::SetCursorScreenPos({corner.x, corner.y});
  ImGui::Dummy({static_cast<float>(all.width * scale), static_cast<float>(all.height * scale)});
  ImGui::EndChild();
}

}  // namespace

void board_panel(const Ui& ui, Thumbnails& thumbnails, BoardState& state) {
  if (!state.is_there && !state.waiting && !state.error) ui.ask.push(OpenBoard{});
  if (state.selected && *state.selected >= state.board.cards.size()) state.selected.reset();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(10)));
  ImGui::BeginChild("board", {0, 0}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleVar();
  buttons(ui, state);
  if (state.error) {
    wrapped_text(ui, message_text(state.error->message, ui.text), ui.theme.warn);
    remember_item(ui, "board.error");
  }
  if (state.board.cards.empty()) {
    wrapped_text(ui, ui.text(state.waiting ? Text::kLoading : Text::kBoardEmpty), ui.theme.muted);
    remember_item(ui, "board.empty");
  } else {
    small_text(ui, ui.text(Text::kBoardHint), ui.theme.muted);
    field(ui, thumbnails, state);
  }
  ImGui::EndChild();
}

}  // namespace jaedan::gui
