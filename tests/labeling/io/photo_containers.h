#pragma once

#include <string>

#include "labeling/domain/image.h"

namespace jaedan::labeling::testing {

/// An ICC profile of Adobe RGB's primaries, white and gamma.
std::string wide_profile();
/// One of sRGB.
std::string srgb_profile();
/// One of grey with this gamma.
std::string grey_profile(double gamma);
/// Patches of many colours, 8×8 pixels each; `in_wide`: their numbers in `wide_profile`'s space.
Image patches(bool in_wide);

/// `jpeg` with the profile in pieces of at most `piece` bytes, the last first where `backwards`.
std::string jpeg_with_profile(const std::string& jpeg, const std::string& icc, std::size_t piece = 65000,
                              bool backwards = false);
std::string png_with_profile(const std::string& png, const std::string& icc);
/// A lossless WebP of the image with the profile.
std::string webp_with_profile(const Image& image, const std::string& icc);
/// A HEIC (`avif`: an AVIF) of the image, nearly without loss; `alpha`: its left half is transparent.
std::string heif_of(const Image& image, bool avif, const std::string& icc = {}, bool alpha = false);
/// An uncompressed RGB TIFF, upright or not; its directory stands behind the pixels, or before them.
std::string tiff_of(const Image& image, int orientation = 1, bool directory_first = false);
/// One of 4 × 3 pixels of zeros: `samples` a pixel, each of `bits`; kinds by the numbers of TIFF's fields SampleFormat
/// (1 whole numbers, 3 floating point) and PhotometricInterpretation (1 grey, 2 RGB, 3 palette, 5 CMYK).
std::string tiff_of_samples(int bits, int samples, int sample_format = 1, int colours = 1);

}  // namespace jaedan::labeling::testing
