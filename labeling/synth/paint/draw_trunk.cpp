#include <algorithm>
#include <cmath>

#include "labeling/synth/paint/garments.h"

namespace jaedan::labeling::synth {
namespace {

/// Creases that run from the armpits towards the middle, and pulls around the waist.
void add_trunk_creases(Form& form, const TrunkCut& cut, const Figure& figure, double hem, bool gathered,
                       Random& random) {
  const double unit = figure.unit();
  for (int side = 0; side < 2; ++side) {
    const double s = side_sign(side);
    const int count = random.integer(1, 3);
    for (int i = 0; i < count; ++i) {
      const double lv = level::kArmpit + random.uniform(0.0, 0.03);
      const double drop = random.uniform(0.02, 0.08);
      form.creases.push_back({open_curve({figure.at(lv, s * (figure.build.chest - 0.004)),
                                          figure.at(lv + drop * 0.6, s * (figure.build.chest * 0.70)),
                                          figure.at(lv + drop, s * figure.build.chest * random.uniform(0.25, 0.55))}),
                              random.uniform(3.5, 7.0) * unit, random.uniform(0.8, 2.2) * unit});
    }
  }
  if (hem > level::kWaist && cut.fitted > 0.3) {
    const int count = random.integer(2, 4);
    for (int i = 0; i < count; ++i) {
      const double s = random.sign();
      const double lv = level::kWaist + random.uniform(-0.05, 0.06);
      const double half = cloth_half_width(cut, figure, lv);
      form.creases.push_back(
          {open_curve({figure.at(lv, s * half), figure.at(lv + random.uniform(-0.005, 0.02), s * half * 0.6),
                       figure.at(lv + random.uniform(-0.01, 0.03), s * half * random.uniform(0.1, 0.4))}),
           random.uniform(3.0, 6.0) * unit, random.uniform(0.8, 2.2) * unit});
    }
  }
  if (gathered) {
    const int count = random.integer(5, 9);
    for (int i = 0; i < count; ++i) {
      const double dx = random.uniform(-0.9, 0.9) * figure.build.waist;
      const double length = random.uniform(0.015, 0.06);
      form.creases.push_back(
          {{figure.at(hem, dx), figure.at(hem - length, dx * 1.06)}, 2.0 * unit, random.uniform(0.8, 2.2) * unit});
    }
  }
}

Form trunk_form(const TrunkCut& cut, const Figure& figure, const GarmentSpec& garment, double hem) {
  Form form;
  form.frame = trunk_frame(cut, figure);
  form.roundness = 0.085 * figure.height;
  form.bulge = figure.person ? 0.72 : 0.30;
  const double unit = figure.unit();
  const double start = (cut.flare_from - level::kNeck) * figure.height;
  if (cut.flare > 0.02 && hem > level::kHip + 0.04) {
    form.drape = {(1.5 + 14 * cut.flare) * unit, (17 - 10 * std::min(cut.flare, 0.5)) * unit, start,
                  (hem - level::kNeck) * figure.height, garment.has("pleats")};
    if (garment.has("pleats")) form.drape.wave = 9 * unit;
  } else if (garment.fit == "loose" || garment.fit == "oversized") {
    form.drape = {2.2 * unit, 30 * unit, 0.08 * figure.height, 0.35 * figure.height, false};
  }
  form.wrinkle = figure.person ? 0.8 : 1.0;
  return form;
}

}  // namespace

Fabric darkened(const Fabric& fabric, double light) {
  Fabric dark = fabric;
  for (Colour* ink : {&dark.inks.ground, &dark.inks.first, &dark.inks.second}) {
    *ink = lit(*ink, light);
  }
  return dark;
}

Ink seam_ink(const GarmentSpec& garment, double alpha) {
  return {lit(garment.fabric.inks.ground, 0.28), alpha, mask_value(garment.part)};
}

void paint_inner_back(Painter& painter, const Figure& figure, const GarmentSpec& garment) {
  TrunkCut cut = trunk_cut(garment, figure);
  if (cut.top > 0 || garment.neckline == "one_shoulder") return;
  const bool open = garment.open;
  Piece piece;
  cut.neck_depth = 0.012;
  if (open) {
    // The coat's back panel behind the legs: a little narrower than the fronts, seen from inside.
    cut.ease -= 0.004;
    cut.flare *= 0.85;
    piece.shape = {trunk_outline(cut, garment, figure, cut.hem - 0.012)};
  } else {
    piece.shape = {closed_curve({corner(figure.at(level::kNeck - 0.012, -cut.neck + 0.002)),
                                 smooth(figure.at(level::kNeck - 0.002, 0)),
                                 corner(figure.at(level::kNeck - 0.012, cut.neck - 0.002)),
                                 corner(figure.at(level::kNeck + 0.02, cut.neck + 0.006)),
                                 corner(figure.at(level::kNeck + cut.neck_depth + 0.13, 0)),
                                 corner(figure.at(level::kNeck + 0.02, -cut.neck - 0.006))})};
  }
  piece.form.frame = trunk_frame(cut, figure);
  piece.form.bulge = 0.1;
  piece.form.wrinkle = 0.6;
  Fabric inside = darkened(garment.fabric, open ? 0.34 : 0.5);
  if (garment.category != "cardigan") inside.pattern = nullptr;
  painter.paint(piece, inside, mask_value(garment.part));
  if (!open) {
    const Ink tag = {{0.93f, 0.92f, 0.9f}, 0.85, mask_value(garment.part)};
    painter.spot({figure.at(level::kNeck + 0.004, -0.010), figure.at(level::kNeck + 0.004, 0.010),
                  figure.at(level::kNeck + 0.014, 0.010), figure.at(level::kNeck + 0.014, -0.010)},
                 tag);
  }
}

void paint_trunk(Painter& painter, const Figure& figure, const GarmentSpec& garment, double forced_hem,
                 Random& random) {
  const TrunkCut cut = trunk_cut(garment, figure);
  const double hem = forced_hem > 0 ? forced_hem : cut.hem;
  Piece piece;
  piece.shape = {trunk_outline(cut, garment, figure, forced_hem)};
  piece.holes = neck_hole(cut, garment, figure);
  piece.form = trunk_form(cut, figure, garment, hem);
  add_trunk_creases(piece.form, cut, figure, hem, forced_hem > 0 || garment.has("belt"), random);
  if (garment.neckline == "halter" || (!cut.sleeved && garment.is("top") && garment.whim > 0.55)) {
    // Thin straps: what lies outside them at the shoulders goes away.
    const double width = garment.neckline == "halter" ? 0.014 : 0.008;
    for (int side = 0; side < 2; ++side) {
      const double s = side_sign(side);
      const double at_top = garment.neckline == "halter" ? cut.neck - 0.004 : cut.strap - 0.006;
      const double at_bust = figure.build.chest * 0.72;
      piece.holes.push_back(
          closed_curve({corner(figure.at(0.13, s * (at_top + width * 0.5))), corner(figure.at(0.232, s * at_bust)),
                        corner(figure.at(0.262, s * (figure.build.chest + cut.ease))),
                        corner(figure.at(0.255, s * 0.2)), corner(figure.at(0.13, s * 0.2))}));
      if (garment.neckline == "halter") continue;
      piece.holes.push_back(
          closed_curve({corner(figure.at(0.13, 0)), corner(figure.at(0.13, s * (at_top - width * 0.5))),
                        corner(figure.at(0.228, s * (at_bust - width * 1.2))),
                        smooth(figure.at(0.236, s * at_bust * 0.5)), corner(figure.at(0.236, 0))}));
    }
  }
  painter.paint(piece, garment.fabric, mask_value(garment.part));
  trim_trunk(painter, figure, garment, cut, hem, random);
}

void paint_open_fronts(Painter& painter, const Figure& figure, const GarmentSpec& garment, Random& random) {
  const TrunkCut cut = trunk_cut(garment, figure);
  for (int side = 0; side < 2; ++side) {
    const double s = side_sign(side);
    const double gap = random.uniform(0.016, 0.055);
    const double spread = random.uniform(0.0, 0.16);
    const auto edge = [&](double lv) {
      const double open = gap + spread * std::max(0.0, lv - level::kWaist);
      return std::min(open, 0.72 * cloth_half_width(cut, figure, lv));
    };
    std::vector<Knot> knots = {corner(figure.at(level::kNeck - 0.004, s * (cut.neck - 0.002)))};
    const std::vector<Knot> outer = trunk_side(cut, figure, side, cut.hem);
    knots.insert(knots.end(), outer.begin(), outer.end());
    const double half = cloth_half_width(cut, figure, cut.hem);
    knots.push_back(smooth(figure.at(cut.hem + 0.005, s * (half + edge(cut.hem)) * 0.5)));
    knots.push_back(corner(figure.at(cut.hem, s * edge(cut.hem))));
    for (double lv = cut.hem - 0.05; lv > level::kWaist + 0.02; lv -= 0.06) {
      knots.push_back(smooth(figure.at(lv, s * edge(lv))));
    }
    knots.push_back(smooth(figure.at(level::kWaist, s * gap)));
    knots.push_back(smooth(figure.at(0.27, s * (gap * 0.5 + cut.neck * 0.5))));
    Piece piece;
    piece.shape = {closed_curve(knots)};
    piece.form = trunk_form(cut, figure, garment, cut.hem);
    piece.form.roundness = 0.05 * figure.height;
    piece.form.bulge = 0.5;
    if (piece.form.drape.depth <= 0) {
      piece.form.drape = {2.5 * figure.unit(), 24 * figure.unit(), 0.1 * figure.height, 0.4 * figure.height, false};
    }
    piece.shadow = 1.6;
    add_trunk_creases(piece.form, cut, figure, cut.hem, false, random);
    painter.paint(piece, garment.fabric, mask_value(garment.part));
    Polyline front;
    for (double lv = cut.hem - 0.004; lv > 0.30; lv -= 0.02) {
      front.push_back(figure.at(lv, s * (edge(lv) + 0.005)));
    }
    painter.line(front, 0.8 * figure.unit(), seam_ink(garment, 0.5));
    if (garment.has("zipper") || garment.is("zip_up")) {
      Polyline teeth;
      for (double lv = cut.hem - 0.004; lv > 0.20; lv -= 0.02) {
        teeth.push_back(figure.at(
            lv, s * ((lv > level::kWaist ? edge(lv)
                                         : gap + (cut.neck - gap) * std::clamp((level::kWaist - lv) / 0.22, 0.0, 1.0)) +
                     0.002)));
      }
      painter.line(teeth, 1.6 * figure.unit(), {{0.72f, 0.72f, 0.72f}, 0.8, mask_value(garment.part)});
    } else if (!garment.has("belt")) {
      for (double lv = 0.33; lv < std::min(cut.hem - 0.03, 0.56); lv += 0.055) {
        painter.spot(ellipse(figure.at(lv, s * (edge(std::max(lv, level::kWaist)) + 0.012)), 2.0 * figure.unit(),
                             2.2 * figure.unit()),
                     seam_ink(garment, side == 0 ? 0.75 : 0.45));
      }
    }
    if (garment.has("pocket")) {
      const double w = cloth_half_width(cut, figure, 0.46);
      painter.line({figure.at(0.455, s * (w * 0.62)), figure.at(0.470, s * (w * 0.92))}, 1.2 * figure.unit(),
                   seam_ink(garment, 0.6));
    }
  }
}

}  // namespace jaedan::labeling::synth
