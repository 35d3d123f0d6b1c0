#pragma once

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// Takes from `after` what the newest click asked for and leaves the rest of `before`: of the places where the two
/// differ, those of the click's kind that touch its surroundings (progressive merging: FocalClick, Chen et al., 2022).
/// So a mask that somebody made changes where it was clicked, and nowhere else. Masks of one size (0 or not).
Mask merged_near_click(const Mask& before, const Mask& after, const Click& click, double reach_px);

/// Frame pixels: of the disk where a click is not answered.
inline constexpr double kObeyRadius = 2;

/// Makes the mask obey the clicks: where one is not answered, a small disk is. Of two at one place the later one
/// counts.
void obey_clicks(Mask& mask, const std::vector<Click>& clicks, double radius_px);

/// Takes specks away and fills pinholes, as nobody would draw them, but none that was clicked on: both are below 1 % of
/// the largest piece.
void drop_specks(Mask& mask, const std::vector<Click>& clicks);

}  // namespace jaedan::inference
