#pragma once

#include <optional>

#include "app/gui/canvas/canvas_tool.h"
#include "app/gui/canvas/edit_target.h"
#include "labeling/shape/brush_stroke.h"

namespace jaedan::gui {

/// The tools that paint on the region itself: on what is selected, else a new garment.
class PaintTool : public CanvasTool {
 public:
  bool start(const ToolContext& on, CanvasTool& before) override;
  bool take_part(Part part, const ToolContext& on) override;
  void mouse(const ToolContext& on, bool over) override;
  bool key(ToolKey key, const ToolContext& on) override;
  void draw(const Ui& ui, const PhotoView& view, ImDrawList& out) const override;
  std::string hint(const Ui& ui, const Document& document, const PhotoView& view) const override;
  bool under_way() const override { return stroke_.has_value(); }
  bool in_stroke() const override { return stroke_.has_value(); }
  void drop_gesture() override { stroke_.reset(); }
  const EditTarget* corrects() const override { return stroke_ ? &stroke_->target : nullptr; }

 protected:
  /// With the left button; the right one always does.
  virtual bool erases() const = 0;
  virtual Text target_hint(bool is_new) const = 0;

 private:
  /// While the button is down.
  struct Stroke {
    EditTarget target;
    int button = 0;  ///< of the mouse
    labeling::BrushStroke brush;
  };
  void begin(const ToolContext& on, int button);
  void finish(const ToolContext& on);

  std::optional<Stroke> stroke_;
};

/// Design pixels on the screen, a fifth more or less.
void resize_brush(const Ui& ui, int direction);

}  // namespace jaedan::gui
