#include "app/gui/canvas/tool_box.h"

namespace jaedan::gui {
namespace {

/// tool_table().size() for an unknown one.
std::size_t index_of(std::string_view id) {
  std::size_t index = 0;
  while (index < tool_table().size() && id != tool_table()[index].id) ++index;
  return index;
}

}  // namespace

ToolBox::ToolBox() {
  for (const ToolRow& row : tool_table()) tools_.push_back(row.make());
}

bool ToolBox::take(std::string_view id, const ToolContext& on) {
  const std::size_t index = index_of(id);
  if (index >= tools_.size() || !tools_[index]->start(on, in_hand())) return false;
  in_hand_ = index;
  if (in_hand().repeats()) last_ = index;
  return true;
}

void ToolBox::take_up(const BegunShape& shape, PhotoView& view) {
  const std::size_t index = index_of(shape.tool);
  if (index >= tools_.size() || !tools_[index]->take_up(shape, view)) return;
  in_hand_ = last_ = index;
}

}  // namespace jaedan::gui
