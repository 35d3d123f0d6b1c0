#include "labeling/store/quality/quality_sums.h"

#include <cmath>

namespace jaedan::labeling {

std::int64_t units_of_iou(double iou) { return std::llround(iou * kIouUnits); }

QualityValue& QualityValue::operator+=(const QualityValue& more) {
  n += more.n;
  unknown += more.unknown;
  ious += more.ious;
  iou += more.iou;
  squares += more.squares;
  matched += more.matched;
  alone += more.alone;
  same += more.same;
  outline_iou += more.outline_iou;
  right += more.right;
  asked += more.asked;
  return *this;
}

QualityValue QualityValue::operator-() const {
  return {-n, -unknown, -ious, -iou, -squares, -matched, -alone, -same, -outline_iou, -right, -asked};
}

}  // namespace jaedan::labeling
