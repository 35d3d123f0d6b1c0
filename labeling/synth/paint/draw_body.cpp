#include <algorithm>
#include <cmath>

#include "labeling/synth/paint/people.h"

namespace jaedan::labeling::synth {
namespace {

Fabric skin_fabric(const Figure& figure, const Looks& looks) {
  return plain_fabric(looks.skin, "skin", figure.unit(), looks.seed);
}

Piece round_piece(std::vector<Ring> shape, double roundness, double bulge, double shadow) {
  Piece piece;
  piece.shape = std::move(shape);
  piece.form.frame.origin = piece.shape[0][0];
  piece.form.roundness = roundness;
  piece.form.bulge = bulge;
  piece.shadow = shadow;
  return piece;
}

Ring trunk_of(const Figure& figure) {
  const Build& b = figure.build;
  std::vector<Knot> knots;
  const auto add = [&](double lv, double dx) { knots.push_back(smooth(figure.at(lv, dx))); };
  struct Spot {
    double lv, dx;
  };
  const Spot right[] = {
      {0.100, b.neck * 0.95},      {0.140, b.neck},          {0.160, b.neck + 0.008},  {0.172, b.neck + 0.03},
      {0.183, b.shoulder - 0.012}, {0.200, b.shoulder},      {0.228, b.chest + 0.008}, {level::kArmpit, b.chest},
      {level::kBust, b.chest},     {level::kWaist, b.waist}, {level::kHip, b.hip},     {level::kCrotch, b.hip * 0.985}};
  for (const Spot& spot : right) {
    add(spot.lv, spot.dx);
  }
  add(level::kCrotch + 0.012, 0);
  for (int i = static_cast<int>(std::size(right)) - 1; i >= 0; --i) {
    add(right[i].lv, -right[i].dx);
  }
  return closed_curve(knots);
}

Ring leg_of(const Figure& figure, int side, double to) {
  const Build& b = figure.build;
  const double h = figure.height;
  const Polyline leg = open_curve(figure.leg(side));
  const double t_calf = 0.70;
  return tube({point_along(leg, 0), point_along(leg, 0.28 * to), point_along(leg, 0.53 * to),
               point_along(leg, t_calf * to), point_along(leg, 0.88 * to), point_along(leg, to)},
              {b.thigh * h, b.thigh * 0.90 * h, b.knee * h, b.calf * h, b.ankle * 1.12 * h, b.ankle * h});
}

void paint_leg(Painter& painter, const Figure& figure, const Looks& looks, int side) {
  Piece leg = round_piece({leg_of(figure, side, 1.0)}, figure.build.thigh * figure.height, 0.75, 0.7);
  const Point down = direction(figure.hip[side], figure.ankle[side]);
  leg.form.frame = {figure.hip[side], std::atan2(-down.x, down.y), 0};
  const bool tights = looks.legwear == Looks::Legwear::kTights;
  Fabric fabric = skin_fabric(figure, looks);
  if (tights) fabric = plain_fabric(looks.legwear_colour, "spandex", figure.unit(), looks.seed);
  if (tights) fabric.weave.wrinkle = 0;
  painter.paint(leg, fabric, 0);
  if (looks.legwear != Looks::Legwear::kSocks) return;
  const Polyline line = open_curve(figure.leg(side));
  const Build& b = figure.build;
  Piece sock = round_piece(
      {tube(piece_of(line, 0.80, 1.0),
            {b.calf * 0.93 * figure.height, b.ankle * 1.25 * figure.height, b.ankle * 1.15 * figure.height})},
      b.calf * figure.height, 0.75, 0.2);
  Fabric cloth = plain_fabric(looks.legwear_colour, "knit", figure.unit(), looks.seed);
  painter.paint(sock, cloth, 0);
}

}  // namespace

void paint_body(Painter& painter, const Figure& figure, const Looks& looks) {
  const int back = figure.ankle[0].y <= figure.ankle[1].y ? 0 : 1;
  paint_leg(painter, figure, looks, back);
  paint_leg(painter, figure, looks, 1 - back);
  painter.paint(round_piece({trunk_of(figure)}, 0.075 * figure.height, 0.55, 0), skin_fabric(figure, looks), 0);
  // Collar bones.
  const Ink shade = {lit(looks.skin, 0.55), 0.35, 0};
  for (const double s : {-1.0, 1.0}) {
    painter.line(open_curve({figure.at(0.181, s * 0.010), figure.at(0.180, s * 0.035), figure.at(0.185, s * 0.070)}),
                 1.0 * figure.unit(), shade);
  }
}

void paint_arm(Painter& painter, const Figure& figure, const Looks& looks, int side, double from) {
  const Build& b = figure.build;
  const double h = figure.height;
  const double s = side_sign(side);
  const Polyline arm = open_curve(figure.arm(side));
  std::vector<Knot> outer = {corner(figure.at(0.181, s * (b.shoulder - 0.018)))};
  std::vector<Knot> inner = {corner(figure.at(level::kArmpit - 0.004, s * (b.chest - 0.010)))};
  struct Girth {
    double t, half;
  };
  const Girth girths[] = {{0.12, b.upper_arm * 1.02},
                          {0.28, b.upper_arm},
                          {0.42, b.upper_arm * 0.90},
                          {0.54, b.elbow},
                          {0.66, b.elbow * 0.98},
                          {0.84, b.wrist * 1.15},
                          {1.0, b.wrist}};
  for (const Girth& girth : girths) {
    const Point outwards = turned(direction(point_along(arm, std::max(0.0, girth.t - 0.05)),
                                            point_along(arm, std::min(1.0, girth.t + 0.05)))) *
                           -s;
    outer.push_back({point_along(arm, girth.t) + outwards * (girth.half * h), girth.t == 1.0});
    inner.push_back({point_along(arm, girth.t) - outwards * (girth.half * h), girth.t == 1.0});
  }
  outer.insert(outer.end(), inner.rbegin(), inner.rend());
  const Ring ring = closed_curve(outer);
  // Shaded together with the trunk, so that the shoulder has no seam.
  Piece piece = round_piece({ring, trunk_of(figure)}, b.upper_arm * h, 0.75, 0.7);
  piece.only = {from > 0 ? tube(piece_of(arm, from, 1.0), {0.06 * h, 0.06 * h}) : ring};
  if (from > 0) piece.shape = {ring};
  painter.paint(piece, skin_fabric(figure, looks), 0);
}

void paint_hand(Painter& painter, const Figure& figure, const Looks& looks, int side) {
  const double h = figure.height * 1.12;  // hands look larger than they are because they stick out of sleeves
  const bool in_pocket = figure.arm_pose[side] == ArmPose::kPocket;
  const double s = side_sign(side);
  Point ahead = direction(figure.elbow[side], figure.wrist[side]);
  if (in_pocket) ahead = direction({0, 0}, {-s * 0.45, 0.9});
  if (figure.arm_pose[side] == ArmPose::kOnHip) ahead = direction({0, 0}, {-s * 0.6, 0.8});
  const Point aside = turned(ahead);
  const Point wrist = figure.wrist[side] - ahead * (0.006 * h);
  const auto at = [&](double along, double across) { return wrist + ahead * (along * h) + aside * (across * s * h); };
  const double w = figure.build.wrist;
  const bool fist = figure.arm_pose[side] == ArmPose::kHoldsBag;
  const double length = fist ? 0.034 : 0.052;
  const Ring palm =
      closed_curve({smooth(at(0, -w)), smooth(at(0.014, -w - 0.004)), smooth(at(0.028, -w - 0.003)),
                    smooth(at(length - 0.006, -w + 0.002)), smooth(at(length, 0.000)),
                    smooth(at(length - 0.010, w - 0.003)), smooth(at(0.024, w + 0.001)), smooth(at(0, w))});
  const Ring thumb =
      closed_curve({smooth(at(0.006, w * 0.5)), smooth(at(0.014, w + 0.004)), smooth(at(0.026, w + 0.006)),
                    smooth(at(0.031, w + 0.003)), smooth(at(0.020, w * 0.5))});
  Piece hand = round_piece({palm, thumb}, 0.011 * h, 0.7, 0.7);
  if (in_pocket) {
    // Only what lies above the pocket's slanting edge is seen.
    const Point edge = at(0.016, 0);
    const Point along = direction({0, 0}, {s * 0.8, 0.6});
    const Point above = direction({0, 0}, {s * 0.6, -0.8});
    const double reach = 0.08 * h;
    hand.only = {{edge - along * reach, edge + along * reach, edge + along * reach + above * reach,
                  edge - along * reach + above * reach}};
    painter.paint(hand, skin_fabric(figure, looks), 0);
    painter.line({edge - along * (0.020 * h), edge + along * (0.018 * h)}, 1.2 * figure.unit(),
                 {{0.05f, 0.05f, 0.05f}, 0.5, -1});
    return;
  }
  painter.paint(hand, skin_fabric(figure, looks), 0);
  const Ink crease = {lit(looks.skin, 0.45), 0.45, 0};
  for (const double across : {-0.006, -0.0005, 0.005}) {
    painter.line({at(length * 0.62, across), at(length * 0.95, across * 0.9)}, 0.6 * figure.unit(), crease);
  }
}

}  // namespace jaedan::labeling::synth
