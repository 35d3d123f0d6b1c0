#include "recommender/outfits/network.h"

#include <algorithm>
#include <cmath>

#include "recommender/index/vector_math.h"

namespace jaedan::recommender::outfits {
namespace {

constexpr double kMeanKept = 0.9;
constexpr double kSquareKept = 0.999;
constexpr float kTiny = 1e-8F;

void add_scaled(float* to, const float* from, float scale, std::size_t length) {
  for (std::size_t i = 0; i < length; ++i) to[i] += scale * from[i];
}

void project(const float* matrix, const float* vector, const NetworkShape& shape, std::vector<float>& out) {
  out.resize(shape.projected);
  for (std::size_t i = 0; i < shape.projected; ++i) {
    out[i] = static_cast<float>(dot(matrix + i * shape.dimension, vector, shape.dimension));
  }
}

}  // namespace

void run(const Network& network, const std::vector<Word>& context, const std::vector<float>& kept, Activations& out) {
  const NetworkShape& shape = network.shape;
  const float* values = network.values.data();
  out.hidden.assign(shape.hidden, 0.0F);
  out.word_scores.assign(values + shape.bias(), values + shape.bias() + shape.words);
  if (context.empty()) return;
  const float share = 1.0F / static_cast<float>(context.size());
  for (const Word word : context)
    add_scaled(out.hidden.data(), values + shape.input() + word * shape.hidden, share, shape.hidden);
  for (std::size_t i = 0; i < shape.hidden; ++i) {
    float& unit = out.hidden[i];
    unit = std::max(unit, 0.0F) * (kept.empty() ? 1.0F : kept[i]);
    if (unit != 0) add_scaled(out.word_scores.data(), values + shape.output() + i * shape.words, unit, shape.words);
  }
  if (!shape.direct) return;
  for (const Word word : context) {
    add_scaled(out.word_scores.data(), values + shape.direct_begin() + word * shape.words, 1, shape.words);
  }
}

void run_back(const Network& network, const std::vector<Word>& context, const std::vector<float>& kept,
              const Activations& ran, const std::vector<float>& errors, std::vector<float>& gradient) {
  const NetworkShape& shape = network.shape;
  const float* values = network.values.data();
  float* to = gradient.data();
  add_scaled(to + shape.bias(), errors.data(), 1, shape.words);
  if (context.empty()) return;
  std::vector<float> to_hidden(shape.hidden, 0.0F);
  const float share = 1.0F / static_cast<float>(context.size());
  for (std::size_t i = 0; i < shape.hidden; ++i) {
    if (ran.hidden[i] == 0) continue;  // what the rectifier or dropout closed lets nothing back
    add_scaled(to + shape.output() + i * shape.words, errors.data(), ran.hidden[i], shape.words);
    const double back = dot(values + shape.output() + i * shape.words, errors.data(), shape.words);
    to_hidden[i] = static_cast<float>(back) * share * (kept.empty() ? 1.0F : kept[i]);
  }
  for (const Word word : context) {
    add_scaled(to + shape.input() + word * shape.hidden, to_hidden.data(), 1, shape.hidden);
    if (shape.direct) add_scaled(to + shape.direct_begin() + word * shape.words, errors.data(), 1, shape.words);
  }
}

double vector_score(const Network& network, Word type_a, const float* a, Word type_b, const float* b) {
  const NetworkShape& shape = network.shape;
  std::vector<float> seen_a;
  std::vector<float> seen_b;
  project(network.values.data() + shape.projection(type_a, type_b), a, shape, seen_a);
  project(network.values.data() + shape.projection(type_b, type_a), b, shape, seen_b);
  return dot(seen_a.data(), seen_b.data(), shape.projected);
}

void vector_score_back(const Network& network, Word type_a, const float* a, Word type_b, const float* b, float error,
                       std::vector<float>& gradient) {
  const NetworkShape& shape = network.shape;
  const std::size_t at_a = shape.projection(type_a, type_b);
  const std::size_t at_b = shape.projection(type_b, type_a);
  std::vector<float> seen_a;
  std::vector<float> seen_b;
  project(network.values.data() + at_a, a, shape, seen_a);
  project(network.values.data() + at_b, b, shape, seen_b);
  for (std::size_t i = 0; i < shape.projected; ++i) {
    add_scaled(gradient.data() + at_a + i * shape.dimension, a, error * seen_b[i], shape.dimension);
    add_scaled(gradient.data() + at_b + i * shape.dimension, b, error * seen_a[i], shape.dimension);
  }
}

AdamW::AdamW(std::size_t size, double weight_decay, std::size_t decaying)
    : mean_(size, 0.0F), square_(size, 0.0F), weight_decay_(weight_decay), decaying_(decaying) {}

void AdamW::step(std::vector<float>& values, std::vector<float>& gradient, double rate) {
  mean_left_ *= kMeanKept;
  square_left_ *= kSquareKept;
  const auto scale = static_cast<float>(rate * std::sqrt(1 - square_left_) / (1 - mean_left_));
  const auto left = static_cast<float>(1 - rate * weight_decay_);
  const auto mean_kept = static_cast<float>(kMeanKept);
  const auto square_kept = static_cast<float>(kSquareKept);
  float* value = values.data();
  float* slope = gradient.data();
  float* mean = mean_.data();
  float* square = square_.data();
  for (std::size_t i = 0; i < decaying_; ++i) value[i] *= left;
  for (std::size_t i = 0; i < values.size(); ++i) {
    mean[i] = mean_kept * mean[i] + (1 - mean_kept) * slope[i];
    square[i] = square_kept * square[i] + (1 - square_kept) * slope[i] * slope[i];
    value[i] -= scale * mean[i] / (std::sqrt(square[i]) + kTiny);
    slope[i] = 0;
  }
}

}  // namespace jaedan::recommender::outfits
