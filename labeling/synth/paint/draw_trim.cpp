#include <algorithm>
#include <cmath>

#include "labeling/synth/paint/garments.h"

namespace jaedan::labeling::synth {
namespace {

class Trimmer {
 public:
  Trimmer(Painter& painter, const Figure& figure, const GarmentSpec& garment, const TrunkCut& cut, double hem,
          Random& random)
      : painter_(painter),
        figure_(figure),
        garment_(garment),
        cut_(cut),
        hem_(hem),
        random_(random),
        unit_(figure.unit()) {}

  void hem_seam() {
    const double half = cloth_half_width(cut_, figure_, hem_) + 0.004;
    painter_.line(curve({{hem_ - 0.012, -half}, {hem_ - 0.005, 0}, {hem_ - 0.012, half}}), 0.7 * unit_,
                  seam_ink(garment_, 0.35));
  }

  /// The ribbed band at the bottom of sweaters, hoodies and blousons.
  void rib_band() {
    const double half = cloth_half_width(cut_, figure_, hem_) + 0.01;
    painter_.line(curve({{hem_ - 0.030, -half}, {hem_ - 0.022, 0}, {hem_ - 0.030, half}}), 1.0 * unit_,
                  seam_ink(garment_, 0.45));
    for (double dx = -half; dx < half; dx += 0.0075) {
      painter_.line({figure_.at(hem_ - 0.026, dx), figure_.at(hem_ + 0.006, dx)}, 0.8 * unit_,
                    seam_ink(garment_, 0.22));
    }
  }

  void neck_binding() {
    const double n = cut_.neck;
    const double d = cut_.neck_depth;
    const double w = 0.010;
    const Polyline edge = garment_.neckline == "v" ? curve({{level::kNeck, -n - w * 0.6},
                                                            {level::kNeck + 0.45 * d + w * 0.4, -n * 0.6 - w * 0.6},
                                                            {level::kNeck + d + w * 1.4, 0},
                                                            {level::kNeck + 0.45 * d + w * 0.4, n * 0.6 + w * 0.6},
                                                            {level::kNeck, n + w * 0.6}})
                                                   : curve({{level::kNeck, -n - w * 0.7},
                                                            {level::kNeck + 0.6 * d + w * 0.5, -n * 0.82 - w * 0.5},
                                                            {level::kNeck + d + w, 0},
                                                            {level::kNeck + 0.6 * d + w * 0.5, n * 0.82 + w * 0.5},
                                                            {level::kNeck, n + w * 0.7}});
    painter_.line(edge, 0.8 * unit_, seam_ink(garment_, 0.4));
  }

  void placket(double from, double to, double step) {
    painter_.line({figure_.at(from, 0.008), figure_.at(to, 0.008)}, 0.8 * unit_, seam_ink(garment_, 0.45));
    painter_.line({figure_.at(from, -0.008), figure_.at(to, -0.008)}, 0.6 * unit_, seam_ink(garment_, 0.18));
    const bool light = garment_.fabric.inks.ground.g < 0.4f;
    const Colour button = light ? Colour{0.75f, 0.72f, 0.66f} : Colour{0.30f, 0.25f, 0.21f};
    for (double lv = from + 0.012; lv < to - 0.006; lv += step) {
      painter_.spot(ellipse(figure_.at(lv, 0), 1.7 * unit_, 1.8 * unit_), {button, 0.8, mask_value(garment_.part)});
    }
  }

  void double_breast(double from, double to) {
    painter_.line(curve({{from, 0.002}, {from + 0.05, 0.030}, {to, 0.034}}), 1.0 * unit_, seam_ink(garment_, 0.6));
    for (double lv = std::max(from + 0.015, 0.34); lv < std::min(to - 0.03, 0.56); lv += 0.055) {
      for (const double dx : {-0.028, 0.022}) {
        painter_.spot(ellipse(figure_.at(lv, dx), 2.4 * unit_, 2.6 * unit_), seam_ink(garment_, 0.85));
        painter_.spot(ellipse(figure_.at(lv - 0.001, dx - 0.001), 1.2 * unit_, 1.2 * unit_),
                      {{0.8f, 0.78f, 0.72f}, 0.35, mask_value(garment_.part)});
      }
    }
  }

