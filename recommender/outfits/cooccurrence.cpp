#include "recommender/outfits/cooccurrence.h"

#include <algorithm>
#include <cmath>

namespace jaedan::recommender::outfits {
namespace {

constexpr std::size_t kMostTypes = 2000;
constexpr double kHalf = 0.5;

template <typename Score>
double mean_over(const PieceList& others, const Vocabulary& vocabulary, const Score& score) {
  double sum = 0;
  double count = 0;
  for (const Piece* other : others) {
    if (const auto type = vocabulary.type(other->type)) {
      sum += score(*type);
      ++count;
    }
  }
  return count > 0 ? sum / count : 0;
}

}  // namespace

Cooccurrence Cooccurrence::of(const std::vector<Outfit>& outfits) {
  Cooccurrence counted;
  const Vocabulary all = Vocabulary::of(outfits, kMostTypes);
  counted.vocabulary_ =
      Vocabulary({all.all().begin(), all.all().begin() + static_cast<std::ptrdiff_t>(all.types())}, all.types());
  const std::size_t types = all.types();
  counted.worn_.assign(types, 0);
  counted.pairs_.assign(types * types, 0);
  for (const Outfit& outfit : outfits) {
    std::vector<Word> met;
    for (const Piece& piece : outfit.pieces) {
      if (const auto type = counted.vocabulary_.type(piece.type)) met.push_back(*type);
    }
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    ++counted.outfits_;
    for (const Word a : met) {
      ++counted.worn_[a];
      for (const Word b : met) {
        if (a != b) ++counted.pairs_[a * types + b];
      }
    }
  }
  counted.profiles_ = counted.pairs_;
  for (std::size_t a = 0; a < types; ++a) {
    double squares = 0;
    for (std::size_t b = 0; b < types; ++b) squares += counted.pairs_[a * types + b] * counted.pairs_[a * types + b];
    for (std::size_t b = 0; b < types && squares > 0; ++b) counted.profiles_[a * types + b] /= std::sqrt(squares);
  }
  return counted;
}

double Cooccurrence::popularity(const Piece& candidate) const {
  const auto type = vocabulary_.type(candidate.type);
  return std::log((type ? worn_[*type] : 0) + kHalf);
}

double Cooccurrence::similarity(const Piece& candidate, const PieceList& others) const {
  const auto type = vocabulary_.type(candidate.type);
  if (!type) return 0;
  const std::size_t types = vocabulary_.types();
  return mean_over(others, vocabulary_, [&](Word other) {
    double sum = 0;
    for (std::size_t i = 0; i < types; ++i) sum += profiles_[*type * types + i] * profiles_[other * types + i];
    return sum;
  });
}

double Cooccurrence::mutual_information(const Piece& candidate, const PieceList& others) const {
  const auto type = vocabulary_.type(candidate.type);
  if (!type) return 0;
  return mean_over(others, vocabulary_, [&](Word other) {
    return std::log((pairs(*type, other) + kHalf) * outfits_ / ((worn_[*type] + kHalf) * (worn_[other] + kHalf)));
  });
}

}  // namespace jaedan::recommender::outfits
