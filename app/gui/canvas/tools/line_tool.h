#pragma once

#include <vector>

#include "app/gui/canvas/canvas_tool.h"
#include "labeling/shape/shape_edits.h"

namespace jaedan::gui {

/// The tools that change the selected garment along a line that is drawn in one stroke.
class LineTool : public CanvasTool {
 public:
  bool start(const ToolContext& on, CanvasTool& before) override;
  void mouse(const ToolContext& on, bool over) override;
  bool key(ToolKey key, const ToolContext& on) override;
  void draw(const Ui& ui, const PhotoView& view, ImDrawList& out) const override;
  bool under_way() const override { return !line_.empty(); }
  bool in_stroke() const override { return !line_.empty(); }
  void drop_gesture() override { line_.clear(); }
  bool repeats() const override { return false; }

 protected:
  /// What the line, in image space, does to the garment.
  virtual labeling::ShapeEdit edit(const ToolContext& on, const Garment& garment,
                                   const std::vector<Point>& line) const = 0;
  virtual Colour colour(const Ui& ui) const = 0;

 private:
  void finish(const ToolContext& on);

  std::vector<Point> line_;  ///< image space; empty: none under way
};

}  // namespace jaedan::gui
