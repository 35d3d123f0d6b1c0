#pragma once

#include <optional>
#include <vector>

#include "inference/garments/body.h"
#include "labeling/domain/mask.h"
#include "labeling/domain/measured_length.h"
#include "labeling/domain/part.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// How a garment is measured along a limb. Lengths are shares of the torso's, from shoulders to hips, where not said
/// otherwise. Chosen on the training photos of Clothing Co-Parsing, whose lengths were labelled by eye.
struct ReachRules {
  double least_score = 0.3;         ///< key points below it are unknown
  double arm_half_width = 0.06;     ///< looked at across the arm: less than the arm, so that no torso beside it counts
  double arm_cover = 0.7;           ///< covered less than this, a place of the arm speaks against a sleeve
  double leg_half_width = 0.2;      ///< across the leg: half of a skirt, the front of an open coat
  double leg_cover = 0.2;           ///< as arm_cover
  double sleeve_half_width = 0.13;  ///< beside an arm, left out where the leg is measured: sleeves hang beside hips
  double widest = 0.9;              ///< between shoulders, and between hips; more is two people taken for one
  double longest_of_arm = 0.9;      ///< upper and lower arm each
  double longest_of_leg = 1.5;      ///< thigh and calf each
  double margin = 0.3;              ///< around the body's box, in which the garment's middle must lie
  double tallest = 1.3;             ///< garment, in heights of that box with its margin
  double shortest = 0.15;           ///< garment; below it there is nothing to measure
};

/// How far a garment reaches along one limb.
struct LimbReach {
  double along = 0;         ///< as MeasuredLength::along
  std::vector<Point> line;  ///< as MeasuredLength::line
  Point end;                ///< as MeasuredLength::end
  bool left = true;         ///< the person's own side, which was seen better
};

/// Nothing where it cannot be told: key points unknown, in no human proportion, off the photo or another person's; the
/// garment goes on where the limb is not seen any more; it is no garment of that limb.
struct GarmentReach {
  std::optional<LimbReach> arm;  ///< never of a bottom; 0 for bare arms
  std::optional<LimbReach> leg;
};

/// `garment`, and `over`, the garment that is worn over it (null for none, so that hidden arms are unknown and not
/// bare): 0 is outside, any size, stretched over the photo. Below some 200 pixels of height sleeves get blurred.
/// `points` in shares of the photo, whose sides are in pixels. A mirrored photo with mirrored points gives the same.
///
/// The garment ends where the line from the shoulder (or the hip) to its end is best cut in two, covered above and bare
/// below: every place votes with how much of it is covered, less what is the least for it. So hands, bags and hair over
/// a garment, and a torso behind a bare lower arm, are outvoted by the rest of the limb, and no gap has a length of its
/// own. Of two arms the one counts that the cut explains better and whose points are surer; of two legs the one that
/// is covered further, for what lies over a hem only ever hides it.
GarmentReach reach_of(Part part, const Mask& garment, const KeyPoints& points, int photo_width, int photo_height,
                      const Mask* over = nullptr, const ReachRules& rules = {});

/// The same as what is kept with a proposal: sleeve_length along the arm, length along the leg; none that is unknown.
/// `region`, and `over` (empty for none), in image space.
MeasuredLengths measured_lengths(Part part, const Region& region, const KeyPoints& points, int photo_width,
                                 int photo_height, const Region& over = {});

}  // namespace jaedan::inference
