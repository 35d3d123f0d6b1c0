#pragma once

#include <vector>

#include "labeling/domain/image.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// Bins along lightness and along each of the two colour axes of OKLab (oklab.h).
inline constexpr int kLightnessBins = 6, kAxisBins = 7;
inline constexpr int kColourBins = kLightnessBins * kAxisBins * kAxisBins;

/// How much of the garment at `region` (image space) has which colour: kColourBins square roots of shares, so that the
/// vector has length 1 and the dot product of two is their Bhattacharyya coefficient, 1 for the same colours and 0 for
/// others. A colour between bins counts in part for each of them. Empty when the region shows no pixel of the image.
std::vector<float> colour_histogram(ImageView image, const Region& region);

}  // namespace jaedan::inference
