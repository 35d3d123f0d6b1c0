#include "labeling/domain/measured_length.h"

#include <algorithm>
#include <cmath>

#include "labeling/domain/attribute.h"

namespace jaedan {
namespace {

constexpr double kAtJoint = 0.06;   // nearer to a joint than this nobody would tell the difference
constexpr double kBareArm = 0.1;    // a seam at the shoulder is no sleeve
constexpr double kFirstOfLeg = -1;  // its line begins at the shoulder
constexpr double kLast = 2;         // wrist and ankle

Message joint_of_arm(int joint) {
  if (joint <= 0) return {"measure.shoulder", "shoulder"};
  return joint == 1 ? Message{"measure.elbow", "elbow"} : Message{"measure.wrist", "wrist"};
}

Message joint_of_leg(int joint) {
  if (joint < 0) return {"measure.shoulder", "shoulder"};
  if (joint == 0) return {"measure.hip", "hip"};
  return joint == 1 ? Message{"measure.knee", "knee"} : Message{"measure.ankle", "ankle"};
}

}  // namespace

const MeasuredLength* find_measure(const MeasuredLengths& measures, std::string_view attribute) {
  const auto found = std::find_if(measures.begin(), measures.end(),
                                  [&](const MeasuredLength& measure) { return measure.attribute == attribute; });
  return found == measures.end() ? nullptr : &*found;
}

Message words_of(const MeasuredLength& measure) {
  const bool arm = measure.attribute == attribute::kSleeveLength;
  if (arm && measure.along < kBareArm) return {"measure.bare_arm", "leaves the arm bare"};
  const double along = std::clamp(measure.along, arm ? 0.0 : kFirstOfLeg, kLast + 1);
  const double nearest = std::min(std::round(along), kLast);
  const Message joint = arm ? joint_of_arm(static_cast<int>(nearest)) : joint_of_leg(static_cast<int>(nearest));
  const double beyond = along - nearest;
  if (std::abs(beyond) < kAtJoint) {
    if (arm) return {"measure.arm_to", "covers the arm to the {0}", {joint}};
    return {"measure.ends_at", "ends at the {0}", {joint}};
  }
  if (nearest == kLast && beyond > 0) return {"measure.beyond", "reaches beyond the {0}", {joint}};
  const long percent = std::lround(std::abs(beyond) * 100);
  if (beyond > 0) return {"measure.below", "ends {0} % below the {1}", {percent, joint}};
  return {"measure.above", "ends {0} % above the {1}", {percent, joint}};
}

std::vector<Point> covered_line(const MeasuredLength& measure) {
  const std::vector<Point>& line = measure.line;
  std::size_t last = 0;  // the segment on which it ends begins here
  double nearest = -1;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const double away = distance_to_segment(measure.end, line[i], line[i + 1]).distance;
    if (nearest < 0 || away < nearest) last = i, nearest = away;
  }
  std::vector<Point> covered(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(std::min(last + 1, line.size())));
  covered.push_back(measure.end);
  return covered;
}

}  // namespace jaedan
