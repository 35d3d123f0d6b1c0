#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "labeling/domain/annotation.h"
#include "labeling/domain/quality_measures.h"

namespace jaedan::labeling {

/// From this IoU on two outlines are taken for the same garment (OutlineAgreement::same).
inline constexpr double kSameGarmentIou = 0.5;

/// Two people on one photo.
struct PairAgreement {
  std::size_t one = 0;
  std::size_t other = 0;
  OutlineAgreement outlines;  ///< of all parts
};

/// N people on one photo.
struct MaskAgreement {
  std::vector<PairAgreement> pairs;            ///< every pair of people, in order
  std::array<OutlineAgreement, 4> parts = {};  ///< over all pairs, in the order of kAllParts

  /// The mean over those pairs of people of whom one drew something; nothing when there is none, as with one person.
  std::optional<double> mean_iou() const;
  /// Over all pairs together.
  std::optional<double> f1() const;
};

/// How the outlines of `people`, annotations of one photo of `width` × `height` pixels (above 0), agree. For each pair
/// of people and each part garments are matched one to one so that the sum of their IoU is the largest; pixels outside
/// the photo do not count. Two garments without any pixel in the photo agree (IoU 1). Takes a byte a pixel for each
/// garment of a part.
MaskAgreement mask_agreement(const std::vector<Annotation>& people, int width, int height);

}  // namespace jaedan::labeling
