#pragma once

#include <vector>

#include "labeling/synth/paint/fabric.h"
#include "labeling/synth/paint/raster.h"

namespace jaedan::labeling::synth {

/// The light of a photo: a unit vector towards the lamp (x right, y down, z to the camera) and how much light comes
/// from everywhere.
struct Light {
  double x = -0.35;
  double y = -0.5;
  double z = 0.79;
  double ambient = 0.5;
};

/// Where the threads of a piece of cloth run.
struct Frame {
  Point origin;      ///< photo space
  double angle = 0;  ///< of the cloth's down axis to the photo's, radians
  double apex = 0;   ///< > 0: the threads fan out from a point this far above the origin (skirts)
};
/// Cloth coordinates (u across, v down, photo pixels) of a photo point.
Point cloth_from_photo(const Frame& frame, Point p);

/// One fold: a soft valley (depth > 0) or ridge (depth < 0) along a line; photo pixels.
struct Crease {
  Polyline path;
  double width = 3;
  double depth = 2;
};

/// Folds that hang side by side.
struct Drape {
  double depth = 0;    ///< photo pixels
  double wave = 20;    ///< from fold to fold
  double start = 0;    ///< v at which they begin …
  double full = 1;     ///< … and reach their depth
  bool sharp = false;  ///< pressed pleats instead of waves
};

/// How a piece of cloth bulges.
struct Form {
  Frame frame;
  double roundness = 20;  ///< distance from the border over which the piece turns away; photo pixels
  double bulge = 1;       ///< 0 flat, 1 like a pipe
  Drape drape;
  std::vector<Crease> creases;
  double wrinkle = 1;  ///< factor on the material's own
};

/// What the light makes of a form, for the pixels of its mask.
struct Shading {
  Field light;  ///< factor on the albedo, about 1
  Field gloss;  ///< highlight to add, [0, 1]
};

/// `shape` lies with its top left corner at `corner` (photo pixels) and has `scale` pixels to a photo pixel.
Shading shading_of(const Mask& shape, Point corner, double scale, const Form& form, const Fabric& fabric,
                   const Light& light);

}  // namespace jaedan::labeling::synth
