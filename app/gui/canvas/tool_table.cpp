#include "app/gui/canvas/tool_table.h"

namespace jaedan::gui {

// One file each, named as the row.
std::unique_ptr<CanvasTool> make_select_tool();
std::unique_ptr<CanvasTool> make_polygon_tool();
std::unique_ptr<CanvasTool> make_scissors_tool();
std::unique_ptr<CanvasTool> make_rectangle_tool();
std::unique_ptr<CanvasTool> make_click_tool();
std::unique_ptr<CanvasTool> make_box_tool();
std::unique_ptr<CanvasTool> make_brush_tool();
std::unique_ptr<CanvasTool> make_eraser_tool();
std::unique_ptr<CanvasTool> make_knife_tool();
std::unique_ptr<CanvasTool> make_contour_tool();

const std::vector<ToolRow>& tool_table() {
  using Group = ActionGroup;
  static const std::vector<ToolRow> kTools = {
      {"select", "select_tool", "V", Text::kSelectTool, Group::kDraw, Icon::kPointer, make_select_tool},
      {"polygon", "polygon_tool", "P", Text::kPolygonTool, Group::kDraw, Icon::kPolygon, make_polygon_tool},
      {"scissors", "scissors_tool", "Shift+P", Text::kScissorsTool, Group::kDraw, Icon::kScissors, make_scissors_tool},
      {"rectangle", "rectangle_tool", "R", Text::kRectangleTool, Group::kDraw, Icon::kRectangle, make_rectangle_tool},
      {"clicks", "click_tool", "Q", Text::kClickTool, Group::kDraw, Icon::kClicks, make_click_tool},
      {"box", "box_tool", "W", Text::kBoxTool, Group::kDraw, Icon::kMagicBox, make_box_tool},
      {"brush", "brush_tool", "B", Text::kBrushTool, Group::kDraw, Icon::kBrush, make_brush_tool},
      {"eraser", "eraser_tool", "E", Text::kEraserTool, Group::kDraw, Icon::kEraser, make_eraser_tool},
      {"knife", "knife_tool", "K", Text::kKnifeTool, Group::kEdit, Icon::kKnife, make_knife_tool},
      {"contour", "contour_tool", "C", Text::kContourTool, Group::kEdit, Icon::kContour, make_contour_tool},
  };
  return kTools;
}

}  // namespace jaedan::gui
