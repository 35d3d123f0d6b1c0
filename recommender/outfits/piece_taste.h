#pragma once

#include "recommender/outfits/outfit.h"
#include "recommender/preference.h"

namespace jaedan::recommender::outfits {

/// What somebody's taste (recommender/preference.h) says of pieces. A piece's labels are its tokens, those of one type
/// apart from those of another ("top/colour=white"), and its type: who wears dresses likes dresses. Immutable; safe to
/// ask from several threads.
class PieceTaste {
 public:
  /// `everyone`: the pieces against which a taste stands out; `theirs`: those of the person. A stated value holds for
  /// each type of which everyone answers it (white: tops, bottoms, …), or for one ("top/colour" white).
  PieceTaste(const Preferences& preferences, const PieceList& everyone, const PieceList& theirs);

  /// As Taste::of: −1…1; 0 for a piece that answers nothing they are known by.
  double of(const Piece& piece) const;
  /// The mean of the pieces; 0 for none.
  double of(const PieceList& pieces) const;

 private:
  Taste taste_;
};

}  // namespace jaedan::recommender::outfits
