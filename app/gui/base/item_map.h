#pragma once

#include <map>
#include <optional>
#include <string>

#include "labeling/domain/geometry.h"

namespace jaedan::gui {

/// A widget as it was drawn.
struct DrawnItem {
  Rect rect;
  bool in_sight = true;  ///< its middle is within the window and not cut off by its panel
  bool hovered = false;  ///< the mouse is on it, and on nothing that lies over it
};

/// Where the widgets of the last frame are, by name, so that scripts and tests can press them without
/// knowing the layout: but only where a hand could.
class ItemMap {
 public:
  void start_frame() { items_.clear(); }
  void record(const std::string& name, const DrawnItem& item) { items_[name] = item; }
  std::optional<DrawnItem> find(const std::string& name) const {
    const auto found = items_.find(name);
    return found == items_.end() ? std::nullopt : std::optional<DrawnItem>(found->second);
  }

  const std::map<std::string, DrawnItem>& all() const { return items_; }

 private:
  std::map<std::string, DrawnItem> items_;
};

}  // namespace jaedan::gui
