#pragma once

#include <cstdint>
#include <string>

#include "labeling/synth/paint/prints.h"

namespace jaedan::labeling::synth {

/// How a material catches light and falls. Lengths are in units of a 500th of the wearer's height.
struct Weave {
  double grain = 0.03;   ///< strength of the noise of single threads
  double mottle = 0.03;  ///< strength of slow changes of tone
  double rib = 0;        ///< strength of ridges down the cloth
  double rib_pitch = 3;  ///< distance of the ridges
  double twill = 0;      ///< strength of diagonal ridges
  double stitch = 0;     ///< strength of knitted stitches
  double speckle = 0;    ///< strength of coloured specks (tweed)
  double gloss = 0;      ///< strength of highlights
  double polish = 12;    ///< sharpness of highlights
  double wrinkle = 1;    ///< depth of small creases
  double drape = 1;      ///< depth of hanging folds
  double softness = 1;   ///< width of creases
  double quilt = 0;      ///< distance of quilted bulges, 0 = none
  double fuzz = 0;       ///< roughness of the outline
};

/// The weave of a K-Fashion material id; that of plain woven cloth for an unknown id. Also knows "skin", "hair",
/// "leather_bag" and "plain", which are drawn but never labelled.
Weave weave_of(const std::string& material);

/// A cloth, before any light falls on it.
struct Fabric {
  Inks inks;
  Pattern pattern = nullptr;  ///< null = ground everywhere
  double repeat = 20;         ///< photo pixels of one repeat of the pattern
  double turn = 0;            ///< angle of the pattern to the cloth, radians
  Weave weave;
  double unit = 1;  ///< photo pixels of a 500th of the wearer's height
  std::uint32_t seed = 0;
};

Fabric plain_fabric(Colour colour, const std::string& material, double unit, std::uint32_t seed);
/// Colour at cloth coordinates in photo pixels: u across, v down.
Colour albedo_at(const Fabric& fabric, double u, double v);
/// Factor on the light from threads, ribs and stitches; about 1.
double grain_at(const Fabric& fabric, double u, double v);

}  // namespace jaedan::labeling::synth
