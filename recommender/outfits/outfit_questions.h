#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "recommender/outfits/outfit.h"

/// Questions of which the answer is known, to measure a score by (Han et al. 2017 asked both kinds first).
namespace jaedan::recommender::outfits {

/// What else could be worn.
enum class Rivals {
  kOtherTypes,  ///< types that the outfit does not have; for tables of types
  kSameType,    ///< other garments of the type that is left out; for garments
};

/// An outfit without one of its pieces, and four that could fill the gap.
struct BlankQuestion {
  std::size_t outfit = 0;  ///< its place
  PieceList others;
  std::array<const Piece*, 4> answers{};
  std::size_t right = 0;  ///< the place of the piece that was there
};

/// An outfit that was worn, and one of as many pieces that was made up.
struct CompatibilityQuestion {
  std::size_t outfit = 0;
  PieceList worn;
  PieceList made_up;
};

struct OutfitQuestions {
  std::vector<BlankQuestion> blanks;
  std::vector<CompatibilityQuestion> pairs;
  std::size_t not_asked = 0;  ///< outfits of fewer than two pieces, or without rivals
};

/// One question of each kind an outfit. Wrong answers and made-up pieces are drawn from the pieces of the other
/// outfits, so the more often the more popular; no two alike, and no type that the outfit has (kOtherTypes) or nothing
/// that looks the same on paper (kSameType). The same outfits in the same order give the same questions for a
/// seed. The questions point into `outfits`, which must stay.
OutfitQuestions make_questions(const std::vector<Outfit>& outfits, Rivals rivals, std::uint64_t seed);

/// How well a piece suits others: higher is better, any scale.
using PieceScorer = std::function<double(const Piece& candidate, const PieceList& others)>;
/// Any score of an outfit; one that is the mean of its pieces' scores.
using OutfitScorer = std::function<double(const PieceList& outfit)>;
OutfitScorer mean_of_pieces(const PieceScorer& scorer);

/// 1 for each question whose right answer scores best, 0 for others; a share where several are equally good, as if one
/// of them were drawn. A score that is not a number never wins.
std::vector<double> answer_blanks(const std::vector<BlankQuestion>& questions, const PieceScorer& scorer);

/// The area under the ROC curve: the chance that an outfit that was worn scores above one that was made up, equals half
/// (Mann and Whitney 1947). 0.5 when one list is empty.
double area_under_curve(const std::vector<double>& worn, const std::vector<double>& made_up);

}  // namespace jaedan::recommender::outfits