  void zip(double from, double to) {
    painter_.line({figure_.at(from, 0), figure_.at(to, 0)}, 3.4 * unit_, seam_ink(garment_, 0.35));
    painter_.line({figure_.at(from, 0), figure_.at(to, 0)}, 1.3 * unit_,
                  {{0.75f, 0.75f, 0.76f}, 0.9, mask_value(garment_.part)});
    painter_.spot(ellipse(figure_.at(from + 0.006, 0), 1.8 * unit_, 4 * unit_),
                  {{0.8f, 0.8f, 0.8f}, 0.9, mask_value(garment_.part)});
  }

  void chest_pocket() {
    const double dx = figure_.build.chest * 0.55;
    painter_.line({figure_.at(0.268, dx - 0.020), figure_.at(0.268, dx + 0.020), figure_.at(0.308, dx + 0.020),
                   figure_.at(0.314, dx), figure_.at(0.308, dx - 0.020), figure_.at(0.268, dx - 0.020)},
                  0.8 * unit_, seam_ink(garment_, 0.5));
  }

  void hip_pockets(double lv) {
    for (const double s : {-1.0, 1.0}) {
      const double w = cloth_half_width(cut_, figure_, lv);
      if (garment_.is("hoodie")) {
        painter_.line(curve({{lv + 0.05, s * w * 0.62}, {lv + 0.03, s * w * 0.60}, {lv, s * w * 0.36}}), 1.0 * unit_,
                      seam_ink(garment_, 0.5));
      } else {
        painter_.line({figure_.at(lv, s * w * 0.38), figure_.at(lv, s * w * 0.78)}, 1.2 * unit_,
                      seam_ink(garment_, 0.55));
        painter_.line({figure_.at(lv, s * w * 0.38), figure_.at(lv + 0.016, s * w * 0.38),
                       figure_.at(lv + 0.016, s * w * 0.78), figure_.at(lv, s * w * 0.78)},
                      0.7 * unit_, seam_ink(garment_, 0.4));
      }
    }
    if (garment_.is("hoodie")) {
      const double w = cloth_half_width(cut_, figure_, lv);
      painter_.line({figure_.at(lv, -w * 0.36), figure_.at(lv, w * 0.36)}, 1.0 * unit_, seam_ink(garment_, 0.5));
    }
  }

  void belt() {
    const double half = cloth_half_width(cut_, figure_, level::kWaist) + 0.02;
    const double lv = level::kWaist - 0.004;
    const Colour colour = garment_.whim < 0.6 ? lit(garment_.fabric.inks.ground, 0.6) : Colour{0.30f, 0.18f, 0.11f};
    const Ink ink = {colour, 0.95, mask_value(garment_.part)};
    painter_.spot({figure_.at(lv, -half), figure_.at(lv + 0.005, 0), figure_.at(lv, half), figure_.at(lv + 0.020, half),
                   figure_.at(lv + 0.025, 0), figure_.at(lv + 0.020, -half)},
                  ink);
    painter_.line(curve({{lv, -half}, {lv + 0.005, 0}, {lv, half}}), 0.8 * unit_, seam_ink(garment_, 0.5));
    painter_.line(curve({{lv + 0.020, -half}, {lv + 0.025, 0}, {lv + 0.020, half}}), 1.0 * unit_,
                  seam_ink(garment_, 0.6));
    painter_.line({figure_.at(lv, -0.010), figure_.at(lv, 0.010), figure_.at(lv + 0.026, 0.010),
                   figure_.at(lv + 0.026, -0.010), figure_.at(lv, -0.010)},
                  1.2 * unit_, seam_ink(garment_, 0.8));
  }

