#pragma once

#include <utility>

#include "labeling/synth/colour.h"
#include "labeling/synth/paint/raster.h"
#include "labeling/synth/random.h"

namespace jaedan::labeling::synth {

/// Paints scenery. Places and sizes are shares of the picture: x of its width, y of its height.
class Backdrop {
 public:
  Backdrop(int width, int height);

  /// From `top` to `bottom`; `blend` mixes it softly into what is above.
  void gradient(double top, double bottom, Colour upper, Colour lower, bool blend = false);
  void box(double left, double top, double right, double bottom, Colour colour);
  void spotlight(double x, double y, double radius, double strength);
  /// Changes of tone; `size` as a share of the width.
  void mottle(double top, double bottom, double strength, double size, Random& random);
  void bricks(double top, double bottom, Colour brick, Random& random);
  /// `perspective`: on the floor, seen at a slant.
  void tiles(double top, double bottom, Colour tile, double size, bool perspective, Random& random);
  void boards(double top, double bottom, Colour wood, Random& random);
  void shutter(double top, double bottom, Colour metal, Random& random);
  /// Pictures, posters or mirrors on a wall that ends at `horizon`.
  void frames(double horizon, Random& random);
  void window(double x, double y, double width, double height, Random& random);
  void building(double left, double right, double top, double bottom, Colour wall, Random& random);
  void car(double x, double y, double width, Colour paint);
  void passer_by(double x, double foot, double height, Colour upper, Colour lower);
  void foliage(double x, double y, double radius, Random& random);
  void clothes_rail(double horizon, Random& random);
  /// A crumpled sheet.
  void sheet(Colour cloth, Random& random);
  /// Out of focus; sigma in pixels of a picture 400 wide.
  void soften(double sigma);

  FloatImage take() { return std::move(image_); }

 private:
  template <typename Shade>
  void each(double left, double top, double right, double bottom, Shade shade);
  void disc(double x, double y, double radius_x, double radius_y, Colour colour, double alpha);

  FloatImage image_;
};

}  // namespace jaedan::labeling::synth
