#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "recommender/outfits/compatibility.h"
#include "recommender/outfits/piece_taste.h"

namespace jaedan::recommender::outfits {

/// What an outfit has to have, and what makes one better than another.
struct SearchOptions {
  /// Slots that must all be filled: one of these lists. Empty: any two pieces are an outfit (tables of types).
  std::vector<std::vector<std::string>> bodies = {{"dress"}, {"top", "bottom"}};
  /// Slots that may be filled, too; nothing: all others of the wardrobe that stand in no body.
  std::optional<std::vector<std::string>> optional;
  std::vector<std::size_t> worn;  ///< places of the wardrobe that are in every outfit
  std::size_t most_pieces = 6;
  std::size_t results = 10;
  std::size_t beam = 40;        ///< half outfits that are looked at on, after each slot but the first
  double harmony_weight = 0.5;  ///< of colour_harmony.h, 0…1; 0.5 where no two colours are known
  double taste_weight = 0.5;    ///< of what `taste` says, −1…1
  const PieceTaste* taste = nullptr;
};

/// An outfit from a wardrobe.
struct FoundOutfit {
  std::vector<std::size_t> pieces;  ///< places of the wardrobe, ascending
  double score = 0;                 ///< compatibility + weight · harmony + weight · taste
  double compatibility = 0;
  std::optional<double> harmony;  ///< nothing: no two colours are known
  double taste = 0;
};

struct WardrobeOutfits {
  std::vector<FoundOutfit> outfits;  ///< best first, equals by their pieces
  /// Slots of bodies in which nothing hangs; the bodies with them were left out, so the answer is partial.
  std::vector<std::string> empty_slots;
  std::size_t doubled = 0;  ///< garments that were there twice (same photo and garment) and count once
};

/// The score of something with these terms, as said at FoundOutfit and SearchOptions.
double weighed(const SearchOptions& options, double compatibility, const std::optional<double>& harmony, double taste);

/// The best outfits of a wardrobe, one piece a slot, by beam search: slot after slot, the pieces of the body first,
/// each half outfit scored as a whole one. The last ones are ranked by what is said at FoundOutfit. kNotFound when no
/// outfit can be put together, which says what is missing; kInvalidArgument for a bad vector, a place that is not
/// there, two `worn` of one slot.
Result<WardrobeOutfits> best_outfits(const CompatibilityModel& model, const std::vector<Piece>& wardrobe,
                                     const SearchOptions& options = {});

}  // namespace jaedan::recommender::outfits
