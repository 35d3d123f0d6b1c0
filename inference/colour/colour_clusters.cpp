#include "inference/colour/colour_clusters.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jaedan::inference {
namespace {

constexpr int kClusters = 5;
constexpr int kRounds = 8;
constexpr double kLightnessWeight = 0.5;

double squared_distance(const Oklab& p, const Oklab& q) {
  const double dl = (p.l - q.l) * kLightnessWeight;
  const double da = p.a - q.a;
  const double db = p.b - q.b;
  return dl * dl + da * da + db * db;
}

Oklab mean_of(const std::vector<Oklab>& samples) {
  Oklab sum;
  for (const Oklab& s : samples) {
    sum = {sum.l + s.l, sum.a + s.a, sum.b + s.b};
  }
  const double n = std::max<double>(1, static_cast<double>(samples.size()));
  return {sum.l / n, sum.a / n, sum.b / n};
}

std::size_t nearest(const std::vector<Oklab>& centres, const Oklab& sample) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < centres.size(); ++i) {
    if (squared_distance(centres[i], sample) < squared_distance(centres[best], sample)) best = i;
  }
  return best;
}

std::vector<std::vector<Oklab>> k_means(const std::vector<Oklab>& samples) {
  std::vector<Oklab> centres = {mean_of(samples)};
  while (centres.size() < kClusters) {
    // Farthest first, but not a lone outlier: the seed is the sample at the 97th percentile of distance.
    std::vector<std::pair<double, std::size_t>> distances;
    for (std::size_t i = 0; i < samples.size(); ++i) {
      distances.emplace_back(squared_distance(centres[nearest(centres, samples[i])], samples[i]), i);
    }
    const std::size_t at = distances.size() * 97 / 100;
    std::nth_element(distances.begin(), distances.begin() + static_cast<std::ptrdiff_t>(at), distances.end());
    if (distances[at].first < 1e-4) break;
    centres.push_back(samples[distances[at].second]);
  }
  std::vector<std::vector<Oklab>> groups;
  for (int round = 0; round < kRounds; ++round) {
    groups.assign(centres.size(), {});
    for (const Oklab& sample : samples) {
      groups[nearest(centres, sample)].push_back(sample);
    }
    for (std::size_t i = 0; i < centres.size(); ++i) {
      if (!groups[i].empty()) centres[i] = mean_of(groups[i]);
    }
  }
  groups.erase(std::remove_if(groups.begin(), groups.end(), [](const std::vector<Oklab>& g) { return g.empty(); }),
               groups.end());
  return groups;
}

/// Whether one may be the other in another light: the same hue and, near enough, the same ratio of chroma to lightness.
bool same_dye(const Oklab& p, const Oklab& q) {
  const Oklab& dark = p.l < q.l ? p : q;
  const Oklab& light = p.l < q.l ? q : p;
  // Folds rarely take more than this away; a bigger step is another dye.
  if (light.l - dark.l > 0.11 + 0.22 * dark.l) return false;
  const double scale = dark.l / std::max(light.l, 1e-3);
  return std::hypot(light.a * scale - dark.a, light.b * scale - dark.b) < 0.030;
}

/// The mean of the samples between the 40th and the 90th percentile of lightness.
ColourCluster summary_of(std::vector<Oklab> group, std::size_t all) {
  std::sort(group.begin(), group.end(), [](const Oklab& p, const Oklab& q) { return p.l < q.l; });
  const auto at = [&](double share) {
    return std::min(group.size() - 1, static_cast<std::size_t>(share * group.size()));
  };
  ColourCluster cluster;
  cluster.centre = mean_of({group.begin() + static_cast<std::ptrdiff_t>(at(0.40)),
                            group.begin() + static_cast<std::ptrdiff_t>(at(0.90)) + 1});
  cluster.share = static_cast<double>(group.size()) / all;
  return cluster;
}

}  // namespace

std::vector<ColourCluster> colour_clusters(const std::vector<Oklab>& samples) {
  if (samples.empty()) return {};
  std::vector<std::vector<Oklab>> groups = k_means(samples);
  for (bool joined = true; joined;) {
    joined = false;
    for (std::size_t i = 0; i < groups.size() && !joined; ++i) {
      for (std::size_t j = i + 1; j < groups.size() && !joined; ++j) {
        if (!same_dye(mean_of(groups[i]), mean_of(groups[j]))) continue;
        groups[i].insert(groups[i].end(), groups[j].begin(), groups[j].end());
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(j));
        joined = true;
      }
    }
  }
  std::vector<ColourCluster> clusters;
  for (std::vector<Oklab>& group : groups) {
    clusters.push_back(summary_of(std::move(group), samples.size()));
  }
  std::sort(clusters.begin(), clusters.end(),
            [](const ColourCluster& p, const ColourCluster& q) { return p.share > q.share; });
  return clusters;
}

}  // namespace jaedan::inference
