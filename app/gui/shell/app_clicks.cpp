#include <memory>
#include <utility>

#include "app/gui/shell/app.h"

namespace jaedan::gui {
namespace {

/// What a click where the pointer is would do; nothing where it would change nothing.
std::optional<inference::Click> possible_click(const CanvasState& canvas, const Photo& photo) {
  if (canvas.tool != Tool::kClicks || !canvas.pointer || canvas.panning) return std::nullopt;
  const Point at = *canvas.pointer;
  const bool inside = at.x >= 0 && at.y >= 0 && at.x < photo.width && at.y < photo.height;
  if (!inside || contains(canvas.clicks.region(), at)) return std::nullopt;
  return inference::Click{at, true};
}

}  // namespace

void App::answer_clicks() {
  ClickWorker::Events events;
  events.answered = [this](const ClickQuestion& question, Region region, std::optional<Region> maybe) {
    if (workspace_->current() != question.photo) return;
    view_.canvas.clicks.answer(question, std::move(region), std::move(maybe));
  };
  events.refused = [this](const ClickQuestion& question, const Error& error) {
    if (workspace_->current() != question.photo) return;
    view_.canvas.clicks.refused(question);
    // A preview was not asked for by anybody; the next click will say what is wrong.
    clicks_failed_on_ = question.photo;
    if (!question.maybe) tell(error);
  };
  clicks_are_used_ = false;
  click_previewed_.reset();
  clicks_failed_on_ = {};
  events.stands_in = [this] { tell(text_(Text::kGrabCutStandsIn)); };
  clicks_ = std::make_unique<ClickWorker>(workspace_->clicker(), std::move(events));
}

void App::follow_clicks() {
  const Document* shown = document();
  if (!shown || !clicks_) return;
  CanvasState& canvas = view_.canvas;
  clicks_are_used_ = clicks_are_used_ || is_magic(canvas.tool);
  if (clicks_are_used_) clicks_->look_at(shown->id());
  ClickDraft& draft = canvas.clicks;
  if (is_magic(canvas.tool) && draft.waits()) {
    clicks_->ask(draft.question(shown->id(), std::nullopt));
    return;
  }
  clicks_->drop_waiting();
  const auto maybe = possible_click(canvas, shown->session.photo());
  if (!maybe) return draft.forget_maybe();
  // Only when there is time: nothing else to answer, and answers that come at once.
  const bool has_time = clicks_->idle() && clicks_->is_quick() && !draft.accept_is_asked();
  if (!has_time || clicks_failed_on_ == shown->id()) return;
  ClickQuestion question = draft.question(shown->id(), maybe);
  if (click_previewed_ && *click_previewed_ == question) return;
  clicks_->ask(question);
  click_previewed_ = std::move(question);
}

}  // namespace jaedan::gui
