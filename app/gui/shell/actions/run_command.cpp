#include "app/gui/shell/actions/run_command.h"

#include <utility>
#include <vector>

#include "app/gui/shell/actions/task_work.h"
#include "app/gui/words/message_text.h"
#include "app/workflow/photo/review.h"

namespace jaedan::gui {

void run_command(StudioState& state, const RunCommand& run) {
  Document* shown = state.document();
  if (!shown) return;
  if (!state.may_change()) return state.view.canvas.tools.in_hand().drop_gesture();
  EditSession& session = shown->session;
  const Command& command = *run.command;
  const bool removes = command.changes().has(Change::kRemoves) && command.deed() == Deed::kDraw;
  const std::vector<Garment> before = removes ? session.annotation().garments : std::vector<Garment>();
  const Status status = session.run_in_gesture(command, run.gesture, state.actor());
  if (!status) {
    state.view.canvas.tools.in_hand().drop_gesture();
    return state.tell(status.error());
  }
  state.notice.hush();
  state.forget_what_was_done_elsewhere();
  if (removes) reject_proposals_of_removed(before, *shown);
  if (command.changes() == Changes(Change::kAdds) && !session.annotation().garments.empty()) {
    state.view.selection.select_only(session.annotation().garments.back().id);
  }
  if (run.select) state.view.selection.select_only(run.select);
  state.view.selection.keep_existing(session.annotation());
}

void approve_photo(StudioState& state) {
  Document* shown = state.document();
  if (!shown || !state.may_change()) return;
  if (has_work_in_hand(state)) return submit_task(state);
  if (shown->session.annotation().garments.empty()) return state.tell(Text::kNothingToApprove);
  // Asked for once more after the reasons were shown: the inspector insists.
  const std::pair<PhotoId, std::int64_t> here{shown->id(), shown->session.change_count()};
  const bool insists = state.approval_refused == here;
  const Actor actor = state.actor();
  std::vector<Part> undecided;
  for (const std::size_t i : open_proposals(*shown)) undecided.push_back(proposals_of(*shown)[i].part);
  const auto approved =
      workflow::change_photo(shown->session, actor, workflow::approval(*state.taxonomy, undecided, insists));
  if (!approved.ok() && approved.error().code == ErrorCode::kForbidden) return state.tell(approved.error());
  if (!approved.ok()) {
    state.approval_refused = here;
    return state.notice.tell(
        message_text(approved.error().message, state.looks.text) + ". " + state.looks.text(Text::kApproveAgain), true);
  }
  state.last_batch.clear();
  if (*approved) state.last_decisions.push_back(shown->id());
  const Annotation& annotation = shown->session.annotation();
  state.workspace->photos().update(annotation);
  if (went_on_to_next_task(state)) return;
  if (!state.workspace->step(+1, true) && !state.workspace->step(+1, false)) state.tell(Text::kNoMorePhotos);
}

}  // namespace jaedan::gui
