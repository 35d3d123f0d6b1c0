#include "recommender/map/dense_layer.h"

#include <algorithm>
#include <cmath>

#include "recommender/map/float_math.h"
#include "recommender/map/vectors.h"

namespace jaedan::recommender {
namespace {

constexpr float kFirstDecay = 0.9F;
constexpr float kSecondDecay = 0.999F;
constexpr float kTiny = 1e-8F;

}  // namespace

void DenseLayer::apply(const float* from, float* to, std::size_t count) const {
  for (std::size_t row = 0; row < count; ++row) {
    float* result = to + row * out;
    std::copy(biases.begin(), biases.end(), result);
    for (std::size_t i = 0; i < in; ++i) {
      const float number = from[row * in + i];
      if (number != 0) add_scaled(result, &weights[i * out], number, out);
    }
  }
}

DenseLayer random_layer(std::size_t in, std::size_t out, std::mt19937_64& random) {
  DenseLayer layer{in, out, std::vector<float>(in * out), std::vector<float>(out, 0)};
  const double range = std::sqrt(6.0 / static_cast<double>(in + out));
  for (float& weight : layer.weights) weight = static_cast<float>((2 * draw_share(random) - 1) * range);
  return layer;
}

void apply_tanh(std::vector<float>& numbers) {
  for (float& number : numbers) number = std::tanh(number);
}

void tanh_gradient(const std::vector<float>& value, std::vector<float>& gradient) {
  for (std::size_t i = 0; i < value.size(); ++i) gradient[i] *= 1 - value[i] * value[i];
}

void DenseTrainer::Moments::resize(std::size_t size) {
  gradient.assign(size, 0);
  first.assign(size, 0);
  second.assign(size, 0);
}

void DenseTrainer::Moments::step(std::vector<float>& numbers, double rate, double second_scale) {
  const auto step_rate = static_cast<float>(rate);
  const auto scale = static_cast<float>(second_scale);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    first[i] = kFirstDecay * first[i] + (1 - kFirstDecay) * gradient[i];
    second[i] = kSecondDecay * second[i] + (1 - kSecondDecay) * gradient[i] * gradient[i];
    numbers[i] -= step_rate * first[i] / (std::sqrt(second[i] * scale) + kTiny);
    gradient[i] = 0;
  }
}

DenseTrainer::DenseTrainer(DenseLayer& layer) : layer_(layer) {
  weights_.resize(layer.weights.size());
  biases_.resize(layer.biases.size());
}

void DenseTrainer::backward(const float* from, const float* of_output, std::size_t count, std::vector<float>* back) {
  const std::size_t in = layer_.in, out = layer_.out;
  if (back) back->assign(count * in, 0);
  for (std::size_t row = 0; row < count; ++row) {
    const float* error = of_output + row * out;
    add_scaled(biases_.gradient.data(), error, 1, out);
    for (std::size_t i = 0; i < in; ++i) {
      const float number = from[row * in + i];
      if (number != 0) add_scaled(&weights_.gradient[i * out], error, number, out);
      if (back) (*back)[row * in + i] = float_dot(&layer_.weights[i * out], error, out);
    }
  }
}

void DenseTrainer::step(double rate) {
  ++steps_;
  const double first_scale = 1 / (1 - std::pow(static_cast<double>(kFirstDecay), steps_));
  const double second_scale = 1 / (1 - std::pow(static_cast<double>(kSecondDecay), steps_));
  weights_.step(layer_.weights, rate * first_scale, second_scale);
  biases_.step(layer_.biases, rate * first_scale, second_scale);
}

}  // namespace jaedan::recommender
