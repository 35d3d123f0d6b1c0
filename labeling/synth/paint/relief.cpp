#include "labeling/synth/paint/relief.h"

#include <algorithm>
#include <cmath>

#include "labeling/synth/noise.h"

namespace jaedan::labeling::synth {
namespace {

constexpr double kTurn = 6.283185307179586;

Field half_mask_distance(const Mask& shape, double scale) {
  // The relief is smooth: one pixel a photo pixel is enough, whatever the canvas has.
  Field distance = distance_inside(shape);
  const int width = std::max(2, static_cast<int>(std::ceil(shape.width / scale)));
  const int height = std::max(2, static_cast<int>(std::ceil(shape.height / scale)));
  distance = resized(distance, width, height);
  for (float& value : distance.values) {
    value = static_cast<float>(value / scale);
  }
  return distance;
}

void add_roundness(Field& height, const Field& distance, const Form& form) {
  const double radius = std::max(form.roundness, 1.0);
  for (std::size_t i = 0; i < height.values.size(); ++i) {
    const double inward = 1 - std::min(1.0, distance.values[i] / radius);
    height.values[i] += static_cast<float>(form.bulge * 0.8 * radius * std::sqrt(1 - inward * inward));
  }
}

double drape_height(const Drape& drape, Point cloth, std::uint32_t seed) {
  const double grown = std::clamp((cloth.y - drape.start) / std::max(drape.full - drape.start, 1.0), 0.0, 1.0);
  const double wander = 1.3 * value_noise(cloth.x / (drape.wave * 2.5), cloth.y / (drape.wave * 7), seed);
  const double phase = cloth.x / drape.wave + (drape.sharp ? 0.0 : wander);
  if (drape.sharp) return drape.depth * grown * (phase - std::floor(phase));
  const double strength =
      0.35 + 1.1 * value_noise(cloth.x / (drape.wave * 1.7) + 40, cloth.y / (drape.wave * 9), seed + 1);
  return drape.depth * grown * strength * std::sin(kTurn * phase);
}

double wrinkle_height(Point cloth, double unit, double softness, std::uint32_t seed) {
  const double size = 26 * unit * softness;
  const double warp = value_noise(cloth.x / size, cloth.y / size, seed + 11);
  // Ridged noise: creases are lines, not bumps. Cloth that hangs has longer creases downwards.
  const double n = value_noise(cloth.x / size + warp, cloth.y / (size * 2.2) - warp, seed + 12);
  const double fine = value_noise(cloth.x / (size * 0.5) + warp, cloth.y / (size * 0.8) + warp, seed + 13);
  return (1 - std::abs(2 * n - 1)) + 0.35 * (1 - std::abs(2 * fine - 1));
}

double quilt_height(Point cloth, double pitch, std::uint32_t seed) {
  const double bend = 0.12 * (value_noise(cloth.x / pitch, cloth.y / pitch, seed + 20) - 0.5);
  const double place = cloth.y / pitch + bend;
  const double within = place - std::floor(place);
  return 0.33 * pitch * std::sqrt(std::max(0.0, 1 - std::pow(2 * within - 1, 2)));
}

void add_cloth(Field& height, const Field& distance, Point corner, const Form& form, const Fabric& fabric) {
  const double wrinkle = form.wrinkle * fabric.weave.wrinkle * 3.4 * fabric.unit * std::min(fabric.weave.softness, 1.5);
  Drape drape = form.drape;
  drape.depth *= fabric.weave.drape;
  for (int y = 0; y < height.height; ++y) {
    for (int x = 0; x < height.width; ++x) {
      if (distance.at(x, y) <= 0) continue;
      const Point cloth = cloth_from_photo(form.frame, corner + Point{x + 0.5, y + 0.5});
      double h = 0;
      if (wrinkle > 0) h += wrinkle * wrinkle_height(cloth, fabric.unit, fabric.weave.softness, fabric.seed);
      if (drape.depth > 0) h += drape_height(drape, cloth, fabric.seed + 30);
      if (fabric.weave.quilt > 0) h += quilt_height(cloth, fabric.weave.quilt * fabric.unit, fabric.seed);
      height.at(x, y) += static_cast<float>(h);
    }
  }
}

void add_crease(Field& height, Point corner, const Crease& crease, double softness) {
  const double width = std::max(1.0, crease.width * softness);
  const Rect box = bounds_of(Ring(crease.path));
  const int x0 = std::max(0, static_cast<int>(box.x - corner.x - 3 * width));
  const int y0 = std::max(0, static_cast<int>(box.y - corner.y - 3 * width));
  const int x1 = std::min(height.width - 1, static_cast<int>(box.right() - corner.x + 3 * width));
  const int y1 = std::min(height.height - 1, static_cast<int>(box.bottom() - corner.y + 3 * width));
  const std::size_t segments = crease.path.size() - 1;
  for (int y = y0; y <= y1; ++y) {
    for (int x = x0; x <= x1; ++x) {
      const Point p = corner + Point{x + 0.5, y + 0.5};
      double nearest = 1e9;
      double along = 0;
      for (std::size_t i = 0; i < segments; ++i) {
        const SegmentDistance d = distance_to_segment(p, crease.path[i], crease.path[i + 1]);
        if (d.distance >= nearest) continue;
        nearest = d.distance;
        const double length = std::max(distance(crease.path[i], crease.path[i + 1]), 1e-6);
        along = (i + distance(crease.path[i], d.nearest) / length) / segments;
      }
      const double taper = std::sin(3.14159265 * std::clamp(0.12 + 0.86 * along, 0.0, 1.0));
      height.at(x, y) -= static_cast<float>(crease.depth * taper * std::exp(-nearest * nearest / (width * width)));
    }
  }
}

}  // namespace

Point cloth_from_photo(const Frame& frame, Point p) {
  const Point offset = p - frame.origin;
  const double c = std::cos(frame.angle);
  const double s = std::sin(frame.angle);
  const Point straight = {offset.x * c + offset.y * s, offset.y * c - offset.x * s};
  if (frame.apex <= 0) return straight;
  const double below = straight.y + frame.apex;
  return {frame.apex * std::atan2(straight.x, std::max(below, 1.0)), std::hypot(straight.x, below) - frame.apex};
}

Shading shading_of(const Mask& shape, Point corner, double scale, const Form& form, const Fabric& fabric,
                   const Light& light) {
  const Field distance = half_mask_distance(shape, scale);
  Field height = Field::of_size(distance.width, distance.height);
  add_roundness(height, distance, form);
  blur(height, std::max(0.8, form.roundness * 0.12));
  if (fabric.weave.wrinkle > 0 || fabric.weave.quilt > 0 || form.drape.depth > 0) {
    add_cloth(height, distance, corner, form, fabric);
  }
  for (const Crease& crease : form.creases) {
    if (crease.path.size() >= 2) add_crease(height, corner, crease, fabric.weave.softness);
  }
  blur(height, 0.7 * fabric.unit * fabric.weave.softness);

  // Half vector between lamp and camera (Blinn 1977).
  const double norm = std::sqrt(light.x * light.x + light.y * light.y + (light.z + 1) * (light.z + 1));
  const double hx = light.x / norm;
  const double hy = light.y / norm;
  const double hz = (light.z + 1) / norm;
  Shading shading = {Field::of_size(height.width, height.height, 1), Field::of_size(height.width, height.height)};
  for (int y = 0; y < height.height; ++y) {
    for (int x = 0; x < height.width; ++x) {
      const double dx = 0.5 * (height.at(std::min(x + 1, height.width - 1), y) - height.at(std::max(x - 1, 0), y));
      const double dy = 0.5 * (height.at(x, std::min(y + 1, height.height - 1)) - height.at(x, std::max(y - 1, 0)));
      const double length = std::sqrt(dx * dx + dy * dy + 1);
      const double facing = std::max(0.0, (-dx * light.x - dy * light.y + light.z) / length);
      const double diffuse = light.ambient * (0.55 + 0.45 / length) + (1 - light.ambient) * facing / light.z;
      shading.light.at(x, y) = static_cast<float>(diffuse);
      if (fabric.weave.gloss > 0) {
        const double half = std::max(0.0, (-dx * hx - dy * hy + hz) / length);
        // Flat cloth should not shine all over: the highlight counts from a little above the flat value.
        const double shine = std::pow(half, fabric.weave.polish * 3);
        shading.gloss.at(x, y) = static_cast<float>(fabric.weave.gloss * 0.6 * shine * std::min(1.0, 4 * (length - 1)));
      }
    }
  }
  shading.light = resized(shading.light, shape.width, shape.height);
  shading.gloss = resized(shading.gloss, shape.width, shape.height);
  return shading;
}

}  // namespace jaedan::labeling::synth
