#include <algorithm>
#include <cmath>

#include "labeling/synth/noise.h"
#include "labeling/synth/paint/garments.h"

namespace jaedan::labeling::synth {
namespace {

/// Where the waistband sits.
double waist_level(const GarmentSpec& garment) {
  return garment.part == Part::kDress ? level::kWaist : 0.375 + 0.045 * garment.whim;
}

struct LegWidths {
  double thigh, knee, hem;
};

LegWidths leg_widths(const GarmentSpec& g, const Figure& figure) {
  const Build& b = figure.build;
  const double thigh = b.thigh;
  if (g.is("leggings")) return {thigh + 0.001, b.knee + 0.001, b.ankle + 0.002};
  if (g.is("jogger_pants")) return {thigh + 0.012, b.knee + 0.016, b.ankle + 0.010};
  if (g.fit == "skinny") return {thigh + 0.003, b.knee + 0.003, b.ankle + 0.004};
  if (g.fit == "wide") return {thigh + 0.012, b.knee + 0.032, b.ankle + 0.050};
  if (g.fit == "loose") return {thigh + 0.014, b.knee + 0.024, b.ankle + 0.024};
  if (g.fit == "bell_bottom") return {thigh + 0.003, b.knee + 0.004, b.ankle + 0.034};
  return {thigh + 0.006, b.knee + 0.011, b.ankle + 0.012};
}

Ring pelvis_outline(const Figure& figure, const GarmentSpec& garment, double waist, double ease) {
  const double at_waist = figure.body_half_width(waist) + std::min(ease, 0.006);
  const double at_hip = figure.build.hip + ease;
  return closed_curve(
      {corner(figure.at(waist, -at_waist)), smooth(figure.at(waist + 0.005, 0)), corner(figure.at(waist, at_waist)),
       smooth(figure.at(0.5 * (waist + level::kHip), 0.42 * at_waist + 0.58 * at_hip)),
       smooth(figure.at(level::kHip, at_hip)), corner(figure.at(level::kCrotch - 0.010, at_hip * 0.99)),
       corner(figure.at(level::kCrotch + 0.006 + 0.004 * garment.whim, 0)),
       corner(figure.at(level::kCrotch - 0.010, -at_hip * 0.99)), smooth(figure.at(level::kHip, -at_hip)),
       smooth(figure.at(0.5 * (waist + level::kHip), -0.42 * at_waist - 0.58 * at_hip))});
}

/// One trouser leg from the hip to the hem.
Ring leg_outline(const Figure& figure, const GarmentSpec& garment, int side, double hem) {
  const LegWidths w = leg_widths(garment, figure);
  const double h = figure.height;
  const Polyline leg = open_curve(figure.leg(side));
  // Share of the leg, from the hip joint to the ankle, that the hem leaves covered.
  const double reach = std::min(1.06, (hem - 0.500) / (level::kAnkle - 0.500));
  constexpr double kKneeAt = 0.53;
  Polyline centre;
  std::vector<double> half;
  constexpr int kSteps = 7;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = reach * i / kSteps;
    Point at = point_along(leg, std::min(t, 1.0));
    if (t > 1.0) at = at + direction(leg[leg.size() - 2], leg.back()) * ((t - 1.0) * 0.445 * h);
    double width = t < kKneeAt ? w.thigh + (w.knee - w.thigh) * t / kKneeAt
                               : w.knee + (w.hem - w.knee) * (t - kKneeAt) / (1 - kKneeAt);
    if (garment.is("leggings") && t > kKneeAt) width += 0.006 * std::sin(3.14159 * (t - kKneeAt) / (1 - kKneeAt));
    if (reach < 0.5) width += 0.010 * t / reach;  // shorts stand off the thigh
    if (garment.is("jogger_pants") && t > kKneeAt)
      width += 0.010 * std::sin(3.14159 * std::min(1.0, (t - kKneeAt) / (1 - kKneeAt)));
    centre.push_back(at);
    half.push_back(width * h);
  }
  return tube(centre, half);
}

/// From the middle of the waist down: the half of the picture that belongs to one leg.
Ring half_plane(const Figure& figure, int side) {
  const double s = side_sign(side);
  const Point middle = figure.at(level::kCrotch, 0);
  return {figure.at(0.30, 0),
          middle,
          {middle.x, figure.crown.y + 1.2 * figure.height},
          {middle.x + s * 3 * figure.height, figure.crown.y + 1.2 * figure.height},
          {middle.x + s * 3 * figure.height, figure.crown.y},
          {figure.at(0.30, 0).x, figure.crown.y}};
}

void add_leg_creases(Form& form, const Figure& figure, const GarmentSpec& garment, int side, double hem,
                     Random& random) {
  const double unit = figure.unit();
  const double s = side_sign(side);
  const LegWidths w = leg_widths(garment, figure);
  const auto whiskers = random.integer(2, 4);
  for (int i = 0; i < whiskers; ++i) {
    const double lv = level::kCrotch + random.uniform(-0.03, 0.012);
    form.creases.push_back(
        {open_curve({figure.at(lv, s * 0.004), figure.at(lv + random.uniform(-0.012, 0.01), s * 0.03),
                     figure.at(lv + random.uniform(-0.025, 0.02), s * random.uniform(0.05, 0.08))}),
         random.uniform(1.6, 3.2) * unit, random.uniform(0.7, 1.6) * unit});
  }
  if (hem < 0.78) return;
  const Polyline leg = open_curve(figure.leg(side));
  const auto across = [&](double t, double width, double depth) {
    const Point at = point_along(leg, t);
    const Point ahead = direction(at, point_along(leg, std::min(1.0, t + 0.03)));
    const Point aside = turned(ahead);
    const double slant = random.uniform(-0.4, 0.4) * width;
    form.creases.push_back({{at - aside * width + ahead * slant, at, at + aside * width - ahead * slant},
                            random.uniform(1.8, 3.2) * unit,
                            depth * unit});
  };
  const auto knees = random.integer(1, 3);
  for (int i = 0; i < knees; ++i) {
    across(0.53 + random.uniform(-0.05, 0.06), w.knee * figure.height, random.uniform(0.7, 1.5));
  }
  const bool stacked = hem > 0.93 || garment.is("jogger_pants") || garment.fit == "skinny";
  const auto folds = stacked ? random.integer(2, 5) : random.integer(0, 2);
  for (int i = 0; i < folds; ++i) {
    across(random.uniform(0.86, 1.0), w.hem * figure.height, random.uniform(0.8, 1.8));
  }
}

void paint_trousers(Painter& painter, const Figure& figure, const GarmentSpec& garment, Random& random) {
  const double waist = waist_level(garment);
  const double hem =
      hem_level(garment.part == Part::kDress ? Part::kBottom : garment.part, garment.length, garment.whim);
  const double ease = garment.is("leggings")    ? 0.001
                      : garment.fit == "skinny" ? 0.003
                      : garment.fit == "normal" ? 0.006
                                                : 0.012;
  const Ring pelvis = pelvis_outline(figure, garment, waist, ease);
  const double unit = figure.unit();
  // The leg farther from the camera first.
  const int first = figure.ankle[0].y <= figure.ankle[1].y ? 0 : 1;
  for (const int side : {first, 1 - first}) {
    Piece piece;
    piece.shape = {pelvis, leg_outline(figure, garment, side, hem)};
    if (side != first) piece.only = {half_plane(figure, side), leg_outline(figure, garment, side, hem)};
    piece.form.frame.origin = figure.hip[side];
    const Point down = direction(figure.hip[side], figure.ankle[side]);
    piece.form.frame.angle = std::atan2(-down.x, down.y);
    piece.form.roundness = (leg_widths(garment, figure).thigh + 0.004) * figure.height;
    piece.form.bulge = figure.person ? 0.6 : 0.3;
    piece.form.wrinkle = garment.is("leggings") ? 0.35 : 0.75;
    if (garment.fit == "wide" || garment.fit == "loose") {
      piece.form.drape = {2.4 * unit, 17 * unit, 0.02 * figure.height, 0.35 * figure.height, false};
    }
    add_leg_creases(piece.form, figure, garment, side, hem, random);
    piece.shadow = 1.8;
    painter.paint(piece, garment.fabric, mask_value(garment.part));
    if (side != first) {
      // Where the thighs meet, the leg in front has a dark edge even when the light comes from its side.
      const double reach = (std::min(hem, level::kAnkle) - 0.500) / (level::kAnkle - 0.500);
      const LegWidths w = leg_widths(garment, figure);
      const Polyline leg = open_curve(figure.leg(side));
      Polyline inseam;
      for (double t = 0.12; t < reach; t += 0.08) {
        const double half =
            t < 0.53 ? w.thigh + (w.knee - w.thigh) * t / 0.53 : w.knee + (w.hem - w.knee) * (t - 0.53) / 0.47;
        const Point at = point_along(leg, t);
        const Point inwards = turned(direction(at, point_along(leg, std::min(1.0, t + 0.05)))) * side_sign(side);
        inseam.push_back(at + inwards * (half * figure.height));
      }
      painter.line(inseam, 1.6 * unit, seam_ink(garment, 0.45));
    }
  }
  const Ink seam = seam_ink(garment, 0.55);
  const Ink stitch = garment.material == "denim" ? Ink{mix({0.80f, 0.55f, 0.25f}, garment.fabric.inks.ground, 0.3), 0.6,
                                                       mask_value(garment.part)}
                                                 : seam_ink(garment, 0.4);
  if (garment.part == Part::kBottom && !garment.is("leggings") && !garment.is("jogger_pants")) {
    painter.line(open_curve({figure.at(waist + 0.014, 0.002), figure.at(waist + 0.05, 0.003),
                             figure.at(level::kCrotch - 0.02, 0)}),
                 0.8 * unit, seam);
    for (const double s : {-1.0, 1.0}) {
      const double w = figure.body_half_width(waist);
      painter.line(open_curve({figure.at(waist + 0.014, s * w * 0.62), figure.at(waist + 0.036, s * (w * 0.78)),
                               figure.at(waist + 0.048, s * (w + 0.008))}),
                   1.0 * unit, stitch);
    }
  }
  if (garment.is("jogger_pants")) {
    for (int side = 0; side < 2; ++side) {
      const Polyline leg = open_curve(figure.leg(side));
      const double reach = std::min(1.0, (hem - 0.500) / (level::kAnkle - 0.500));
      const Point at = point_along(leg, reach - 0.035);
      const Point aside = turned(direction(at, point_along(leg, reach)));
      painter.line({at - aside * (0.05 * figure.height), at + aside * (0.05 * figure.height)}, 1.2 * unit,
                   seam_ink(garment, 0.5));
    }
    for (const double s : {-1.0, 1.0}) {
      painter.line(open_curve({figure.at(waist + 0.008, s * 0.006), figure.at(waist + 0.03, s * 0.010),
                               figure.at(waist + 0.052, s * 0.008)}),
                   1.4 * unit, {{0.93f, 0.93f, 0.92f}, 0.85, mask_value(garment.part)});
    }
  }
  if (garment.has("destroyed")) {
    for (int i = 0; i < 5; ++i) {
      const int side = random.integer(0, 1);
      const Point at =
          point_along(open_curve(figure.leg(side)), random.uniform(0.3, 0.7)) + Point{random.uniform(-6, 6) * unit, 0};
      for (int k = 0; k < 5; ++k) {
        const double y = at.y + k * 1.6 * unit;
        painter.line({{at.x - random.uniform(4, 8) * unit, y},
                      {at.x + random.uniform(4, 8) * unit, y + random.uniform(-0.5, 0.5) * unit}},
                     0.9 * unit, {lit(garment.fabric.inks.ground, 2.2), 0.55, mask_value(garment.part)});
      }
    }
  }
}

void paint_waistband(Painter& painter, const Figure& figure, const GarmentSpec& garment) {
  const double waist = waist_level(garment);
  const double half = figure.body_half_width(waist) + 0.008;
  const double unit = figure.unit();
  if (garment.has("belt")) {
    const Colour leather = garment.whim < 0.5 ? Colour{0.13f, 0.10f, 0.09f} : Colour{0.36f, 0.22f, 0.13f};
    const Ink ink = {leather, 1.0, mask_value(garment.part)};
    painter.spot({figure.at(waist + 0.003, -half), figure.at(waist + 0.008, 0), figure.at(waist + 0.003, half),
                  figure.at(waist + 0.018, half), figure.at(waist + 0.023, 0), figure.at(waist + 0.018, -half)},
                 ink);
    painter.line({figure.at(waist + 0.006, -0.008), figure.at(waist + 0.006, 0.008), figure.at(waist + 0.023, 0.008),
                  figure.at(waist + 0.023, -0.008), figure.at(waist + 0.006, -0.008)},
                 1.3 * unit, {{0.83f, 0.76f, 0.55f}, 0.95, mask_value(garment.part)});
    return;
  }
  painter.line(
      open_curve({figure.at(waist + 0.016, -half), figure.at(waist + 0.022, 0), figure.at(waist + 0.016, half)}),
      0.9 * unit, seam_ink(garment, 0.5));
  if (garment.is("jeans"))
    painter.spot(ellipse(figure.at(waist + 0.012, 0.004), 1.8 * unit, 1.8 * unit),
                 {{0.72f, 0.6f, 0.4f}, 0.9, mask_value(garment.part)});
}

void paint_skirt(Painter& painter, const Figure& figure, const GarmentSpec& garment) {
  const double waist = waist_level(garment);
  const double hem = hem_level(Part::kBottom, garment.length, garment.whim);
  const double unit = figure.unit();
  const double variety = hash_noise(1, 1, garment.fabric.seed);
  const bool wide = garment.has("flare") || garment.has("pleats");
  const double length = hem - level::kHip;
  const double flare = wide                  ? 0.30 + 0.25 * variety
                       : garment.has("slit") ? -0.03
                       : length < 0.16       ? 0.10 + 0.15 * variety
                                             : -0.02 + 0.2 * variety;
  const double at_waist = figure.body_half_width(waist) + 0.004;
  const double at_hip = figure.build.hip + (wide ? 0.014 : 0.004);
  const double at_hem = std::max(0.05, at_hip + flare * length);
  std::vector<Knot> knots = {corner(figure.at(waist, -at_waist)),
                             smooth(figure.at(waist + 0.006, 0)),
                             corner(figure.at(waist, at_waist)),
                             smooth(figure.at(0.5 * (waist + level::kHip), 0.40 * at_waist + 0.60 * at_hip)),
                             smooth(figure.at(level::kHip, at_hip)),
                             smooth(figure.at(0.5 * (level::kHip + hem), 0.5 * (at_hip + at_hem) + 0.004)),
                             corner(figure.at(hem - 0.006, at_hem))};
  constexpr int kWaves = 10;
  for (int i = 1; i < kWaves; ++i) {
    const double t = 1 - 2.0 * i / kWaves;
    const double ripple = std::max(0.0, flare) * 0.028 * (hash_noise(i, 5, garment.fabric.seed) - 0.5);
    knots.push_back(smooth(figure.at(hem + 0.010 * (1 - t * t) + ripple, t * at_hem)));
  }
  knots.push_back(corner(figure.at(hem - 0.006, -at_hem)));
  knots.push_back(smooth(figure.at(0.5 * (level::kHip + hem), -0.5 * (at_hip + at_hem) - 0.004)));
  knots.push_back(smooth(figure.at(level::kHip, -at_hip)));
  knots.push_back(smooth(figure.at(0.5 * (waist + level::kHip), -0.40 * at_waist - 0.60 * at_hip)));
  Piece piece;
  piece.shape = {closed_curve(knots)};
  if (garment.has("slit")) {
    const double s = garment.whim < 0.5 ? -1 : 1;
    piece.holes.push_back({figure.at(hem + 0.05, s * at_hem * 0.20), figure.at(hem - 0.4 * length, s * at_hem * 0.42),
                           figure.at(hem + 0.05, s * at_hem * 0.52)});
  }
  piece.form.frame.origin = figure.at(waist, 0);
  piece.form.frame.angle = std::atan2(-(figure.at(hem, 0).x - figure.at(waist, 0).x), (hem - waist) * figure.height);
  if (wide) piece.form.frame.apex = std::max(0.1, at_waist / std::max(flare, 0.2)) * figure.height;
  piece.form.roundness = 0.08 * figure.height;
  piece.form.bulge = figure.person ? 0.6 : 0.3;
  piece.form.wrinkle = wide ? 0.4 : 0.8;
  if (garment.has("pleats")) {
    piece.form.drape = {2.8 * unit, (5.0 + 4 * variety) * unit, 0, 0.05 * figure.height, true};
  } else if (wide) {
    piece.form.drape = {(4 + 6 * flare) * unit, (9 + 5 * variety) * unit, 0, length * figure.height, false};
  } else if (flare > 0.05) {
    piece.form.drape = {3 * unit, 18 * unit, 0.05 * figure.height, (hem - waist) * figure.height, false};
  }
  painter.paint(piece, garment.fabric, mask_value(garment.part));
  painter.line(open_curve({figure.at(hem - 0.016, -at_hem), figure.at(hem - 0.001, 0), figure.at(hem - 0.016, at_hem)}),
               0.7 * unit, seam_ink(garment, 0.3));
  if (garment.has("button")) {
    painter.line({figure.at(waist + 0.02, 0.008), figure.at(hem, 0.010)}, 0.8 * unit, seam_ink(garment, 0.45));
    for (double lv = waist + 0.035; lv < hem - 0.02; lv += 0.04) {
      painter.spot(ellipse(figure.at(lv, 0), 2.0 * unit, 2.0 * unit),
                   {{0.25f, 0.18f, 0.12f}, 0.85, mask_value(garment.part)});
    }
  }
}

}  // namespace

void paint_bottom(Painter& painter, const Figure& figure, const GarmentSpec& garment, Random& random) {
  if (garment.is("skirt")) {
    paint_skirt(painter, figure, garment);
  } else {
    paint_trousers(painter, figure, garment, random);
  }
  paint_waistband(painter, figure, garment);
}

}  // namespace jaedan::labeling::synth
