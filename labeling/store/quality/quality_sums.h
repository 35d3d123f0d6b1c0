#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "labeling/domain/ids.h"

namespace jaedan::labeling {

/// What measures of answers are added up to. The numbers are stored.
enum class QualityKind {
  /// Answers of controls: user, stage. Part 0 without an attribute: n answers, `unknown` of them; IoU. A part:
  /// outlines.
  /// A part, or 0 for the photo, with an attribute: labels.
  kControl = 1,
  /// Panels of two answers or more. Part 0: n panels, IoU. A part: outlines.
  kPanel = 2,
  /// People of such panels: user. n panels.
  kRater = 3,
  /// What was said in them of a garment or a photo: attribute, word (said_word). n times.
  kSaid = 4,
};
inline constexpr QualityKind kFirstQualityKind = QualityKind::kControl;
inline constexpr QualityKind kLastQualityKind = QualityKind::kSaid;

/// By what something is added up; what a kind does not use stays as it is here.
struct QualityKey {
  QualityKind kind = QualityKind::kControl;
  UserId user;
  int stage = -1;
  int part = 0;  ///< a part's number, or 0
  std::string attribute;
  std::string word;

  auto tied() const { return std::tie(kind, user.value, stage, part, attribute, word); }
  friend bool operator<(const QualityKey& a, const QualityKey& b) { return a.tied() < b.tied(); }
  friend bool operator==(const QualityKey& a, const QualityKey& b) { return a.tied() == b.tied(); }
};

/// Sums of IoU are whole numbers of a thousand millionth, so that what is added and taken away again leaves nothing,
/// in any order and on any database.
inline constexpr double kIouUnits = 1e9;
std::int64_t units_of_iou(double iou);
inline double iou_of_units(std::int64_t units) { return static_cast<double>(units) / kIouUnits; }

struct QualityValue {
  std::int64_t n = 0;
  std::int64_t unknown = 0;  ///< of which nobody knows what is right: they are in no other number
  std::int64_t ious = 0;     ///< that have a mean IoU
  std::int64_t iou = 0;      ///< sum of those, in kIouUnits
  std::int64_t squares = 0;  ///< sum of their squares, in kIouUnits
  std::int64_t matched = 0;  ///< OutlineAgreement
  std::int64_t alone = 0;
  std::int64_t same = 0;
  std::int64_t outline_iou = 0;  ///< … its iou_sum, in kIouUnits
  std::int64_t right = 0;        ///< LabelScore
  std::int64_t asked = 0;

  auto tied() const {
    return std::tie(n, unknown, ious, iou, squares, matched, alone, same, outline_iou, right, asked);
  }
  bool is_zero() const { return tied() == QualityValue{}.tied(); }
  QualityValue& operator+=(const QualityValue& more);
  QualityValue operator-() const;
  friend bool operator==(const QualityValue& a, const QualityValue& b) { return a.tied() == b.tied(); }
};

using QualitySums = std::map<QualityKey, QualityValue>;

}  // namespace jaedan::labeling
