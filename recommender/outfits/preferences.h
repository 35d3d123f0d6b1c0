#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "recommender/outfits/outfit.h"

namespace jaedan::recommender::outfits {

/// How often each token is said, among the pieces of which its question is answered: the white tops among the tops
/// whose colour is known. A piece's type is a word like others, among all pieces.
class TokenShares {
 public:
  static TokenShares of(const std::vector<Outfit>& outfits);

  /// Pieces with the token, and those of which its question is answered. The type "top" is the token "top".
  std::int64_t count(std::string_view token) const;
  std::int64_t asked(std::string_view token) const;
  /// Of a token that was never met, as if half a piece had it; 0 only where its question was never answered.
  double share(std::string_view token) const;

 private:
  std::map<std::string, std::int64_t, std::less<>> counts_;
  std::map<std::string, std::int64_t, std::less<>> asked_;  ///< by question: "top/colour"
};

/// What somebody would rather wear. A shift of 0 changes nothing.
class Preferences {
 public:
  /// `everyone`: the outfits against which a preference stands out.
  explicit Preferences(const std::vector<Outfit>& everyone) : everyone_(TokenShares::of(everyone)) {}

  /// A value that is wanted: "colour=white", "season=summer", "style=street", or of one type "top/colour=white".
  /// Several of one question are equally welcome.
  void want(std::string token) { wanted_.push_back(std::move(token)); }
  /// A person, by the outfits that they approved. None: nobody in particular.
  void set_person(const std::vector<Outfit>& approved) { person_ = TokenShares::of(approved); }

  /// How much likelier this person is to wear the piece than anybody, as a log-ratio: the mean over its words of
  /// log(person's share / everyone's share), the person's counts completed by ten pieces as everyone wears them
  /// (so little is said after few outfits); plus, for each question with a wanted value that the piece answers,
  /// log((half of everyone's share + half if its value is wanted) / everyone's share).
  double shift(const Piece& piece) const;
  /// The mean of the pieces.
  double shift(const PieceList& pieces) const;

 private:
  double shift_of_person(const Piece& piece) const;
  double shift_of_wanted(const Piece& piece) const;

  TokenShares everyone_;
  TokenShares person_;
  std::vector<std::string> wanted_;
};

}  // namespace jaedan::recommender::outfits
