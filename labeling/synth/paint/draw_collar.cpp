#include <algorithm>
#include <cmath>

#include "labeling/synth/paint/garments.h"

namespace jaedan::labeling::synth {
namespace {

Piece flat_piece(const Figure& figure, std::vector<Ring> shape, double shadow) {
  Piece piece;
  piece.shape = std::move(shape);
  piece.form.frame.origin = figure.at(level::kNeck, 0);
  piece.form.roundness = 0.012 * figure.height;
  piece.form.bulge = 0.35;
  piece.form.wrinkle = 0.25;
  piece.shadow = shadow;
  return piece;
}

Fabric collar_fabric(const GarmentSpec& garment, double light) {
  Fabric fabric = darkened(garment.fabric, light);
  fabric.weave.quilt = 0;
  fabric.weave.wrinkle *= 0.4;
  return fabric;
}

/// Two flaps that fall from the neck: shirt, polo, peter pan.
void paint_flaps(Painter& painter, const Figure& figure, const GarmentSpec& garment, const TrunkCut& cut) {
  const bool rounded = garment.collar == "peter_pan";
  const double n = cut.neck;
  const double meet = level::kNeck + cut.neck_depth * (rounded ? 0.75 : 0.62);
  const double tip_lv = level::kNeck + (rounded ? 0.042 : 0.050 + 0.012 * garment.whim);
  for (int side = 0; side < 2; ++side) {
    const double s = side_sign(side);
    const auto at = [&](double lv, double dx) { return figure.at(lv, s * dx); };
    std::vector<Knot> knots = {corner(at(level::kNeck - 0.016, n * 0.86)), smooth(at(level::kNeck - 0.012, n + 0.008)),
                               smooth(at(level::kNeck + 0.010, n + 0.016))};
    knots.push_back(rounded ? smooth(at(tip_lv, n * 0.95)) : corner(at(tip_lv, n * 0.80 + 0.004)));
    if (rounded) knots.push_back(smooth(at(tip_lv + 0.002, n * 0.40)));
    knots.push_back(corner(at(meet, rounded ? 0.002 : 0.004)));
    knots.push_back(smooth(at(level::kNeck + 0.004, n * 0.62)));
    Piece flap = flat_piece(figure, {closed_curve(knots)}, 0.9);
    painter.paint(flap, collar_fabric(garment, side == 0 ? 1.0 : 0.97), mask_value(garment.part));
    Polyline edge = {at(level::kNeck + 0.010, n + 0.014), at(tip_lv - 0.003, n * 0.80 + 0.002), at(meet, 0.006)};
    if (!rounded) painter.line(edge, 0.6 * figure.unit(), seam_ink(garment, 0.35));
  }
}

/// Lapels of a jacket or coat, closed or open.
void paint_lapels(Painter& painter, const Figure& figure, const GarmentSpec& garment, const TrunkCut& cut) {
  const bool notched = garment.collar != "shawl";
  const double n = cut.neck;
  const double break_lv = garment.open ? 0.350 + 0.03 * garment.whim : level::kNeck + std::max(cut.neck_depth, 0.10);
  const double centre = garment.open ? 0.030 : 0.002;
  const double width = 0.030 + 0.014 * garment.whim;
  for (int side = 0; side < 2; ++side) {
    const double s = side_sign(side);
    const auto at = [&](double lv, double dx) { return figure.at(lv, s * dx); };
    std::vector<Knot> lapel = {corner(at(level::kNeck + 0.010, n - 0.004)),
                               corner(at(0.205, n + 0.006 + (notched ? 0.010 : 0.014))),
                               notched ? corner(at(0.222, n + width)) : smooth(at(0.235, n + width * 0.85)),
                               smooth(at(0.5 * (0.222 + break_lv) + 0.012, (n + width + centre) * 0.56 + 0.008)),
                               corner(at(break_lv, centre)),
                               smooth(at(0.5 * (level::kNeck + break_lv), 0.5 * n + 0.5 * centre))};
    painter.paint(flat_piece(figure, {closed_curve(lapel)}, 1.1), collar_fabric(garment, 1.03),
                  mask_value(garment.part));
    std::vector<Knot> collar = {corner(at(level::kNeck - 0.018, n * 0.86)),
                                smooth(at(level::kNeck - 0.012, n + 0.010)),
                                smooth(at(level::kNeck + 0.016, n + 0.020)),
                                corner(at(0.214, n + 0.026)),
                                corner(at(0.208, n + 0.008)),
                                corner(at(level::kNeck + 0.014, n - 0.006))};
    painter.paint(flat_piece(figure, {closed_curve(collar)}, 0.8), collar_fabric(garment, 0.97),
                  mask_value(garment.part));
  }
}

/// A band of cloth around the neck: turtle neck, band and china collars.
void paint_neck_band(Painter& painter, const Figure& figure, const GarmentSpec& garment, const TrunkCut& cut,
                     double rise, bool split) {
  const double n = cut.neck;
  const auto at = [&](double lv, double dx) { return figure.at(lv, dx); };
  Piece band =
      flat_piece(figure,
                 {closed_curve({corner(at(level::kNeck - rise, -n + 0.005)), smooth(at(level::kNeck - rise + 0.008, 0)),
                                corner(at(level::kNeck - rise, n - 0.005)), corner(at(level::kNeck + 0.004, n + 0.001)),
                                smooth(at(level::kNeck + cut.neck_depth + 0.008, n * 0.55)),
                                smooth(at(level::kNeck + cut.neck_depth + 0.012, 0)),
                                smooth(at(level::kNeck + cut.neck_depth + 0.008, -n * 0.55)),
                                corner(at(level::kNeck + 0.004, -n - 0.001))})},
                 0.6);
  band.form.roundness = 0.03 * figure.height;
  band.form.bulge = 0.6;
  if (garment.neckline == "turtle") {
    band.form.creases.push_back(
        {open_curve({at(level::kNeck - 0.006, -n), at(level::kNeck + 0.006, 0), at(level::kNeck - 0.006, n)}),
         2.2 * figure.unit(), 1.6 * figure.unit()});
  }
  if (split) {
    band.holes.push_back({at(level::kNeck - 0.05, -0.006), at(level::kNeck - 0.05, 0.006),
                          at(level::kNeck + 0.02, 0.001), at(level::kNeck + 0.02, -0.001)});
  }
  painter.paint(band, collar_fabric(garment, 0.98), mask_value(garment.part));
}

void paint_bow(Painter& painter, const Figure& figure, const GarmentSpec& garment, const TrunkCut& cut) {
  const Point knot = figure.at(level::kNeck + cut.neck_depth * 0.8, 0);
  const double u = figure.unit();
  for (const double s : {-1.0, 1.0}) {
    const Ring tail =
        closed_curve({corner(knot), smooth(knot + Point{s * 7 * u, 18 * u}), corner(knot + Point{s * 13 * u, 40 * u}),
                      corner(knot + Point{s * 4 * u, 44 * u}), smooth(knot + Point{s * 1.5 * u, 18 * u})});
    painter.paint(flat_piece(figure, {tail}, 0.9), collar_fabric(garment, 0.98), mask_value(garment.part));
  }
  for (const double s : {-1.0, 1.0}) {
    const Ring loop =
        closed_curve({corner(knot), smooth(knot + Point{s * 9 * u, -6.5 * u}), smooth(knot + Point{s * 19 * u, -5 * u}),
                      smooth(knot + Point{s * 20 * u, 6 * u}), smooth(knot + Point{s * 9 * u, 6 * u})});
    painter.paint(flat_piece(figure, {loop}, 0.9), collar_fabric(garment, 1.02), mask_value(garment.part));
  }
  painter.paint(flat_piece(figure, {ellipse(knot, 3.6 * u, 4.4 * u)}, 0.7), collar_fabric(garment, 0.95),
                mask_value(garment.part));
}

/// The front edges of a hood that lies on the shoulders.
void paint_hood_front(Painter& painter, const Figure& figure, const GarmentSpec& garment, const TrunkCut& cut) {
  const double n = cut.neck;
  for (int side = 0; side < 2; ++side) {
    const double s = side_sign(side);
    const auto at = [&](double lv, double dx) { return figure.at(lv, s * dx); };
    const double close = garment.open ? 0.030 : 0.0;
    const Ring flap = closed_curve(
        {corner(at(level::kNeck - 0.024, n + 0.004)), smooth(at(level::kNeck - 0.014, n + 0.020)),
         smooth(at(level::kNeck + 0.016, n + 0.020)), smooth(at(level::kNeck + 0.034, n * 0.7 + close * 0.5)),
         corner(at(level::kNeck + 0.044, close)), smooth(at(level::kNeck + 0.022, n * 0.55 + close * 0.4))});
    painter.paint(flat_piece(figure, {flap}, 1.0), collar_fabric(garment, 1.02), mask_value(garment.part));
  }
  if (garment.has("drawstring") && !garment.open) {
    for (const double s : {-1.0, 1.0}) {
      const double bend = s * (0.012 + 0.004 * garment.whim);
      painter.line(open_curve({figure.at(level::kNeck + 0.040, s * 0.010), figure.at(0.235, bend),
                               figure.at(0.265, bend * 0.9)}),
                   1.6 * figure.unit(), {{0.92f, 0.92f, 0.9f}, 0.9, mask_value(garment.part)});
    }
  }
}

}  // namespace

void paint_hood_back(Painter& painter, const Figure& figure, const GarmentSpec& garment) {
  if (garment.neckline != "hood") return;
  const double n = figure.build.neck;
  Piece hood = flat_piece(figure, {}, 0);
  const double rise = figure.person ? 0.030 : 0.095;
  hood.shape = {closed_curve(
      {smooth(figure.at(level::kNeck + 0.022, -n - 0.034)), smooth(figure.at(level::kNeck - rise * 0.7, -n - 0.028)),
       smooth(figure.at(level::kNeck - rise, 0)), smooth(figure.at(level::kNeck - rise * 0.7, n + 0.028)),
       smooth(figure.at(level::kNeck + 0.022, n + 0.034)), smooth(figure.at(level::kNeck + 0.05, 0))})};
  hood.form.roundness = 0.04 * figure.height;
  hood.form.bulge = 0.6;
  painter.paint(hood, collar_fabric(garment, figure.person ? 0.8 : 1.0), mask_value(garment.part));
  if (figure.person) return;
  // Nobody is in it: one looks into the hood.
  Piece inside = flat_piece(
      figure,
      {closed_curve({smooth(figure.at(level::kNeck + 0.020, -n - 0.010)),
                     smooth(figure.at(level::kNeck - rise * 0.6, -n - 0.006)),
                     smooth(figure.at(level::kNeck - rise * 0.82, 0)),
                     smooth(figure.at(level::kNeck - rise * 0.6, n + 0.006)),
                     smooth(figure.at(level::kNeck + 0.020, n + 0.010)), smooth(figure.at(level::kNeck + 0.04, 0))})},
      0);
  painter.paint(inside, collar_fabric(garment, 0.42), mask_value(garment.part));
}

void paint_collar(Painter& painter, const Figure& figure, const GarmentSpec& garment, Random&) {
  const TrunkCut cut = trunk_cut(garment, figure);
  const std::string& collar = garment.collar;
  if (garment.neckline == "turtle") {
    paint_neck_band(painter, figure, garment, cut, 0.026, false);
  } else if (garment.neckline == "hood") {
    paint_hood_front(painter, figure, garment, cut);
  } else if (collar == "shirt" || collar == "polo" || collar == "peter_pan") {
    paint_flaps(painter, figure, garment, cut);
  } else if (collar == "notched" || collar == "tailored" || collar == "shawl") {
    paint_lapels(painter, figure, garment, cut);
  } else if (collar == "band" || collar == "china") {
    paint_neck_band(painter, figure, garment, cut, 0.014, true);
  } else if (collar == "bow") {
    paint_bow(painter, figure, garment, cut);
  }
}

}  // namespace jaedan::labeling::synth
