#include "labeling/synth/paint/cut.h"

#include <algorithm>
#include <cmath>

#include "labeling/synth/noise.h"

namespace jaedan::labeling::synth {
namespace {

struct LengthLevels {
  Part part;
  const char* length;
  double from, to;
};

constexpr LengthLevels kLengths[] = {
    {Part::kTop, "crop", 0.350, 0.400},     {Part::kTop, "normal", 0.465, 0.515},
    {Part::kTop, "long", 0.550, 0.620},     {Part::kOuter, "crop", 0.370, 0.425},
    {Part::kOuter, "normal", 0.475, 0.530}, {Part::kOuter, "half", 0.560, 0.640},
    {Part::kOuter, "long", 0.720, 0.800},   {Part::kOuter, "maxi", 0.850, 0.920},
    {Part::kBottom, "mini", 0.580, 0.635},  {Part::kBottom, "knee", 0.700, 0.750},
    {Part::kBottom, "midi", 0.800, 0.860},  {Part::kBottom, "ankle", 0.895, 0.935},
    {Part::kBottom, "maxi", 0.955, 0.975},  {Part::kDress, "mini", 0.590, 0.650},
    {Part::kDress, "knee", 0.700, 0.750},   {Part::kDress, "midi", 0.800, 0.860},
    {Part::kDress, "ankle", 0.890, 0.930},  {Part::kDress, "maxi", 0.950, 0.975},
};

double neck_depth_of(const GarmentSpec& g) {
  if (g.neckline == "v") return 0.060 + 0.045 * g.whim;
  if (g.neckline == "u") return 0.060 + 0.030 * g.whim;
  if (g.neckline == "square") return 0.055 + 0.020 * g.whim;
  if (g.neckline == "boat") return 0.016;
  if (g.neckline == "turtle" || g.collar == "band" || g.collar == "china") return 0.008;
  if (!g.collar.empty()) return g.is("shirt") || g.is("blouse") ? 0.030 + 0.02 * g.whim : 0.026;
  return 0.022 + 0.016 * g.whim;
}

double ease_of(const std::string& fit) {
  if (fit == "tight") return 0.002;
  if (fit == "loose") return 0.024;
  if (fit == "oversized") return 0.040;
  return 0.011;
}

}  // namespace

double hem_level(Part part, const std::string& length, double whim) {
  for (const LengthLevels& levels : kLengths) {
    if (levels.part == part && length == levels.length) return levels.from + (levels.to - levels.from) * whim;
  }
  return 0.5;
}

TrunkCut trunk_cut(const GarmentSpec& g, const Figure& figure) {
  TrunkCut cut;
  cut.hem = hem_level(g.part, g.length, g.whim);
  cut.ease = ease_of(g.fit);
  cut.fitted = g.fit == "tight" ? 0.95 : g.fit == "normal" ? 0.45 : 0.1;
  if (g.part == Part::kOuter) cut.ease += 0.010;
  if (g.is("padding")) cut.ease += 0.018;
  if (g.is("coat")) cut.flare = 0.03 + 0.10 * g.whim;
  if (g.part == Part::kDress) {
    cut.fitted = g.fit == "loose" || g.fit == "oversized" ? 0.15 : 0.9;
    cut.flare = g.has("flare") || g.has("pleats") ? 0.32 + 0.22 * g.whim
                : g.fit == "tight"                ? -0.02
                                                  : 0.08 + 0.16 * g.whim;
    cut.flare_from = cut.flare > 0.25 ? level::kWaist : level::kHip;
  }
  if (g.is("blouse")) cut.flare = 0.05;
  cut.shoulder = figure.build.shoulder + 0.2 * cut.ease;
  if (g.fit == "oversized" || g.has("drop_shoulder")) {
    cut.shoulder += 0.016;
    cut.shoulder_drop = 0.014;
  }
  // The shoulders of what is worn below must not show above an outer's.
  if (g.part == Part::kOuter) cut.shoulder_drop = -0.004;
  cut.neck = figure.build.neck + 0.009;
  cut.neck_depth = neck_depth_of(g);
  if (g.neckline == "boat") cut.neck = 0.066;
  if (g.neckline == "square") cut.neck = 0.050 + 0.01 * g.whim;
  if (g.neckline == "u") cut.neck = 0.044;
  cut.sleeved = g.sleeve_length != "sleeveless" && g.sleeve_length != "none" && !g.sleeve_length.empty();
  cut.strap = g.is("vest") ? 0.088 : g.is("bra_top") ? 0.056 : 0.060 + 0.024 * g.whim;
  cut.strap = std::max(cut.strap, cut.neck + 0.012);
  if (g.neckline == "sweetheart") cut.top = 0.232;
  if (g.neckline == "off_shoulder") cut.top = 0.222;
  return cut;
}

double cloth_half_width(const TrunkCut& cut, const Figure& figure, double lv) {
  const double bust = figure.body_half_width(level::kBust) + cut.ease;
  const double hip = figure.body_half_width(level::kHip) + cut.ease;
  double half;
  if (lv <= level::kHip) {
    const double t = std::clamp((lv - level::kBust) / (level::kHip - level::kBust), 0.0, 1.0);
    const double straight = bust + (hip - bust) * t;
    const double close = figure.body_half_width(lv) + cut.ease;
    half = straight + (close - straight) * cut.fitted;
  } else {
    half = hip;
  }
  const double below = std::max(0.0, lv - cut.flare_from);
  if (cut.flare_from < level::kHip) {
    const double waist = figure.body_half_width(level::kWaist) + cut.ease;
    if (below > 0) half = std::max(waist + cut.flare * below, lv <= level::kHip ? half : hip * 0.98);
    return half;
  }
  return half + cut.flare * below;
}

std::vector<Knot> trunk_side(const TrunkCut& cut, const Figure& figure, int side, double hem) {
  const double s = side_sign(side);
  const auto at = [&](double lv, double half) { return figure.at(lv, s * half); };
  std::vector<Knot> knots;
  const double armpit = level::kArmpit + 0.35 * cut.ease;
  const double at_armpit = figure.build.chest + cut.ease;
  if (cut.top > 0) {
    knots.push_back(corner(at(cut.top, figure.build.chest + cut.ease + 0.004)));
  } else if (cut.sleeved) {
    knots.push_back(corner(at(level::kShoulder - 0.004 + cut.shoulder_drop, cut.shoulder)));
    knots.push_back(smooth(at((level::kShoulder + armpit) / 2, (cut.shoulder + at_armpit) / 2 + 0.002)));
    knots.push_back(smooth(at(armpit, at_armpit)));
  } else {
    const double slope = (cut.strap - cut.neck) * 0.30;
    knots.push_back(corner(at(level::kNeck + 0.004 + slope, cut.strap)));
    // However loose the rest, an armhole without a sleeve lies close to the body.
    const double close = figure.build.chest + std::min(cut.ease, 0.008);
    knots.push_back(smooth(at(0.212, std::min(cut.strap, close) - 0.004)));
    knots.push_back(smooth(at(0.243, close - 0.012)));
    knots.push_back(corner(at(0.262, close - 0.001)));
  }
  for (const double lv : {0.300, 0.345, 0.388, 0.430, 0.470, 0.510, 0.580, 0.660, 0.740, 0.820, 0.900}) {
    if (lv < hem - 0.02) knots.push_back(smooth(at(lv, cloth_half_width(cut, figure, lv))));
  }
  knots.push_back(corner(at(hem, cloth_half_width(cut, figure, hem))));
  return knots;
}

Ring trunk_outline(const TrunkCut& cut, const GarmentSpec& garment, const Figure& figure, double forced_hem) {
  const double hem = forced_hem > 0 ? forced_hem : cut.hem;
  std::vector<Knot> left = trunk_side(cut, figure, 0, hem);
  std::vector<Knot> right = trunk_side(cut, figure, 1, hem);
  // The hem sags in the middle, and waves when there is much cloth in it.
  std::vector<Knot> hem_knots;
  const double half = cloth_half_width(cut, figure, hem);
  const double waves = std::max(0.0, cut.flare) * 0.020;
  constexpr int kWaves = 9;
  for (int i = 1; i < kWaves; ++i) {
    const double t = 2.0 * i / kWaves - 1;
    const double ripple = waves * (hash_noise(i, 3, garment.fabric.seed) - 0.5) * 2;
    hem_knots.push_back(smooth(figure.at(hem + 0.008 * (1 - t * t) + ripple, -t * half)));
  }
  std::vector<Knot> all;
  if (cut.top > 0) {
    const double heart = garment.neckline == "sweetheart" ? 0.018 : 0.0;
    all.push_back(corner(figure.at(cut.top + heart, 0)));
    if (heart > 0) all.push_back(smooth(figure.at(cut.top - 0.008, figure.build.chest * 0.5)));
  } else if (garment.neckline == "one_shoulder") {
    // One side has no strap: the cloth runs from the armpit up to the other shoulder.
    const int bare = garment.whim < 0.5 ? 0 : 1;
    const double s = -side_sign(bare);
    std::vector<Knot>& bare_side = bare == 0 ? left : right;
    bare_side.erase(bare_side.begin(), bare_side.begin() + (cut.sleeved ? 2 : 3));
    all.push_back(corner(figure.at(level::kNeck + 0.004, s * cut.neck)));
    if (bare == 1) {
      std::vector<Knot> outline = right;
      outline.insert(outline.end(), hem_knots.begin(), hem_knots.end());
      outline.insert(outline.end(), left.rbegin(), left.rend());
      outline.push_back(all[0]);
      return closed_curve(outline);
    }
  } else {
    all.push_back(corner(figure.at(level::kNeck, -cut.neck)));
    all.push_back(corner(figure.at(level::kNeck, cut.neck)));
  }
  all.insert(all.end(), right.begin(), right.end());
  all.insert(all.end(), hem_knots.begin(), hem_knots.end());
  all.insert(all.end(), left.rbegin(), left.rend());
  if (cut.top > 0 && garment.neckline == "sweetheart") {
    all.push_back(smooth(figure.at(cut.top - 0.008, -figure.build.chest * 0.5)));
  }
  return closed_curve(all);
}

std::vector<Ring> neck_hole(const TrunkCut& cut, const GarmentSpec& garment, const Figure& figure) {
  if (cut.top > 0 || garment.neckline == "one_shoulder") return {};
  const double n = cut.neck;
  const double top = level::kNeck - 0.03;
  const double bottom = level::kNeck + cut.neck_depth;
  std::vector<Knot> knots = {corner(figure.at(top, -n)), corner(figure.at(top, n))};
  const auto add = [&](bool sharp, double lv, double dx) { knots.push_back({figure.at(lv, dx), sharp}); };
  add(true, level::kNeck, n);
  const bool v =
      garment.neckline == "v" || (!garment.collar.empty() && garment.collar != "band" && garment.collar != "china");
  if (v) {
    add(false, level::kNeck + 0.45 * cut.neck_depth, n * 0.60);
    add(true, bottom, 0);
    add(false, level::kNeck + 0.45 * cut.neck_depth, -n * 0.60);
  } else if (garment.neckline == "square") {
    add(true, bottom, n * 0.92);
    add(true, bottom, -n * 0.92);
  } else {
    const double full = garment.neckline == "u" ? 0.92 : 0.80;
    add(false, level::kNeck + 0.60 * cut.neck_depth, n * full);
    add(false, bottom, n * 0.32);
    add(false, bottom, -n * 0.32);
    add(false, level::kNeck + 0.60 * cut.neck_depth, -n * full);
  }
  add(true, level::kNeck, -n);
  return {closed_curve(knots)};
}

Frame trunk_frame(const TrunkCut& cut, const Figure& figure) {
  Frame frame;
  frame.origin = figure.at(level::kNeck, 0);
  const Point down = direction(figure.at(level::kNeck, 0), figure.at(level::kHip, 0));
  frame.angle = std::atan2(-down.x, down.y);
  if (cut.flare > 0.2) frame.apex = figure.height * 0.55;
  return frame;
}

}  // namespace jaedan::labeling::synth
