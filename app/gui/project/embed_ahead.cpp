#include "app/gui/project/embed_ahead.h"

#include <exception>
#include <optional>
#include <utility>

namespace jaedan::gui {
namespace {

/// Nothing: there is no model, or no memory. Errors are told when a person asks for the same.
std::optional<workflow::EmbedStep> stepped(workflow::Project& project, workflow::AheadEmbedder& embedder) {
  try {
    const Result<workflow::EmbedStep> step = embedder.step(project);
    return step.ok() ? std::optional(*step) : std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace

EmbedAhead::EmbedAhead(ProjectThread& thread, Complete complete) : thread_(thread), complete_(std::move(complete)) {}

EmbedAhead::~EmbedAhead() { *alive_ = false; }

void EmbedAhead::turn(bool on) {
  if (is_on_ == on) return;
  is_on_ = on;
  cannot_ = false;
  may_lack_ = true;
}

void EmbedAhead::look_again() { may_lack_ = true; }

void EmbedAhead::gave_up() {
  is_busy_ = false;
  cannot_ = true;
}

void EmbedAhead::follow(bool may_begin) {
  if (may_begin && is_on_ && !is_busy_ && may_lack_ && !cannot_) ask();
}

void EmbedAhead::ask() {
  is_busy_ = true;
  may_lack_ = false;  // what is approved meanwhile is looked for once more
  thread_.submit({}, [this, embedder = embedder_, alive = alive_](workflow::Project& project, const workflow::Watch&) {
    return std::function<void()>([this, alive, step = stepped(project, *embedder)] {
      if (!*alive) return;
      is_busy_ = false;
      cannot_ = !step;
      if (cannot_) return;
      may_lack_ = may_lack_ || !step->is_last;
      if (step->is_last) complete_(step->model_id);
    });
  });
}

}  // namespace jaedan::gui
