#include "app/gui/shell/recommend/outfit_work.h"

#include <memory>
#include <utility>

namespace jaedan::gui {
namespace {

using Found = Result<workflow::OutfitSuggestions>;

bool is_cancelled(const Found& found) { return !found.ok() && found.error().code == ErrorCode::kCancelled; }

void show_outfits(OutfitsState& shown, const Found& found) {
  shown.waiting = false;
  shown.error = found.ok() ? std::nullopt : std::optional<Error>(found.error());
  shown.found = found.ok() ? std::optional<workflow::OutfitSuggestions>(*found) : std::nullopt;
}

void look_for_outfits(StudioState& state, const workflow::OutfitQuery& query,
                      const std::shared_ptr<workflow::OutfitModel>& learnt);

/// Learns on the thread for long work, where no recommendation waits for it, with garments of its own. What was learnt
/// then goes to those that answer.
void learn_outfits(StudioState& state, const workflow::OutfitQuery& query) {
  state.view.outfits.learning = true;
  state.workspace->worker().submit(state.looks.text(Text::kOutfitsLearning),
                                   [&state, query](workflow::Project& project, const workflow::Watch& watch) {
                                     workflow::GarmentCatalogues garments;
                                     workflow::OutfitMemory memory;
                                     const auto found = std::make_shared<Found>(workflow::suggest_outfits(
                                         project, garments, memory, query, workflow::Patience::kWhole, watch));
                                     const auto learnt = std::make_shared<workflow::OutfitModel>(memory.model());
                                     return std::function<void()>([&state, query, found, learnt] {
                                       OutfitsState& shown = state.view.outfits;
                                       shown.learning = false;
                                       shown.was_learnt = true;
                                       if (is_cancelled(*found) || !learnt->has_learnt()) return;
                                       if (shown.asked == query) show_outfits(shown, *found);
                                       look_for_outfits(state, shown.asked, learnt);
                                     });
                                   });
}

void look_for_outfits(StudioState& state, const workflow::OutfitQuery& query,
                      const std::shared_ptr<workflow::OutfitModel>& learnt) {
  state.view.outfits.job = state.workspace->finder().submit(
      {}, [&state, query, learnt, garments = state.workspace->garments(), memory = state.workspace->outfits()](
              workflow::Project& project, const workflow::Watch& watch) {
        if (learnt) memory->adopt(*learnt);
        const auto found = std::make_shared<Found>(
            workflow::suggest_outfits(project, *garments, *memory, query, workflow::Patience::kAtOnce, watch));
        return std::function<void()>([&state, query, found] {
          OutfitsState& shown = state.view.outfits;
          if (shown.asked != query) return;
          // A question about similar garments stopped this one, which nobody took back.
          if (is_cancelled(*found)) return look_for_outfits(state, query, nullptr);
          show_outfits(shown, *found);
          if (!found->ok()) return;
          if (!(*found)->may_learn) shown.was_learnt = false;
          if ((*found)->may_learn && !shown.learning && !shown.was_learnt) learn_outfits(state, query);
        });
      });
}

}  // namespace

void ask_outfits(StudioState& state, const workflow::OutfitQuery& query) {
  if (!state.workspace) return;
  OutfitsState& shown = state.view.outfits;
  shown.asked = query;
  shown.has_asked = true;
  shown.error.reset();
  const bool has_what = query.question != workflow::OutfitQuestion::kGoesWith || !query.with.empty();
  shown.waiting = has_what;
  if (shown.job != 0) state.workspace->finder().jobs().cancel(shown.job);
  if (has_what) {
    look_for_outfits(state, query, nullptr);
  } else {
    shown.found.reset();
  }
}

}  // namespace jaedan::gui
