#include "app/gui/canvas/shape_draft.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jaedan::gui {
namespace {

constexpr std::pair<Tool, const char*> kTools[] = {
    {Tool::kPolygon, "polygon"}, {Tool::kScissors, "scissors"}, {Tool::kRectangle, "rectangle"}};
constexpr std::pair<ShapeUse, const char*> kUses[] = {
    {ShapeUse::kNewGarment, "new"}, {ShapeUse::kAdd, "add"}, {ShapeUse::kCutOut, "cut"}};

template <typename Table, typename Value>
const char* id_in(const Table& table, Value value) {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const auto& e) { return e.first == value; });
  return found == std::end(table) ? "" : found->second;
}

}  // namespace

bool can_put_aside(const CanvasState& canvas, bool button_is_down) {
  const bool on_proposal = canvas.shape_use != ShapeUse::kNewGarment && canvas.shape_target.proposal;
  return draws_shape(canvas.tool) && canvas.draw.drawing() && !button_is_down && !on_proposal;
}

BegunShape begun_shape(const PhotoView& view) {
  const CanvasState& canvas = view.canvas;
  BegunShape shape;
  if (!draws_shape(canvas.tool) || canvas.draw.draft().empty()) return shape;
  shape.tool = id_in(kTools, canvas.tool);
  shape.use = id_in(kUses, canvas.shape_use);
  shape.part = canvas.draw_part;
  if (canvas.shape_use != ShapeUse::kNewGarment) shape.garment = canvas.shape_target.garment.value_or(GarmentId{});
  shape.draft = canvas.draw.draft();
  return shape;
}

void take_up(const BegunShape& shape, const Annotation& annotation, PhotoView& view) {
  const auto tool =
      std::find_if(std::begin(kTools), std::end(kTools), [&](const auto& e) { return shape.tool == e.second; });
  if (shape.empty() || tool == std::end(kTools)) return;
  CanvasState& canvas = view.canvas;
  canvas.tool = canvas.last_tool = tool->first;
  canvas.draw = DrawTool(tool->first == Tool::kRectangle ? DrawShape::kRectangle : DrawShape::kPolygon);
  canvas.draw.take_up(shape.draft);
  canvas.draw_part = shape.part;
  canvas.shape_use = ShapeUse::kNewGarment;
  canvas.shape_target = {};
  // A garment that is gone is told of when the shape is done.
  if (shape.garment) canvas.shape_target.garment = shape.garment;
  if (find_garment(annotation, shape.garment)) view.selection.select_only(shape.garment);
  for (const auto& [use, id] : kUses) {
    if (shape.use == id) canvas.shape_use = use;
  }
}

}  // namespace jaedan::gui
