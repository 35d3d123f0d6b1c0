#include "inference/colour/colour_namer.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "inference/colour/colour_clusters.h"
#include "inference/colour/colour_prototypes.h"
#include "inference/colour/region_samples.h"
#include "inference/colour/shine.h"

namespace jaedan::inference {
namespace {

constexpr int kSamples = 1600;
constexpr double kLeastSubShare = 0.14;

constexpr double kMetalScore = 0.55;
constexpr double kNeonScore = 0.7;

}  // namespace

ColourNames name_colours(ImageView image, const Region& region) {
  const std::vector<Oklab> samples = region_samples(image, region, kSamples);
  if (const std::optional<std::string> metal = metal_name(samples)) return {{*metal, kMetalScore}, std::nullopt};
  // Clusters with the same name are one colour to a person.
  std::map<std::string, double> share;
  std::map<std::string, double> fit;
  for (const ColourCluster& cluster : colour_clusters(samples)) {
    if (is_neon(cluster.centre)) {
      share["neon"] += cluster.share;
      fit["neon"] += cluster.share * kNeonScore;
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
