#include "app/gui/panels/second_guess.h"
#include "app/gui/shell/actions/action.h"
#include "app/gui/shell/actions/action_context.h"

namespace jaedan::gui {
namespace {

/// The list on the right has the topmost first.
void select_garment(const ActionContext& on, int direction) {
  const std::vector<Garment>& garments = on.document()->session.annotation().garments;
  const int count = static_cast<int>(garments.size());
  if (count == 0) return;
  Selection& selection = on.state.view.selection;
  int index = direction > 0 ? 0 : 1;
  for (int i = 0; i < count; ++i) {
    if (garments[static_cast<std::size_t>(i)].id == selection.current()) index = i;
  }
  if (!selection.empty()) {
    index = (index - direction + count) % count;
  } else {
    index = direction > 0 ? count - 1 : 0;
  }
  selection.select_only(garments[static_cast<std::size_t>(index)].id);
  on.state.view.proposal.reset();
}
void next_garment(const ActionContext& on) { select_garment(on, +1); }
void previous_garment(const ActionContext& on) { select_garment(on, -1); }

void second_guess(const ActionContext& on) {
  take_second_guess(on.ui, *on.state.taxonomy, *on.document(), on.state.view, on.state.view.labels);
}

/// The attribute mode takes this key; elsewhere nobody looks at labels one by one.
void take_filled_in(const ActionContext& on) { on.state.tell(Text::kLabelsFirst); }

}  // namespace

ActionRows label_actions() {
  constexpr unsigned kSteps = kPhoto | kFreeTarget | kRepeats;
  return {
      {"next_garment", "Tab", Text::kNextGarment, kSteps, next_garment},
      {"previous_garment", "Shift+Tab", Text::kPreviousGarment, kSteps, previous_garment},
      // The attribute mode (panels/questions.h) takes these.
      {"next_attribute", "Down", Text::kNextAttribute, kPhoto | kRepeats, nullptr},
      {"previous_attribute", "Up", Text::kPreviousAttribute, kPhoto | kRepeats, nullptr},
      {"second_guess", "Right", Text::kTakeSecondGuess, kPhoto | kNoShape, second_guess},
      {"take_filled_in", "Left", Text::kTakeFilledIn, kPhoto | kNoShape, take_filled_in},
  };
}

}  // namespace jaedan::gui
