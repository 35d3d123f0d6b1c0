#include "recommender/index/vector_math.h"

#include <array>
#include <cmath>

namespace jaedan::recommender {
namespace {

/// Sums `term(i)` over the length in interleaved parts: without them each addition would wait for the one
/// before, and the compiler may not reorder floating-point sums by itself.
template <typename Number, std::size_t kParts, typename Term>
inline Number interleaved_sum(std::size_t length, Term term) {
  std::array<Number, kParts> parts{};
  std::size_t i = 0;
  for (; i + kParts <= length; i += kParts) {
    for (std::size_t j = 0; j < kParts; ++j) parts[j] += term(i + j);
  }
  for (; i < length; ++i) parts[0] += term(i);
  Number total = 0;
  for (const Number part : parts) total += part;
  return total;
}

}  // namespace

double dot(const float* a, const float* b, std::size_t length) {
  return interleaved_sum<double, 8>(length, [=](std::size_t i) { return static_cast<double>(a[i]) * b[i]; });
}

double squared_distance(const float* a, const float* b, std::size_t length) {
  return interleaved_sum<double, 8>(length, [=](std::size_t i) {
    const double difference = static_cast<double>(a[i]) - b[i];
    return difference * difference;
  });
}

double sum(const float* a, std::size_t length) {
  return interleaved_sum<double, 8>(length, [=](std::size_t i) { return static_cast<double>(a[i]); });
}

float quick_dot(const float* a, const float* b, std::size_t length) {
  return interleaved_sum<float, 16>(length, [=](std::size_t i) { return a[i] * b[i]; });
}

bool all_within(const float* a, std::size_t length, float limit) {
  int beyond = 0;  // without a way out of the loop it is a few vector instructions
  for (std::size_t i = 0; i < length; ++i) beyond |= static_cast<int>(!(std::fabs(a[i]) <= limit));
  return beyond == 0;
}

}  // namespace jaedan::recommender
