#include <algorithm>
#include <cmath>

#include "labeling/synth/paint/people.h"

namespace jaedan::labeling::synth {
namespace {

/// Places on the head, in fractions of the wearer's height from the crown and from the middle of the face.
class Head {
 public:
  Head(const Figure& figure) : figure_(figure), neck_(figure.at(level::kChin, 0)), lean_(0.10 * figure.head_turn) {}

  Point at(double lv, double dx) const {
    const double h = figure_.height;
    const double up = (level::kChin - lv) * h;
    return neck_ + Point{dx * h + std::sin(lean_) * up, -std::cos(lean_) * up + std::sin(lean_) * dx * h};
  }
  /// A feature of the face, which moves when the face turns.
  Point face(double lv, double dx) const {
    return at(lv, dx * (1 - 0.12 * std::abs(figure_.head_turn)) + 0.010 * figure_.head_turn);
  }

 private:
  const Figure& figure_;
  Point neck_;
  double lean_;
};

Fabric hair_fabric(const Figure& figure, const Looks& looks) {
  return plain_fabric(looks.hair, "hair", figure.unit(), looks.seed + 5);
}

Piece hair_piece(const Figure& figure, Ring ring, double shadow) {
  Piece piece;
  piece.shape = {std::move(ring)};
  piece.form.frame.origin = figure.at(0.02, 0);
  piece.form.frame.apex = 0.10 * figure.height;
  piece.form.roundness = 0.03 * figure.height;
  piece.form.bulge = 0.6;
  piece.form.drape = {1.2 * figure.unit(), 6 * figure.unit(), 0, 1, false};
  piece.shadow = shadow;
  return piece;
}

void paint_face(Painter& painter, const Figure& figure, const Looks& looks, const Head& head) {
  const double u = figure.unit();
  const auto f = [&](double lv, double dx) { return head.face(lv, dx); };
  const Ink shade = {lit(looks.skin, 0.42), 0.55, 0};
  const Ink dark = {{0.10f, 0.07f, 0.06f}, 0.85, 0};
  for (const double s : {-1.0, 1.0}) {
    painter.line(open_curve({f(0.0585, s * 0.0095), f(0.0560, s * 0.019), f(0.0585, s * 0.027)}), 1.3 * u,
                 {lit(looks.hair, 0.7), 0.75, 0});
    painter.spot(ellipse(f(0.0665, s * 0.0185), 2.9 * u, 1.5 * u), {{0.93f, 0.92f, 0.90f}, 0.8, 0});
    painter.spot(ellipse(f(0.0665, s * 0.0185), 1.35 * u, 1.5 * u), dark);
    painter.line(open_curve({f(0.0665, s * 0.0125), f(0.0640, s * 0.0185), f(0.0665, s * 0.0250)}), 1.0 * u, dark);
    painter.spot(ellipse(f(0.086, s * 0.024), 4.5 * u, 3.2 * u), {{0.86f, 0.42f, 0.38f}, 0.10, 0});
  }
  painter.line(open_curve({f(0.072, 0.004), f(0.084, 0.0055), f(0.0865, 0.001)}), 0.9 * u, {shade.colour, 0.35, 0});
  painter.line({f(0.0875, -0.004), f(0.0875, 0.004)}, 1.0 * u, {shade.colour, 0.4, 0});
  const Colour lip = mix(looks.skin, {0.70f, 0.22f, 0.24f}, figure.build.masculine ? 0.3 : 0.65);
  painter.spot(closed_curve({smooth(f(0.1015, -0.0125)), smooth(f(0.0992, -0.004)), smooth(f(0.1000, 0)),
                             smooth(f(0.0992, 0.004)), smooth(f(0.1015, 0.0125)), smooth(f(0.1065, 0.005)),
                             smooth(f(0.1068, -0.005))}),
               {lip, 0.9, 0});
  painter.line({f(0.1020, -0.011), f(0.1024, 0.011)}, 0.6 * u, {lit(lip, 0.35), 0.6, 0});
  if (!looks.glasses) return;
  const Ink frame = {{0.08f, 0.07f, 0.07f}, 0.85, 0};
  for (const double s : {-1.0, 1.0}) {
    const Ring lens = ellipse(f(0.0675, s * 0.0190), 5.4 * u, 4.4 * u);
    if (looks.seed % 3 == 0) painter.spot(lens, {{0.06f, 0.06f, 0.07f}, 0.85, 0});
    Polyline rim(lens.begin(), lens.end());
    rim.push_back(lens.front());
    painter.line(rim, 1.0 * u, frame);
  }
  painter.line({f(0.0665, -0.009), f(0.0665, 0.009)}, 1.0 * u, frame);
}

/// The hair around the face. `volume` is how far it stands off the skull.
void paint_hair_front(Painter& painter, const Figure& figure, const Looks& looks, const Head& head) {
  const double w = figure.build.head;
  const double volume = looks.cut == Looks::Cut::kCurly ? 0.018 : 0.006;
  const double length = looks.cut == Looks::Cut::kBob     ? 0.125
                        : looks.cut == Looks::Cut::kLong  ? 0.20
                        : looks.cut == Looks::Cut::kCurly ? 0.10
                                                          : 0.062;
  const double hairline = looks.fringe ? 0.052 : 0.030;
  const double parting = looks.seed % 2 ? 0.012 : -0.010;
  std::vector<Knot> knots = {smooth(head.at(-0.004 - volume * 0.5, 0)), smooth(head.at(0.012, (w + volume) * 0.72)),
                             smooth(head.at(0.045, w + volume)), smooth(head.at(length * 0.75, w + volume * 0.9))};
  const double tip = looks.cut == Looks::Cut::kLong ? w - 0.006 : w - 0.002;
  knots.push_back(corner(head.at(length, tip)));
  knots.push_back(smooth(head.at(std::max(0.058, length * 0.7), w - 0.011)));
  knots.push_back(smooth(head.at(0.052, w - 0.010)));
  knots.push_back(smooth(head.at(hairline + 0.006, w * 0.55)));
  knots.push_back(looks.fringe ? smooth(head.at(hairline + 0.002, parting))
                               : corner(head.at(hairline - 0.006, parting)));
  knots.push_back(smooth(head.at(hairline + 0.006, -w * 0.55)));
  knots.push_back(smooth(head.at(0.052, -w + 0.010)));
  knots.push_back(smooth(head.at(std::max(0.058, length * 0.7), -w + 0.011)));
  knots.push_back(corner(head.at(length, -tip)));
  knots.push_back(smooth(head.at(length * 0.75, -w - volume * 0.9)));
  knots.push_back(smooth(head.at(0.045, -w - volume)));
  knots.push_back(smooth(head.at(0.012, -(w + volume) * 0.72)));
  Fabric hair = hair_fabric(figure, looks);
  if (looks.cut == Looks::Cut::kCurly) {
    hair.weave.fuzz = 5;
    hair.weave.wrinkle = 2.2;
    hair.weave.softness = 0.35;
    hair.weave.rib = 0;
  }
  painter.paint(hair_piece(figure, closed_curve(knots), 0.3), hair, 0);
  if (looks.cut == Looks::Cut::kBun) {
    Piece bun = hair_piece(figure, ellipse(head.at(-0.016, 0.0), 0.022 * figure.height, 0.020 * figure.height), 0.5);
    painter.paint(bun, hair, 0);
  }
  if (looks.cut == Looks::Cut::kLong && looks.seed % 5 < 3) {
    // Strands that fall over one or both shoulders, in front of the clothes.
    for (int side = 0; side < 2; ++side) {
      if (looks.seed % 5 == static_cast<std::uint32_t>(side)) continue;
      const double s = side_sign(side);
      const double end = 0.22 + 0.08 * ((looks.seed >> 4) % 8) / 8.0;
      const Ring strand =
          closed_curve({smooth(head.at(0.06, s * (w + 0.004))), smooth(head.at(0.13, s * (w + 0.010))),
                        smooth(figure.at(0.19, s * (w + 0.020))), smooth(figure.at(end, s * (w + 0.012))),
                        corner(figure.at(end + 0.016, s * (w + 0.002))), smooth(figure.at(end - 0.03, s * (w - 0.012))),
                        smooth(figure.at(0.18, s * (w - 0.010))), smooth(head.at(0.10, s * (w - 0.007)))});
      painter.paint(hair_piece(figure, strand, 0.8), hair, 0);
    }
  }
}

void paint_hat(Painter& painter, const Figure& figure, const Looks& looks, const Head& head) {
  if (looks.hat == Looks::Hat::kNone) return;
  const double w = figure.build.head;
  const auto piece = [&](Ring ring, double shadow) {
    Piece p;
    p.shape = {std::move(ring)};
    p.form.frame.origin = head.at(0.02, 0);
    p.form.roundness = 0.035 * figure.height;
    p.form.bulge = 0.7;
    p.form.wrinkle = 0.3;
    p.shadow = shadow;
    return p;
  };
  if (looks.hat == Looks::Hat::kBeanie) {
    const Fabric knit = plain_fabric(looks.hat_colour, "knit", figure.unit(), looks.seed + 9);
    painter.paint(piece(closed_curve({smooth(head.at(-0.022, 0)), smooth(head.at(-0.005, w * 0.85)),
                                      smooth(head.at(0.030, w + 0.007)), corner(head.at(0.044, w + 0.006)),
                                      smooth(head.at(0.040, 0)), corner(head.at(0.044, -w - 0.006)),
                                      smooth(head.at(0.030, -w - 0.007)), smooth(head.at(-0.005, -w * 0.85))}),
                        0.8),
                  knit, 0);
    painter.paint(piece(closed_curve({corner(head.at(0.024, -w - 0.008)), smooth(head.at(0.018, 0)),
                                      corner(head.at(0.024, w + 0.008)), corner(head.at(0.047, w + 0.007)),
                                      smooth(head.at(0.043, 0)), corner(head.at(0.047, -w - 0.007))}),
                        0.5),
                  knit, 0);
    return;
  }
  const Fabric cloth = plain_fabric(looks.hat_colour, "woven", figure.unit(), looks.seed + 9);
  painter.paint(piece(closed_curve({smooth(head.at(-0.014, 0)), smooth(head.at(0.000, w * 0.80)),
                                    corner(head.at(0.036, w + 0.005)), smooth(head.at(0.032, 0)),
                                    corner(head.at(0.036, -w - 0.005)), smooth(head.at(0.000, -w * 0.80))}),
                      0.5),
                cloth, 0);
  const double reach = looks.hat == Looks::Hat::kBrim ? w + 0.036 : w * 0.95;
  const double shift = looks.hat == Looks::Hat::kCap ? 0.012 * figure.head_turn : 0;
  painter.paint(
      piece(closed_curve({smooth(head.at(0.028, shift)), smooth(head.at(0.034, reach * 0.8 + shift)),
                          corner(head.at(0.041, reach + shift)), smooth(head.at(0.050, reach * 0.55 + shift)),
                          smooth(head.at(0.052, shift)), smooth(head.at(0.050, -reach * 0.55 + shift)),
                          corner(head.at(0.041, -reach + shift)), smooth(head.at(0.034, -reach * 0.8 + shift))}),
            1.2),
      cloth, 0);
}

}  // namespace

void paint_hair_behind(Painter& painter, const Figure& figure, const Looks& looks) {
  const Head head(figure);
  const double w = figure.build.head;
  Fabric hair = hair_fabric(figure, looks);
  hair.inks.ground = lit(hair.inks.ground, 0.7);
  if (looks.cut == Looks::Cut::kLong) {
    const double end = 0.22 + 0.14 * (looks.seed % 16) / 16.0;
    painter.paint(hair_piece(figure,
                             closed_curve({smooth(head.at(0.02, 0)), smooth(head.at(0.06, w + 0.006)),
                                           smooth(head.at(0.13, w + 0.014)), smooth(figure.at(0.20, w + 0.016)),
                                           corner(figure.at(end, w + 0.002)), smooth(figure.at(end + 0.006, 0)),
                                           corner(figure.at(end, -w - 0.002)), smooth(figure.at(0.20, -w - 0.016)),
                                           smooth(head.at(0.13, -w - 0.014)), smooth(head.at(0.06, -w - 0.006))}),
                             0),
                  hair, 0);
  } else if (looks.cut == Looks::Cut::kBob) {
    painter.paint(hair_piece(figure,
                             closed_curve({smooth(head.at(0.02, 0)), smooth(head.at(0.07, w + 0.008)),
                                           corner(head.at(0.140, w + 0.006)), smooth(head.at(0.146, 0)),
                                           corner(head.at(0.140, -w - 0.006)), smooth(head.at(0.07, -w - 0.008))}),
                             0),
                  hair, 0);
  } else if (looks.cut == Looks::Cut::kPonytail) {
    const double s = looks.seed % 2 ? 1 : -1;
    painter.paint(
        hair_piece(figure,
                   closed_curve({smooth(head.at(0.01, s * 0.01)), smooth(head.at(0.03, s * (w + 0.016))),
                                 smooth(head.at(0.09, s * (w + 0.026))), smooth(figure.at(0.18, s * (w + 0.014))),
                                 corner(figure.at(0.23, s * (w + 0.002))), smooth(figure.at(0.15, s * w * 0.8))}),
                   0),
        hair, 0);
  } else if (looks.cut == Looks::Cut::kCurly) {
    hair.weave.fuzz = 7;
    painter.paint(hair_piece(figure, ellipse(head.at(0.062, 0), (w + 0.034) * figure.height, 0.082 * figure.height), 0),
                  hair, 0);
  }
}

void paint_head(Painter& painter, const Figure& figure, const Looks& looks) {
  const Head head(figure);
  const double w = figure.build.head;
  const Fabric skin = plain_fabric(looks.skin, "skin", figure.unit(), looks.seed);
  const double jaw = figure.build.masculine ? 0.80 : 0.70;
  Piece face;
  face.shape = {
      closed_curve({smooth(head.at(0.004, 0)), smooth(head.at(0.022, w * 0.80)), smooth(head.at(0.055, w)),
                    smooth(head.at(0.085, w * 0.92)), smooth(head.at(0.108, w * jaw)), smooth(head.at(0.126, w * 0.34)),
                    smooth(head.at(0.129, 0)), smooth(head.at(0.126, -w * 0.34)), smooth(head.at(0.108, -w * jaw)),
                    smooth(head.at(0.085, -w * 0.92)), smooth(head.at(0.055, -w)), smooth(head.at(0.022, -w * 0.80))})};
  face.form.frame.origin = head.at(0, 0);
  face.form.roundness = 0.040 * figure.height;
  face.form.bulge = 0.6;
  face.shadow = 1.5;
  if (looks.cut == Looks::Cut::kShort || looks.cut == Looks::Cut::kBun || looks.cut == Looks::Cut::kPonytail) {
    for (const double s : {-1.0, 1.0}) {
      Piece ear;
      ear.shape = {ellipse(head.at(0.074, s * (w + 0.002)), 0.0065 * figure.height, 0.0125 * figure.height)};
      ear.form.frame.origin = head.at(0, 0);
      ear.form.roundness = 0.006 * figure.height;
      ear.form.bulge = 0.6;
      painter.paint(ear, skin, 0);
    }
  }
  painter.paint(face, skin, 0);
  paint_face(painter, figure, looks, head);
  paint_hair_front(painter, figure, looks, head);
  paint_hat(painter, figure, looks, head);
}

}  // namespace jaedan::labeling::synth
