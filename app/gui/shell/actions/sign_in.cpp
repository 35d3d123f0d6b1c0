#include "app/gui/shell/actions/sign_in.h"

#include <memory>
#include <utility>

#include "app/gui/shell/actions/open_project.h"
#include "app/gui/words/message_text.h"
#include "app/workflow/people/acting_user.h"
#include "labeling/base/secret.h"

namespace jaedan::gui {
namespace {

Result<Actor> actor_of(const std::string& path, const std::string& name, Secret& password) {
  JAEDAN_ASSIGN_OR_RETURN(const workflow::Project project, workflow::Project::open(path));
  return workflow::acting_user(project, name, [&]() -> Result<Secret> {
    if (password.empty()) return workflow::password_asked(name);
    return std::move(password);
  });
}

void take_answer(StudioState& state, const std::string& path, const Result<Actor>& actor) {
  SignInForm& form = state.view.sign_in;
  if (state.view.dialog != Dialog::kSignIn || form.project != path) return;  // the person went elsewhere
  if (actor.ok()) {
    wipe(form.password);
    state.settings.user = actor->name;
    return open_project_as(state, path, *actor);
  }
  form.waiting = false;
  form.focus = true;
  wipe(form.password);
  if (actor.error().message.key == "people.password_asked") {
    // The sentence speaks of the command line.
    form.refused = form.asks_password ? state.looks.text(Text::kSignInNoPassword) : "";
    form.asks_password = true;
    return;
  }
  form.refused = message_text(actor.error().message, state.looks.text);
}

}  // namespace

void ask_who_works(StudioState& state, const std::optional<Error>& why) {
  if (!state.workspace) return;
  SignInForm form;
  form.project = state.workspace->path();
  form.name = state.settings.user.empty() ? state.system_user : state.settings.user;
  if (why) form.refused = message_text(why->message, state.looks.text);
  close_project(state);
  state.view.sign_in = std::move(form);
  state.view.dialog = Dialog::kSignIn;
}

void sign_in(StudioState& state, SignInAs& person) {
  const std::string path = state.view.sign_in.project;
  const auto password = std::make_shared<Secret>(std::move(person.password));  // a job is a function, which is copied
  state.setup.submit({}, [&state, path, name = person.name, password](const workflow::Watch&) {
    return std::function<void()>(
        [&state, path, actor = actor_of(path, name, *password)] { take_answer(state, path, actor); });
  });
}

}  // namespace jaedan::gui
