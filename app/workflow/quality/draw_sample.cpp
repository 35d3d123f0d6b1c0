#include "app/workflow/quality/draw_sample.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <tuple>

namespace jaedan::workflow {
namespace {

/// From one number of the generator, in [0, 1), the same on every machine.
double share_of(std::mt19937_64& random) { return static_cast<double>(random() >> 11) / 9007199254740992.0; }

std::uint64_t key_of(std::uint64_t seed, std::int64_t number) {
  std::mt19937_64 random(seed * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(number));
  return random();
}

}  // namespace

std::vector<bool> draw_sample(const std::vector<SampleUnit>& units, double percent, std::int64_t seed) {
  std::map<UserId, std::vector<std::size_t>> of_worker;
  for (std::size_t i = 0; i < units.size(); ++i) of_worker[units[i].worker].push_back(i);
  std::vector<bool> chosen(units.size(), false);
  for (auto& [worker, places] : of_worker) {
    // Shuffled within strata, and every so manieth taken from a place between: each stratum gets its share.
    // Unsigned, where any seed may be multiplied.
    const std::uint64_t own_seed =
        static_cast<std::uint64_t>(seed) * 1000003 + static_cast<std::uint64_t>(worker.value);
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      const auto rank = [&](std::size_t i) {
        return std::tuple(units[i].stratum, key_of(own_seed, units[i].photo.value), units[i].photo);
      };
      return rank(a) < rank(b);
    });
    const auto all = static_cast<double>(places.size());
    const double wanted = std::min(all, std::ceil(all * percent / 100 - 1e-9));
    std::mt19937_64 random(own_seed);
    const double start = share_of(random);
    for (double i = 0; i < wanted; ++i) {
      chosen[places[static_cast<std::size_t>(std::floor((i + start) * all / wanted))]] = true;
    }
  }
  return chosen;
}

}  // namespace jaedan::workflow
