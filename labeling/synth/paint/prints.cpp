#include "labeling/synth/paint/prints.h"

#include <algorithm>
#include <cmath>

#include "labeling/synth/noise.h"

namespace jaedan::labeling::synth {
namespace {

constexpr double kTurn = 6.283185307179586;

double fraction(double x) { return x - std::floor(x); }
int cell(double x) { return static_cast<int>(std::floor(x)); }
/// 0 → 1 → 0 over one repeat.
double triangle(double x) { return 1 - std::abs(2 * fraction(x) - 1); }

Colour stripe(const Inks& inks, double, double v, std::uint32_t seed) {
  const double share = 0.25 + 0.3 * hash_noise(1, 2, seed);
  return fraction(v) < share ? inks.first : inks.ground;
}

Colour check(const Inks& inks, double u, double v, std::uint32_t) {
  const auto band = [](double x) { return fraction(x) < 0.42 ? 0.5 : 0.0; };
  const auto thread = [](double x) { return std::abs(fraction(x) - 0.71) < 0.035 ? 0.6 : 0.0; };
  Colour colour = mix(inks.ground, inks.first, band(u) + band(v));
  return mix(colour, inks.second, std::max(thread(u), thread(v)));
}

Colour gingham(const Inks& inks, double u, double v, std::uint32_t) {
  return mix(inks.ground, inks.first, 0.5 * (fraction(u) < 0.5) + 0.5 * (fraction(v) < 0.5));
}

Colour houndstooth(const Inks& inks, double u, double v, std::uint32_t) {
  // The 8 × 8 two-and-two twill: four dark and four light threads in warp and weft.
  const int x = cell(fraction(u) * 8);
  const int y = cell(fraction(v) * 8);
  const bool warp_on_top = ((x + y) & 3) < 2;
  const bool dark = warp_on_top ? x < 4 : y < 4;
  return dark ? inks.first : inks.ground;
}

Colour dot(const Inks& inks, double u, double v, std::uint32_t) {
  const double shifted = cell(v) & 1 ? u + 0.5 : u;
  return std::hypot(fraction(shifted) - 0.5, fraction(v) - 0.5) < 0.23 ? inks.first : inks.ground;
}

Colour zigzag(const Inks& inks, double u, double v, std::uint32_t) {
  return fraction(v + 0.35 * triangle(u)) < 0.45 ? inks.first : inks.ground;
}

Colour argyle(const Inks& inks, double u, double v, std::uint32_t) {
  const double diamond = std::abs(fraction(u) - 0.5) + std::abs(fraction(v * 0.7) - 0.5);
  Colour colour = diamond < 0.36 ? inks.first : inks.ground;
  const double x = fraction(u + v * 0.7) - 0.5;
  const double y = fraction(u - v * 0.7) - 0.5;
  if (std::min(std::abs(x), std::abs(y)) < 0.02) colour = inks.second;
  return colour;
}

/// Calls `paint(dx, dy, angle, kind)` for the motifs around (u, v), one in every cell at a random place.
template <typename Paint>
void each_motif(double u, double v, std::uint32_t seed, Paint paint) {
  for (int j = -1; j <= 1; ++j) {
    for (int i = -1; i <= 1; ++i) {
      const int x = cell(u) + i;
      const int y = cell(v) + j;
      const double centre_u = x + 0.5 + 0.55 * (hash_noise(x, y, seed) - 0.5);
      const double centre_v = y + 0.5 + 0.55 * (hash_noise(x, y, seed + 1) - 0.5);
      paint(u - centre_u, v - centre_v, kTurn * hash_noise(x, y, seed + 2), hash_noise(x, y, seed + 3));
    }
  }
}

Colour floral(const Inks& inks, double u, double v, std::uint32_t seed) {
  Colour colour = inks.ground;
  const Colour leaf = mix(rgb_of({0.48, 0.09, 140}), inks.ground, 0.25);
  each_motif(u + 0.5, v + 0.5, seed + 7, [&](double dx, double dy, double angle, double kind) {
    const double along = dx * std::cos(angle) + dy * std::sin(angle);
    const double across = -dx * std::sin(angle) + dy * std::cos(angle);
    if (kind < 0.6 && std::abs(along) < 0.26 && std::abs(across) < 0.09 * (1 - along * along / 0.07)) colour = leaf;
  });
  each_motif(u, v, seed, [&](double dx, double dy, double angle, double kind) {
    const double size = 0.2 + 0.2 * kind;
    const double radius = std::hypot(dx, dy);
    const double petals = size * (0.68 + 0.32 * std::cos(5 * (std::atan2(dy, dx) + angle)));
    if (radius < petals)
      colour = mix(kind < 0.65 ? inks.first : inks.second, inks.ground, radius < petals * 0.8 ? 0 : 0.3);
    if (radius < size * 0.27) colour = kind < 0.65 ? inks.second : inks.first;
  });
  return colour;
}

Colour heart(const Inks& inks, double u, double v, std::uint32_t) {
  const double shifted = cell(v) & 1 ? u + 0.5 : u;
  const double x = (fraction(shifted) - 0.5) * 3.4;
  const double y = (0.5 - fraction(v)) * 3.4 + 0.15;
  const double body = x * x + y * y - 0.5;
  return body * body * body - x * x * y * y * y < 0 ? inks.first : inks.ground;
}

Colour paisley(const Inks& inks, double u, double v, std::uint32_t seed) {
  Colour colour = inks.ground;
  each_motif(u, v, seed, [&](double dx, double dy, double angle, double kind) {
    const double along = dx * std::cos(angle) + dy * std::sin(angle);
    const double across = -dx * std::sin(angle) + dy * std::cos(angle);
    // A drop whose tip bends to one side.
    const double bent = across - 0.9 * std::max(0.0, along) * std::max(0.0, along);
    const double width = along < 0 ? 0.25 : 0.25 * (1 - along / 0.5);
    if (along > 0.5 || width <= 0) return;
    const double edge = along < 0 ? std::hypot(along, bent) / 0.25 : std::abs(bent) / width;
    if (edge < 1) colour = inks.first;
    if (edge < 0.72) colour = kind < 0.5 ? inks.second : inks.ground;
    if (edge < 0.4) colour = inks.first;
  });
  return colour;
}

Colour leopard(const Inks& inks, double u, double v, std::uint32_t seed) {
  Colour colour = inks.ground;
  each_motif(u, v, seed, [&](double dx, double dy, double angle, double) {
    const double wobble = 0.09 * (value_noise(u * 5, v * 5, seed + 5) - 0.5);
    const double radius = std::hypot(dx, dy * 1.2) + wobble;
    const double turn = fraction((std::atan2(dy, dx) + angle) / kTurn * 2);
    if (radius < 0.34 && radius > 0.2 && turn > 0.22) colour = inks.first;
    if (radius <= 0.2) colour = inks.second;
  });
  return colour;
}

Colour zebra(const Inks& inks, double u, double v, std::uint32_t seed) {
  const double bend = fractal_noise(u * 0.9, v * 0.5, 2, seed);
  return std::sin(kTurn * (v * 0.8 + 1.6 * bend)) > 0.1 ? inks.first : inks.ground;
}

Colour snakeskin(const Inks& inks, double u, double v, std::uint32_t seed) {
  const double shifted = cell(v * 3) & 1 ? u * 3 + 0.5 : u * 3;
  const double scale = std::abs(fraction(shifted) - 0.5) + std::abs(fraction(v * 3) - 0.5);
  const double patch = fractal_noise(u, v, 3, seed);
  return mix(patch > 0.52 ? inks.first : inks.ground, inks.second, scale > 0.47 ? 0.7 : 0.0);
}

Colour camouflage(const Inks& inks, double u, double v, std::uint32_t seed) {
  const double n = fractal_noise(u, v * 1.4, 3, seed);
  const double m = fractal_noise(u + 31, v * 1.4 + 17, 3, seed + 9);
  if (m > 0.6) return inks.second;
  if (n > 0.53) return inks.first;
  return n < 0.36 ? mix(inks.ground, {0, 0, 0}, 0.6) : inks.ground;
}

Colour tie_dye(const Inks& inks, double u, double v, std::uint32_t seed) {
  const double warp = fractal_noise(u * 0.8, v * 0.8, 3, seed);
  const double ring = 0.5 + 0.5 * std::sin(kTurn * (std::hypot(u, v) * 0.45 + 1.4 * warp));
  const Colour dyed = mix(inks.first, inks.second, fractal_noise(u * 0.4 + 5, v * 0.4, 2, seed + 3));
  return mix(inks.ground, dyed, ring * ring * (3 - 2 * ring));
}

Colour gradation(const Inks& inks, double, double v, std::uint32_t) {
  const double t = std::clamp(v, 0.0, 1.0);
  return mix(inks.ground, inks.first, t * t * (3 - 2 * t));
}

struct Named {
  const char* print;
  Pattern pattern;
};
constexpr Named kPatterns[] = {
    {"stripe", stripe},   {"check", check},         {"gingham", gingham},     {"houndstooth", houndstooth},
    {"dot", dot},         {"zigzag", zigzag},       {"argyle", argyle},       {"floral", floral},
    {"heart", heart},     {"paisley", paisley},     {"leopard", leopard},     {"zebra", zebra},
    {"tie_dye", tie_dye}, {"snakeskin", snakeskin}, {"gradation", gradation}, {"camouflage", camouflage},
};

}  // namespace

Pattern pattern_of(const std::string& print) {
  for (const Named& named : kPatterns) {
    if (print == named.print) return named.pattern;
  }
  return nullptr;
}

}  // namespace jaedan::labeling::synth
