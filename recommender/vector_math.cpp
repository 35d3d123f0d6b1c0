#include "recommender/vector_math.h"

#include <array>

namespace jaedan::recommender {
namespace {

/// Sums `term(i)` over the length in eight interleaved parts: without them each addition would wait for the one
/// before, and the compiler may not reorder floating-point sums by itself.
template <typename Term>
inline double interleaved_sum(std::size_t length, Term term) {
  constexpr std::size_t kParts = 8;
  std::array<double, kParts> parts{};
  std::size_t i = 0;
  for (; i + kParts <= length; i += kParts) {
    for (std::size_t j = 0; j < kParts; ++j) parts[j] += term(i + j);
  }
  for (; i < length; ++i) parts[0] += term(i);
  double total = 0;
  for (const double part : parts) total += part;
  return total;
}

}  // namespace

double dot(const float* a, const float* b, std::size_t length) {
  return interleaved_sum(length, [=](std::size_t i) { return static_cast<double>(a[i]) * b[i]; });
}

double squared_distance(const float* a, const float* b, std::size_t length) {
  return interleaved_sum(length, [=](std::size_t i) {
    const double difference = static_cast<double>(a[i]) - b[i];
    return difference * difference;
  });
}

double sum(const float* a, std::size_t length) {
  return interleaved_sum(length, [=](std::size_t i) { return static_cast<double>(a[i]); });
}

}  // namespace jaedan::recommender
