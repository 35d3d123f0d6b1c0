#include <algorithm>
#include <cmath>
#include <numeric>

#include "recommender/outfits/compatibility.h"
#include "recommender/outfits/dice.h"

namespace jaedan::recommender::outfits {
namespace {

constexpr std::size_t kMostDirectWords = 1024;   // their square is kept
constexpr std::size_t kMostProjectedTypes = 32;  // the same
constexpr std::size_t kReferences = 128;         // of a type
constexpr double kFirstDeviation = 0.1;

}  // namespace

/// Learns one model. Everything it needs for a guess is kept between guesses.
class CompatibilityTrainer {
 public:
  CompatibilityTrainer(const std::vector<Outfit>& outfits, const TrainingOptions& options, std::size_t dimension)
      : options_(options), dice_(options.seed) {
    options_.batch_outfits = std::max<std::size_t>(1, options_.batch_outfits);
    const auto has_more = [](const Piece& piece) { return piece.vector || !piece.tokens.empty(); };
    of_garments_ = std::any_of(outfits.begin(), outfits.end(), [&](const Outfit& outfit) {
      return std::any_of(outfit.pieces.begin(), outfit.pieces.end(), has_more);
    });
    model_.vocabulary_ = Vocabulary::of(outfits, options.most_words);
    const Vocabulary& vocabulary = model_.vocabulary_;
    shape_.words = vocabulary.size();
    shape_.types = vocabulary.types();
    shape_.hidden = options.hidden;
    shape_.direct = shape_.words <= kMostDirectWords;
    const bool projects = dimension > 0 && shape_.types <= kMostProjectedTypes;
    shape_.dimension = projects ? dimension : 0;
    shape_.projected = projects ? options.projected : 0;
    for (const Outfit& outfit : outfits) encode(outfit);
  }

  std::size_t outfits() const { return outfits_.size(); }

  Result<CompatibilityModel> run_all() {
    begin();
    AdamW optimizer(shape_.size(), options_.weight_decay, shape_.bias());
    std::vector<std::size_t> order(outfits_.size());
    std::iota(order.begin(), order.end(), 0);
    const double steps =
        std::ceil(static_cast<double>(order.size()) / static_cast<double>(options_.batch_outfits)) * options_.epochs;
    double step = 0;
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      dice_.shuffle(order);
      for (std::size_t from = 0; from < order.size(); from += options_.batch_outfits) {
        const std::size_t to = std::min(from + options_.batch_outfits, order.size());
        batch_pieces_ = 0;
        for (std::size_t i = from; i < to; ++i) batch_pieces_ += outfits_[order[i]].size();
        for (std::size_t i = from; i < to; ++i) learn(outfits_[order[i]]);
        const double rate = options_.rate * 0.5 * (1 + std::cos(3.141592653589793 * step / steps));
        optimizer.step(model_.network_.values, gradient_, rate);
        ++step;
      }
      if (options_.progress && !options_.progress(epoch + 1, options_.epochs)) {
        return Error{ErrorCode::kCancelled, "outfits.cancelled", "learning which pieces go together was stopped"};
      }
    }
    return std::move(model_);
  }

 private:
  /// A piece as the network sees it.
  struct Encoded {
    std::vector<Word> words;
    const float* vector = nullptr;

    Word type() const { return words.front(); }
  };
  using EncodedOutfit = std::vector<Encoded>;

  void encode(const Outfit& outfit) {
    EncodedOutfit encoded;
    for (const Piece& piece : outfit.pieces) {
      Encoded one{model_.vocabulary_.words_of(piece), nullptr};
      if (one.words.empty()) continue;
      if (piece.vector && shape_.dimension > 0) one.vector = piece.vector->data();
      encoded.push_back(std::move(one));
    }
    if (encoded.size() >= 2) outfits_.push_back(std::move(encoded));
  }

  /// First values; what is usual of each type.
  void begin() {
    std::vector<std::int64_t> counts(shape_.types, 0);
    std::int64_t all = 0;
    by_type_.assign(shape_.types, {});
    for (const EncodedOutfit& outfit : outfits_) {
      for (const Encoded& piece : outfit) {
        ++counts[piece.type()];
        ++all;
        by_type_[piece.type()].push_back(&piece);
      }
    }
    for (const std::int64_t count : counts) {
      model_.log_share_.push_back(std::log((static_cast<double>(count) + 0.5) /
                                           (static_cast<double>(all) + 0.5 * static_cast<double>(shape_.types))));
    }
    model_.network_.shape = shape_;
    std::vector<float>& values = model_.network_.values;
    values.assign(shape_.size(), 0.0F);
    gradient_.assign(shape_.size(), 0.0F);
    for (std::size_t i = 0; i < shape_.direct_begin(); ++i)
      values[i] = static_cast<float>(dice_.normal(kFirstDeviation));
    const double spread = shape_.dimension > 0 ? 1 / std::sqrt(static_cast<double>(shape_.dimension)) : 0;
    for (std::size_t i = shape_.projections(); i < shape_.bias(); ++i)
      values[i] = static_cast<float>(dice_.normal(spread));
    if (of_garments_) {
      choose_references();
    } else {
      for (std::size_t i = 0; i < shape_.types; ++i)
        values[shape_.bias() + i] = static_cast<float>(model_.log_share_[i]);
    }
  }

