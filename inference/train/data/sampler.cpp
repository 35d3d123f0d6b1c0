#include "inference/train/data/sampler.h"

#include <cmath>
#include <numeric>

#include "inference/train/data/random.h"

namespace jaedan::inference {
namespace {

template <typename T>
void shuffle(std::vector<T>& values, Random& random) {
  for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.below(i)]);
}

std::vector<std::size_t> train_items(const TrainingSource& source) {
  std::vector<std::size_t> items;
  for (std::size_t i = 0; i < source.items.size(); ++i) {
    if (source.items[i].split == Split::kTrain) items.push_back(i);
  }
  return items;
}

}  // namespace

std::vector<Draw> draw_epoch(const std::vector<TrainingSource>& sources, std::uint64_t seed, int epoch) {
  std::vector<Draw> draws;
  std::size_t first_count = 0;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    std::vector<std::size_t> items = train_items(sources[s]);
    if (items.empty()) continue;
    std::size_t count = items.size();
    if (draws.empty()) {
      first_count = count;
    } else {
      count = static_cast<std::size_t>(std::lround(sources[s].share * static_cast<double>(first_count)));
    }
    // A source is walked through in rounds; each round has its own order.
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t place = static_cast<std::size_t>(epoch) * count + i;
      if (i == 0 || place % items.size() == 0) {
        items = train_items(sources[s]);
        Random order(mix_seed(seed, s + 1, place / items.size()));
        shuffle(items, order);
      }
      draws.push_back({s, items[place % items.size()], 0});
    }
  }
  Random random(mix_seed(seed, 0, static_cast<std::uint64_t>(epoch)));
  shuffle(draws, random);
  for (Draw& draw : draws) draw.seed = random.next();
  return draws;
}

}  // namespace jaedan::inference
