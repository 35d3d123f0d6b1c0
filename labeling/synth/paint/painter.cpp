#include "labeling/synth/paint/painter.h"

#include <algorithm>
#include <cmath>

#include "labeling/synth/noise.h"

namespace jaedan::labeling::synth {

/// A rectangle of canvas pixels.
struct Painter::Window {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

namespace {

void roughen(Mask& mask, const Fabric& fabric) {
  const double reach = fabric.weave.fuzz * fabric.unit * kOversampling;
  if (reach <= 0) return;
  const Field distance = distance_inside(mask);
  const double size = std::max(2.0, reach * 0.6);
  for (int y = 0; y < mask.height; ++y) {
    for (int x = 0; x < mask.width; ++x) {
      if (distance.at(x, y) > 0 && distance.at(x, y) < reach * fractal_noise(x / size, y / size, 2, fabric.seed + 80)) {
        mask.at(x, y) = 0;
      }
    }
  }
}

}  // namespace

Painter::Painter(const FloatImage& background, int photo_width, int photo_height, const Light& light)
    : canvas_(resized(background, photo_width * kOversampling, photo_height * kOversampling)),
      labels_(Mask::of_size(photo_width * kOversampling, photo_height * kOversampling)),
      solid_(labels_),
      light_(light) {}

void Painter::turn_view(Point centre, double angle) {
  view_centre_ = centre;
  view_angle_ = angle;
}

Point Painter::seen(Point p) const {
  const Point d = p - view_centre_;
  const double c = std::cos(view_angle_);
  const double s = std::sin(view_angle_);
  return view_centre_ + Point{d.x * c - d.y * s, d.x * s + d.y * c};
}

Form Painter::seen(const Form& form) const {
  Form turned_form = form;
  turned_form.frame.origin = seen(form.frame.origin);
  turned_form.frame.angle += view_angle_;
  for (Crease& crease : turned_form.creases) {
    for (Point& p : crease.path) {
      p = seen(p);
    }
  }
  return turned_form;
}

std::vector<Point> Painter::on_canvas(const std::vector<Point>& points, const Window& window) const {
  std::vector<Point> out;
  out.reserve(points.size());
  for (const Point& p : points) {
    const Point at = seen(p) * kOversampling;
    out.push_back({at.x - window.x, at.y - window.y});
  }
  return out;
}

Painter::Window Painter::window_around(const std::vector<Ring>& rings, double margin) const {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  for (const Ring& ring : rings) {
    for (const Point& point : ring) {
      const Point p = seen(point) * kOversampling;
      left = std::min(left, p.x);
      top = std::min(top, p.y);
      right = std::max(right, p.x);
      bottom = std::max(bottom, p.y);
    }
  }
  margin *= kOversampling;
  const int x0 = static_cast<int>(std::clamp(left - margin, 0.0, static_cast<double>(canvas_.width)));
  const int y0 = static_cast<int>(std::clamp(top - margin, 0.0, static_cast<double>(canvas_.height)));
  const int x1 = static_cast<int>(std::ceil(std::clamp(right + margin, 0.0, static_cast<double>(canvas_.width))));
  const int y1 = static_cast<int>(std::ceil(std::clamp(bottom + margin, 0.0, static_cast<double>(canvas_.height))));
  return {x0, y0, std::max(0, x1 - x0), std::max(0, y1 - y0)};
}

Mask Painter::stencil(const Window& window, const std::vector<Ring>& add, const std::vector<Ring>& cut) const {
  Mask mask = Mask::of_size(window.width, window.height);
  for (const Ring& ring : add) {
    fill_ring(mask, on_canvas(ring, window), 255);
  }
  for (const Ring& ring : cut) {
    fill_ring(mask, on_canvas(ring, window), 0);
  }
  return mask;
}

void Painter::throw_shadow(const Window& window, const Mask& mask, const Mask& shape, const Piece& piece, double unit) {
  if (piece.shadow <= 0) return;
  const double reach = 3.2 * unit * kOversampling * std::sqrt(piece.shadow);
  Field shadow = Field::of_size(window.width, window.height);
  const int dx = static_cast<int>(std::lround(-light_.x * reach));
  const int dy = static_cast<int>(std::lround(-light_.y * reach));
  for (int y = std::max(0, dy); y < window.height + std::min(0, dy); ++y) {
    for (int x = std::max(0, dx); x < window.width + std::min(0, dx); ++x) {
      shadow.at(x, y) = mask.at(x - dx, y - dy) ? 1.0f : 0.0f;
    }
  }
  blur(shadow, reach * 0.7);
  const double strength = std::min(0.6, 0.42 * piece.shadow);
  for (int y = 0; y < window.height; ++y) {
    for (int x = 0; x < window.width; ++x) {
      if (shape.at(x, y) || (!shadows_everywhere_ && !solid_.at(window.x + x, window.y + y))) continue;
      float* pixel = canvas_.pixel(window.x + x, window.y + y);
      const auto factor = static_cast<float>(1 - strength * shadow.at(x, y));
      for (int c = 0; c < 3; ++c) {
        pixel[c] *= factor;
      }
    }
  }
}

void Painter::paint(const Piece& piece, const Fabric& fabric, std::uint8_t label) {
  const Window window = window_around(piece.shape, 12 * fabric.unit);
  if (window.width < 2 || window.height < 2) return;
  Mask mask = stencil(window, piece.shape, piece.holes);
  roughen(mask, fabric);
  const Form form = seen(piece.form);
  const Shading shading =
      shading_of(mask, {window.x / static_cast<double>(kOversampling), window.y / static_cast<double>(kOversampling)},
                 kOversampling, form, fabric, light_);
  const Mask shape = mask;
  if (!piece.only.empty()) {
    const Mask only = stencil(window, piece.only, {});
    for (std::size_t i = 0; i < mask.pixels.size(); ++i) {
      mask.pixels[i] &= only.pixels[i];
    }
  }
  throw_shadow(window, mask, shape, piece, fabric.unit);
  for (int y = 0; y < window.height; ++y) {
    for (int x = 0; x < window.width; ++x) {
      if (!mask.at(x, y)) continue;
      const Point photo = {(window.x + x + 0.5) / kOversampling, (window.y + y + 0.5) / kOversampling};
      const Point cloth = cloth_from_photo(form.frame, photo);
      const double light = shading.light.at(x, y) * grain_at(fabric, cloth.x, cloth.y);
      const Colour colour = lit(albedo_at(fabric, cloth.x, cloth.y), light);
      // Even black cloth shows its folds: a little light comes off the surface itself.
      const auto sheen = static_cast<float>(shading.gloss.at(x, y) + 0.035 * std::max(0.0, light - 0.75));
      float* pixel = canvas_.pixel(window.x + x, window.y + y);
      pixel[0] = std::min(1.0f, colour.r + sheen);
      pixel[1] = std::min(1.0f, colour.g + sheen);
      pixel[2] = std::min(1.0f, colour.b + sheen);
      labels_.at(window.x + x, window.y + y) = label;
      solid_.at(window.x + x, window.y + y) = 255;
    }
  }
}

void Painter::lay(const Window& window, const Mask& cover, const Ink& ink) {
  for (int y = 0; y < window.height; ++y) {
    for (int x = 0; x < window.width; ++x) {
      if (!cover.at(x, y)) continue;
      if (ink.label >= 0 && labels_.at(window.x + x, window.y + y) != ink.label) continue;
      float* pixel = canvas_.pixel(window.x + x, window.y + y);
      const auto alpha = static_cast<float>(ink.alpha * cover.at(x, y) / 255.0);
      pixel[0] += (ink.colour.r - pixel[0]) * alpha;
      pixel[1] += (ink.colour.g - pixel[1]) * alpha;
      pixel[2] += (ink.colour.b - pixel[2]) * alpha;
    }
  }
}

void Painter::line(const Polyline& path, double width, const Ink& ink) {
  const Window window = window_around({path}, width + 2);
  if (window.width < 1 || window.height < 1) return;
  Mask cover = Mask::of_size(window.width, window.height);
  stroke(cover, on_canvas(path, window), width * kOversampling);
  lay(window, cover, ink);
}

void Painter::spot(const Ring& ring, const Ink& ink) {
  const Window window = window_around({ring}, 2);
  if (window.width < 1 || window.height < 1) return;
  lay(window, stencil(window, {ring}, {}), ink);
}

void Painter::text(const std::string& words, Point centre, double height, double thickness, const Ink& ink) {
  const double reach = height * (words.size() + 1);
  const Window window = window_around({{centre - Point{reach, reach}, centre + Point{reach, reach}}}, 0);
  if (window.width < 1 || window.height < 1) return;
  Mask cover = Mask::of_size(window.width, window.height);
  write_text(cover, words, on_canvas({centre}, window)[0], height * kOversampling, thickness * kOversampling);
  lay(window, cover, ink);
}

void Painter::soft_shadow(const Ring& ring, double softness, double strength) {
  const Window window = window_around({ring}, softness * 3);
  if (window.width < 2 || window.height < 2) return;
  // The shadow is smooth, so a quarter of the pixels is enough.
  constexpr int kCoarse = 4;
  const Mask mask = stencil(window, {ring}, {});
  Field shadow = Field::of_size(window.width, window.height);
  for (std::size_t i = 0; i < mask.pixels.size(); ++i) {
    shadow.values[i] = mask.pixels[i] ? 1.0f : 0.0f;
  }
  shadow = resized(shadow, std::max(1, window.width / kCoarse), std::max(1, window.height / kCoarse));
  blur(shadow, softness * kOversampling / kCoarse);
  shadow = resized(shadow, window.width, window.height);
  for (int y = 0; y < window.height; ++y) {
    for (int x = 0; x < window.width; ++x) {
      float* pixel = canvas_.pixel(window.x + x, window.y + y);
      const auto factor = static_cast<float>(1 - strength * shadow.at(x, y));
      for (int c = 0; c < 3; ++c) {
        pixel[c] *= factor;
      }
    }
  }
}

}  // namespace jaedan::labeling::synth
