#include "app/gui/shell/app.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/gui/canvas/shape_draft.h"
#include "app/gui/words/error_text.h"

namespace jaedan::gui {
namespace {

constexpr double kNotice_s = 6;
constexpr double kErrorNotice_s = 15;
constexpr double kJobFrame_s = 0.25;  // progress is drawn this often: drawing in software costs the job its core
constexpr double kNothingMoves_s = 10;
constexpr double kInsistAfter_s = 1;

std::vector<std::string> bold_texts(const std::string& project) {
  std::vector<std::string> texts = {project};
  for (const char* text : all_texts()) texts.emplace_back(text);
  return texts;
}

}  // namespace

App::App(Settings settings, std::string settings_file, std::shared_ptr<const Taxonomy> taxonomy, std::string user)
    : settings_(std::move(settings)),
      settings_file_(std::move(settings_file)),
      taxonomy_(std::move(taxonomy)),
      system_user_(std::move(user)),
      user_(settings_.user.empty() ? system_user_ : settings_.user),
      text_(settings_.language),
      theme_(make_theme(settings_.theme)),
      keys_(settings_.keys, changes_of(settings_)),
      window_open_(std::make_shared<std::atomic<bool>>(false)),
      edges_([open = window_open_] {
        if (*open) Window::wake();
      }) {
  setup_.set_wake([open = window_open_] {
    if (*open) Window::wake();
  });
}

App::~App() { detach(); }

void App::detach() {
  if (workspace_ && workspace_->current()) {
    settings_.last_photo[workspace_->path()] = workspace_->current().value;
  }
  clicks_.reset();
  workspace_.reset();
  window_ = nullptr;
  if (!window_open_->exchange(false)) return;
  if (settings_file_.empty()) return;
  // Nobody is left to tell when this fails; the next start just looks as the last but one.
  static_cast<void>(save_settings(settings_, settings_file_).ok());
}

void App::open_project(const std::string& path) {
  if (workspace_ && workspace_->current()) settings_.last_photo[workspace_->path()] = workspace_->current().value;
  clicks_.reset();
  workspace_.reset();
  view_ = ViewState();
  regions_ = RegionCache();
  remember_project(settings_, path);
  const auto last = settings_.last_photo.find(path);
  Workspace::Events events;
  events.failed = [this](const Error& error) { tell(error); };
  events.clicks_failed = [this](const Error& error) {
    if (clicks_) clicks_->gave_up(error);
  };
  events.photo_changed = [this](bool same_photo) {
    view_.photo_changed(same_photo);
    if (const Document* shown = document()) {
      view_.selection.keep_existing(shown->session.annotation());
      if (!same_photo) take_up(shown->begun, shown->session.annotation(), view_);
    }
    regions_ = RegionCache();
    if (Document* shown = document(); shown && shown->session.history_was_dropped()) {
      tell(text_(Text::kHistoryDropped));
    }
  };
  events.wake = [open = window_open_] {
    if (*open) Window::wake();
  };
  const PhotoId first{last == settings_.last_photo.end() ? 0 : last->second};
  workspace_ = std::make_unique<Workspace>(path, user_, first, std::move(events));
  workspace_->set_cache_mb(settings_.cache_mb);
  answer_clicks();
  if (window_) window_->set_title(workspace_->name() + " – Jaedan");
}

Status App::attach(Window& window) {
  window_ = &window;
  *window_open_ = true;
  if (workspace_) window.set_title(workspace_->name() + " – Jaedan");
  const float scale = settings_.font_scale * window.content_scale();
  Result<Fonts> fonts = load_fonts(scale, bold_texts(workspace_ ? workspace_->name() : ""));
  if (!fonts.ok()) return fonts.error();
  fonts_ = *fonts;
  apply_style(theme_, scale);
  looks_changed_ = false;
  return {};
}

void App::load_looks() {
  looks_changed_ = false;
  text_ = Strings(settings_.language);
  theme_ = make_theme(settings_.theme);
  const float scale = settings_.font_scale * window_->content_scale();
  if (fonts_.scale != scale) {
    Result<Fonts> fonts = load_fonts(scale, bold_texts(workspace_ ? workspace_->name() : ""));
    if (fonts.ok()) {
      fonts_ = *fonts;
      window_->fonts_changed();
    } else {
      tell(fonts.error());
    }
  }
  apply_style(theme_, scale);
}

bool App::update(double now_s) {
  now_s_ = now_s;
  int came = setup_.drain();
  // A photo that arrives waits until the hand is done.
  const bool busy = view_.canvas.drag.active() || (photo_painted_ && must_stay());
  if (workspace_) came += workspace_->update(now_s, busy);
  if (Document* shown = document()) view_.selection.keep_existing(shown->session.annotation());
  work_came_ = came > 0;
  return came > 0;
}

void App::draw_frame(double now_s) {
  now_s_ = now_s;
  if (looks_changed_) load_looks();
  if (Document* shown = document(); shown && !shown->texture) {
    shown->texture = PhotoTexture(shown->overview->view(), std::exchange(shown->full, {}));
  }
  const FrameInput& input = window_->begin_frame();
  items_.start_frame();
  const Ui ui{text_, theme_, fonts_, settings_, keys_, input, user_, fonts_.scale, now_s, edges_, items_, actions_};
  dispatch_keys(ui);
  draw(ui);
  // Doing one thing may ask for the next: Enter on the canvas becomes a command.
  for (std::vector<Action> asked = actions_.take(); !asked.empty(); asked = actions_.take()) {
    for (const Action& action : asked) perform(ui, action);
  }
  follow_clicks();
  follow_shape();
  if (workspace_) workspace_->thumbnails().pump();
  window_->render(theme_.backdrop);
  photo_painted_ = document() != nullptr;
}

void App::follow_shape() {
  Document* shown = document();
  // While a button is down the stroke goes on; it is one gesture.
  if (shown && !ImGui::IsMouseDown(ImGuiMouseButton_Left)) shown->begun = begun_shape(view_);
}

double App::next_frame_due_s(double now_s) const {
  if (view_.draw_again) return 0;
  double due = kNothingMoves_s;
  const bool jobs = (workspace_ && !workspace_->worker().jobs().visible().empty()) || view_.recommend.waiting;
  if (jobs) due = kJobFrame_s;
  if (!notice_.empty()) due = std::min(due, std::max(notice_until_s_ - now_s, 0.05));
  if (workspace_ && !workspace_->safe()) due = std::min(due, 0.5);
  return due;
}

bool App::idle() const { return !work_came_ && setup_.idle() && (!workspace_ || workspace_->idle()); }

bool App::may_close(double now_s, bool asked) {
  if (!workspace_ || workspace_->safe()) return true;
  const bool insists = asked && close_asked_at_s_ >= 0 && now_s - close_asked_at_s_ > kInsistAfter_s;
  if (close_asked_at_s_ < 0) close_asked_at_s_ = now_s;
  tell(text_(Text::kUnsavedWait));
  return insists;
}

void App::tell(const Error& error) { tell(error_text(error, text_), true); }

void App::hush() { notice_until_s_ = 0; }

void App::tell(const std::string& text, bool is_error) {
  notice_ = text;
  notice_is_error_ = is_error;
  notice_until_s_ = now_s_ + (is_error ? kErrorNotice_s : kNotice_s);
}

}  // namespace jaedan::gui
