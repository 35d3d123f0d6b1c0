#pragma once

#include <string>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/project/document.h"
#include "app/gui/project/photo_list.h"
#include "app/gui/project/thumbnails.h"
#include "app/gui/shell/view_state.h"
#include "app/workflow/jobs/job.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

// Panels are functions: they read, draw, and push onto `ui.ask` what the person asks for. Nothing of a photo
// changes here. `document` and `taxonomy` may be null where the type is a pointer.

/// Top: project, tools, parts, state of the photo, approve and return. (toolbar_panel.cpp)
void toolbar_panel(const Ui& ui, const std::string& project_name, const Document* document, const PhotoList* photos,
                   ViewState& view);
/// Part of the toolbar: how the photo and what lies on it are shown. (look_menu.cpp)
void look_button(const Ui& ui, bool enabled, ViewState& view);
/// Left: search, filter, the photos. (photos_panel.cpp)
void photos_panel(const Ui& ui, const Taxonomy& taxonomy, PhotoList& photos, Thumbnails& thumbnails, PhotoId current,
                  ViewState& view);
/// Parts of it (photo_ticks.cpp): a click with Ctrl or Shift ticks; the box beside a photo; what to do with the ticked
/// ones; all or none.
inline constexpr float kTickBox = 17;  ///< design pixels
bool ticks_take_click(std::int64_t index, const PhotoList& photos, PhotoId current, ViewState& view);
void tick_box(const Ui& ui, PhotoId id, std::int64_t index, bool row_hovered, ViewState& view);
void ticked_bar(const Ui& ui, ViewState& view);
void tick_all(const PhotoList& photos, ViewState& view);
/// What shall be said of the ticked photos. (label_ticked_dialog.cpp)
void label_ticked_dialog(const Ui& ui, const Taxonomy& taxonomy, ViewState& view);
/// Right, first tab: the garments of the photo, what a model proposes, and their labels. (garments_panel.cpp,
/// attributes_panel.cpp)
void garments_panel(const Ui& ui, const Taxonomy& taxonomy, const Document& document, ViewState& view);
void attributes_panel(const Ui& ui, const Taxonomy& taxonomy, const Document& document, ViewState& view);
/// Right, second tab: similar garments and outfits. (recommend_panel.cpp)
void recommend_panel(const Ui& ui, const Taxonomy& taxonomy, const Document& document, Thumbnails& thumbnails,
                     ViewState& view);

/// What the bottom line says of the program's work.
struct StatusView {
  std::vector<workflow::JobView> jobs;
  std::string notice;
  bool notice_is_error = false;
  bool loading = false;
};
/// Bottom: what the next click does, jobs, whether everything is saved. (status_panel.cpp)
void status_panel(const Ui& ui, const Document* document, const StatusView& status, const ViewState& view);
/// One sentence: what the next click or key does. (hint.cpp)
std::string hint(const Ui& ui, const Document& document, const ViewState& view);

/// In place of everything else while no project is open. (welcome_panel.cpp)
void welcome_panel(const Ui& ui, ViewState& view);
/// In place of the canvas while the project has no photos. (welcome_panel.cpp)
void empty_project_panel(const Ui& ui, ViewState& view);

/// Gives a key to something, and takes it from what had it (key_choice.cpp).
void give_key(const Ui& ui, const Shortcut& to, Chord chord, ViewState& view);
/// While a key is being chosen (F1) the next one pressed is it; one that does something else already is asked about.
/// False when none is being chosen.
bool key_choice_takes(const Ui& ui, ViewState& view);
/// Language, colours, keys and name (first_start_dialog.cpp): on the welcome screen, or over the first project.
void first_choices(const Ui& ui, ViewState& view);
void first_start_dialog(const Ui& ui, ViewState& view);
/// The name that changes are logged under; true when it was changed.
bool user_field(const Ui& ui, Settings& changed, float at, ViewState& view);
/// Over everything: keys, settings, choosing a folder, a question before all proposals are accepted. (help_dialog.cpp,
/// settings_dialog.cpp, folder_dialog.cpp, accept_all_dialog.cpp)
void help_dialog(const Ui& ui, ViewState& view);
void settings_dialog(const Ui& ui, ViewState& view);
void folder_dialog(const Ui& ui, ViewState& view);
void accept_all_dialog(const Ui& ui, ViewState& view);

}  // namespace jaedan::gui
