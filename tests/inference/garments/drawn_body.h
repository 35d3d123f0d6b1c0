#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "inference/garments/body.h"
#include "labeling/domain/mask.h"

namespace jaedan::inference {

/// The photo that the figure below stands in.
inline constexpr int kPhotoWidth = 400, kPhotoHeight = 800;

/// By KeyPointPlace, in pixels.
using Joints = std::array<Point, kKeyPointCount>;

/// A figure that faces the camera with hanging arms. Torso 180 pixels, thigh 160, calf 150.
inline Joints standing() {
  Joints at;
  at.fill({200, 90});
  at[kLeftShoulder] = {250, 150}, at[kRightShoulder] = {150, 150};
  at[kLeftElbow] = {260, 260}, at[kRightElbow] = {140, 260};
  at[kLeftWrist] = {265, 360}, at[kRightWrist] = {135, 360};
  at[kLeftHip] = {230, 330}, at[kRightHip] = {170, 330};
  at[kLeftKnee] = {228, 490}, at[kRightKnee] = {172, 490};
  at[kLeftAnkle] = {226, 640}, at[kRightAnkle] = {174, 640};
  return at;
}

/// The same with the lower arms across the torso.
inline Joints arms_folded() {
  Joints at = standing();
  at[kLeftElbow] = {270, 250}, at[kRightElbow] = {130, 250};
  at[kLeftWrist] = {180, 280}, at[kRightWrist] = {220, 280};
  return at;
}

inline KeyPoints points_of(const Joints& joints, double score = 0.9) {
  KeyPoints points;
  for (std::size_t i = 0; i < joints.size(); ++i) {
    points[i] = {{joints[i].x / kPhotoWidth, joints[i].y / kPhotoHeight}, score};
  }
  return points;
}

inline Mask no_garment() { return Mask::of_size(kPhotoWidth, kPhotoHeight); }

inline void draw_box(Mask& mask, double left, double top, double right, double bottom, std::uint8_t value = kInside) {
  fill(mask, {{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}}}, value);
}

/// Along both arms, `half_width` to each side, from one place to another (0 shoulder, 1 elbow, 2 wrist, and beyond).
inline void draw_arms(Mask& mask, const Joints& at, double from, double to, double half_width,
                      std::uint8_t value = kInside) {
  for (const std::size_t side : {0, 1}) {
    for (const std::size_t part : {0, 1}) {
      const Point a = at[kLeftShoulder + side + 2 * part], b = at[kLeftShoulder + side + 2 * part + 2];
      const double begin = std::max(from - double(part), 0.0);
      const double end = part == 0 ? std::min(to, 1.0) : to - 1;
      if (end <= begin) continue;
      const Point way = b - a;
      const Point across = Point{-way.y, way.x} * (half_width / distance(a, b));
      const Point p = a + way * begin, q = a + way * end;
      fill(mask, {{{p + across, q + across, q - across, p - across}}}, value);
    }
  }
}

/// A top with its hem at `hem` and sleeves down to `sleeve`.
inline Mask drawn_top(double sleeve, double hem = 330, const Joints& at = standing()) {
  Mask mask = no_garment();
  draw_box(mask, 150, 140, 250, hem);
  draw_arms(mask, at, 0, sleeve, 16);
  return mask;
}

inline Mask drawn_skirt(double hem) {
  Mask mask = no_garment();
  draw_box(mask, 140, 320, 260, hem);
  return mask;
}

}  // namespace jaedan::inference
