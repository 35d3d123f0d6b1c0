#pragma once

#include <cstdint>
#include <vector>

#include "recommender/outfits/outfit.h"
#include "recommender/outfits/vocabulary.h"

namespace jaedan::recommender::outfits {

/// How often types, and pairs of them, are worn: what a model has to beat. Immutable; safe to ask from several threads.
/// Types that were never met score as what is met most rarely. All scores grow with suitability.
class Cooccurrence {
 public:
  /// Of the commonest 2,000 types.
  static Cooccurrence of(const std::vector<Outfit>& outfits);

  /// log of how often the type is worn, whatever the others are.
  double popularity(const Piece& candidate) const;
  /// Mean over `others` of the cosine of their profiles: how often each type is worn with every type.
  double similarity(const Piece& candidate, const PieceList& others) const;
  /// Mean over `others` of the pointwise mutual information, log p(both) / p(one) p(other), each pair counted half a
  /// time more than it was met (Church and Hanks 1990).
  double mutual_information(const Piece& candidate, const PieceList& others) const;

 private:
  double pairs(Word a, Word b) const { return pairs_[a * vocabulary_.types() + b]; }

  Vocabulary vocabulary_;
  std::vector<double> worn_;      ///< outfits with the type
  std::vector<double> pairs_;     ///< types × types: outfits with both
  std::vector<double> profiles_;  ///< the rows of pairs_, of unit length
  double outfits_ = 0;
};

}  // namespace jaedan::recommender::outfits
