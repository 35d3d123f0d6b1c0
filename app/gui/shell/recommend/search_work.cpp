#include "app/gui/shell/recommend/search_work.h"

#include <memory>
#include <utility>

namespace jaedan::gui {
namespace {

void look_for_photos(StudioState& state, const workflow::SearchQuery& query) {
  state.view.search.job = state.workspace->finder().submit(
      {},
      [&state, query, memory = state.workspace->search()](workflow::Project& project, const workflow::Watch& watch) {
        auto found =
            std::make_shared<Result<workflow::SearchAnswers>>(workflow::search_photos(project, *memory, query, watch));
        return std::function<void()>([&state, query, found] {
          SearchState& shown = state.view.search;
          if (!shown.waiting || shown.asked != query) return;
          // A question about similar garments stopped this one, which nobody took back.
          if (!found->ok() && found->error().code == ErrorCode::kCancelled) return look_for_photos(state, query);
          shown.waiting = false;
          shown.found.reset();
          if (found->ok()) {
            shown.found = std::move(*found).value();
          } else {
            shown.error = found->error();
          }
        });
      });
}

}  // namespace

void ask_search(StudioState& state, const workflow::SearchQuery& query) {
  if (!state.workspace) return;
  SearchState& shown = state.view.search;
  if (shown.waiting) state.workspace->finder().jobs().cancel(shown.job);
  shown.asked = query;
  shown.waiting = true;
  shown.error.reset();
  look_for_photos(state, query);
}

}  // namespace jaedan::gui
