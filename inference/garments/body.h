#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "labeling/domain/geometry.h"

namespace jaedan::inference {

/// What of somebody's body lies at a place, seen or under clothes; front and back, left and right alike.
enum class BodyPart : std::uint8_t {
  kNone = 0,  ///< nobody
  kHead = 1,
  kTorso = 2,
  kUpperArm = 3,
  kLowerArm = 4,  ///< with the hand
  kThigh = 5,
  kCalf = 6,
  kFoot = 7,
};

inline constexpr int kBodyPartCount = 8;
/// Value of a body map where nothing is known.
inline constexpr std::uint8_t kUnknownBody = 255;

inline constexpr std::array<std::string_view, kBodyPartCount> kBodyPartNames = {
    "none", "head", "torso", "upper arm", "lower arm", "thigh", "calf", "foot"};

/// A place of the body in a photo.
struct KeyPoint {
  Point at;          ///< in shares of the photo's width and height
  double score = 0;  ///< [0, 1] how sure it is to be there; 0: unknown
};

inline constexpr int kKeyPointCount = 17;

/// Places among the key points, in COCO's order. Left and right are the person's own.
enum KeyPointPlace : std::uint8_t {
  kNose = 0,
  kLeftEye = 1,
  kRightEye = 2,
  kLeftEar = 3,
  kRightEar = 4,
  kLeftShoulder = 5,
  kRightShoulder = 6,
  kLeftElbow = 7,
  kRightElbow = 8,
  kLeftWrist = 9,
  kRightWrist = 10,
  kLeftHip = 11,
  kRightHip = 12,
  kLeftKnee = 13,
  kRightKnee = 14,
  kLeftAnkle = 15,
  kRightAnkle = 16,
};

using KeyPoints = std::array<KeyPoint, kKeyPointCount>;

/// The same place on the other side of the body; the nose's is its own.
constexpr std::size_t mirrored_place(std::size_t place) { return place == kNose ? place : ((place - 1) ^ 1U) + 1; }

}  // namespace jaedan::inference