  /// Quilted bulges have seams between them; the relief draws the bulges.
  void frill(double from, double to) {
    for (double lv = from; lv < to; lv += 0.012) {
      const double side = static_cast<int>(lv * 1000 / 12) % 2 ? 0.016 : 0.012;
      painter_.line(curve({{lv, -side}, {lv + 0.006, 0}, {lv, side}}), 1.0 * unit_, seam_ink(garment_, 0.35));
    }
  }

  void cables() {
    for (const double dx : {-0.036, 0.0, 0.036}) {
      for (const double phase : {0.0, 3.14159}) {
        Polyline rope;
        for (double lv = level::kNeck + cut_.neck_depth + 0.03; lv < hem_ - 0.035; lv += 0.003) {
          rope.push_back(figure_.at(lv, dx + 0.007 * std::sin(lv * 190 + phase)));
        }
        painter_.line(rope, 1.6 * unit_, seam_ink(garment_, 0.28));
      }
    }
  }

  void words() {
    static const std::vector<std::string> kWords = {"STUDIO", "SEOUL", "CLUB 92",  "WEEKEND", "ATELIER",
                                                    "NORTH",  "RIVER", "SUNDAY",   "VARSITY", "HELLO",
                                                    "MOON",   "87",    "GOOD DAY", "OCEAN"};
    const double height = random_.uniform(0.016, 0.034) * figure_.height;
    const std::string& word = random_.pick(kWords);
    const double fitting = std::min(height, 1.25 * figure_.build.chest * figure_.height / word.size());
    const Ink ink = {garment_.fabric.inks.first, 0.92, mask_value(garment_.part)};
    painter_.text(word, figure_.at(random_.uniform(0.275, 0.31), 0), fitting, 0.18 * fitting, ink);
    if (random_.chance(0.5))
      painter_.text(random_.pick(kWords), figure_.at(0.335, 0), fitting * 0.45, 0.08 * fitting, ink);
  }

  void graphic() {
    const int label = mask_value(garment_.part);
    const Point centre = figure_.at(random_.uniform(0.285, 0.315), 0);
    const double size = random_.uniform(0.030, 0.048) * figure_.height;
    const Colour first = garment_.fabric.inks.first;
    const Colour second = garment_.fabric.inks.second;
    switch (random_.integer(0, 3)) {
      case 0:  // sun over the sea
        painter_.spot({centre + Point{-size, -size}, centre + Point{size, -size}, centre + Point{size, size},
                       centre + Point{-size, size}},
                      {first, 0.95, label});
        painter_.spot(ellipse(centre + Point{0, -size * 0.15}, size * 0.5, size * 0.5), {second, 0.95, label});
        for (int i = 0; i < 4; ++i) {
          const double y = size * (0.25 + 0.2 * i);
          painter_.line({centre + Point{-size * 0.8, y}, centre + Point{size * 0.8, y}}, size * 0.07,
                        {garment_.fabric.inks.ground, 0.8, label});
        }
        break;
      case 1: {  // star
        Ring star;
        for (int i = 0; i < 10; ++i) {
          const double r = i % 2 ? size * 0.45 : size * 1.1;
          const double a = i * 0.6283185 - 1.5707963;
          star.push_back(centre + Point{r * std::cos(a), r * std::sin(a)});
        }
        painter_.spot(star, {first, 0.95, label});
        break;
      }
      case 2:  // face of a bear
        for (const double s : {-1.0, 1.0}) {
          painter_.spot(ellipse(centre + Point{s * size * 0.65, -size * 0.62}, size * 0.34, size * 0.34),
                        {first, 0.95, label});
        }
        painter_.spot(ellipse(centre, size, size * 0.9), {first, 0.95, label});
        painter_.spot(ellipse(centre + Point{0, size * 0.3}, size * 0.42, size * 0.32), {second, 0.95, label});
        for (const double s : {-1.0, 1.0}) {
          painter_.spot(ellipse(centre + Point{s * size * 0.36, -size * 0.15}, size * 0.1, size * 0.12),
                        {{0.08f, 0.08f, 0.08f}, 0.95, label});
        }
        painter_.spot(ellipse(centre + Point{0, size * 0.16}, size * 0.14, size * 0.1),
                      {{0.08f, 0.08f, 0.08f}, 0.95, label});
        break;
      default:  // overlapping shapes
        for (int i = 0; i < 6; ++i) {
          const Point at = centre + Point{random_.uniform(-0.7, 0.7) * size, random_.uniform(-0.8, 0.8) * size};
          painter_.spot(
              ellipse(at, random_.uniform(0.2, 0.6) * size, random_.uniform(0.2, 0.6) * size, random_.uniform(0, 3)),
              {mix(first, second, random_.uniform()), 0.9, label});
        }
        break;
    }
  }

