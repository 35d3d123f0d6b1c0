#include "labeling/synth/palette.h"

#include <algorithm>

namespace jaedan::labeling::synth {
namespace {

/// A box in OKLCh inside which people agree on a name. Hues may run over 360.
struct Shades {
  const char* name;
  double light_low, light_high;
  double chroma_low, chroma_high;
  double hue_low, hue_high;
};

// Several boxes may share a name. The order of the first ones is that of the K-Fashion vocabulary.
constexpr Shades kShades[] = {
    {"black", 0.13, 0.23, 0.000, 0.010, 0, 360},      {"white", 0.94, 0.985, 0.000, 0.012, 60, 110},
    {"grey", 0.45, 0.76, 0.000, 0.009, 0, 360},       {"red", 0.48, 0.59, 0.180, 0.230, 22, 30},
    {"pink", 0.76, 0.87, 0.065, 0.130, 350, 372},     {"orange", 0.67, 0.75, 0.160, 0.190, 46, 62},
    {"beige", 0.78, 0.88, 0.025, 0.055, 70, 88},      {"brown", 0.32, 0.48, 0.050, 0.095, 45, 66},
    {"yellow", 0.85, 0.92, 0.140, 0.180, 94, 106},    {"green", 0.44, 0.64, 0.115, 0.175, 140, 154},
    {"khaki", 0.41, 0.55, 0.038, 0.070, 100, 124},    {"mint", 0.84, 0.91, 0.060, 0.100, 165, 185},
    {"blue", 0.45, 0.58, 0.150, 0.210, 254, 264},     {"navy", 0.22, 0.31, 0.045, 0.090, 258, 272},
    {"sky_blue", 0.76, 0.87, 0.050, 0.100, 230, 245}, {"purple", 0.40, 0.52, 0.130, 0.200, 295, 312},
    {"lavender", 0.76, 0.85, 0.055, 0.100, 296, 312}, {"wine", 0.30, 0.39, 0.090, 0.130, 8, 22},
    {"neon", 0.90, 0.95, 0.215, 0.260, 114, 130},     {"gold", 0.68, 0.78, 0.090, 0.120, 80, 92},
    {"silver", 0.72, 0.82, 0.000, 0.010, 240, 280},   {"pink", 0.62, 0.70, 0.190, 0.230, 353, 365},
    {"brown", 0.48, 0.60, 0.070, 0.110, 52, 68},      {"green", 0.34, 0.44, 0.070, 0.110, 150, 166},
};
constexpr int kNames = 21;

Colour shade_in(const Shades& s, Random& random) {
  return rgb_of({random.uniform(s.light_low, s.light_high), random.uniform(s.chroma_low, s.chroma_high),
                 random.uniform(s.hue_low, s.hue_high)});
}

}  // namespace

const std::vector<std::string>& colour_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (int i = 0; i < kNames; ++i) {
      all.emplace_back(kShades[i].name);
    }
    return all;
  }();
  return names;
}

Dye dye_of(const std::string& name, Random& random) {
  std::vector<const Shades*> fitting;
  std::vector<double> weights;
  for (const Shades& shades : kShades) {
    if (name != shades.name) continue;
    weights.push_back(fitting.empty() ? 2.0 : 1.0);  // the first box is the common one
    fitting.push_back(&shades);
  }
  if (fitting.empty()) return {"black", shade_in(kShades[0], random)};
  return {name, shade_in(*fitting[random.weighted(weights)], random)};
}

Dye denim_dye(Random& random) {
  struct Wash {
    const char* name;
    double weight;
    Shades shades;
  };
  static constexpr Wash kWashes[] = {
      {"blue", 5, {"", 0.42, 0.57, 0.060, 0.095, 250, 259}},
      {"sky_blue", 2, {"", 0.66, 0.79, 0.040, 0.070, 240, 252}},
      {"navy", 2, {"", 0.25, 0.33, 0.035, 0.060, 258, 270}},
      {"black", 1.5, {"", 0.17, 0.26, 0.000, 0.010, 250, 270}},
      {"grey", 0.7, {"", 0.45, 0.62, 0.000, 0.012, 250, 270}},
      {"white", 0.6, {"", 0.93, 0.97, 0.000, 0.012, 70, 110}},
  };
  std::vector<double> weights;
  for (const Wash& wash : kWashes) {
    weights.push_back(wash.weight);
  }
  const Wash& wash = kWashes[random.weighted(weights)];
  return {wash.name, shade_in(wash.shades, random)};
}

Colour skin_tone(Random& random) {
  const double depth = random.uniform();  // 0 the lightest
  const double lightness = 0.86 - 0.48 * depth * depth - 0.06 * depth;
  return rgb_of({lightness, random.uniform(0.045, 0.070) + 0.012 * std::min(depth * 2, 1.0) * (1.4 - depth),
                 random.uniform(48, 66)});
}

Colour hair_tone(Random& random) {
  const double kind = random.uniform();
  if (kind < 0.45) return rgb_of({random.uniform(0.14, 0.22), random.uniform(0.005, 0.02), random.uniform(40, 70)});
  if (kind < 0.78) return rgb_of({random.uniform(0.24, 0.40), random.uniform(0.03, 0.06), random.uniform(45, 65)});
  if (kind < 0.90) return rgb_of({random.uniform(0.62, 0.80), random.uniform(0.06, 0.10), random.uniform(72, 88)});
  if (kind < 0.95) return rgb_of({random.uniform(0.38, 0.50), random.uniform(0.09, 0.13), random.uniform(38, 50)});
  return rgb_of({random.uniform(0.55, 0.85), random.uniform(0.00, 0.10), random.uniform(0, 360)});
}

}  // namespace jaedan::labeling::synth
