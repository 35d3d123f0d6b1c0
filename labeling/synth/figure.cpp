#include "labeling/synth/figure.h"

#include <algorithm>
#include <cmath>

namespace jaedan::labeling::synth {
namespace {

constexpr double kUpperArm = 0.165;
constexpr double kForearm = 0.140;

Build random_build(Random& random) {
  Build build;
  build.masculine = random.chance(0.3);
  if (build.masculine) {
    build.neck = 0.032;
    build.shoulder = 0.118;
    build.chest = 0.090;
    build.waist = 0.078;
    build.hip = 0.086;
    build.upper_arm = 0.027;
    build.elbow = 0.022;
    build.wrist = 0.015;
  }
  const double weight = std::clamp(random.normal(0, 0.07), -0.10, 0.20);
  for (double* width : {&build.chest, &build.hip, &build.thigh, &build.calf, &build.upper_arm, &build.knee}) {
    *width *= 1 + weight * 0.7;
  }
  build.waist *= 1 + weight * 1.2;
  build.neck *= 1 + weight * 0.4;
  build.shoulder *= 1 + weight * 0.3 + random.uniform(-0.03, 0.03);
  build.head *= random.uniform(0.96, 1.05);
  return build;
}

/// Elbow of an arm of two bones from `shoulder` to `wrist`, bent outwards. The bones look shorter when the arm comes
/// towards the camera, so they shrink rather than leave the target out of reach.
Point elbow_between(Point shoulder, Point& wrist, double upper, double fore, double outward) {
  double reach = distance(shoulder, wrist);
  if (reach > (upper + fore) * 0.995) {
    wrist = lerp(shoulder, wrist, (upper + fore) * 0.995 / reach);
    reach = (upper + fore) * 0.995;
  }
  const double along = (upper * upper - fore * fore + reach * reach) / (2 * reach);
  const double off = std::sqrt(std::max(0.0, upper * upper - along * along));
  const Point ahead = direction(shoulder, wrist);
  const Point aside = turned(ahead) * (turned(ahead).x * outward > 0 ? 1.0 : -1.0);
  return shoulder + ahead * along + aside * off;
}

void pose_arm(Figure& figure, int side, ArmPose pose, Random& random) {
  const double s = side_sign(side);
  const double h = figure.height;
  figure.arm_pose[side] = pose;
  const Point shoulder = figure.at(level::kShoulder + 0.014, s * (figure.build.shoulder - 0.019));
  figure.shoulder[side] = shoulder;
  double shrink = 1;
  Point wrist;
  switch (pose) {
    case ArmPose::kDown:
    case ArmPose::kSpread: {
      const double upper = random.uniform(0.08, 0.19);
      const double fore = upper - random.uniform(0.0, 0.22);
      figure.elbow[side] = shoulder + Point{s * std::sin(upper), std::cos(upper)} * (kUpperArm * h);
      figure.wrist[side] = figure.elbow[side] + Point{s * std::sin(fore), std::cos(fore)} * (kForearm * h);
      return;
    }
    case ArmPose::kOnHip:
      wrist = figure.at(random.uniform(0.425, 0.455), s * (figure.build.hip + 0.012));
      shrink = random.uniform(0.88, 1.0);
      break;
    case ArmPose::kPocket:
      wrist = figure.at(random.uniform(0.462, 0.480), s * (figure.build.hip - 0.004));
      shrink = random.uniform(0.96, 1.0);
      break;
    case ArmPose::kHoldsBag:
      wrist = figure.at(random.uniform(0.420, 0.470), s * random.uniform(0.010, 0.045));
      shrink = random.uniform(0.9, 1.0);
      break;
    case ArmPose::kBent:
      wrist = figure.at(random.uniform(0.30, 0.37), s * random.uniform(0.015, 0.07));
      shrink = random.uniform(0.85, 0.97);
      break;
    case ArmPose::kRaised:
      wrist = figure.at(random.uniform(0.055, 0.085), s * (figure.build.head + 0.022));
      shrink = random.uniform(0.8, 0.92);
      break;
  }
  figure.elbow[side] = elbow_between(shoulder, wrist, kUpperArm * h * shrink, kForearm * h * shrink, s);
  figure.wrist[side] = wrist;
}

void pose_legs(Figure& figure, Random& random) {
  const double h = figure.height;
  const double apart = random.uniform(-0.012, 0.05);
  const bool walking = random.chance(0.25);
  for (int side = 0; side < 2; ++side) {
    const double s = side_sign(side);
    figure.hip[side] = figure.at(0.500, s * figure.build.hip * 0.50);
    const Point sole = {figure.crown.x + s * (0.030 + apart) * h, figure.crown.y + level::kAnkle * h};
    figure.ankle[side] = sole;
    figure.knee[side] = lerp(figure.hip[side], sole, 0.53) + Point{s * random.uniform(-0.004, 0.012) * h, 0};
  }
  if (walking) {
    const int back = random.integer(0, 1);
    // The leg behind is farther away: shorter, and closer to the middle.
    figure.ankle[back].y -= random.uniform(0.012, 0.03) * h;
    figure.ankle[back].x += -side_sign(back) * random.uniform(0.0, 0.03) * h;
    figure.knee[back] = lerp(figure.hip[back], figure.ankle[back], 0.53);
  }
}

ArmPose random_pose(Random& random) {
  static const std::vector<double> weights = {5.5, 1.3, 1.5, 0, 1.3, 0.5};
  return static_cast<ArmPose>(random.weighted(weights));
}

}  // namespace

Point Figure::at(double lv, double dx) const {
  const auto between = [](double value, double low, double high) {
    const double t = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return t * t * (3 - 2 * t);
  };
  const double to_waist = between(lv, level::kNeck, level::kWaist);
  const double to_hip = between(lv, level::kWaist, level::kHip);
  double shift = to_waist * waist_shift + to_hip * (hip_shift - waist_shift);
  // Below the hips a skirt hangs between the feet.
  shift += between(lv, level::kHip, level::kSole) * (0.4 * hip_shift - hip_shift);
  const double down = between(lv, level::kShoulder, level::kHip);
  const double tilt = shoulder_tilt * (1 - down) + hip_tilt * down;
  const double calm = 1 - 0.7 * between(lv, level::kCrotch, level::kAnkle);
  return {crown.x + (shift + dx) * height, crown.y + (lv + dx * tilt * calm) * height};
}

double Figure::body_half_width(double lv) const {
  struct Landmark {
    double lv, half;
  };
  const Landmark landmarks[] = {{level::kShoulder, build.shoulder}, {level::kArmpit, build.chest},
                                {level::kBust, build.chest * 1.01}, {level::kWaist, build.waist},
                                {level::kHip, build.hip},           {level::kCrotch, build.hip * 0.985},
                                {level::kKnee, build.hip * 0.82},   {level::kAnkle, build.hip * 0.66}};
  if (lv <= landmarks[0].lv) return landmarks[0].half;
  for (std::size_t i = 1; i < std::size(landmarks); ++i) {
    if (lv > landmarks[i].lv) continue;
    const double t = (lv - landmarks[i - 1].lv) / (landmarks[i].lv - landmarks[i - 1].lv);
    const double eased = t * t * (3 - 2 * t);
    return landmarks[i - 1].half + (landmarks[i].half - landmarks[i - 1].half) * eased;
  }
  return std::end(landmarks)[-1].half;
}

Figure standing_figure(Point crown, double height, Random& random) {
  Figure figure;
  figure.crown = crown;
  figure.height = height;
  figure.build = random_build(random);
  const double sway = std::clamp(random.normal(0, 0.5), -1.0, 1.0);
  figure.hip_shift = 0.020 * sway;
  figure.waist_shift = 0.006 * sway + random.uniform(-0.003, 0.003);
  figure.hip_tilt = -0.10 * sway;
  figure.shoulder_tilt = 0.06 * sway + random.uniform(-0.02, 0.02);
  figure.head_turn = std::clamp(random.normal(0, 0.45), -1.0, 1.0);
  for (int side = 0; side < 2; ++side) {
    pose_arm(figure, side, random_pose(random), random);
  }
  if (random.chance(0.14)) pose_arm(figure, random.integer(0, 1), ArmPose::kHoldsBag, random);
  pose_legs(figure, random);
  return figure;
}

Figure laid_out_figure(Point crown, double height, double arm_angle, Random& random) {
  Figure figure;
  figure.crown = crown;
  figure.height = height;
  figure.person = false;
  figure.build = random_build(random);
  const double bend = random.uniform(-0.12, 0.05);
  for (int side = 0; side < 2; ++side) {
    const double s = side_sign(side);
    figure.arm_pose[side] = ArmPose::kSpread;
    figure.shoulder[side] = figure.at(level::kShoulder + 0.014, s * (figure.build.shoulder - 0.019));
    const double upper = arm_angle + random.uniform(-0.05, 0.05);
    const double fore = upper + bend;
    figure.elbow[side] = figure.shoulder[side] + Point{s * std::sin(upper), std::cos(upper)} * (kUpperArm * height);
    figure.wrist[side] = figure.elbow[side] + Point{s * std::sin(fore), std::cos(fore)} * (kForearm * height);
    figure.hip[side] = figure.at(0.500, s * figure.build.hip * 0.50);
    figure.ankle[side] = {crown.x + s * 0.055 * height, crown.y + level::kAnkle * height};
    figure.knee[side] = lerp(figure.hip[side], figure.ankle[side], 0.53);
  }
  return figure;
}

}  // namespace jaedan::labeling::synth