  void choose_references() {
    for (std::vector<const Encoded*>& pool : by_type_) {
      std::vector<Reference> references;
      std::vector<const Encoded*> order = pool;
      dice_.shuffle(order);
      order.resize(std::min(order.size(), kReferences));
      for (const Encoded* piece : order) {
        Reference reference{piece->words, {}};
        if (piece->vector) reference.vector.assign(piece->vector, piece->vector + shape_.dimension);
        references.push_back(std::move(reference));
      }
      model_.references_.push_back(std::move(references));
    }
  }

  void learn(const EncodedOutfit& outfit) {
    for (std::size_t i = 0; i < outfit.size(); ++i) {
      others_.clear();
      context_.clear();
      for (std::size_t j = 0; j < outfit.size(); ++j) {
        if (j == i || dice_.share() < options_.piece_dropout) continue;
        others_.push_back(&outfit[j]);
        context_.insert(context_.end(), outfit[j].words.begin(), outfit[j].words.end());
      }
      if (context_.empty()) continue;
      kept_.assign(shape_.hidden, static_cast<float>(1 / (1 - options_.hidden_dropout)));
      for (float& unit : kept_) {
        if (dice_.share() < options_.hidden_dropout) unit = 0;
      }
      run(model_.network_, context_, kept_, ran_);
      of_garments_ ? guess_garment(outfit[i]) : guess_type(outfit[i].type());
    }
  }

  /// Softmax over all types.
  void guess_type(Word right) {
    logits_.assign(ran_.word_scores.begin(), ran_.word_scores.begin() + static_cast<std::ptrdiff_t>(shape_.types));
    to_errors(right);
    errors_.assign(shape_.words, 0.0F);
    std::copy(logits_.begin(), logits_.end(), errors_.begin());
    run_back(model_.network_, context_, kept_, ran_, errors_, gradient_);
  }

  /// Softmax over the right garment and others of its type, drawn by how often they are worn (InfoNCE, van den Oord et
  /// al. 2018): what is learnt is then log p(garment | others) − log p(garment).
  void guess_garment(const Encoded& right) {
    const std::vector<const Encoded*>& pool = by_type_[right.type()];
    if (pool.size() < 2) return;
    rivals_ = {&right};
    for (std::size_t i = 0; i < options_.rivals; ++i) {
      const Encoded* drawn = pool[dice_.below(pool.size())];
      if (drawn != &right) rivals_.push_back(drawn);
    }
    logits_.clear();
    for (const Encoded* rival : rivals_) {
      double sum = 0;
      for (const Word word : rival->words) sum += ran_.word_scores[word];
      for (const Encoded* other : others_) {
        if (rival->vector && other->vector) {
          sum += vector_score(model_.network_, rival->type(), rival->vector, other->type(), other->vector);
        }
      }
      logits_.push_back(static_cast<float>(sum));
    }
    to_errors(0);
    errors_.assign(shape_.words, 0.0F);
    for (std::size_t i = 0; i < rivals_.size(); ++i) {
      for (const Word word : rivals_[i]->words) errors_[word] += logits_[i];
      for (const Encoded* other : others_) {
        if (!rivals_[i]->vector || !other->vector) continue;
        vector_score_back(model_.network_, rivals_[i]->type(), rivals_[i]->vector, other->type(), other->vector,
                          logits_[i], gradient_);
      }
    }
    run_back(model_.network_, context_, kept_, ran_, errors_, gradient_);
  }

  /// Turns logits into the derivatives of −log p(right) by them, a share of the batch.
  void to_errors(std::size_t right) {
    const float most = *std::max_element(logits_.begin(), logits_.end());
    float sum = 0;
    for (float& logit : logits_) sum += logit = std::exp(logit - most);
    const float share = 1.0F / static_cast<float>(batch_pieces_);
    for (float& logit : logits_) logit *= share / sum;
    logits_[right] -= share;
  }

  TrainingOptions options_;
  Dice dice_;
  bool of_garments_ = false;
  CompatibilityModel model_;
  NetworkShape shape_;
  std::vector<EncodedOutfit> outfits_;
  std::vector<std::vector<const Encoded*>> by_type_;
  std::vector<float> gradient_;
  std::size_t batch_pieces_ = 0;
  std::vector<const Encoded*> others_;
  std::vector<const Encoded*> rivals_;
  std::vector<Word> context_;
  std::vector<float> kept_;
  std::vector<float> logits_;
  std::vector<float> errors_;
  Activations ran_;
};

Result<CompatibilityModel> CompatibilityModel::train(const std::vector<Outfit>& outfits,
                                                     const TrainingOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(const auto dimension, vector_length(outfits));
  CompatibilityTrainer trainer(outfits, options, dimension.value_or(0));
  if (trainer.outfits() < 2) {
    return Error{ErrorCode::kInvalidArgument,
                 "outfits.too_few",
                 "{0|outfit} with two pieces or more: that is too few to learn what goes together",
                 {trainer.outfits()}};
  }
  return trainer.run_all();
}

}  // namespace jaedan::recommender::outfits
