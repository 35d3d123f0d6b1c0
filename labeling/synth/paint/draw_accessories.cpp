#include <algorithm>
#include <cmath>

#include "labeling/synth/paint/people.h"

namespace jaedan::labeling::synth {
namespace {

Piece leather_piece(Ring ring, double roundness, double bulge, double shadow) {
  Piece piece;
  piece.form.frame.origin = ring[0];
  piece.shape = {std::move(ring)};
  piece.form.roundness = roundness;
  piece.form.bulge = bulge;
  piece.form.wrinkle = 0.6;
  piece.shadow = shadow;
  return piece;
}

/// A bag's body, its upper edge in the middle at `top`.
Ring bag_body(Point top, double width, double height, double taper) {
  const double w = width / 2;
  return closed_curve({corner(top + Point{-w * taper, 0}), corner(top + Point{w * taper, 0}),
                       smooth(top + Point{w, height * 0.55}), smooth(top + Point{w * 0.93, height * 0.94}),
                       smooth(top + Point{0, height}), smooth(top + Point{-w * 0.93, height * 0.94}),
                       smooth(top + Point{-w, height * 0.55})});
}

void paint_bag_body(Painter& painter, const Figure& figure, const Looks& looks, Point top, double width, double height,
                    bool flap) {
  const double u = figure.unit();
  const Fabric leather = plain_fabric(looks.bag_colour, looks.seed % 3 ? "leather_bag" : "woven", u, looks.seed + 21);
  painter.paint(leather_piece(bag_body(top, width, height, 0.88), 0.02 * figure.height, 0.6, 1.5), leather, 0);
  const Ink seam = {lit(looks.bag_colour, 0.3), 0.6, 0};
  if (flap) {
    painter.line(open_curve({top + Point{-width * 0.46, height * 0.25}, top + Point{-width * 0.2, height * 0.48},
                             top + Point{width * 0.2, height * 0.48}, top + Point{width * 0.46, height * 0.25}}),
                 1.0 * u, seam);
    painter.spot(ellipse(top + Point{0, height * 0.48}, 2.4 * u, 2.4 * u), {{0.80f, 0.70f, 0.45f}, 0.9, 0});
  } else {
    painter.line({top + Point{-width * 0.40, height * 0.12}, top + Point{width * 0.40, height * 0.12}}, 0.8 * u, seam);
  }
}

Point hand_of(const Figure& figure, int side) {
  return figure.wrist[side] + direction(figure.elbow[side], figure.wrist[side]) * (0.024 * figure.height);
}

void paint_foot(Painter& painter, const Figure& figure, const Looks& looks, int side) {
  const double s = side_sign(side);
  const double h = figure.height;
  const Point ankle = figure.ankle[side];
  // Feet point a little outwards; local axes: down the foot and across it.
  const Point ahead = direction({0, 0}, {s * 0.20, 1});
  const Point aside = {ahead.y, -ahead.x};
  const auto at = [&](double along, double across) { return ankle + ahead * (along * h) + aside * (across * h); };
  const double unit = figure.unit();
  const auto shape = [&](double top, double toe, double width) {
    return closed_curve({smooth(at(top, -0.019)), smooth(at(0.016, -0.021)), smooth(at(0.036, -width)),
                         smooth(at(toe - 0.006, -width * 0.86)), smooth(at(toe, 0)),
                         smooth(at(toe - 0.006, width * 0.86)), smooth(at(0.036, width)), smooth(at(0.016, 0.021)),
                         smooth(at(top, 0.019)), smooth(at(top - 0.004, 0))});
  };
  const Fabric leather = plain_fabric(looks.shoe_colour, "leather_bag", unit, looks.seed + 31);
  const Ink dark = {lit(looks.shoe_colour, 0.3), 0.6, 0};
  switch (looks.shoes) {
    case Looks::Shoes::kSneakers: {
      painter.paint(leather_piece(shape(-0.004, 0.064, 0.028), 0.012 * h, 0.6, 0.5),
                    plain_fabric({0.93f, 0.93f, 0.91f}, "plain", unit, 1), 0);
      painter.paint(leather_piece(shape(-0.004, 0.056, 0.025), 0.014 * h, 0.8, 0.2), leather, 0);
      for (int i = 0; i < 3; ++i) {
        painter.line({at(0.012 + 0.009 * i, -0.010), at(0.014 + 0.009 * i, 0.010)}, 1.3 * unit,
                     {{0.95f, 0.95f, 0.93f}, 0.85, 0});
      }
      break;
    }
    case Looks::Shoes::kBoots:
      painter.paint(leather_piece(tube(piece_of(open_curve(figure.leg(side)), 0.72, 1.02),
                                       {figure.build.calf * 1.20 * h, figure.build.calf * 1.12 * h, 0.024 * h}),
                                  0.03 * h, 0.8, 0.4),
                    leather, 0);
      painter.paint(leather_piece(shape(-0.010, 0.062, 0.026), 0.014 * h, 0.8, 0.2), leather, 0);
      painter.line(open_curve({at(0.052, -0.024), at(0.061, 0), at(0.052, 0.024)}), 2.0 * unit,
                   {{0.10f, 0.09f, 0.09f}, 0.9, 0});
      break;
    case Looks::Shoes::kPumps:
    case Looks::Shoes::kLoafers: {
      const bool pump = looks.shoes == Looks::Shoes::kPumps;
      Piece instep = leather_piece(shape(-0.006, 0.050, 0.020), 0.012 * h, 0.7, 0.3);
      painter.paint(
          instep,
          plain_fabric(looks.legwear == Looks::Legwear::kBare ? looks.skin : looks.legwear_colour, "plain", unit, 2),
          0);
      Piece shoe = leather_piece(shape(0.002, pump ? 0.064 : 0.060, pump ? 0.021 : 0.025), 0.012 * h, 0.8, 0.3);
      shoe.holes = {closed_curve({smooth(at(-0.03, -0.016)), smooth(at(pump ? 0.030 : 0.018, -0.014)),
                                  smooth(at(pump ? 0.038 : 0.022, 0)), smooth(at(pump ? 0.030 : 0.018, 0.014)),
                                  smooth(at(-0.03, 0.016))})};
      painter.paint(shoe, leather, 0);
      if (!pump) painter.line({at(0.034, -0.022), at(0.034, 0.022)}, 1.6 * unit, dark);
      break;
    }
    case Looks::Shoes::kSandals:
      painter.paint(leather_piece(shape(-0.004, 0.062, 0.025), 0.012 * h, 0.5, 0.5),
                    plain_fabric(lit(looks.shoe_colour, 0.8), "plain", unit, 3), 0);
      painter.paint(leather_piece(shape(-0.006, 0.056, 0.021), 0.012 * h, 0.7, 0.2),
                    plain_fabric(looks.skin, "skin", unit, 4), 0);
      for (const double along : {0.010, 0.026, 0.042}) {
        painter.line(open_curve({at(along, -0.024), at(along + 0.004, 0), at(along, 0.024)}), 2.6 * unit,
                     {looks.shoe_colour, 1.0, 0});
      }
      break;
  }
}

}  // namespace

void paint_shoes(Painter& painter, const Figure& figure, const Looks& looks) {
  const int back = figure.ankle[0].y <= figure.ankle[1].y ? 0 : 1;
  paint_foot(painter, figure, looks, back);
  paint_foot(painter, figure, looks, 1 - back);
}

void paint_worn_bag(Painter& painter, const Figure& figure, const Looks& looks) {
  const double u = figure.unit();
  const double s = side_sign(looks.bag_side);
  const Ink strap = {lit(looks.bag_colour, 0.8), 1.0, -1};
  const Ink edge = {lit(looks.bag_colour, 0.3), 0.5, -1};
  const Point at_hip = figure.at(0.46, s * (figure.build.hip + 0.020));
  if (looks.bag == Looks::Bag::kShoulder || looks.bag == Looks::Bag::kCross) {
    const bool cross_body = looks.bag == Looks::Bag::kCross;
    const double from = cross_body ? -s : s;
    const Polyline path =
        open_curve({figure.at(0.168, from * 0.058), figure.at(0.26, cross_body ? from * 0.035 : s * 0.082),
                    figure.at(0.36, cross_body ? s * 0.030 : s * 0.090), at_hip + Point{-s * 6 * u, 4 * u}});
    painter.line(path, 4.2 * u, edge);
    painter.line(path, 3.0 * u, strap);
    paint_bag_body(painter, figure, looks, at_hip, (48 + looks.seed % 18) * u, (38 + looks.seed % 14) * u, true);
  } else if (looks.bag == Looks::Bag::kBackpack) {
    for (const double side : {-1.0, 1.0}) {
      const Polyline path = open_curve({figure.at(0.166, side * 0.062), figure.at(0.22, side * 0.066),
                                        figure.at(0.30, side * 0.076), figure.at(0.36, side * 0.088)});
      painter.line(path, 8.0 * u, edge);
      painter.line(path, 6.6 * u, strap);
    }
  }
}

void paint_held_bag(Painter& painter, const Figure& figure, const Looks& looks) {
  const double u = figure.unit();
  const Point hand = hand_of(figure, looks.bag_side);
  if (looks.bag == Looks::Bag::kTote) {
    const double width = (58 + looks.seed % 26) * u;
    const double height = (56 + looks.seed % 30) * u;
    const Point top = hand + Point{0, 22 * u};
    for (const double dx : {-0.24, 0.24}) {
      const Polyline handle =
          open_curve({top + Point{dx * width - 5 * u, 2 * u}, hand + Point{dx * 18 * u - 2 * u, 2 * u},
                      hand + Point{dx * 18 * u + 2 * u, 2 * u}, top + Point{dx * width + 5 * u, 2 * u}});
      painter.line(handle, 2.6 * u, {lit(looks.bag_colour, 0.65), 1.0, -1});
    }
    paint_bag_body(painter, figure, looks, top, width, height, false);
  } else if (looks.bag == Looks::Bag::kClutch) {
    paint_bag_body(painter, figure, looks, hand + Point{-side_sign(looks.bag_side) * 8 * u, -14 * u}, 54 * u, 32 * u,
                   true);
  }
}

}  // namespace jaedan::labeling::synth
