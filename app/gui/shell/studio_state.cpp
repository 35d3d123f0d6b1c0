#include "app/gui/shell/studio_state.h"

#include <utility>

#include "app/gui/shell/actions/action_table.h"

namespace jaedan::gui {

StudioState::StudioState(Settings settings_now, std::shared_ptr<const Taxonomy> words, std::string user_of_system,
                         std::function<void()> wake_window)
    : settings(std::move(settings_now)),
      taxonomy(std::move(words)),
      system_user(std::move(user_of_system)),
      who(alone()),
      wake(std::move(wake_window)),
      looks(settings),
      actions(action_infos()),
      keys(actions.all(), settings.keys, changes_of(settings)),
      edges(wake) {
  setup.set_wake(wake);
}

Ui StudioState::ui(const FrameInput& input, double now_s) {
  acting = actor();
  return {looks.text, looks.theme, looks.fonts,       settings, actions, keys, input,
          who.name,   acting,      looks.fonts.scale, now_s,    items,   ask};
}

Actor StudioState::actor() const { return workspace ? actor_on(workspace->current()) : who.looking(); }

Actor StudioState::actor_on(PhotoId photo) const {
  Actor now = workspace->tasks().at_work(who.looking(), photo);
  now.takes_over = taken_over && taken_over == photo;
  return now;
}

Actor StudioState::alone() const { return Actor::alone(settings.user.empty() ? system_user : settings.user); }

bool StudioState::may_change() {
  if (!workspace || !workspace->read_only()) return true;
  tell(*workspace->read_only());
  return false;
}

void StudioState::forget_what_was_done_elsewhere() {
  last_batch.clear();
  last_decisions.clear();
}

void StudioState::change_settings(const Settings& changed) {
  looks_changed = looks_changed || looks_differ(changed, settings);
  const bool other_keys = changed.keys != settings.keys || changed.key_changes != settings.key_changes;
  settings = changed;
  if (!who.in_team()) who = alone();
  if (other_keys) keys = KeyMap(actions.all(), settings.keys, changes_of(settings));
  if (!workspace) return;
  workspace->set_actor(who);
  workspace->set_cache_mb(settings.cache_mb);
  workspace->prefill_ahead(settings.prefill_ahead);
  workspace->photos().set_order(settings.photo_order);
}

}  // namespace jaedan::gui
