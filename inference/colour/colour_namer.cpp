#include "inference/colour/colour_namer.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "inference/colour/colour_clusters.h"
#include "inference/colour/colour_prototypes.h"
#include "inference/colour/region_samples.h"

namespace jaedan::inference {
namespace {

constexpr int kSamples = 2500;
constexpr double kLeastSubShare = 0.14;

/// Colours that the eye tells by brilliance: beyond what a dye reflects, or mirror-like light and dark.
std::optional<NamedColour> shining_name(const ColourCluster& cluster) {
  const Oklab& c = cluster.centre;
  const double hue = c.hue_degrees();
  if (c.l > 0.80 && c.chroma() > 0.205 && hue > 108 && hue < 150) return NamedColour{"neon", 0.8};
  if (c.l > 0.62 && c.chroma() > 0.26 && (hue > 330 || hue < 60)) return NamedColour{"neon", 0.6};
  const bool mirrors = cluster.spread > 0.125 && cluster.highlight > 0.15;
  if (!mirrors) return std::nullopt;
  if (c.chroma() > 0.065 && hue > 72 && hue < 98 && c.l > 0.50 && c.l < 0.86) return NamedColour{"gold", 0.55};
  if (c.chroma() < 0.015 && c.l > 0.55 && c.l < 0.86) return NamedColour{"silver", 0.55};
  return std::nullopt;
}

}  // namespace

ColourNames name_colours(ImageView image, const Region& region) {
  const std::vector<ColourCluster> clusters = colour_clusters(region_samples(image, region, kSamples));
  // Clusters with the same name are one colour to a person.
  std::map<std::string, double> share;
  std::map<std::string, double> fit;
  for (const ColourCluster& cluster : clusters) {
    if (const std::optional<NamedColour> shining = shining_name(cluster)) {
      share[shining->id] += cluster.share;
      fit[shining->id] += cluster.share * shining->score;
      continue;
    }
    const std::vector<ColourScore> scores = score_names(cluster.centre);
    const std::string best(scores.front().name);
    share[best] += cluster.share;
    fit[best] += cluster.share * scores.front().score;
  }
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [name, part] : share) {
    ranked.emplace_back(part, name);
  }
  std::sort(ranked.rbegin(), ranked.rend());
  ColourNames names;
  if (ranked.empty()) return names;
  names.main = {ranked[0].second, fit[ranked[0].second] / ranked[0].first};
  if (ranked.size() > 1 && ranked[1].first >= kLeastSubShare) {
    names.sub = NamedColour{ranked[1].second, fit[ranked[1].second] / ranked[1].first};
  }
  return names;
}

}  // namespace jaedan::inference
