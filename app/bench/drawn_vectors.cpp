#include "app/bench/drawn_vectors.h"

#include <cmath>

namespace jaedan::bench {
namespace {

constexpr std::size_t kKinds = 200;
constexpr float kSpread = 0.7F;
constexpr std::uint32_t kStreams = 1000;

}  // namespace

DrawnVectors::DrawnVectors(std::size_t dimension, std::uint32_t seed, std::uint32_t stream)
    : dimension_(dimension), kinds_(kKinds * dimension), random_(seed * kStreams) {
  for (float& x : kinds_) x = normal_(random_);
  random_.seed(seed * kStreams + 1 + stream);
  normal_.reset();
}

void DrawnVectors::append_to(std::vector<float>& rows) {
  const std::size_t kind = random_() % kKinds;
  const std::size_t begin = rows.size();
  double squared = 0;
  for (std::size_t i = 0; i < dimension_; ++i) {
    const float x = kinds_[kind * dimension_ + i] + kSpread * normal_(random_);
    rows.push_back(x);
    squared += static_cast<double>(x) * x;
  }
  const double length = std::sqrt(squared);
  for (std::size_t i = begin; i < rows.size() && length > 0; ++i) rows[i] = static_cast<float>(rows[i] / length);
}

std::vector<float> DrawnVectors::next_rows(std::size_t count) {
  std::vector<float> rows;
  rows.reserve(count * dimension_);
  for (std::size_t i = 0; i < count; ++i) append_to(rows);
  return rows;
}

std::vector<float> DrawnVectors::next() { return next_rows(1); }

}  // namespace jaedan::bench
