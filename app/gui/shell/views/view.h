#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "app/gui/base/action_info.h"
#include "labeling/domain/geometry.h"
#include "labeling/review/actor.h"

namespace jaedan::gui {

struct StudioState;
struct Ui;

/// One of the window's views of the project: what stands between toolbar and bottom line. Adding one is a file, a row
/// of the table and its text.
struct View {
  const char* id;
  const char* item;  ///< of the button that leads here, for scripts
  Text text;
  std::vector<ActionGroup> groups;                                   ///< of the actions that may be used here
  void (*draw)(const Ui& ui, StudioState& state, const Rect& area);  ///< with a project open; window pixels
  bool for_teams = false;  ///< in a project without users its button is left out; a key leads here all the same
  std::vector<std::pair<ActionId, ActionId>> instead =
      {};                     ///< what the keys of other actions do here; an empty one: nothing
  bool for_managers = false;  ///< others have no button, and are told so
  bool shows_labels = false;  ///< of the photo, to be answered by keys

  bool takes(ActionGroup group) const;
  /// Whether a button leads here for `who`.
  bool has_button(const Actor& who) const;
  /// What a key that leads to `action` elsewhere does here.
  ActionId here(ActionId action) const;
};

/// In the order of their buttons; the first one is shown first.
const std::vector<View>& view_table();
/// The one that is shown.
const View& current_view(const StudioState& state);
/// Shows the view, or the first one where it is shown already.
void toggle_view(std::string_view id, StudioState& state);

}  // namespace jaedan::gui
