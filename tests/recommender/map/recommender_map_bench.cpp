// Measures what the map of garments costs, on drawn vectors, and prints one line a figure.
//   recommender_map_bench [GARMENTS] [DIMENSION]

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "recommender/map/clusters.h"
#include "recommender/map/density_grid.h"
#include "recommender/map/label_plane.h"
#include "recommender/map/point_grid.h"
#include "recommender/map/principal_plane.h"
#include "tests/recommender/map/made_vectors.h"

namespace {

using namespace jaedan;
using namespace jaedan::recommender;
using jaedan::recommender::testing::grouped_vectors;
using jaedan::recommender::testing::pointers_to;

void measure(const char* what, const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const double took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  std::printf("%-46s %10.2f ms\n", what, took);
}

/// Seven answers of thirty values each, as a model of some doubt gives them; of forty kinds of garments, whose answers
/// are alike.
std::vector<std::vector<float>> label_shares(std::size_t count) {
  constexpr std::size_t kAnswers = 7, kValues = 30, kKinds = 40;
  std::mt19937_64 random(4);
  std::vector<std::vector<float>> all;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t kind = draw_below(random, kKinds);
    std::vector<float> shares(kAnswers * kValues, 0.2F / (kValues - 1));
    for (std::size_t answer = 0; answer < kAnswers; ++answer) {
      const bool is_typical = draw_share(random) < 0.8;
      shares[answer * kValues + (is_typical ? kind * (answer + 3) % kValues : draw_below(random, kValues))] = 0.8F;
    }
    all.push_back(std::move(shares));
  }
  return all;
}

void measure_grid(const std::vector<Point>& points) {
  PointGrid grid;
  measure("grid of all points", [&] { grid = PointGrid(points); });
  const Rect& all = grid.bounds();
  const double side = all.width / 1200;
  measure("heat map of 256 x 256", [&] { density_of(points, all, 256, 256); });
  measure("dots of all, 2 pixels apart", [&] { grid.spread(all, 2 * side, 50000); });
  measure("thumbnails of a quarter, 48 pixels apart", [&] {
    grid.spread({all.x, all.y, all.width / 2, all.height / 2}, 48 * side, 300);
  });
  measure("nearest to the mouse", [&] { grid.nearest({all.x + all.width / 2, all.y + all.height / 2}, 8 * side); });
  Ring lasso;
  for (int i = 0; i < 400; ++i) {
    lasso.push_back(
        {all.x + all.width * (0.5 + 0.4 * std::cos(i / 63.7)), all.y + all.height * (0.5 + 0.4 * std::sin(i / 63.7))});
  }
  measure("lasso of 400 corners", [&] { grid.inside(lasso); });
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100000;
  const std::size_t length = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 128;
  const auto garments = grouped_vectors(24, count / 24, length, 0.1);
  const Vectors vectors = pointers_to(garments);
  PrincipalPlane plane;
  std::vector<Point> points;
  measure("principal plane", [&] { plane = fit_principal_plane(vectors).value(); });
  measure("all garments projected", [&] { points = project(plane, vectors).value(); });
  measure_grid(points);
  Clustering clusters;
  measure("clusters, k chosen", [&] { clusters = cluster_vectors(vectors).value(); });
  std::printf("  %zu clusters, silhouette %.2f\n", clusters.centroids.size(), clusters.silhouette);
  const auto labels = label_shares(20000);
  LabelPlane map;
  measure("label plane of 20,000 garments, 210 values", [&] { map = fit_label_plane(pointers_to(labels)).value(); });
  std::printf("  error of %zu garments held out: %.3f; two principal components %.3f; their mean %.3f\n",
              map.error.garments, map.error.plane, map.error.principal, map.error.mean);
  return 0;
}
