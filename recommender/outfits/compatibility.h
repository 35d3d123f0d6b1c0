#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "recommender/outfits/network.h"
#include "recommender/outfits/outfit.h"
#include "recommender/outfits/vocabulary.h"

namespace jaedan::recommender::outfits {

/// How a model is learnt.
struct TrainingOptions {
  std::size_t hidden = 128;  ///< width of the hidden layer
  int epochs = 10;           ///< over all outfits
  std::size_t batch_outfits = 64;
  double rate = 0.003;  ///< of learning; falls to nothing over the epochs, as a cosine
  double weight_decay = 0.05;
  double hidden_dropout = 0.3;    ///< chance of a hidden unit to be left out
  double piece_dropout = 0.1;     ///< chance of one of the other pieces to be left out
  std::size_t rivals = 15;        ///< garments: so many others of the same type beside the right one
  std::size_t projected = 16;     ///< of a vector beside another type's
  std::size_t most_words = 4096;  ///< rarer ones are not looked at
  std::uint64_t seed = 1;
  /// After each epoch, with how many are done; false stops: kCancelled.
  std::function<bool(int done, int epochs)> progress;
};

/// How much one other piece speaks for a piece: what the score would lose without it.
struct Reason {
  std::size_t other = 0;  ///< its place in the outfit
  double gain = 0;
};

/// How well a piece suits the others of its outfit.
struct PieceScore {
  double score = 0;
  std::vector<Reason> reasons;  ///< of all other pieces, who speaks most for it first
};

struct OutfitScore {
  double score = 0;  ///< mean of the pieces
  std::vector<PieceScore> pieces;
};

/// Something of the type as it was met in the outfits learnt from, to compare others with.
struct Reference {
  std::vector<Word> words;
  std::vector<float> vector;  ///< empty: none
};

/// How well pieces go together, learnt by guessing a left-out piece of an outfit from the others: a denoising
/// autoencoder of sets (Vincent et al. 2008) whose hidden layer is that of CBOW (Mikolov et al. 2013), beside a direct
/// score of each pair of words and, where pieces have vectors, of each pair of vectors. A piece's words are its type
/// and its tokens. Immutable; safe to ask from several threads.
///
/// A score is log p(piece | others) − log p(piece): 0 when the others say nothing of it, and nothing for being popular.
/// Where all is said by types, p is over all types. Garments (pieces with tokens or vectors) are compared with those
/// of their type only: which shirt, not whether a shirt. A piece of a type that the model never met, or without a
/// known piece beside it, scores 0.
class CompatibilityModel {
 public:
  /// kInvalidArgument: fewer than two outfits with two pieces, or a bad vector (outfit.h); kCancelled. One thread;
  /// the same outfits in the same order give the same model for a seed.
  static Result<CompatibilityModel> train(const std::vector<Outfit>& outfits, const TrainingOptions& options = {});

  /// The score of each candidate beside `others`. kInvalidArgument for a vector that is not finite or of another
  /// length than those learnt from.
  Result<std::vector<double>> scores(const PieceList& candidates, const PieceList& others) const;
  /// The mean of its pieces' scores; 0 for fewer than two.
  Result<double> score(const PieceList& outfit) const;
  /// The same, and who speaks for whom.
  Result<OutfitScore> explain(const PieceList& outfit) const;

  const Vocabulary& vocabulary() const { return vocabulary_; }
  /// Whether it compares garments of one type, not types.
  bool of_garments() const { return !references_.empty(); }
  /// By type; empty unless `of_garments`.
  const std::vector<std::vector<Reference>>& references() const { return references_; }

  /// To be kept in a file. Same model, same bytes.
  std::string to_bytes() const;
  /// kCorrupt when they are not what `to_bytes` gave: cut off, changed, of impossible sizes, not finite.
  static Result<CompatibilityModel> from_bytes(std::string_view bytes);

 private:
  friend class CompatibilityTrainer;
  struct Context;

  Status check(const PieceList& pieces) const;
  Context context_of(const PieceList& others) const;
  double logit(const Context& context, Word type, const std::vector<Word>& words, const float* vector) const;
  /// What is taken off a logit: log of the sum over all types, or of the mean over the references of `type`.
  double usual_logit(Context& context, Word type) const;
  double score_in(Context& context, const Piece& candidate) const;

  Vocabulary vocabulary_;
  Network network_;
  std::vector<double> log_share_;  ///< of each type among all pieces
  std::vector<std::vector<Reference>> references_;
};

}  // namespace jaedan::recommender::outfits
