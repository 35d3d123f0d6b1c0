#include "app/gui/shell/actions/jobs.h"

#include <memory>
#include <utility>

#include "app/gui/project/readings.h"
#include "app/gui/shell/actions/folder_list.h"
#include "app/gui/shell/actions/job_reports.h"
#include "app/gui/shell/actions/open_project.h"
#include "app/gui/words/message_text.h"
#include "app/workflow/photo/accept_predictions.h"
#include "app/workflow/predict/prefill_photos.h"
#include "app/workflow/project/import_choice.h"
#include "app/workflow/project/import_photos.h"
#include "app/workflow/project/open_target.h"
#include "app/workflow/recommend/recommend_items.h"
#include "labeling/review/state_machine.h"
#include "labeling/store/storable.h"

namespace jaedan::gui {
void prefill_photo(StudioState& state) {
  Document* shown = state.document();
  if (!shown) return;
  const PhotoId id = shown->id();
  state.workspace->worker().submit(
      state.looks.text(Text::kPrefillTitle),
      [&state, id, model = state.workspace->model()](workflow::Project& project, const workflow::Watch&) {
        auto prediction = std::make_shared<Result<Prediction>>(workflow::prefill_photo(project, id, *model));
        return std::function<void()>([&state, id, prediction] {
          if (!prediction->ok()) return state.tell(prediction->error());
          Document* now = state.document();
          if (!now || now->id() != id) return;
          replace_prediction(std::move(*prediction).value(), *now);
          state.view.proposal.reset();
          const std::size_t found = proposals_of(*now).size();
          state.workspace->photos().update_prediction(id, labeling::worst_score_of(*now->prediction));
          const std::string text = fill_gaps(state.looks.text(Text::kModelFoundFormat), {std::to_string(found)});
          state.notice.tell(found > 0 ? text : state.looks.text(Text::kModelFoundNothing));
        });
      });
}

void prefill_project(StudioState& state) {
  if (!state.workspace) return;
  state.workspace->worker().submit(
      state.looks.text(Text::kPrefillTitle),
      [&state, actor = state.who.looking()](workflow::Project& project, const workflow::Watch& watch) {
        auto report =
            std::make_shared<Result<workflow::BatchReport>>(workflow::prefill_photos(project, {}, actor, watch));
        return std::function<void()>([&state, report] {
          tell_batch(state, state.looks.text(Text::kPrefillTitle), *report, Showing::kLater);
          state.view.recommend.ask_again();
          state.workspace->project_changed();
        });
      });
}

void accept_everywhere(StudioState& state) {
  if (!state.workspace) return;
  state.workspace->worker().submit(
      state.looks.text(Text::kAcceptTitle),
      [&state, actor = state.who.looking()](workflow::Project& project, const workflow::Watch& watch) {
        auto report =
            std::make_shared<Result<workflow::BatchReport>>(workflow::accept_predictions(project, {}, actor, watch));
        return std::function<void()>([&state, report] {
          tell_batch(state, state.looks.text(Text::kAcceptTitle), *report, Showing::kLater);
          state.workspace->project_changed();
        });
      });
}

void import_folder(StudioState& state, const ImportFolder& request) {
  if (!state.workspace) return;
  if (!state.workspace->is_in()) {
    state.import_waits = {state.workspace->path(), request};
    return;
  }
  state.workspace->photos_are_coming(true);
  state.workspace->worker().submit(
      state.looks.text(Text::kImportTitle),
      [&state, request, actor = state.who.looking()](workflow::Project& project, const workflow::Watch& watch) {
        const Result<workflow::ImportChoice> choice = workflow::choose_import(request.path, request.format);
        auto report = std::make_shared<Result<workflow::BatchReport>>(
            choice.ok() ? workflow::import_any(project, request.path, choice->name, actor, watch)
                        : Result<workflow::BatchReport>(choice.error()));
        const bool labels = choice.ok() && choice->name != "images";
        const Message what = choice.ok() ? choice->title : Message();
        return std::function<void()>([&state, report, labels, what] {
          const std::string title =
              state.looks.text(Text::kImportTitle) + (" (" + message_text(what, state.looks.text) + ")");
          tell_batch(state, title, *report, Showing::kAtOnce);
          state.workspace->photos_are_coming(false);
          // Photos alone change nothing of the one on screen, where a shape may be under way.
          if (labels) return state.workspace->project_changed();
          state.workspace->photos().refresh();
        });
      });
}

void import_what_waits(StudioState& state) {
  const auto waits = std::exchange(state.import_waits, std::nullopt);
  if (!waits || waits->first != state.workspace->path()) return;
  if (!check_role(state.who, Deed::kImport).ok()) return state.tell(Text::kImportForManagers);
  import_folder(state, waits->second);
}

namespace {

/// What is held answers at once; where that lacks something, the whole answer comes behind it.
void ask_for_garments(StudioState& state, const workflow::RecommendQuery& query, workflow::Patience patience) {
  state.workspace->finder().submit({}, [&state, query, patience, held = state.workspace->garments()](
                                           workflow::Project& project, const workflow::Watch& watch) {
    auto found = std::make_shared<Result<workflow::Recommendations>>(
        workflow::recommend(project, *held, query, patience, watch));
    return std::function<void()>([&state, query, patience, found] {
      RecommendState& shown = state.view.recommend;
      if (shown.asked != query || (!found->ok() && found->error().code == ErrorCode::kCancelled)) return;
      shown.waiting = false;
      if (found->ok()) {
        shown.found = std::move(*found).value();
        shown.answered = query;
        const bool more = patience == workflow::Patience::kAtOnce && shown.found->may_grow;
        if (more) ask_for_garments(state, query, workflow::Patience::kWhole);
      } else if (patience == workflow::Patience::kAtOnce) {
        shown.found.reset();
        shown.error = found->error();
      }
    });
  });
}

}  // namespace

void recommend(StudioState& state, const workflow::RecommendQuery& query) {
  if (!state.workspace) return;
  state.view.recommend.asked = query;
  state.view.recommend.has_asked = true;
  state.view.recommend.waiting = true;
  state.view.recommend.error.reset();
  state.workspace->finder().jobs().cancel_all();  // a question before this one is of no interest now
  ask_for_garments(state, query, workflow::Patience::kAtOnce);
}

void list_folder(StudioState& state, const std::string& path) {
  state.view.folder.listing.waiting = true;
  state.setup.submit({}, [&state, path](const workflow::Watch&) {
    return std::function<void()>([&state, folder = read_folder(path)] {
      state.view.folder.listing = folder;
      state.view.folder.typed = folder.path;
    });
  });
}

void open_or_create(StudioState& state, const OpenProject& request) {
  state.setup.submit({}, [&state, path = request.path](const workflow::Watch& watch) {
    return std::function<void()>([&state, target = workflow::open_target(path, watch)] {
      if (!target.ok()) return state.tell(target.error());
      state.settings.first_start = false;  // the welcome screen had the same choices
      open_project(state, target->project);
      if (!target->news.empty()) state.tell(joined(target->news));
      if (!target->images.empty()) import_folder(state, {target->images, "images"});
    });
  });
}

}  // namespace jaedan::gui
