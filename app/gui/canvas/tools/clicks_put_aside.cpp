#include <utility>
#include <variant>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/tools/magic_tool.h"

namespace jaedan::gui {

bool MagicTool::can_put_aside() const {
  // A proposal may be another one when the photo is opened again; after Enter a garment is about to come of it.
  return under_way() && !draft_.target().proposal && !draft_.accept_is_asked();
}

BegunShape MagicTool::begun(const PhotoView& view) const {
  if (!put_aside_.empty()) return put_aside_;
  BegunShape shape;
  if (!draft_.under_way() || draft_.target().proposal) return shape;
  shape.tool = "clicks";
  shape.part = view.canvas.draw_part;
  shape.garment = draft_.target().garment.value_or(GarmentId{});
  for (const ClickWord& word : draft_.said()) {
    if (const auto* click = std::get_if<inference::Click>(&word)) {
      shape.clicks.push_back({click->at, click->adds, std::nullopt});
    } else {
      shape.clicks.push_back({{}, true, std::get<Rect>(word)});
    }
  }
  return shape;
}

bool MagicTool::take_up(const BegunShape& shape, PhotoView& view) {
  if (shape.clicks.empty()) return false;
  draft_ = {};
  put_aside_ = shape;
  view.canvas.draw_part = shape.part;
  return true;
}

/// Clicks that were put aside are said again, and answered anew: of the garment that they correct as it is now.
void MagicTool::say_again(const ToolContext& on) {
  if (put_aside_.empty()) return;
  const BegunShape shape = std::exchange(put_aside_, BegunShape());
  draft_ = draft_for(on.document, on.view);
  if (shape.garment && draft_.target().garment != shape.garment)
    on.ui.ask.push(Tell{on.ui.text(Text::kClickTargetGone)});
  for (const BegunClick& click : shape.clicks) {
    draft_.say(click.box ? ClickWord(*click.box) : ClickWord(inference::Click{click.at, click.adds}));
  }
}

}  // namespace jaedan::gui
