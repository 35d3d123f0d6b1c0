#pragma once

#include <cstddef>
#include <vector>

#include "labeling/domain/geometry.h"
#include "labeling/domain/ids.h"
#include "labeling/domain/part.h"

namespace jaedan::workflow {

/// A garment on a board. Lengths are pixels of a board that is shown at its own size.
struct BoardCard {
  PhotoId photo;
  GarmentId garment;
  Part part = Part::kTop;
  Point at;          ///< upper left corner; not negative
  double size = 0;   ///< the longer side of the garment's box
  double shape = 1;  ///< width of the box by its height

  /// Where it lies.
  Rect place() const;

  friend bool operator==(const BoardCard& a, const BoardCard& b) {
    return a.photo == b.photo && a.garment == b.garment && a.part == b.part && a.at == b.at && a.size == b.size &&
           a.shape == b.shape;
  }
};

/// Garments beside each other; the last lies on top.
struct Board {
  std::vector<BoardCard> cards;

  friend bool operator==(const Board& a, const Board& b) { return a.cards == b.cards; }
  friend bool operator!=(const Board& a, const Board& b) { return !(a == b); }
};

inline constexpr double kCardSize = 220;                        ///< of a garment that is pinned
inline constexpr double kLeastCard = 40, kGreatestCard = 1200;  ///< sizes that cards are kept within
inline constexpr std::size_t kMostCards = 500;

/// Pins a garment whose box has this shape below all others or beside the last; one that is there already stays where
/// it is. False for that, and when the board is full.
bool pin(Board& board, PhotoId photo, GarmentId garment, Part part, const Rect& box);
/// Rows of equal heights, as wide as `width`, in the order in which the garments lie.
void arrange(Board& board, double width);
/// Moves a card; it stays on the board, which has no end to the right and below.
void move_to(BoardCard& card, Point at);
/// Makes it `factor` times as large around its middle.
void resize(BoardCard& card, double factor);
/// The rectangle from the board's corner around all cards; empty without cards.
Rect extent(const Board& board);

}  // namespace jaedan::workflow
