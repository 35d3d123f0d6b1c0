#pragma once

#include <map>
#include <optional>
#include <string>

#include "labeling/domain/geometry.h"

namespace jaedan::gui {

/// Where the widgets of the last frame are, by name, so that scripts and tests can press them without
/// knowing the layout.
class ItemMap {
 public:
  void start_frame() { items_.clear(); }
  void record(const std::string& name, const Rect& rect) { items_[name] = rect; }
  std::optional<Rect> find(const std::string& name) const {
    const auto found = items_.find(name);
    return found == items_.end() ? std::nullopt : std::optional<Rect>(found->second);
  }

  const std::map<std::string, Rect>& all() const { return items_; }

 private:
  std::map<std::string, Rect> items_;
};

}  // namespace jaedan::gui