 private:
  struct Spot {
    double lv, dx;
  };
  Polyline curve(const std::vector<Spot>& spots) const {
    Polyline points;
    for (const Spot& spot : spots) {
      points.push_back(figure_.at(spot.lv, spot.dx));
    }
    return open_curve(points);
  }

  Painter& painter_;
  const Figure& figure_;
  const GarmentSpec& garment_;
  const TrunkCut& cut_;
  double hem_;
  Random& random_;
  double unit_;
};

}  // namespace

void trim_trunk(Painter& painter, const Figure& figure, const GarmentSpec& g, const TrunkCut& cut, double hem,
                Random& random) {
  Trimmer trim(painter, figure, g, cut, hem, random);
  const double neck_end = level::kNeck + cut.neck_depth;
  if (g.print == "lettering") trim.words();
  if (g.print == "graphic") trim.graphic();
  if (g.has("cable_knit")) trim.cables();
  if (hem >= cut.hem - 1e-6) {
    const bool ribbed = g.is("hoodie") || g.is("knitwear") || g.is("zip_up") || g.is("cardigan") ||
                        (g.is("jumper") && g.length != "half");
    if (ribbed) {
      trim.rib_band();
    } else {
      trim.hem_seam();
    }
  }
  if (g.collar.empty() && cut.top <= 0 && g.neckline != "one_shoulder" && g.neckline != "hood" &&
      g.neckline != "turtle" && g.neckline != "square" && g.neckline != "halter") {
    trim.neck_binding();
  }
  const double front_end = std::min(hem, g.part == Part::kDress ? 0.60 : 2.0);
  const bool lapels = g.collar == "notched" || g.collar == "tailored" || g.collar == "shawl";
  const double break_lv = lapels ? level::kNeck + std::max(cut.neck_depth, 0.10) : neck_end;
  if (g.has("double_breasted")) {
    trim.double_breast(break_lv, hem);
  } else if (g.is("zip_up") || g.has("zipper") || g.is("padding") || g.is("jumper")) {
    trim.zip(break_lv + (g.neckline == "hood" ? 0.02 : 0.0), front_end);
  } else if (g.is("shirt") || g.has("button") || g.has("single_breasted") || g.is("cardigan") ||
             (g.part == Part::kOuter && !g.is("vest"))) {
    trim.placket(break_lv, front_end, g.part == Part::kOuter ? 0.055 : 0.038);
  } else if (g.collar == "polo") {
    trim.placket(neck_end, neck_end + 0.06, 0.024);
  }
  if ((g.has("frill") || g.has("ruffle")) && g.part == Part::kTop) trim.frill(neck_end + 0.006, neck_end + 0.10);
  if (g.has("pocket")) {
    if (g.part == Part::kOuter || g.is("hoodie")) {
      trim.hip_pockets(g.is("hoodie") ? 0.415 : 0.455);
    } else if (g.is("shirt") || g.is("tshirt")) {
      trim.chest_pocket();
    }
  }
  if (g.has("belt") && hem > level::kWaist + 0.03) trim.belt();
}

}  // namespace jaedan::labeling::synth
