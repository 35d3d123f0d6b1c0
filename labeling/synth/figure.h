#pragma once

#include <array>

#include "labeling/synth/paint/outline.h"
#include "labeling/synth/random.h"

namespace jaedan::labeling::synth {

/// Half widths of a body as fractions of its height.
struct Build {
  double neck = 0.027;
  double shoulder = 0.100;
  double chest = 0.078;
  double waist = 0.066;
  double hip = 0.088;
  double thigh = 0.046;
  double knee = 0.030;
  double calf = 0.031;
  double ankle = 0.019;
  double upper_arm = 0.023;
  double elbow = 0.019;
  double wrist = 0.0125;
  double head = 0.043;
  bool masculine = false;
};

enum class ArmPose { kDown, kOnHip, kPocket, kHoldsBag, kBent, kRaised, kSpread };

/// Heights of the body's landmarks, as fractions of its height below the crown (figure drawing's eight-head canon,
/// with the head a little larger).
namespace level {
inline constexpr double kChin = 0.128;
inline constexpr double kNeck = 0.160;
inline constexpr double kShoulder = 0.188;
inline constexpr double kArmpit = 0.250;
inline constexpr double kBust = 0.278;
inline constexpr double kWaist = 0.388;
inline constexpr double kHip = 0.490;
inline constexpr double kCrotch = 0.530;
inline constexpr double kKnee = 0.735;
inline constexpr double kAnkle = 0.945;
inline constexpr double kSole = 1.000;
}  // namespace level

/// A standing person seen from the front, or the invisible one on which a single garment is laid out. Index 0 is the
/// left side of the picture, 1 the right one. Photo space.
struct Figure {
  double height = 500;  ///< crown to sole, photo pixels
  Point crown;          ///< of the upright body, before it leans
  Build build;
  double shoulder_tilt = 0;  ///< slope (down per right) at the shoulders …
  double hip_tilt = 0;       ///< … and at the hips
  double waist_shift = 0;    ///< the spine's curve, as fractions of the height
  double hip_shift = 0;
  double head_turn = 0;  ///< −1 … 1: where the face looks
  bool person = true;    ///< false: only the cloth is there
  std::array<ArmPose, 2> arm_pose{ArmPose::kDown, ArmPose::kDown};
  std::array<Point, 2> shoulder, elbow, wrist;
  std::array<Point, 2> hip, knee, ankle;

  double unit() const { return height / 500; }
  /// A place on the trunk: `lv` below the crown and `dx` right of the spine, both as fractions of the height.
  Point at(double lv, double dx) const;
  /// Half width of the bare body at a level, as a fraction of the height.
  double body_half_width(double lv) const;
  Polyline arm(int side) const { return {shoulder[side], elbow[side], wrist[side]}; }
  Polyline leg(int side) const { return {hip[side], knee[side], ankle[side]}; }
};

/// −1 for the left side of the picture, +1 for the right one.
inline double side_sign(int side) { return side == 0 ? -1.0 : 1.0; }

/// A person in a natural pose.
Figure standing_figure(Point crown, double height, Random& random);
/// Nobody: straight, with both arms spread by `arm_angle` radians from straight down.
Figure laid_out_figure(Point crown, double height, double arm_angle, Random& random);

}  // namespace jaedan::labeling::synth
