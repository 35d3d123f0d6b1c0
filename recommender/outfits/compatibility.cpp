#include "recommender/outfits/compatibility.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace jaedan::recommender::outfits {
namespace {

/// log of the sum of e^x, without overflow.
double log_sum_exp(const std::vector<double>& values) {
  const double most = *std::max_element(values.begin(), values.end());
  double sum = 0;
  for (const double value : values) sum += std::exp(value - most);
  return most + std::log(sum);
}

}  // namespace

/// What the other pieces say, worked out once for all candidates.
struct CompatibilityModel::Context {
  struct Seen {
    Word type;
    const float* vector;
  };
  bool knows_something = false;
  Activations ran;
  std::vector<Seen> vectors;
  std::map<Word, double> usual;  ///< by type; of all types under 0
};

Status CompatibilityModel::check(const PieceList& pieces) const {
  for (const Piece* piece : pieces) {
    if (!piece->vector || network_.shape.dimension == 0) continue;
    const auto& vector = *piece->vector;
    if (vector.size() != network_.shape.dimension ||
        !std::all_of(vector.begin(), vector.end(), [](float x) { return std::isfinite(x); })) {
      return Error{ErrorCode::kInvalidArgument,
                   "outfits.bad_query_vector",
                   "a vector of {0} numbers, or not all of them finite; {1} are expected",
                   {vector.size(), network_.shape.dimension}};
    }
  }
  return {};
}

CompatibilityModel::Context CompatibilityModel::context_of(const PieceList& others) const {
  Context context;
  std::vector<Word> said;
  for (const Piece* other : others) {
    const std::vector<Word> words = vocabulary_.words_of(*other);
    if (words.empty()) continue;
    said.insert(said.end(), words.begin(), words.end());
    if (other->vector && network_.shape.dimension > 0)
      context.vectors.push_back({words.front(), other->vector->data()});
  }
  context.knows_something = !said.empty();
  run(network_, said, {}, context.ran);
  return context;
}

double CompatibilityModel::logit(const Context& context, Word type, const std::vector<Word>& words,
                                 const float* vector) const {
  double sum = 0;
  for (const Word word : words) sum += context.ran.word_scores[word];
  if (!vector) return sum;
  for (const Context::Seen& other : context.vectors)
    sum += vector_score(network_, type, vector, other.type, other.vector);
  return sum;
}

double CompatibilityModel::usual_logit(Context& context, Word type) const {
  const Word key = of_garments() ? type : 0;
  const auto known = context.usual.find(key);
  if (known != context.usual.end()) return known->second;
  std::vector<double> logits;
  if (of_garments()) {
    for (const Reference& reference : references_[type]) {
      logits.push_back(
          logit(context, type, reference.words, reference.vector.empty() ? nullptr : reference.vector.data()));
    }
  } else {
    for (Word word = 0; word < vocabulary_.types(); ++word) logits.push_back(context.ran.word_scores[word]);
  }
  double usual = log_sum_exp(logits);
  if (of_garments()) usual -= std::log(static_cast<double>(logits.size()));
  context.usual[key] = usual;
  return usual;
}

double CompatibilityModel::score_in(Context& context, const Piece& candidate) const {
  const std::vector<Word> words = vocabulary_.words_of(candidate);
  if (words.empty() || !context.knows_something) return 0;
  const Word type = words.front();
  if (of_garments() && references_[type].empty()) return 0;  // was worn alone only
  if (!of_garments()) return context.ran.word_scores[type] - usual_logit(context, type) - log_share_[type];
  const bool seen = candidate.vector && network_.shape.dimension > 0;
  return logit(context, type, words, seen ? candidate.vector->data() : nullptr) - usual_logit(context, type);
}

Result<std::vector<double>> CompatibilityModel::scores(const PieceList& candidates, const PieceList& others) const {
  JAEDAN_RETURN_IF_ERROR(check(candidates));
  JAEDAN_RETURN_IF_ERROR(check(others));
  Context context = context_of(others);
  std::vector<double> found;
  for (const Piece* candidate : candidates) found.push_back(score_in(context, *candidate));
  return found;
}

Result<double> CompatibilityModel::score(const PieceList& outfit) const {
  if (outfit.size() < 2) return 0.0;
  double sum = 0;
  for (std::size_t i = 0; i < outfit.size(); ++i) {
    PieceList others = outfit;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<double> found, scores({outfit[i]}, others));
    sum += found.front();
  }
  return sum / static_cast<double>(outfit.size());
}

Result<OutfitScore> CompatibilityModel::explain(const PieceList& outfit) const {
  OutfitScore explained;
  for (std::size_t i = 0; i < outfit.size(); ++i) {
    const auto score_without = [&](std::size_t left_out) -> Result<double> {
      PieceList others;
      for (std::size_t j = 0; j < outfit.size(); ++j) {
        if (j != i && j != left_out) others.push_back(outfit[j]);
      }
      JAEDAN_ASSIGN_OR_RETURN(const std::vector<double> found, scores({outfit[i]}, others));
      return found.front();
    };
    PieceScore piece;
    JAEDAN_ASSIGN_OR_RETURN(piece.score, score_without(i));
    for (std::size_t j = 0; j < outfit.size(); ++j) {
      if (j == i) continue;
      JAEDAN_ASSIGN_OR_RETURN(const double without, score_without(j));
      piece.reasons.push_back({j, piece.score - without});
    }
    std::stable_sort(piece.reasons.begin(), piece.reasons.end(),
                     [](const Reason& a, const Reason& b) { return a.gain > b.gain; });
    explained.score += piece.score / static_cast<double>(outfit.size());
    explained.pieces.push_back(std::move(piece));
  }
  return explained;
}

}  // namespace jaedan::recommender::outfits
