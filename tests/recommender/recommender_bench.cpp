// Measures the indexes on drawn vectors and prints one line a figure.
//   recommender_bench [VECTORS] [DIMENSION] [nograph]     building the graph takes by far the longest

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <set>

#include "recommender/recommender.h"

namespace {

using namespace jaedan;
using namespace jaedan::recommender;

double milliseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void print(const char* what, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  std::printf("%-40s median %8.3f ms   p95 %8.3f   (%zu times)\n", what, times[times.size() / 2],
              times[times.size() * 95 / 100], times.size());
}

std::vector<std::vector<float>> clustered(std::size_t count, std::size_t dimension) {
  std::mt19937 random(1);
  std::normal_distribution<float> normal;
  std::vector<std::vector<float>> middles(200, std::vector<float>(dimension));
  for (auto& middle : middles) {
    for (float& x : middle) x = normal(random);
  }
  std::vector<std::vector<float>> vectors(count, std::vector<float>(dimension));
  for (std::size_t i = 0; i < count; ++i) {
    double squared = 0;
    for (std::size_t j = 0; j < dimension; ++j) {
      vectors[i][j] = middles[i % middles.size()][j] + 0.7f * normal(random);
      squared += vectors[i][j] * vectors[i][j];
    }
    for (float& x : vectors[i]) x = static_cast<float>(x / std::sqrt(squared));
  }
  return vectors;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100000;
  const std::size_t dimension = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 128;
  const std::vector<std::vector<float>> vectors = clustered(count, dimension);
  std::vector<const std::vector<float>*> pointers;
  for (const auto& vector : vectors) pointers.push_back(&vector);
  std::printf("%zu vectors of %zu numbers\n", count, dimension);

  std::vector<VectorIndex> indexes;
  const double exact_ms = milliseconds([&] { indexes.push_back(VectorIndex::build(pointers, {count}).value()); });
  const bool with_graph = argc <= 3;
  const double graph_ms =
      milliseconds([&] { indexes.push_back(VectorIndex::build(pointers, {with_graph ? 1 : count}).value()); });
  std::printf("build: exact %.0f ms, %s %.0f ms\n", exact_ms, with_graph ? "graph" : "exact again", graph_ms);

  std::size_t hits = 0;
  std::vector<double> exact_times;
  std::vector<double> graph_times;
  for (std::size_t q = 0; q < 100; ++q) {
    std::vector<float> query = vectors[q * 37 % count];
    query[0] += 0.1f;
    std::vector<Neighbour> truth;
    std::vector<Neighbour> found;
    exact_times.push_back(milliseconds([&] { truth = indexes[0].nearest(query, 10, Metric::kCosine).value(); }));
    graph_times.push_back(milliseconds([&] { found = indexes[1].nearest(query, 10, Metric::kCosine).value(); }));
    std::set<std::size_t> places;
    for (const Neighbour& neighbour : truth) places.insert(neighbour.index);
    for (const Neighbour& neighbour : found) hits += places.count(neighbour.index);
  }
  print("exact, 10 nearest by cosine", exact_times);
  print(with_graph ? "graph, 10 nearest by cosine" : "exact again", graph_times);
  std::printf("recall of the graph at 10: %.3f\n", static_cast<double>(hits) / 1000);

  std::vector<double> times;
  for (std::size_t q = 0; q < 50; ++q) {
    times.push_back(milliseconds([&] { indexes[0].nearest(vectors[q], 10, Metric::kEuclidean).value(); }));
  }
  print("exact, 10 nearest by distance", times);

  std::vector<Item> items;
  for (std::size_t i = 0; i < count; ++i) {
    Item item{PhotoId{static_cast<std::int64_t>(i / 2 + 1)},
              GarmentId{static_cast<std::int64_t>(i % 2 + 1)},
              i % 2 == 0 ? Part::kTop : Part::kBottom,
              {},
              vectors[i]};
    for (int a = 0; a < 8; ++a) {
      item.attributes.push_back({"attribute" + std::to_string(a), "value" + std::to_string(i * 7 / 2 % 10), "", {}});
    }
    items.push_back(std::move(item));
  }
  const Recommender recommender = Recommender::create(items).value();
  const auto ask = [&](const char* what, const std::function<void(const Item&)>& question) {
    times.clear();
    for (std::size_t q = 0; q < 20; ++q) times.push_back(milliseconds([&] { question(items[q * 11]); }));
    print(what, times);
  };
  ask("similar", [&](const Item& item) { recommender.similar(item, 10, Metric::kCosine).value(); });
  ask("outfits", [&](const Item& item) { recommender.outfits(item, 10, Metric::kCosine).value(); });
  ask("with_change",
      [&](const Item& item) { recommender.with_change(item, "attribute1", "value3", 10, Metric::kCosine).value(); });
}
