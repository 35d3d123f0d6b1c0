#include "app/gui/shell/click_feed.h"

#include <utility>

#include "app/gui/canvas/tools/magic_tool.h"

namespace jaedan::gui {
namespace {

/// What a click where the pointer is would do; nothing where it would change nothing.
std::optional<inference::Click> possible_click(const MagicTool& tool, const CanvasState& canvas, const Photo& photo) {
  if (!tool.previews() || !canvas.pointer || canvas.panning) return std::nullopt;
  const Point at = *canvas.pointer;
  const bool inside = at.x >= 0 && at.y >= 0 && at.x < photo.width && at.y < photo.height;
  if (!inside || contains(tool.draft().region(), at)) return std::nullopt;
  return inference::Click{at, true};
}

}  // namespace

ClickFeed::ClickFeed(ProjectThread& thread, CanvasState& canvas, Events events)
    : canvas_(canvas), events_(std::move(events)), worker_(thread, answers()) {}

ClickWorker::Events ClickFeed::answers() {
  ClickWorker::Events answers;
  answers.answered = [this](const ClickQuestion& question, Region region, std::optional<Region> maybe) {
    MagicTool* tool = magic_tool_in_hand(canvas_);
    if (!tool || events_.photo() != question.photo) return;
    tool->draft().answer(question, std::move(region), std::move(maybe));
  };
  answers.refused = [this](const ClickQuestion& question, const Error& error) {
    if (events_.photo() != question.photo) return;
    if (MagicTool* tool = magic_tool_in_hand(canvas_)) tool->draft().refused(question);
    // A preview was not asked for by anybody; the next click will say what is wrong.
    failed_on_ = question.photo;
    if (!question.maybe) events_.failed(error);
  };
  answers.stands_in = [this] { events_.stands_in(); };
  return answers;
}

void ClickFeed::follow(const Photo& photo) {
  MagicTool* tool = magic_tool_in_hand(canvas_);
  is_used_ = is_used_ || tool != nullptr;
  if (is_used_) worker_.look_at(photo.id);
  if (tool && tool->draft().waits()) {
    worker_.ask(tool->draft().question(photo.id, std::nullopt));
    return;
  }
  worker_.drop_waiting();
  if (!tool) return;
  ClickDraft& draft = tool->draft();
  const auto maybe = possible_click(*tool, canvas_, photo);
  if (!maybe) return draft.forget_maybe();
  // Only when there is time: nothing else to answer, and answers that come at once.
  const bool has_time = worker_.idle() && worker_.is_quick() && !draft.accept_is_asked();
  if (!has_time || failed_on_ == photo.id) return;
  ClickQuestion question = draft.question(photo.id, maybe);
  if (previewed_ && *previewed_ == question) return;
  worker_.ask(question);
  previewed_ = std::move(question);
}

}  // namespace jaedan::gui
