#include "inference/colour/colour_prototypes.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {
namespace {

constexpr double kDegree = 3.14159265358979 / 180;

/// What people call by a name, in OKLCh: typical lightness, chroma and hue. Several for a wide name.
struct Prototype {
  const char* name;
  double lightness, chroma, hue;
};

// Centres set by hand from the basic colour terms (Berlin and Kay; XKCD colour survey) and the swatches of the
// K-Fashion guideline's names, then corrected on photos where neighbours were confused.
constexpr Prototype kPrototypes[] = {
    {"black", 0.17, 0.005, 0},      {"black", 0.26, 0.008, 280},    {"black", 0.28, 0.008, 60},
    {"black", 0.16, 0.028, 278},    {"black", 0.24, 0.020, 280},    {"black", 0.22, 0.018, 60},
    {"white", 0.96, 0.004, 90},     {"white", 0.90, 0.008, 80},     {"white", 0.87, 0.010, 260},
    {"white", 0.91, 0.030, 80},     {"white", 0.84, 0.018, 75},     {"white", 0.90, 0.022, 268},
    {"grey", 0.45, 0.006, 260},     {"grey", 0.58, 0.006, 260},     {"grey", 0.72, 0.006, 260},
    {"grey", 0.52, 0.016, 70},      {"grey", 0.37, 0.008, 260},     {"grey", 0.69, 0.022, 60},
    {"grey", 0.44, 0.022, 258},     {"grey", 0.62, 0.016, 255},     {"red", 0.52, 0.200, 27},
    {"red", 0.60, 0.200, 25},       {"red", 0.45, 0.165, 26},       {"pink", 0.82, 0.085, 0},
    {"pink", 0.72, 0.130, 3},       {"pink", 0.65, 0.200, 358},     {"pink", 0.86, 0.050, 15},
    {"pink", 0.74, 0.110, 18},      {"pink", 0.53, 0.200, 2},       {"pink", 0.60, 0.220, 359},
    {"orange", 0.70, 0.170, 52},    {"orange", 0.62, 0.160, 44},    {"orange", 0.77, 0.140, 60},
    {"beige", 0.82, 0.040, 78},     {"beige", 0.74, 0.050, 75},     {"beige", 0.88, 0.035, 82},
    {"beige", 0.68, 0.048, 75},     {"brown", 0.38, 0.060, 52},     {"brown", 0.48, 0.080, 58},
    {"brown", 0.56, 0.085, 62},     {"brown", 0.32, 0.040, 50},     {"brown", 0.46, 0.045, 58},
    {"yellow", 0.88, 0.150, 98},    {"yellow", 0.82, 0.160, 92},    {"yellow", 0.91, 0.090, 102},
    {"yellow", 0.74, 0.135, 86},    {"green", 0.52, 0.140, 146},    {"green", 0.62, 0.150, 145},
    {"green", 0.40, 0.090, 155},    {"green", 0.70, 0.140, 135},    {"green", 0.54, 0.100, 165},
    {"green", 0.36, 0.045, 165},    {"green", 0.34, 0.050, 145},    {"khaki", 0.48, 0.050, 112},
    {"khaki", 0.40, 0.040, 112},    {"khaki", 0.56, 0.055, 108},    {"khaki", 0.46, 0.040, 130},
    {"khaki", 0.46, 0.032, 102},    {"khaki", 0.36, 0.030, 108},    {"khaki", 0.56, 0.036, 104},
    {"mint", 0.86, 0.075, 172},     {"mint", 0.78, 0.085, 178},     {"mint", 0.72, 0.090, 186},
    {"mint", 0.88, 0.060, 160},     {"blue", 0.50, 0.170, 260},     {"blue", 0.56, 0.130, 254},
    {"blue", 0.44, 0.170, 264},     {"blue", 0.50, 0.075, 253},     {"blue", 0.58, 0.070, 248},
    {"blue", 0.60, 0.120, 240},     {"navy", 0.26, 0.065, 265},     {"navy", 0.32, 0.055, 262},
    {"navy", 0.24, 0.040, 270},     {"navy", 0.34, 0.080, 266},     {"sky_blue", 0.82, 0.070, 238},
    {"sky_blue", 0.75, 0.075, 242}, {"sky_blue", 0.87, 0.040, 242}, {"sky_blue", 0.70, 0.050, 248},
    {"purple", 0.46, 0.160, 304},   {"purple", 0.38, 0.110, 308},   {"purple", 0.55, 0.140, 312},
    {"purple", 0.48, 0.160, 325},   {"lavender", 0.80, 0.075, 304}, {"lavender", 0.72, 0.085, 302},
    {"lavender", 0.85, 0.045, 300}, {"wine", 0.35, 0.110, 15},      {"wine", 0.30, 0.080, 12},
    {"wine", 0.40, 0.125, 20},      {"wine", 0.40, 0.110, 5},
};

}  // namespace

std::vector<ColourScore> score_names(const Oklab& colour) {
  std::vector<ColourScore> scores;
  double total = 0;
  for (const Prototype& p : kPrototypes) {
    const double a = p.chroma * std::cos(p.hue * kDegree);
    const double b = p.chroma * std::sin(p.hue * kDegree);
    // Near grey a small step in chroma changes the name; among strong colours it does not.
    const double tolerance = 0.012 + 0.18 * p.chroma;
    const double dl = (colour.l - p.lightness) / 0.090;
    const double da = (colour.a - a) / tolerance;
    const double db = (colour.b - b) / tolerance;
    // Heavier tails than a normal curve: a colour far from everything still has a nearest name.
    const double fit = 1 / std::pow(1 + 0.5 * (dl * dl + da * da + db * db), 2);
    const auto known =
        std::find_if(scores.begin(), scores.end(), [&](const ColourScore& s) { return s.name == p.name; });
    if (known == scores.end()) {
      scores.push_back({p.name, fit});
    } else {
      known->score = std::max(known->score, fit);
    }
  }
  for (const ColourScore& s : scores) {
    total += s.score;
  }
  for (ColourScore& s : scores) {
    s.score /= total;
  }
  std::stable_sort(scores.begin(), scores.end(),
                   [](const ColourScore& p, const ColourScore& q) { return p.score > q.score; });
  return scores;
}

}  // namespace jaedan::inference
