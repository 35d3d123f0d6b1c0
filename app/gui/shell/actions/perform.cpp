#include "app/gui/shell/actions/perform.h"

#include <variant>

#include "app/gui/canvas/canvas.h"
#include "app/gui/shell/actions/action_table.h"
#include "app/gui/shell/actions/jobs.h"
#include "app/gui/shell/actions/label_jobs.h"
#include "app/gui/shell/actions/project_jobs.h"
#include "app/gui/shell/actions/run_command.h"
#include "app/gui/shell/actions/sign_in.h"
#include "app/gui/shell/actions/task_work.h"
#include "app/gui/shell/actions/team_work.h"
#include "app/gui/shell/recommend/board_work.h"
#include "app/gui/shell/recommend/map_work.h"
#include "app/gui/shell/recommend/outfit_work.h"
#include "app/gui/shell/recommend/search_work.h"

namespace jaedan::gui {
namespace {

/// Does one request.
struct Performer {
  StudioState& state;
  const Ui& ui;

  void operator()(const ActionId& id) const { perform(id, state, ui); }
  void operator()(const RunCommand& run) const { run_command(state, run); }
  void operator()(const AbandonGesture& abandoned) const {
    Document* shown = state.document();
    if (!shown) return;
    if (const Status status = shown->session.abandon_gesture(abandoned.gesture); !status) state.tell(status.error());
  }
  void operator()(const OpenPhoto& opened) const {
    if (must_stay(state.view.canvas)) return state.tell(why_stay(state.view.canvas));
    if (state.workspace) state.workspace->open(opened.id);
  }
  void operator()(const OpenProject& opened) const {
    if (must_stay(state.view.canvas)) return state.tell(why_stay(state.view.canvas));
    open_or_create(state, opened);
  }
  void operator()(const ApplyFilter& applied) const {
    if (state.workspace) state.workspace->photos().set_filter(applied.filter);
  }
  void operator()(const ImportFolder& import) const { import_folder(state, import); }
  void operator()(const CancelJob& cancelled) const {
    if (cancelled.id == kPrefillAheadJob) return no_more_prefill_ahead();
    if (cancelled.id == kMapJob) return stop_map(state);
    if (state.workspace) state.workspace->worker().jobs().cancel(cancelled.id);
  }
  void operator()(const AskRecommend& asked) const { recommend(state, asked.query); }
  void operator()(const AskOutfits& asked) const { ask_outfits(state, asked.query); }
  void operator()(const PinToBoard& pinned) const { pin_to_board(state, pinned.items); }
  void operator()(const OpenBoard&) const { open_board(state); }
  void operator()(const ChangeBoard& changed) const { change_board(state, changed.board); }
  void operator()(const UndoBoard&) const { undo_board(state); }
  void operator()(const SaveBoard& saved) const { save_board_as(state, saved.path); }
  void operator()(const AskSearch& asked) const { ask_search(state, asked.query); }
  void operator()(const MakeClusters&) const { make_clusters(state); }
  void operator()(const AskMap& asked) const { ask_map(state, asked.anew, ui.now_s); }
  void operator()(const ListFolder& listed) const { list_folder(state, listed.path); }
  void operator()(const ChangeSettings& changed) const { state.change_settings(changed.settings); }
  void operator()(const LabelTicked& labelled) const { label_photos(state, labelled); }
  void operator()(const RejectProposal& rejected) const {
    Document* shown = state.document();
    if (!shown || shown->id() != rejected.photo) return;
    state.forget_what_was_done_elsewhere();
    shown->rejected.add({rejected.reading, rejected.index}, shown->session.change_count());
  }
  void operator()(const ExportPhotos& asked) const { export_photos(state, asked); }
  void operator()(const MakeSnapshot& asked) const { make_snapshot(state, asked); }
  void operator()(const AskFigures& asked) const { ask_figures(state, asked.filter); }
  void operator()(const RelocatePhotos& asked) const { relocate_photos(state, asked); }
  void operator()(SignInAs& person) const { sign_in(state, person); }
  void operator()(const KeepToStage& kept) const {
    if (!state.workspace) return;
    state.workspace->tasks().keep_to(kept.stage);
    if (kept.stage && !state.document()) next_task(state);
  }
  void operator()(const SkipTask& skipped) const { skip_task(state, skipped.reason); }
  void operator()(const ReturnPhoto& returned) const { return_with_reason(state, returned.choice); }
  void operator()(const SayOfPhoto& said) const {
    if (state.workspace && state.may_change()) state.workspace->reviews().say(said.comment);
  }
  void operator()(const SettleComment& settled) const {
    if (state.workspace && state.may_change()) state.workspace->reviews().resolve(settled.photo, settled.comment);
  }
  void operator()(const ShowPhotos& shown) const { show_photos(state, shown.filter); }
  void operator()(const CheckLog& asked) const { verify_project(state, asked.file); }
  void operator()(const AskWork& asked) const { ask_manager(state, asked); }
  void operator()(const AskQuality& asked) const { ask_manager(state, asked); }
  void operator()(const AskTeam& asked) const { ask_manager(state, asked); }
  void operator()(const ShowBehind& asked) const { ask_manager(state, asked); }
  void operator()(const ShowWaiting& asked) const { ask_manager(state, asked); }
  void operator()(const SearchLog& asked) const { ask_manager(state, asked); }
  void operator()(const SealLog& asked) const { ask_manager(state, asked); }
  void operator()(ChangeTeam& asked) const { ask_manager(state, asked); }
  void operator()(const Tell& told) const { state.notice.tell(told.text, told.is_error); }

  void no_more_prefill_ahead() const {
    Settings changed = state.settings;
    changed.prefill_ahead = false;
    state.change_settings(changed);
    state.tell(Text::kPrefillAheadOff);
  }
};

}  // namespace

void perform_requests(StudioState& state, const Ui& ui) {
  for (std::vector<Request> asked = state.ask.take(); !asked.empty(); asked = state.ask.take()) {
    for (Request& request : asked) std::visit(Performer{state, ui}, request);
  }
}

}  // namespace jaedan::gui
