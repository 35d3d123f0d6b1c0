#pragma once

#include <vector>

#include "labeling/synth/figure.h"
#include "labeling/synth/outfit.h"
#include "labeling/synth/paint/relief.h"

namespace jaedan::labeling::synth {

/// The pattern pieces of a garment's trunk, as a tailor would measure them: levels and widths are fractions of the
/// wearer's height (figure.h).
struct TrunkCut {
  double hem = 0.5;     ///< level of the hem
  double ease = 0.012;  ///< cloth beyond the body on each side
  double fitted = 0.3;  ///< 0 falls straight from bust to hip, 1 follows the waist
  double flare = 0.0;   ///< width gained on each side per level below the waist or hip
  double flare_from = level::kHip;
  double shoulder = 0.1;     ///< half width at the shoulder seam
  double shoulder_drop = 0;  ///< how much lower than the body's the seam lies
  double neck = 0.036;       ///< half width of the neck opening
  double neck_depth = 0.03;  ///< below level::kNeck
  bool sleeved = true;
  double strap = 0.07;  ///< half distance of the outer edges of the straps (sleeveless)
  double top = 0;       ///< > 0: no shoulders, the cloth begins at this level
};

TrunkCut trunk_cut(const GarmentSpec& garment, const Figure& figure);
/// Half width of the cloth at a level between bust and hem.
double cloth_half_width(const TrunkCut& cut, const Figure& figure, double lv);
/// Outline of the closed trunk. A hem above `cut.hem` may be forced (tucked in), 0 = none.
Ring trunk_outline(const TrunkCut& cut, const GarmentSpec& garment, const Figure& figure, double forced_hem = 0);
/// The opening for the neck, to be cut out of the outline; empty when there is none to cut.
std::vector<Ring> neck_hole(const TrunkCut& cut, const GarmentSpec& garment, const Figure& figure);
/// Threads of the trunk: down the spine, fanning out when it is flared.
Frame trunk_frame(const TrunkCut& cut, const Figure& figure);
/// One side of a trunk from the shoulder to the hem, outer border only.
std::vector<Knot> trunk_side(const TrunkCut& cut, const Figure& figure, int side, double hem);
/// Level of a hem of `length` (a K-Fashion id) for a part.
double hem_level(Part part, const std::string& length, double whim);

}  // namespace jaedan::labeling::synth
