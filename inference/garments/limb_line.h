#pragma once

#include <array>
#include <optional>
#include <vector>

#include "inference/garments/reach.h"

namespace jaedan::inference {

/// Parts of reach.cpp: the lines along which garments are measured. All in image space.

/// The key points that are sure and lie on the photo, and how long the torso is, in pixels.
struct Body {
  std::array<std::optional<Point>, kKeyPointCount> at;
  std::array<double, kKeyPointCount> score{};
  double torso = 0;
};

/// Whether a place, in shares of the photo's sides, lies on it.
inline bool is_on_photo(Point share) { return share.x >= 0 && share.y >= 0 && share.x < 1 && share.y < 1; }

/// Nothing without a person in it, or with one of no human proportion: key points of two people taken for one.
std::optional<Body> body_of(const KeyPoints& points, Point photo, const ReachRules& rules);
/// Whether the garment lies where that body wears such a garment: key points may be those of somebody else.
bool may_wear(const Body& body, Part part, const Mask& garment, Point photo, const ReachRules& rules);

/// A limb, joint by joint.
struct LimbLine {
  std::vector<Point> points;
  std::vector<double> along;  ///< of each point
  bool whole = false;         ///< down to wrist or ankle, and a little beyond
  double score = 0;           ///< of its least sure joint
  bool left = true;
};
/// From the shoulder, at least to the elbow.
std::optional<LimbLine> arm_line(const Body& body, bool left, const ReachRules& rules);
/// From the shoulder where that is known, for a bottom from a little above the hip; of two points at least. Nothing, as
/// of an arm, where a part of it is longer than a human one.
std::optional<LimbLine> leg_line(const Body& body, bool left, bool of_bottom, const ReachRules& rules);

/// A short piece of a limb.
struct LimbPlace {
  Point at;         ///< its middle
  Point across;     ///< unit vector at a right angle to the limb
  double from = 0;  ///< as LimbLine::along
  double to = 0;
  Point end;  ///< where it is `to`
};
/// In steps of a fiftieth of a limb's part, as far as the photo goes.
std::vector<LimbPlace> places_along(const LimbLine& limb, Point photo);

}  // namespace jaedan::inference
