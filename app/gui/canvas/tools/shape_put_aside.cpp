#include <algorithm>
#include <iterator>
#include <utility>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/tools/shape_tool.h"

namespace jaedan::gui {
namespace {

constexpr std::pair<ShapeUse, const char*> kUseNames[] = {
    {ShapeUse::kNewGarment, "new"}, {ShapeUse::kAdd, "add"}, {ShapeUse::kCutOut, "cut"}};

const char* id_of(ShapeUse use) {
  const auto found =
      std::find_if(std::begin(kUseNames), std::end(kUseNames), [&](const auto& e) { return e.first == use; });
  return found == std::end(kUseNames) ? "" : found->second;
}

}  // namespace

bool ShapeTool::can_put_aside() const {
  // A proposal may be another one when the photo is opened again.
  const bool on_proposal = draft_.use != ShapeUse::kNewGarment && draft_.target.proposal;
  return under_way() && !on_proposal;
}

BegunShape ShapeTool::begun(const PhotoView& view) const {
  BegunShape shape;
  if (drawn().draft().empty()) return shape;
  shape.tool = id_;
  shape.use = id_of(draft_.use);
  shape.part = view.canvas.draw_part;
  if (draft_.use != ShapeUse::kNewGarment) shape.garment = draft_.target.garment.value_or(GarmentId{});
  shape.draft = drawn().draft();
  return shape;
}

bool ShapeTool::take_up(const BegunShape& shape, PhotoView& view) {
  if (shape.draft.empty()) return false;
  draft_ = Draft(shape_);
  draft_.pen.draw().take_up(shape.draft);
  view.canvas.draw_part = shape.part;
  // A garment that is gone is told of when the shape is done.
  if (shape.garment) draft_.target.garment = shape.garment;
  for (const auto& [use, id] : kUseNames) {
    if (shape.use == id) draft_.use = use;
  }
  return true;
}

}  // namespace jaedan::gui
