#include "labeling/synth/paint/fabric.h"

#include <cmath>

#include "labeling/synth/noise.h"

namespace jaedan::labeling::synth {
namespace {

constexpr double kTurn = 6.283185307179586;

struct Named {
  const char* material;
  Weave weave;
};

//  grain mottle rib pitch twill stitch speckle gloss polish wrinkle drape softness quilt fuzz
constexpr Named kWeaves[] = {
    {"woven", {0.03, 0.03, 0, 3, 0, 0, 0, 0, 12, 1.0, 1.0, 1.0, 0, 0}},
    {"jersey", {0.02, 0.03, 0, 3, 0, 0, 0, 0, 12, 0.9, 0.9, 1.2, 0, 0}},
    {"linen", {0.07, 0.05, 0, 3, 0, 0, 0, 0, 12, 1.5, 0.9, 0.7, 0, 0}},
    {"denim", {0.07, 0.10, 0, 3, 0.10, 0, 0, 0, 12, 1.1, 0.7, 0.8, 0, 0}},
    {"knit", {0.03, 0.03, 0.10, 4.0, 0, 0.13, 0, 0, 12, 0.5, 0.8, 1.8, 0, 0.3}},
    {"hair_knit", {0.08, 0.06, 0, 4, 0, 0.06, 0, 0, 12, 0.4, 0.6, 2.0, 0, 1.6}},
    {"wool_cashmere", {0.05, 0.05, 0, 3, 0, 0, 0.05, 0, 12, 0.55, 0.8, 1.9, 0, 0.3}},
    {"tweed", {0.10, 0.06, 0, 3, 0.04, 0, 0.35, 0, 12, 0.5, 0.6, 1.8, 0, 0.3}},
    {"corduroy", {0.03, 0.05, 0.20, 3.6, 0, 0, 0, 0.05, 6, 0.8, 0.7, 1.4, 0, 0}},
    {"velvet", {0.03, 0.10, 0, 3, 0, 0, 0, 0.18, 3, 0.8, 1.0, 1.6, 0, 0}},
    {"suede", {0.05, 0.12, 0, 3, 0, 0, 0, 0, 12, 0.7, 0.6, 1.5, 0, 0}},
    {"leather", {0.02, 0.04, 0, 3, 0, 0, 0, 0.55, 14, 1.3, 0.7, 0.9, 0, 0}},
    {"vinyl_pvc", {0.01, 0.02, 0, 3, 0, 0, 0, 0.85, 26, 1.3, 0.8, 0.8, 0, 0}},
    {"silk", {0.01, 0.03, 0, 3, 0, 0, 0, 0.35, 8, 0.9, 1.5, 1.3, 0, 0}},
    {"chiffon", {0.02, 0.05, 0, 3, 0, 0, 0, 0.05, 6, 0.9, 1.6, 0.9, 0, 0}},
    {"lace", {0.05, 0.05, 0, 3, 0, 0, 0.22, 0, 12, 0.6, 1.0, 1.2, 0, 0}},
    {"padding", {0.02, 0.03, 0, 3, 0, 0, 0, 0.30, 10, 1.1, 0.4, 0.9, 26, 0}},
    {"fur", {0.22, 0.16, 0, 3, 0, 0, 0, 0, 12, 0.3, 0.3, 2.5, 0, 4.0}},
    {"mustang", {0.04, 0.10, 0, 3, 0, 0, 0, 0.05, 6, 0.7, 0.4, 1.6, 0, 0.6}},
    {"fleece", {0.18, 0.10, 0, 3, 0, 0, 0, 0, 12, 0.3, 0.4, 2.2, 0, 2.0}},
    {"spandex", {0.01, 0.02, 0, 3, 0, 0, 0, 0.14, 6, 0.7, 0.3, 0.8, 0, 0}},
    {"sequin_glitter", {0.35, 0.05, 0, 3, 0, 0, 0.1, 0.45, 12, 0.7, 0.8, 1.2, 0, 0}},
    {"jacquard", {0.04, 0.16, 0, 3, 0, 0, 0, 0.15, 6, 0.8, 0.8, 1.4, 0, 0}},
    {"mesh", {0.06, 0.03, 0, 3, 0.06, 0, 0, 0, 12, 0.8, 0.9, 1.0, 0, 0}},
    {"neoprene", {0.01, 0.02, 0, 3, 0, 0, 0, 0.08, 4, 0.4, 0.4, 2.2, 0, 0}},
    {"skin", {0.008, 0.02, 0, 3, 0, 0, 0, 0.06, 6, 0, 0, 1.0, 0, 0}},
    {"hair", {0.05, 0.10, 0.16, 1.6, 0, 0, 0, 0.12, 5, 0.2, 0.5, 1.0, 0, 0}},
    {"leather_bag", {0.02, 0.03, 0, 3, 0, 0, 0, 0.35, 10, 0.2, 0.2, 1.4, 0, 0}},
    {"plain", {0.01, 0.02, 0, 3, 0, 0, 0, 0, 12, 0, 0, 1.0, 0, 0}},
};

}  // namespace

Weave weave_of(const std::string& material) {
  for (const Named& named : kWeaves) {
    if (material == named.material) return named.weave;
  }
  return kWeaves[0].weave;
}

Fabric plain_fabric(Colour colour, const std::string& material, double unit, std::uint32_t seed) {
  Fabric fabric;
  fabric.inks = {colour, colour, colour};
  fabric.weave = weave_of(material);
  fabric.unit = unit;
  fabric.seed = seed;
  return fabric;
}

Colour albedo_at(const Fabric& fabric, double u, double v) {
  Colour colour = fabric.inks.ground;
  if (fabric.pattern) {
    const double c = std::cos(fabric.turn);
    const double s = std::sin(fabric.turn);
    colour = fabric.pattern(fabric.inks, (u * c + v * s) / fabric.repeat, (v * c - u * s) / fabric.repeat, fabric.seed);
  }
  const Weave& weave = fabric.weave;
  if (weave.speckle > 0) {
    const int x = static_cast<int>(std::floor(u / (fabric.unit * 1.5)));
    const int y = static_cast<int>(std::floor(v / (fabric.unit * 1.5)));
    const double speck = hash_noise(x, y, fabric.seed + 40);
    if (speck > 0.7) colour = mix(colour, {1, 1, 1}, weave.speckle);
    if (speck < 0.3) colour = mix(colour, {0, 0, 0}, weave.speckle);
  }
  return colour;
}

double grain_at(const Fabric& fabric, double u, double v) {
  const Weave& weave = fabric.weave;
  const double x = u / fabric.unit;
  const double y = v / fabric.unit;
  double light = 1;
  if (weave.grain > 0) {
    light +=
        weave.grain * 2 *
        (hash_noise(static_cast<int>(std::floor(u * 2)), static_cast<int>(std::floor(v * 2)), fabric.seed + 50) - 0.5);
  }
  if (weave.mottle > 0) light += weave.mottle * 2 * (value_noise(x / 14, y / 18, fabric.seed + 60) - 0.5);
  if (weave.rib > 0)
    light += weave.rib * std::sin(kTurn * x / weave.rib_pitch + 0.6 * value_noise(x / 9, y / 40, fabric.seed + 70));
  if (weave.twill > 0) light += weave.twill * std::sin(kTurn * (x + y * 0.7) / 2.2);
  if (weave.stitch > 0) {
    const double across = x / weave.rib_pitch - std::floor(x / weave.rib_pitch);
    light += weave.stitch * std::sin(kTurn * (y / 3.0 + std::abs(across - 0.5)));
  }
  return light;
}

}  // namespace jaedan::labeling::synth
