#include "app/gui/project/prefill_ahead.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "app/workflow/jobs/background_thread.h"
#include "app/workflow/predict/prefill_photos.h"

namespace jaedan::gui {
namespace {

workflow::AheadAnswer asked(workflow::Project& project, PhotoId id, workflow::SharedModel& model) {
  try {
    return workflow::prefill_ahead(project, id, model);
  } catch (const std::exception& e) {
    // Memory that ran out, mostly: nobody has asked for this.
    return {Error{ErrorCode::kInternal, "prefill.failed", "pre-filling: {0}", {e.what()}}};
  }
}

}  // namespace

PrefillAhead::PrefillAhead(ProjectThread& thread, std::shared_ptr<workflow::SharedModel> model, Found found)
    : thread_(thread), model_(std::move(model)), found_(std::move(found)), alive_(std::make_shared<bool>(true)) {
  thread_.submit({}, [](workflow::Project&, const workflow::Watch&) {
    workflow::yield_to_others();
    return std::function<void()>();
  });
}

PrefillAhead::~PrefillAhead() { *alive_ = false; }

void PrefillAhead::turn(bool on) {
  if (is_on_ == on) return;
  is_on_ = on;
  has_no_model_ = false;
}

void PrefillAhead::gave_up() {
  is_busy_ = false;
  has_no_model_ = true;
}

void PrefillAhead::follow(std::vector<PhotoId> next, bool may_begin) {
  next_ = std::move(next);
  if (!first_open()) done_since_ready_ = 0;
  if (!is_on_ || is_busy_ || has_no_model_ || !may_begin) return;
  if (const std::optional<PhotoId> id = first_open()) ask(*id);
}

std::optional<workflow::Progress> PrefillAhead::progress() const {
  if (!is_on_ || has_no_model_ || !first_open()) return std::nullopt;
  workflow::Progress progress;
  progress.done = done_since_ready_;
  progress.total =
      progress.done + std::count_if(next_.begin(), next_.end(), [this](PhotoId id) { return done_.count(id) == 0; });
  return progress;
}

std::optional<PhotoId> PrefillAhead::first_open() const {
  const auto open = std::find_if(next_.begin(), next_.end(), [this](PhotoId id) { return done_.count(id) == 0; });
  return open == next_.end() ? std::nullopt : std::optional(*open);
}

void PrefillAhead::ask(PhotoId id) {
  is_busy_ = true;
  thread_.submit({}, [this, id, model = model_, alive = alive_](workflow::Project& project, const workflow::Watch&) {
    auto answer = std::make_shared<workflow::AheadAnswer>(asked(project, id, *model));
    return std::function<void()>([this, id, alive, answer] {
      if (!*alive) return;
      is_busy_ = false;
      // Errors are told when a person asks for the same: a photo that cannot be read, a model that is missing.
      if (has_no_model_ = !answer->model.ok(); has_no_model_) return;
      done_.insert(id);
      ++done_since_ready_;
      if (answer->of_photo.ok() && *answer->of_photo) found_(id, std::move(**answer->of_photo));
    });
  });
}

}  // namespace jaedan::gui
