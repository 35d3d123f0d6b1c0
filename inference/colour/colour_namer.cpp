#include "inference/colour/colour_namer.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "inference/colour/colour_clusters.h"
#include "inference/colour/colour_prototypes.h"
#include "inference/colour/region_samples.h"
#include "inference/colour/shine.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

constexpr int kSamples = 1600;
constexpr double kLeastSubShare = 0.14;

constexpr double kMetalScore = 0.55;
constexpr double kNeonScore = 0.7;

/// What was found of one colour name: its share of the cloth, and how well each name fits it, weighed by the share.
struct FoundColour {
  double share = 0;
  std::map<std::string, double> fit;
};

using FoundColours = std::map<std::string, FoundColour>;

/// Clusters with the same name are one colour to a person.
FoundColours found_colours(const std::vector<Oklab>& samples) {
  FoundColours found;
  for (const ColourCluster& cluster : colour_clusters(samples)) {
    const std::vector<ColourScore> scores = score_names(cluster.centre);
    const bool neon = is_neon(cluster.centre);
    FoundColour& colour = found[neon ? "neon" : std::string(scores.front().name)];
    colour.share += cluster.share;
    // What neon leaves goes to the names of the same hue.
    if (neon) colour.fit["neon"] += cluster.share * kNeonScore;
    for (const ColourScore& score : scores) {
      colour.fit[std::string(score.name)] += cluster.share * score.score * (neon ? 1 - kNeonScore : 1);
    }
  }
  return found;
}

NamedColour named(const std::string& id, const FoundColour& found) {
  NamedColour colour;
  colour.id = id;
  colour.score = found.fit.at(id) / found.share;
  for (const auto& [name, fit] : found.fit) {
    const double score = fit / found.share;
    if (name == id || score <= colour.next_score || score < kLeastAlternative) continue;
    colour.next_id = name;
    colour.next_score = score;
  }
  return colour;
}

}  // namespace

ColourNames name_colours(ImageView image, const Region& region) {
  const std::vector<Oklab> samples = region_samples(image, region, kSamples);
  if (const std::optional<std::string> metal = metal_name(samples)) return {{*metal, kMetalScore, "", 0}, std::nullopt};
  const FoundColours found = found_colours(samples);
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [name, colour] : found) {
    ranked.emplace_back(colour.share, name);
  }
  std::sort(ranked.rbegin(), ranked.rend());
  ColourNames names;
  if (ranked.empty()) return names;
  names.main = named(ranked[0].second, found.at(ranked[0].second));
  if (ranked.size() > 1 && ranked[1].first >= kLeastSubShare) {
    names.sub = named(ranked[1].second, found.at(ranked[1].second));
  }
  return names;
}

}  // namespace jaedan::inference
