#include "app/gui/shell/app.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/gui/canvas/canvas.h"
#include "app/gui/shell/actions/action_table.h"
#include "app/gui/shell/actions/jobs.h"
#include "app/gui/shell/actions/open_project.h"
#include "app/gui/shell/actions/perform.h"
#include "app/gui/shell/actions/sign_in.h"
#include "app/gui/shell/key_dispatch.h"
#include "app/gui/shell/layout.h"

namespace jaedan::gui {
namespace {

constexpr double kJobFrame_s = 0.25;  // progress is drawn this often: drawing in software costs the job its core
constexpr double kNothingMoves_s = 10;
constexpr double kInsistAfter_s = 1;

}  // namespace

App::App(Settings settings, std::string settings_file, std::shared_ptr<const Taxonomy> taxonomy, std::string user)
    : keeper_(std::in_place, std::move(settings_file), settings),
      state_(std::move(settings), std::move(taxonomy), std::move(user), [open = window_open_] {
        if (*open) Window::wake();
      }) {}

App::~App() { detach(); }

void App::detach() {
  remember_photo(state_);
  state_.clicks.reset();
  state_.workspace.reset();
  window_ = nullptr;
  if (!window_open_->exchange(false)) return;
  keeper_->keep(state_.settings);
  keeper_.reset();
}

void App::open_project(const std::string& path) { gui::open_project(state_, path); }

void App::import_folder(const ImportFolder& request) { gui::import_folder(state_, request); }

Status App::attach(Window& window) {
  window_ = &window;
  *window_open_ = true;
  follow_title();
  const std::string project = state_.workspace ? state_.workspace->name() : "";
  const Result<bool> loaded = state_.looks.load(state_.settings, scale_wanted(), project, *state_.taxonomy);
  if (!loaded.ok()) return loaded.error();
  state_.looks_changed = false;
  return {};
}

float App::scale_wanted() const {
  return scale_for(state_.settings, window_->content_scale(), window_->width(), window_->height());
}

void App::load_looks() {
  state_.looks_changed = false;
  const std::string project = state_.workspace ? state_.workspace->name() : "";
  const Result<bool> new_fonts = state_.looks.load(state_.settings, scale_wanted(), project, *state_.taxonomy);
  if (!new_fonts.ok()) return state_.tell(new_fonts.error());
  if (*new_fonts) window_->fonts_changed();
}

void App::follow_title() {
  if (!state_.workspace) return;
  std::string title = state_.workspace->name() + " – Jaedan";
  if (title == title_) return;
  window_->set_title(title);
  title_ = std::move(title);
}

bool App::update(double now_s) {
  state_.notice.set_now(now_s);
  int came = state_.setup.drain();
  const CanvasState& canvas = state_.view.canvas;
  // A photo that arrives waits until the hand is done.
  const bool busy = canvas.tools.in_hand().dragging() || (photo_painted_ && must_stay(canvas));
  if (state_.workspace) came += state_.workspace->update(now_s, busy);
  if (state_.shut_out) {
    // Who was not asked yet is no news; who was let in and is not any more is told why.
    const std::optional<Error> why = state_.who.in_team() ? state_.shut_out : std::nullopt;
    ask_who_works(state_, why);
    ++came;
  }
  if (const Document* shown = state_.document()) state_.view.selection.keep_existing(shown->session.annotation());
  work_came_ = came > 0;
  return came > 0;
}

void App::draw_frame(double now_s) {
  state_.notice.set_now(now_s);
  if (state_.looks_changed || state_.looks.fonts.scale != scale_wanted()) load_looks();
  follow_title();
  if (Document* shown = state_.document(); shown && !shown->texture) {
    shown->texture = PhotoTexture(shown->overview->view(), std::exchange(shown->full, {}));
  }
  const FrameInput& input = window_->begin_frame();
  state_.items.start_frame();
  const Ui ui = state_.ui(input, now_s);
  mark_usable(state_);
  dispatch_keys(ui, state_);
  follow_question();  // before it is painted: what comes with a new question is there when it is first seen
  draw_window(ui, state_);
  perform_requests(state_, ui);
  keeper_->keep(state_.settings);
  if (const Document* shown = state_.document(); shown && state_.clicks) state_.clicks->follow(shown->session.photo());
  follow_shape();
  if (state_.workspace) state_.workspace->thumbnails().pump();
  window_->render(background());
  follow_letters();
  photo_painted_ = state_.document() != nullptr;
}

void App::follow_letters() {
  if (!lacks_syllables(state_.looks.fonts, *ImGui::GetDrawData())) return;
  state_.looks.syllables = Syllables::kAll;
  state_.looks_changed = true;
  state_.view.draw_again = true;
}

void App::follow_shape() {
  Document* shown = state_.document();
  // While a button is down the stroke goes on; it is one gesture.
  if (!shown || ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  auto begun = state_.view.canvas.tools.in_hand().begun(state_.view);
  // Where nothing can be kept that is said with the first point, not when the last is set.
  if (state_.workspace->read_only()) {
    if (!begun.empty()) state_.may_change();
    return;
  }
  shown->begun = std::move(begun);
}

void App::follow_question() {
  if (!state_.workspace) return;
  const std::string& asked = state_.view.labels.mode.attribute;
  const TaxonomyAttribute* attribute = state_.taxonomy->attribute(asked);
  const GarmentId garment = attribute && attribute->image_level ? GarmentId{} : state_.view.selection.current();
  state_.workspace->follow_question(
      asked.empty() ? std::nullopt : std::optional(AskedQuestion{state_.workspace->current(), garment, asked}));
}

double App::next_frame_due_s(double now_s) const {
  if (state_.view.draw_again) return 0;
  const Workspace* workspace = state_.workspace.get();
  double due = kNothingMoves_s;
  const bool jobs = (workspace && !workspace->worker().jobs().visible().empty()) || state_.view.recommend.waiting ||
                    state_.view.search.waiting || state_.view.map_feed.waiting;
  if (jobs) due = kJobFrame_s;
  if (!state_.notice.text().empty()) due = std::min(due, std::max(state_.notice.until_s() - now_s, 0.05));
  if (workspace && !workspace->safe()) due = std::min(due, 0.5);
  return due;
}

bool App::idle() const { return !work_came_ && state_.setup.idle() && (!state_.workspace || state_.workspace->idle()); }

std::optional<Error> App::stuck() const { return state_.workspace ? state_.workspace->stuck() : std::nullopt; }

bool App::may_close(double now_s, bool asked) {
  if (!state_.workspace || state_.workspace->safe()) return true;
  const bool insists = asked && close_asked_at_s_ >= 0 && now_s - close_asked_at_s_ > kInsistAfter_s;
  if (close_asked_at_s_ < 0) close_asked_at_s_ = now_s;
  state_.tell(state_.workspace->unsaved().empty() ? Text::kUnsavedWait : Text::kUnsavedLost);
  return insists;
}

}  // namespace jaedan::gui
