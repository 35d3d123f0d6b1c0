#include "app/gui/shell/actions/action.h"
#include "app/gui/shell/actions/action_context.h"
#include "app/gui/shell/actions/jobs.h"
#include "app/gui/shell/actions/open_project.h"
#include "app/gui/shell/actions/project_jobs.h"
#include "app/gui/shell/actions/sign_in.h"

namespace jaedan::gui {
namespace {

void step(const ActionContext& on, int direction, bool unfinished_only) {
  if (on.state.workspace->step(direction, unfinished_only)) return;
  on.state.tell(unfinished_only ? Text::kNoMoreUnfinished : Text::kNoMorePhotos);
}

void next_photo(const ActionContext& on) { step(on, +1, false); }
void previous_photo(const ActionContext& on) { step(on, -1, false); }
void next_unfinished(const ActionContext& on) { step(on, +1, true); }
void previous_unfinished(const ActionContext& on) { step(on, -1, true); }

void choose_folder(const ActionContext& on, Dialog dialog) {
  on.state.view.dialog = dialog;
  list_folder(on.state, on.state.view.folder.listing.path);
}
void open_dialog(const ActionContext& on) { choose_folder(on, Dialog::kOpenProject); }
void import_dialog(const ActionContext& on) { choose_folder(on, Dialog::kImport); }

void ask_export(const ActionContext& on) {
  on.state.view.exported = first_export_choice(on.state.settings, on.state.workspace->path());
  on.state.view.dialog = Dialog::kExport;
}
void ask_snapshot(const ActionContext& on) {
  on.state.view.snapshot = {};
  on.state.view.dialog = Dialog::kSnapshot;
}
void show_figures(const ActionContext& on) {
  on.state.view.figures = {};
  on.state.view.dialog = Dialog::kFigures;
  ask_figures(on.state, {});
}
void verify(const ActionContext& on) { verify_project(on.state); }
void ask_relocate(const ActionContext& on) {
  on.state.view.relocate.from = place_to_relocate(on.state);
  on.state.view.dialog = Dialog::kRelocate;
  list_folder(on.state, on.state.view.folder.listing.path);
}
void last_report(const ActionContext& on) { on.state.view.dialog = Dialog::kReport; }

void switch_user(const ActionContext& on) {
  if (!on.state.who.in_team()) return on.state.tell(Text::kNoUsersHere);
  ask_who_works(on.state);
}

void tick_photo(const ActionContext& on) { on.state.view.ticks.toggle(on.document()->id()); }
void tick_all_photos(const ActionContext& on) { on.state.view.ticks.toggle_all(on.state.workspace->photos()); }
void label_ticked(const ActionContext& on) {
  if (on.state.view.ticks.photos.empty()) return on.state.tell(Text::kTickFirst);
  on.state.view.shared_answer = starting_answer(on.state.workspace->photos().filter(), *on.state.taxonomy);
  on.state.view.dialog = Dialog::kLabelTicked;
}
void keep(const ActionContext& on, Kept kept) { keep_version(on.state, kept); }
void keep_mine(const ActionContext& on) { keep(on, Kept::kMine); }
void keep_theirs(const ActionContext& on) { keep(on, Kept::kTheirs); }
void keep_both(const ActionContext& on) { keep(on, Kept::kBoth); }

}  // namespace

ActionRows photo_actions() {
  constexpr unsigned kLeaves = kProject | kShapeAside | kRepeats;
  return {
      {"next_photo", {"D", "F", "PageDown"}, Text::kNextPhoto, kLeaves, next_photo},
      {"previous_photo", {"A", "D", "PageUp"}, Text::kPreviousPhoto, kLeaves, previous_photo},
      {"next_unfinished", "Ctrl+Shift+D", Text::kNextUnfinished, kLeaves, next_unfinished},
      {"previous_unfinished", "Ctrl+Shift+A", Text::kPreviousUnfinished, kLeaves, previous_unfinished},
      {"open_dialog", "Ctrl+O", Text::kOpenProject, kAnytime, open_dialog, {MenuSection::kFiles, "menu.open"}},
      {"import_dialog", "Ctrl+I", Text::kImportFolder, kProject, import_dialog, {MenuSection::kFiles, "menu.import"}},
      {"export_dialog", "Ctrl+E", Text::kExport, kProject, ask_export, {MenuSection::kFiles, "menu.export"}},
      {"snapshot_dialog", "", Text::kSnapshot, kProject, ask_snapshot, {MenuSection::kFiles, "menu.snapshot"}},
      {"figures", "F3", Text::kFigures, kProject, show_figures, {MenuSection::kFiles, "menu.figures"}},
      {"verify", "", Text::kVerify, kProject, verify, {MenuSection::kFiles, "menu.verify"}},
      {"relocate", "", Text::kRelocate, kProject, ask_relocate, {MenuSection::kFiles, "menu.relocate"}},
      {"last_report", "", Text::kLastReport, kAnytime, last_report, {MenuSection::kFiles, "menu.last_report"}},
      {"switch_user", "", Text::kSwitchUser, kProject | kShapeAside, switch_user, {MenuSection::kProgram, "menu.user"}},
      {"tick_photo", "Ctrl+T", Text::kTickPhoto, kPhoto, tick_photo},
      {"tick_all", "Ctrl+A", Text::kTickAll, kProject, tick_all_photos},
      {"label_ticked", "Ctrl+L", Text::kLabelTicked, kAnytime, label_ticked},
      {"keep_mine", "", Text::kKeepMine, kPhoto | kInConflict, keep_mine},
      {"keep_theirs", "", Text::kKeepTheirs, kPhoto | kInConflict, keep_theirs},
      {"keep_both", "", Text::kKeepBoth, kPhoto | kInConflict, keep_both},
  };
}

}  // namespace jaedan::gui
