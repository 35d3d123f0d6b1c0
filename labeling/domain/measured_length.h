#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/message.h"
#include "labeling/domain/geometry.h"

namespace jaedan {

/// How far a garment covers a limb, measured between key points of the body: what a label of its length rests on, and
/// what is shown to people who ask why.
struct MeasuredLength {
  std::string attribute;  ///< attribute::kSleeveLength, measured along the arm, or attribute::kLength, along the leg
  /// Where it ends. Arm: 0 shoulder, 1 elbow, 2 wrist. Leg: -1 shoulder, 0 hip, 1 knee, 2 ankle. Between two joints the
  /// share of the way; below the last one in shares of the part before it (2.2: a fifth of the calf below the ankle).
  double along = 0;
  std::vector<Point> line;  ///< along the limb, joint by joint from above, image space
  Point end;                ///< on `line`, where the garment ends

  friend bool operator==(const MeasuredLength& a, const MeasuredLength& b) {
    return a.attribute == b.attribute && a.along == b.along && a.line == b.line && a.end == b.end;
  }
  friend bool operator!=(const MeasuredLength& a, const MeasuredLength& b) { return !(a == b); }
};

/// At most one of an attribute.
using MeasuredLengths = std::vector<MeasuredLength>;

/// What was measured for `attribute`, or null.
const MeasuredLength* find_measure(const MeasuredLengths& measures, std::string_view attribute);

/// "ends 12 % below the knee" (of the part of the limb between two joints), "covers the arm to the elbow".
Message words_of(const MeasuredLength& measure);

/// Of the line what the garment covers: from its beginning to `end`.
std::vector<Point> covered_line(const MeasuredLength& measure);

}  // namespace jaedan
