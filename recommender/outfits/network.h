#pragma once

#include <cstddef>
#include <vector>

#include "recommender/outfits/vocabulary.h"

/// The numbers behind compatibility.h: what the other pieces of an outfit say of every word, and backwards.
namespace jaedan::recommender::outfits {

/// How many numbers there are of each kind, and where they begin; all stand in one list.
struct NetworkShape {
  std::size_t words = 0;
  std::size_t types = 0;      ///< the first so many words
  std::size_t hidden = 0;     ///< width of the hidden layer
  bool direct = false;        ///< whether each word speaks for each other one directly, too
  std::size_t dimension = 0;  ///< of the pieces' vectors; 0: they are not looked at
  std::size_t projected = 0;  ///< of a vector once it is projected

  std::size_t input() const { return 0; }                          ///< words × hidden
  std::size_t output() const { return words * hidden; }            ///< hidden × words
  std::size_t direct_begin() const { return 2 * words * hidden; }  ///< words that speak × words spoken for
  std::size_t projections() const { return direct_begin() + (direct ? words * words : 0); }
  /// types × types × projected × dimension: how a vector of the first type is looked at beside the second
  std::size_t projection(Word type, Word beside) const {
    return projections() + (type * types + beside) * projected * dimension;
  }
  std::size_t bias() const {
    return projection(static_cast<Word>(types), 0);
  }  ///< words; at the end, for it does not decay
  std::size_t size() const { return bias() + words; }
};

struct Network {
  NetworkShape shape;
  std::vector<float> values;
};

/// What a run leaves; kept by the caller so that nothing is allocated each time.
struct Activations {
  std::vector<float> hidden;       ///< after ReLU and dropout
  std::vector<float> word_scores;  ///< of every word: its part of a candidate's logit
};

/// What the words of the other pieces (`context`) say: hidden = ReLU(mean of their input rows), times `kept` (dropout;
/// empty: all kept), and for every word bias + output · hidden + sum of the direct scores. One layer without bias, as
/// CBOW (Mikolov et al. 2013) with a rectifier.
void run(const Network& network, const std::vector<Word>& context, const std::vector<float>& kept, Activations& out);

/// Adds to `gradient` (as many numbers as the network) what `errors` do, the derivatives by each word's score.
void run_back(const Network& network, const std::vector<Word>& context, const std::vector<float>& kept,
              const Activations& ran, const std::vector<float>& errors, std::vector<float>& gradient);

/// How well two vectors go together: the dot product of their projections, each by a matrix for the pair of types
/// (after Vasileva et al. 2018, who compare distances in one space a pair).
double vector_score(const Network& network, Word type_a, const float* a, Word type_b, const float* b);
void vector_score_back(const Network& network, Word type_a, const float* a, Word type_b, const float* b, float error,
                       std::vector<float>& gradient);

/// Steps of AdamW (Loshchilov and Hutter 2019). `gradient` is set to zero.
class AdamW {
 public:
  AdamW(std::size_t size, double weight_decay, std::size_t decaying);
  void step(std::vector<float>& values, std::vector<float>& gradient, double rate);

 private:
  std::vector<float> mean_;
  std::vector<float> square_;
  double weight_decay_;
  std::size_t decaying_;  ///< the first so many values
  double mean_left_ = 1;
  double square_left_ = 1;
};

}  // namespace jaedan::recommender::outfits
