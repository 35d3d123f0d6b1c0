#pragma once

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// Closes the project and asks who works in it. `why`: what speaks against who did until now; none for somebody who
/// was not asked yet.
void ask_who_works(StudioState& state, const std::optional<Error>& why = {});
/// Finds out, on another thread, whether the person may work, and opens the project in their name; or says why not.
void sign_in(StudioState& state, SignInAs& person);

}  // namespace jaedan::gui
