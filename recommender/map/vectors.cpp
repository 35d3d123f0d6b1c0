#include "recommender/map/vectors.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace jaedan::recommender {
namespace {

Status check_rows(const Vectors& vectors, std::size_t length) {
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    const std::vector<float>& vector = *vectors[i];
    if (vector.size() != length) {
      return Error{ErrorCode::kInvalidArgument,
                   "map.vector_length",
                   "vector {0} has {1|number}, {2} are wanted",
                   {i, vector.size(), length}};
    }
    if (!std::all_of(vector.begin(), vector.end(), [](float number) { return std::isfinite(number); })) {
      return Error{ErrorCode::kInvalidArgument, "map.not_finite", "vector {0} holds a number that is not finite", {i}};
    }
  }
  return {};
}

}  // namespace

Result<std::size_t> common_length(const Vectors& vectors) {
  if (vectors.empty() || vectors[0]->empty()) {
    return Error{ErrorCode::kInvalidArgument, "map.no_vectors", "there is no vector to lay out"};
  }
  JAEDAN_RETURN_IF_ERROR(check_rows(vectors, vectors[0]->size()));
  return vectors[0]->size();
}

Status check_length(const Vectors& vectors, std::size_t wanted) { return check_rows(vectors, wanted); }

std::size_t draw_below(std::mt19937_64& random, std::size_t count) {
  const std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t fair = all - all % count;
  std::uint64_t drawn = random();
  while (drawn >= fair) drawn = random();
  return static_cast<std::size_t>(drawn % count);
}

double draw_share(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

std::vector<std::size_t> draw_places(std::size_t all, std::size_t count, std::uint64_t seed) {
  std::vector<std::size_t> places(all);
  std::iota(places.begin(), places.end(), std::size_t{0});
  if (count >= all) return places;
  std::mt19937_64 random(seed);
  for (std::size_t i = 0; i < count; ++i) std::swap(places[i], places[i + draw_below(random, all - i)]);
  places.resize(count);
  std::sort(places.begin(), places.end());
  return places;
}

}  // namespace jaedan::recommender
