#include "app/gui/shell/actions/open_project.h"

#include <memory>
#include <utility>

#include "app/gui/shell/actions/jobs.h"
#include "app/gui/shell/actions/team_work.h"
#include "app/gui/shell/key_dispatch.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

void photo_changed(StudioState& state, bool same_photo) {
  ViewState& view = state.view;
  view.photo_changed(same_photo);
  state.regions = RegionCache();
  const Document* shown = state.document();
  if (!shown) return;
  const Annotation& annotation = shown->session.annotation();
  view.selection.keep_existing(annotation);
  if (!same_photo) {
    view.canvas.tools.take_up(shown->begun, view);
    if (find_garment(annotation, shown->begun.garment)) view.selection.select_only(shown->begun.garment);
  }
  if (shown->session.history_was_dropped()) state.tell(Text::kHistoryDropped);
  if (shown->size_changed) state.notice.tell(message_text(*shown->size_changed, state.looks.text), true);
}

Workspace::Events workspace_events(StudioState& state) {
  Workspace::Events events;
  events.failed = [&state](const Error& error) { state.tell(error); };
  events.clicks_failed = [&state](const Error& error) {
    if (state.clicks) state.clicks->gave_up(error);
  };
  events.shut_out = [&state](const Error& error) { state.shut_out = error; };
  events.let_in = [&state] { import_what_waits(state); };
  events.photo_changed = [&state](bool same_photo) { photo_changed(state, same_photo); };
  events.returned = [&state](PhotoId id) { state.last_decisions.push_back(id); };
  events.task_ended = [&state](const HeldTask& task) {
    state.notice.tell(fill_gaps(state.looks.text(Text::kTaskEndedFormat), {task.what.photo.name}), true);
  };
  events.told = [&state](const Message& message) { state.tell(message); };
  events.photos_found = [&state](labeling::PhotoFilter found, workflow::PhotoTotal total) {
    found.only.empty() ? state.tell(Text::kNoPhotosBehind) : show_photos(state, std::move(found), total);
  };
  events.wake = state.wake;
  return events;
}

ClickFeed::Events click_events(StudioState& state) {
  ClickFeed::Events events;
  events.photo = [&state] { return state.workspace->current(); };
  events.failed = [&state](const Error& error) { state.tell(error); };
  events.stands_in = [&state] { state.tell(Text::kGrabCutStandsIn); };
  return events;
}

}  // namespace

void keep_version(StudioState& state, Kept kept) {
  Document* shown = state.document();
  if (!shown) return;
  if (const Status status = keep_version(kept, state.actor(), *shown); !status) return state.tell(status.error());
  state.notice.hush();
  photo_changed(state, true);
}

void remember_photo(StudioState& state) {
  if (!state.workspace || !state.workspace->current()) return;
  state.settings.last_photo[state.workspace->path()] = state.workspace->current().value;
}

void close_project(StudioState& state) {
  remember_photo(state);
  state.clicks.reset();
  state.workspace.reset();
  state.shut_out.reset();
  state.who = state.alone();
  state.forget_what_was_done_elsewhere();
  state.taken_over = {};
  state.view = ViewState();
  close_popups();  // no dialog is left that would close its own
  state.regions = RegionCache();
}

void open_project(StudioState& state, const std::string& path) { open_project_as(state, path, state.alone()); }

void open_project_as(StudioState& state, const std::string& path, const Actor& actor) {
  close_project(state);
  state.who = actor;
  remember_project(state.settings, path);
  const auto last = state.settings.last_photo.find(path);
  const Workspace::FirstLook first{PhotoId{last == state.settings.last_photo.end() ? 0 : last->second},
                                   state.settings.photo_order};
  state.workspace = std::make_unique<Workspace>(path, actor, first, workspace_events(state));
  state.workspace->set_cache_mb(state.settings.cache_mb);
  state.workspace->prefill_ahead(state.settings.prefill_ahead);
  state.clicks = std::make_unique<ClickFeed>(state.workspace->clicker(), state.view.canvas, click_events(state));
}

}  // namespace jaedan::gui
