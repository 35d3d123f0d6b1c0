#pragma once

#include <string>
#include <vector>

#include "labeling/domain/mask.h"
#include "labeling/synth/paint/relief.h"

namespace jaedan::labeling::synth {

/// Pixels the canvas has along one photo pixel; the photo is reduced by it at the end.
inline constexpr int kOversampling = 2;

/// One solid piece of the picture: cloth, skin, hair, leather. Photo space.
struct Piece {
  std::vector<Ring> shape;  ///< painted together; overlaps count once
  std::vector<Ring> holes;  ///< cut out of it
  std::vector<Ring> only;   ///< when given, only what lies in these is painted; the form is that of the whole shape
  Form form;
  double shadow = 1;  ///< factor on the shadow it throws on what lies below
};

/// How a line or a spot is laid on what is there.
struct Ink {
  Colour colour;
  double alpha = 1;
  int label = -1;  ///< only on pixels with this label; −1 = everywhere
};

/// Paints pieces one over the other and keeps, for every pixel, the label of the topmost. Coordinates are photo
/// pixels, turned by the view. Not thread-safe; one painter a photo.
class Painter {
 public:
  /// `background` fills the canvas (it is resized).
  Painter(const FloatImage& background, int photo_width, int photo_height, const Light& light);

  /// Everything painted from now on is turned by `angle` radians around `centre`.
  void turn_view(Point centre, double angle);
  /// Shadows of pieces fall on everything instead of on other pieces alone (things that lie on a floor).
  void set_shadows_everywhere(bool everywhere) { shadows_everywhere_ = everywhere; }
  const Light& light() const { return light_; }

  void paint(const Piece& piece, const Fabric& fabric, std::uint8_t label);
  void line(const Polyline& path, double width, const Ink& ink);
  void spot(const Ring& ring, const Ink& ink);
  void text(const std::string& words, Point centre, double height, double thickness, const Ink& ink);
  /// Darkens what is there, with a border `softness` photo pixels wide.
  void soft_shadow(const Ring& ring, double softness, double strength);

  const FloatImage& canvas() const { return canvas_; }
  const Mask& labels() const { return labels_; }

 private:
  struct Window;
  Point seen(Point p) const;
  std::vector<Point> on_canvas(const std::vector<Point>& points, const Window& window) const;
  Window window_around(const std::vector<Ring>& rings, double margin) const;
  Mask stencil(const Window& window, const std::vector<Ring>& add, const std::vector<Ring>& cut) const;
  /// `mask` throws it; nothing of `shape` receives it, so that a piece painted in two goes has no seam.
  void throw_shadow(const Window& window, const Mask& mask, const Mask& shape, const Piece& piece, double unit);
  void lay(const Window& window, const Mask& cover, const Ink& ink);
  Form seen(const Form& form) const;

  FloatImage canvas_;
  Mask labels_;
  Mask solid_;  ///< 255 where a piece lies
  Light light_;
  Point view_centre_;
  double view_angle_ = 0;
  bool shadows_everywhere_ = false;
};

}  // namespace jaedan::labeling::synth
