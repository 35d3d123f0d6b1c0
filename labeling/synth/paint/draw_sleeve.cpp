#include <algorithm>
#include <cmath>

#include "labeling/synth/paint/garments.h"

namespace jaedan::labeling::synth {
namespace {

constexpr double kElbowAt = 0.54;  // of the arm's length

struct Widths {
  double shoulder, elbow, wrist;
};

Widths sleeve_widths(const GarmentSpec& g, const Figure& figure) {
  const Build& b = figure.build;
  double ease = g.fit == "tight" ? 0.002 : g.fit == "loose" ? 0.011 : g.fit == "oversized" ? 0.017 : 0.005;
  if (g.part == Part::kOuter) ease += 0.004;
  if (g.is("padding")) ease += 0.014;
  Widths w = {b.upper_arm + ease + 0.004, b.elbow + ease, b.wrist + ease * 0.8};
  const bool wide_cuff = g.part == Part::kDress ? g.whim > 0.7 : g.is("coat");
  if (wide_cuff) w.wrist += 0.008;
  if (g.has("puff")) {
    w.shoulder += 0.010;
    w.elbow += 0.008;
  }
  return w;
}

/// A band of ribs or a shirt cuff at the end of a long sleeve.
void paint_cuff(Painter& painter, const Figure& figure, const GarmentSpec& garment, const Polyline& arm, double end,
                double width) {
  const bool ribbed = garment.is("hoodie") || garment.is("knitwear") || garment.is("jumper") ||
                      garment.is("cardigan") || garment.is("zip_up") || garment.has("puff");
  const bool stitched = garment.is("shirt") || garment.is("blouse") || garment.material == "denim";
  if (!ribbed && !stitched) return;
  const double from = end - (ribbed ? 0.09 : 0.10);
  if (ribbed) {
    Piece cuff;
    cuff.shape = {tube(piece_of(arm, from, end), {width * 1.0, width * 0.90})};
    const Point down = direction(point_along(arm, from), point_along(arm, end));
    cuff.form.frame = {point_along(arm, from), std::atan2(-down.x, down.y), 0};
    cuff.form.roundness = width;
    cuff.form.bulge = 0.6;
    cuff.shadow = 0.25;
    Fabric ribs = darkened(garment.fabric, 0.93);
    ribs.pattern = nullptr;
    ribs.weave.rib = 0.16;
    ribs.weave.rib_pitch = 3.0;
    ribs.weave.quilt = 0;
    painter.paint(cuff, ribs, mask_value(garment.part));
    return;
  }
  const Point at = point_along(arm, from);
  const Point across = turned(direction(at, point_along(arm, end)));
  painter.line({at + across * width, at - across * width}, 0.9 * figure.unit(), seam_ink(garment, 0.55));
}

/// The inner edge of an upper arm lies against the trunk's side, not on its front.
Point beside_trunk(const Figure& figure, const TrunkCut& cut, Point inner, int side, double t) {
  if (t > 0.5) return inner;
  const double lv = (inner.y - figure.crown.y) / figure.height;
  if (lv < level::kArmpit - 0.02) return inner;
  const double s = side_sign(side);
  const double dx = s * (inner.x - figure.at(lv, 0).x) / figure.height;
  const double border = cloth_half_width(cut, figure, lv) - 0.006;
  return dx < border ? figure.at(lv, s * border) : inner;
}

}  // namespace

double sleeve_reach(const GarmentSpec& garment) {
  if (garment.sleeve_length == "cap") return 0.17 + 0.04 * garment.whim;
  if (garment.sleeve_length == "short") return 0.34 + 0.14 * garment.whim;
  if (garment.sleeve_length == "three_quarter") return 0.66 + 0.12 * garment.whim;
  if (garment.sleeve_length == "long") return 0.98 + 0.04 * garment.whim;
  return 0;
}

void paint_sleeve(Painter& painter, const Figure& figure, const GarmentSpec& garment, int side, Random& random) {
  const double reach = std::min(1.0, sleeve_reach(garment));
  if (reach <= 0) return;
  const TrunkCut cut = trunk_cut(garment, figure);
  const double h = figure.height;
  const double unit = figure.unit();
  const Widths widths = sleeve_widths(garment, figure);
  Polyline arm = figure.arm(side);
  // A dropped shoulder seam takes the arm's cloth with it.
  arm[0] =
      arm[0] + Point{side_sign(side) * 0.3 * (cut.shoulder - figure.build.shoulder) * h, 0.3 * cut.shoulder_drop * h};
  if (sleeve_reach(garment) > 1.0) {
    arm[2] = arm[2] + direction(arm[1], arm[2]) * ((sleeve_reach(garment) - 1.0) * 0.3 * h);
  }
  const Polyline smooth_arm = open_curve(arm);
  const auto width_at = [&](double t) {
    const double w = t < kElbowAt ? widths.shoulder + (widths.elbow - widths.shoulder) * t / kElbowAt
                                  : widths.elbow + (widths.wrist - widths.elbow) * (t - kElbowAt) / (1 - kElbowAt);
    return w * h;
  };
  const double s = side_sign(side);
  struct Edge {
    Point outer, inner;
  };
  double end_width = 0;
  const auto edge_at = [&](double t) {
    const Point at = point_along(smooth_arm, t);
    const Point outwards = turned(direction(point_along(smooth_arm, std::max(0.0, t - 0.04)),
                                            point_along(smooth_arm, std::min(1.0, t + 0.04)))) *
                           -s;
    double w = width_at(t);
    if (garment.has("puff") && t > 0.75 * reach && t < 0.97 * reach) w += 0.006 * h;
    if (reach < 0.6) w += 0.005 * h * t / reach;  // short sleeves stand off the arm
    end_width = w;
    return Edge{at + outwards * w, beside_trunk(figure, cut, at - outwards * w, side, t)};
  };
  // The cap: from the shoulder seam to the armpit, which the trunk's outline runs through as well.
  std::vector<Knot> outer_knots, inner_knots;
  double start = std::min(0.15, 0.5 * reach);
  if (cut.top > 0) {
    outer_knots.push_back(corner(edge_at(0.15).outer));
    inner_knots.push_back(corner(figure.at(cut.top, s * (figure.build.chest + cut.ease - 0.002))));
    inner_knots.push_back(corner(figure.at(cut.top + 0.04, s * (figure.build.chest + cut.ease - 0.002))));
    start = 0.22;
  } else {
    const double armpit = level::kArmpit + 0.35 * cut.ease;
    outer_knots.push_back(corner(figure.at(level::kShoulder - 0.005 + cut.shoulder_drop, s * (cut.shoulder - 0.003))));
    if (garment.has("puff")) {
      const Point top = figure.at(level::kShoulder - 0.014 + cut.shoulder_drop, s * (cut.shoulder + 0.012));
      outer_knots.push_back(smooth(top));
    }
    inner_knots.push_back(corner(figure.at(armpit, s * (figure.build.chest + cut.ease - 0.002))));
  }
  constexpr int kSteps = 7;
  for (int i = 0; i <= kSteps; ++i) {
    const Edge edge = edge_at(start + (reach - start) * i / kSteps);
    outer_knots.push_back({edge.outer, i == kSteps});
    if (i == kSteps || start + (reach - start) * i / kSteps > 0.24) inner_knots.push_back({edge.inner, i == kSteps});
  }
  outer_knots.insert(outer_knots.end(), inner_knots.rbegin(), inner_knots.rend());
  Piece piece;
  piece.shape = {closed_curve(outer_knots)};
  const Point down = direction(arm[0], arm[1]);
  piece.form.frame = {arm[0], std::atan2(-down.x, down.y), 0};
  piece.form.roundness = widths.shoulder * 1.05 * h;
  piece.form.bulge = figure.person ? 0.7 : 0.35;
  piece.form.wrinkle = 0.7;
  piece.shadow = 0.9;
  const bool bent = std::abs(cross(arm[0], arm[1], arm[2])) > 0.0035 * h * h;
  if (reach > 0.55) {
    // Creases cross the inside of the elbow; a straight arm has weaker ones.
    const int count = random.integer(2, 4);
    for (int i = 0; i < count; ++i) {
      const double t = kElbowAt + random.uniform(-0.14, 0.12);
      const Point at = point_along(smooth_arm, t);
      const Point ahead = direction(at, point_along(smooth_arm, std::min(1.0, t + 0.05)));
      const Point across = turned(ahead);
      const double w = width_at(t);
      const double slant = random.uniform(-0.5, 0.5);
      piece.form.creases.push_back({{at - across * w + ahead * (slant * w), at - ahead * (0.2 * w),
                                     at + across * (w * 0.7) - ahead * (slant * w)},
                                    random.uniform(2.2, 4.2) * unit,
                                    random.uniform(0.9, 1.8) * unit * (bent ? 1.5 : 0.8)});
    }
  }
  if (garment.has("puff")) {
    piece.form.drape = {0.7 * unit, 6.5 * unit, -20 * unit, 0, false};
  }
  painter.paint(piece, garment.fabric, mask_value(garment.part));
  if (reach > 0.9) {
    paint_cuff(painter, figure, garment, smooth_arm, 1.0, end_width);
  } else {
    const Point at = point_along(smooth_arm, reach - 0.018);
    const Point across = turned(direction(at, point_along(smooth_arm, reach)));
    painter.line({at + across * end_width, at - across * end_width}, 0.8 * unit, seam_ink(garment, 0.4));
  }
}

}  // namespace jaedan::labeling::synth
