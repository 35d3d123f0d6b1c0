#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "app/gui/canvas/tool_table.h"

namespace jaedan::gui {

/// One tool of each row of the table, of which one is in the hand.
class ToolBox {
 public:
  ToolBox();

  CanvasTool& in_hand() { return *tools_[in_hand_]; }
  const CanvasTool& in_hand() const { return *tools_[in_hand_]; }
  const ToolRow& row() const { return tool_table()[in_hand_]; }
  /// No tool that makes something is in the hand: garments are selected and edited.
  bool selects() const { return in_hand_ == 0; }
  bool holds(std::string_view id) const { return id == row().id; }

  /// False when the tool cannot be taken now; it has told why.
  bool take(std::string_view id, const ToolContext& on);
  /// The tool that was in the hand last of those that can be repeated.
  const ToolRow& last() const { return tool_table()[last_]; }
  void put_down() { in_hand_ = 0; }
  /// The tool that made `shape` is in the hand again; nothing happens when there is none.
  void take_up(const BegunShape& shape, PhotoView& view);

 private:
  std::vector<std::unique_ptr<CanvasTool>> tools_;  ///< of tool_table()
  std::size_t in_hand_ = 0;
  std::size_t last_ = 1;
};

}  // namespace jaedan::gui
