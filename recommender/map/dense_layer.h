#pragma once

#include <cstddef>
#include <random>
#include <vector>

namespace jaedan::recommender {

/// out = in · weights + biases, of many rows at once. Plain numbers, so that it can be kept.
struct DenseLayer {
  std::size_t in = 0;
  std::size_t out = 0;
  std::vector<float> weights;  ///< in × out
  std::vector<float> biases;   ///< out

  /// `to` gets count × out numbers; `from` holds count × in.
  void apply(const float* from, float* to, std::size_t count) const;
};

/// Drawn evenly in ±√(6 / (in + out)) (Glorot and Bengio 2010); biases 0.
DenseLayer random_layer(std::size_t in, std::size_t out, std::mt19937_64& random);

/// Replaces each number by its hyperbolic tangent.
void apply_tanh(std::vector<float>& numbers);
/// `gradient` of tanh(x) becomes that of x; `value` is tanh(x).
void tanh_gradient(const std::vector<float>& value, std::vector<float>& gradient);

/// Learns one layer by Adam (Kingma and Ba 2015).
class DenseTrainer {
 public:
  explicit DenseTrainer(DenseLayer& layer);

  /// From the gradient of what the layer gave for `from` to its own; adds up until `step`. Where `back` is given it
  /// gets the gradient of `from`.
  void backward(const float* from, const float* of_output, std::size_t count, std::vector<float>* back);
  /// One step down the gradient, which is nought afterwards.
  void step(double rate);

 private:
  struct Moments {
    std::vector<float> gradient, first, second;
    void resize(std::size_t size);
    void step(std::vector<float>& numbers, double rate, double second_scale);
  };
  DenseLayer& layer_;
  Moments weights_;
  Moments biases_;
  int steps_ = 0;
};

}  // namespace jaedan::recommender
