#include "app/workflow/board/board.h"

#include <algorithm>

namespace jaedan::workflow {
namespace {

constexpr double kGap = 20;
constexpr double kRowWidth = 900;
constexpr double kFarthest = 20000;

}  // namespace

Rect BoardCard::place() const {
  return shape >= 1 ? Rect{at.x, at.y, size, size / shape} : Rect{at.x, at.y, size * shape, size};
}

bool pin(Board& board, PhotoId photo, GarmentId garment, Part part, const Rect& box) {
  const bool is_there = std::any_of(board.cards.begin(), board.cards.end(), [&](const BoardCard& card) {
    return card.photo == photo && card.garment == garment;
  });
  if (is_there || board.cards.size() >= kMostCards) return false;
  BoardCard card{photo, garment, part, {kGap, kGap}, kCardSize, 1};
  if (!box.empty()) card.shape = std::clamp(box.width / box.height, 0.1, 10.0);
  if (!board.cards.empty()) {
    const Rect last = board.cards.back().place();
    card.at = {last.right() + kGap, last.y};
    if (card.place().right() > kRowWidth) card.at = {kGap, extent(board).bottom() + kGap};
  }
  board.cards.push_back(card);
  return true;
}

void arrange(Board& board, double width) {
  double x = kGap, y = kGap;
  for (BoardCard& card : board.cards) {
    card.size = card.shape >= 1 ? kCardSize * card.shape : kCardSize;  // as high as its neighbours
    card.size = std::clamp(card.size, kLeastCard, kGreatestCard);
    card.at = {x, y};
    if (x > kGap && card.place().right() + kGap > width) {
      y += kCardSize + kGap;
      card.at = {kGap, y};
    }
    x = card.place().right() + kGap;
  }
}

void move_to(BoardCard& card, Point at) {
  card.at = {std::clamp(at.x, 0.0, kFarthest), std::clamp(at.y, 0.0, kFarthest)};
}

void resize(BoardCard& card, double factor) {
  const Rect before = card.place();
  card.size = std::clamp(card.size * factor, kLeastCard, kGreatestCard);
  const Rect now = card.place();
  move_to(card, {before.x + (before.width - now.width) / 2, before.y + (before.height - now.height) / 2});
}

Rect extent(const Board& board) {
  Rect all;
  for (const BoardCard& card : board.cards) {
    const Rect place = card.place();
    all.width = std::max(all.width, place.right());
    all.height = std::max(all.height, place.bottom());
  }
  return all;
}

}  // namespace jaedan::workflow
