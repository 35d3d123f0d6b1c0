#include "app/gui/project/readings.h"
#include "app/gui/shell/actions/action.h"
#include "app/gui/shell/actions/action_context.h"
#include "app/gui/shell/actions/jobs.h"
#include "app/gui/shell/actions/run_command.h"
#include "app/gui/shell/actions/task_work.h"
#include "app/gui/shell/views/view.h"

namespace jaedan::gui {
namespace {

void approve(const ActionContext& on) { approve_photo(on.state); }
/// Always with a reason, wherever it is asked for.
void return_to_be_corrected(const ActionContext& on) { ask_why_returned(on.state); }
/// The selected proposal, or the garment as the model drew it. Never the photo: one press too many must not send it
/// back.
void reject(const ActionContext& on) {
  if (!on.tool_takes(ToolKey::kReject)) on.state.tell(Text::kNothingToReject);
}

/// Another way to see the photo, with what was accepted of the one shown.
void change_reading(const ActionContext& on, int by) {
  Document& shown = *on.document();
  if (!has_other_readings(shown)) return;
  const std::size_t reading = reading_beside(shown, by);
  run_command(on.state, {std::make_shared<SwapReading>(swap_to(shown, reading))});
  shown.reading = reading;
  on.state.view.proposal.reset();
}
void next_reading(const ActionContext& on) { change_reading(on, +1); }
void previous_reading(const ActionContext& on) { change_reading(on, -1); }

void prefill_this(const ActionContext& on) { prefill_photo(on.state); }
void prefill_all(const ActionContext& on) { prefill_project(on.state); }
void ask_accept_everywhere(const ActionContext& on) { on.state.view.dialog = Dialog::kAcceptEverywhere; }
/// Turns stored predictions into garments for all new photos.
void accept_everywhere_now(const ActionContext& on) { accept_everywhere(on.state); }

void toggle_recommend(const ActionContext& on) { toggle_view("recommend", on.state); }

}  // namespace

ActionRows review_actions() {
  constexpr MenuSection kModel = MenuSection::kModel;
  return {
      {"approve", "Ctrl+Enter", Text::kApproveNext, kPhoto | kNoShape, approve},
      {"reject", "X", Text::kRejectProposal, kPhoto | kNoShape, reject},
      {"return_photo", "Shift+X", Text::kReturnTip, kPhoto | kNoShape, return_to_be_corrected},
      {"next_reading", "S", Text::kNextReading, kPhoto | kNoShape, next_reading},
      {"previous_reading", "Shift+S", Text::kPreviousReading, kPhoto | kNoShape, previous_reading},
      {"prefill_photo", "G", Text::kPrefillPhoto, kPhoto | kFreeTarget, prefill_this, {kModel, "menu.prefill"}},
      {"prefill_project", "", Text::kPrefillProject, kProject, prefill_all, {kModel, "menu.prefill_all"}},
      {"accept_everywhere", "", Text::kAcceptEverywhere, kProject, ask_accept_everywhere, {kModel, "menu.accept_all"}},
      {"accept_everywhere_now", "", Text::kAcceptTitle, kProject, accept_everywhere_now},
      {"recommend", "M", Text::kShowRecommend, kAnytime, toggle_recommend},
  };
}

}  // namespace jaedan::gui
