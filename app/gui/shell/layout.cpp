#include "app/gui/shell/layout.h"

#include <imgui.h>

#include "app/gui/panels/dialogs/accept_all_dialog.h"
#include "app/gui/panels/dialogs/first_start_dialog.h"
#include "app/gui/panels/dialogs/help_dialog.h"
#include "app/gui/panels/dialogs/settings_dialog.h"
#include "app/gui/panels/dialogs/sign_in_dialog.h"
#include "app/gui/panels/manage/manage_panel.h"
#include "app/gui/panels/status_panel.h"
#include "app/gui/panels/welcome_panel.h"
#include "app/gui/shell/recommend/map_work.h"
#include "app/gui/shell/views/fixed_panel.h"
#include "app/gui/shell/views/view.h"

namespace jaedan::gui {
namespace {

constexpr float kToolbarHeight = 46;
constexpr float kStatusHeight = 30;

std::string review_hint(const Ui& ui) {
  const auto key = [&](ActionId action) { return ui.keys.text_of(action); };
  return fill_gaps(ui.text(Text::kHintReviewFormat),
                   {key("finish"_action), key("reject"_action), key("next_garment"_action), key("undo"_action)});
}

void bottom_line(const Ui& ui, StudioState& state) {
  StatusView status;
  if (state.workspace) {
    status.jobs = state.workspace->worker().jobs().visible();
    if (const auto progress = state.workspace->ahead().progress()) {
      status.jobs.push_back({kPrefillAheadJob, state.looks.text(Text::kPrefillAhead), *progress, true});
    }
    if (const auto making = map_job(state)) status.jobs.push_back(*making);
    status.loading = state.workspace->loading();
    status.unsaved = state.workspace->unsaved();
    if (state.workspace->read_only()) status.read_only = &*state.workspace->read_only();
    status.lost = !state.workspace->lost().empty();
  }
  status.unread = state.view.report.seen ? 0 : state.view.report.count();
  status.notice = state.notice.text();
  status.notice_is_error = state.notice.is_error();
  if (current_view(state).id == std::string_view("review")) status.hint = review_hint(ui);
  if (current_view(state).id == std::string_view("manage")) {
    status.hint = ui.text(manage_hint(state.view.manage.page));
  }
  status_panel(ui, state.document(), status, state.view, state.view.labels.mode.on());
}

/// Once, over the first project; the welcome screen has the same choices.
void ask_first_choices(StudioState& state) {
  if (!state.workspace || !state.settings.first_start || state.view.dialog != Dialog::kNone) return;
  if (state.first_start_shown) {
    state.settings.first_start = false;
  } else {
    state.view.dialog = Dialog::kFirstStart;
  }
  state.first_start_shown = true;
}

void dialogs(const Ui& ui, StudioState& state) {
  ask_first_choices(state);
  ViewState& view = state.view;
  first_start_dialog(ui, view.dialog, view.user);
  help_dialog(ui, view.dialog, view.key_choice);
  settings_dialog(ui, view.dialog, view.user);
  folder_dialog(ui, view.dialog, view.folder);
  accept_all_dialog(ui, view.dialog);
  label_ticked_dialog(ui, *state.taxonomy, view.ticks, view.dialog, view.shared_answer);
  sign_in_dialog(ui, view.dialog, view.sign_in);
  label_approved_dialog(ui, view.label_question, view.dialog);
  skip_dialog(ui, view.dialog, view.skip);
  return_dialog(ui, view.dialog, view.returned);
  report_dialog(ui, view.dialog, view.report);
  if (!state.workspace) return;
  const labeling::PhotoFilter& listed = state.workspace->photos().filter();
  export_dialog(ui, listed, view.dialog, view.exported);
  snapshot_dialog(ui, listed, view.dialog, view.snapshot);
  figures_dialog(ui, *state.taxonomy, listed, view.dialog, view.figures);
  relocate_dialog(ui, view.dialog, view.relocate, view.folder);
}

}  // namespace

void draw_window(const Ui& ui, StudioState& state) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float top = ui.px(kToolbarHeight);
  const float bottom = ui.px(kStatusHeight);
  const ImVec2 bar_padding(ui.px(10), 0);
  state.view.draw_again = false;
  if (Workspace* workspace = state.workspace.get()) {
    fixed_panel({"toolbar", {0, 0}, {screen.x, top}, ui.theme.panel, bar_padding},
                [&] { toolbar_panel(ui, workspace->name(), state.document(), state.view, state.view.toolbar); });
    current_view(state).draw(ui, state, {0, top, screen.x, screen.y - top - bottom});
  } else {
    fixed_panel({"welcome", {0, 0}, {screen.x, screen.y - bottom}, ui.theme.backdrop, {ui.px(24), ui.px(24)}},
                [&] { welcome_panel(ui, state.view.user); });
  }
  fixed_panel({"status", {0, screen.y - bottom}, {screen.x, bottom}, ui.theme.panel, bar_padding},
              [&] { bottom_line(ui, state); });
  dialogs(ui, state);
}

}  // namespace jaedan::gui
