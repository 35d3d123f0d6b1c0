#pragma once

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// Takes from `after` what the newest click asked for and leaves the rest of `before`: of the places where the two
/// differ, those of the click's kind that touch its surroundings (progressive merging: FocalClick, Chen et al., 2022).
/// So a mask that somebody made changes where it was clicked, and nowhere else. Masks of one size (0 or not).
Mask merged_near_click(const Mask& before, const Mask& after, const Click& click, double reach_px);

/// Frame pixels: how far from a click on `object` the change that it asked for may begin.
double reach_on(const Mask& object);

/// Of the object's area: a click whose own place changes less than this is a small correction.
inline constexpr double kSmallCorrection = 0.03;

/// Whether that is so when a model answers `after` to `click` on `before`. Without a mask before: no.
bool is_small_correction(const Mask& before, const Mask& after, const Click& click, double reach_px);

/// What `click` makes of `before`, which nobody drew, when a model answers `after`. A click that adds takes nothing
/// away, and the other way round; and a small correction changes nothing but its own place (merged_near_click) and its
/// neighbourhood (kNeighbourhood). A large one counts everywhere. Without a mask before: `after`. Masks of one size.
Mask corrected(const Mask& before, const Mask& after, const Click& click, double reach_px);

/// Of the object's size (the root of its box's area), around a click: what lies farther away is elsewhere.
inline constexpr double kNeighbourhood = 0.3;

/// Frame pixels: of the disk where a click is not answered.
inline constexpr double kObeyRadius = 2;

/// Makes the mask obey the clicks: where one is not answered, a small disk is. Of two at one place the later one
/// counts.
void obey_clicks(Mask& mask, const std::vector<Click>& clicks, double radius_px);

/// Takes islands away and fills pinholes, as nobody would draw them, but none that was clicked on: islands below 3 % of
/// the largest piece (of the further pieces that people drew, 94 % are larger), pinholes below 1 % of it.
void drop_specks(Mask& mask, const std::vector<Click>& clicks);

}  // namespace jaedan::inference
