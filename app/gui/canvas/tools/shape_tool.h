#pragma once

#include "app/gui/canvas/edit_target.h"
#include "app/gui/canvas/tools/shape_pen.h"

namespace jaedan::gui {

/// What becomes of a shape that is drawn.
enum class ShapeUse {
  kNewGarment,
  kAdd,     ///< it is added to the selected garment
  kCutOut,  ///< it is taken out of it: a bite, or a hole
};

/// The tools that draw a shape point by point: borders hold their points. In mid-shape one that makes polygons may take
/// over from another.
class ShapeTool : public CanvasTool {
 public:
  /// `id`: of its row, under which a shape that is put aside is kept.
  ShapeTool(const char* id, DrawShape shape) : id_(id), shape_(shape), draft_(shape) {}

  bool start(const ToolContext& on, CanvasTool& before) override;
  bool take_up(const BegunShape& shape, PhotoView& view) override;
  bool take_part(Part part, const ToolContext& on) override;
  void mouse(const ToolContext& on, bool over) override;
  bool key(ToolKey key, const ToolContext& on) override;
  void draw(const Ui& ui, const PhotoView& view, ImDrawList& out) const override;
  std::string hint(const Ui& ui, const Document& document, const PhotoView& view) const override;
  void options(const Ui& ui, PhotoView& view) override;
  bool under_way() const override { return draft_.pen.draw().drawing(); }
  bool can_put_aside() const override;
  BegunShape begun(const PhotoView& view) const override;

  /// The next shape is of this use: on what is selected. The same use once more makes a new garment of it.
  void toggle_use(ShapeUse use, const ToolContext& on);

 protected:
  /// How the line gets from the last point to `at`; straight when empty. `sets_point`: a click waits for it.
  virtual Ring way(const ToolContext& /*on*/, Point /*at*/, bool /*sets_point*/) { return {}; }
  /// Without what it does to the garment that is selected.
  virtual std::string shape_hint(const Ui& ui, const PhotoView& view) const = 0;
  /// Whether the hand may draw a stroke.
  virtual bool follows_hand() const = 0;

  const DrawTool& drawn() const { return draft_.pen.draw(); }

 private:
  struct Draft {
    explicit Draft(DrawShape shape) : pen(shape) {}
    ShapePen pen;
    ShapeUse use = ShapeUse::kNewGarment;
    EditTarget target;  ///< what it is added to or cut out of, as chosen with its first point
  };

  Point aim(const ToolContext& on, Point at, bool sets_point);
  bool may_begin(const ToolContext& on);
  void take(const ToolContext& on, const DrawStep& step);
  bool use_shape(const ToolContext& on, const Region& shape);
  std::string use_prefix(const Ui& ui, const Document& document, const PhotoView& view) const;

  const char* id_;
  DrawShape shape_;
  Draft draft_;
};

/// The next shape is added to what is selected (a photo's only garment is), or cut out of it, with the tool in hand
/// where it draws shapes, else with the polygon.
void reshape_with(ShapeUse use, const ToolContext& on);

}  // namespace jaedan::gui
