// What the tasks of a person do to what is open.

#include <memory>
#include <utility>
#include <vector>

#include "app/gui/project/workspace.h"

namespace jaedan::gui {

TaskDesk::Events Workspace::desk_events() {
  TaskDesk::Events events;
  events.failed = [this](const Error& error) { events_.failed(error); };
  events.got = [this](PhotoId id) { open(id); };
  events.left = [this](PhotoId id) { read_again(id); };
  events.returned = [this](PhotoId id) { events_.returned(id); };
  events.ended = [this](const HeldTask& task) { events_.task_ended(task); };
  events.changed = [this] {
    if (desk_.sees_tasks_only()) photos_.refresh();
    prefetched_of_ = -1;  // the next one may be another
  };
  return events;
}

ReviewDesk::Events Workspace::review_events() {
  ReviewDesk::Events events;
  events.failed = [this](const Error& error) { events_.failed(error); };
  events.commented = [this](PhotoId id, std::vector<labeling::Comment> comments) {
    for (const auto& document : open_documents()) {
      if (document->id() == id) document->comments = comments;
    }
  };
  return events;
}

ManageDesk::Events Workspace::manage_events() {
  ManageDesk::Events events;
  events.failed = [this](const Error& error) { events_.failed(error); };
  events.shut_out = [this](const Error& error) { events_.shut_out(error); };
  events.photos = [this](labeling::PhotoFilter filter, workflow::PhotoTotal total) {
    events_.photos_found(std::move(filter), total);
  };
  events.done = [this](const Message& message) { events_.told(message); };
  return events;
}

void Workspace::read_again(PhotoId id) {
  const std::shared_ptr<Document> read = loader_.find(id);
  if (read && !is_saved(*read)) return;  // that is not lost by it
  loader_.forget(id);
  if (id == current() && !desk_.sees_tasks_only()) open(id);
  if (desk_.sees_tasks_only()) return;  // it is out of the list
  reader_.submit({}, [this, id](workflow::Project& project, const workflow::Watch&) {
    const auto now = std::make_shared<Result<Annotation>>(project.store().annotation(id));
    return std::function<void()>([this, now] {
      if (now->ok()) photos_.update(**now);
    });
  });
}

void Workspace::save_now() {
  for (const auto& document : open_documents()) saver_.save_if_modified(document, now_s_);
}

void Workspace::show_nothing_of_others() {
  const bool is_theirs = !desk_.sees_tasks_only() || !document_ || !desk_.at_rest() || desk_.on(current());
  if (is_theirs || wanted_ != current() || !is_saved(*document_)) return;
  loader_.forget(current());
  document_.reset();
  wanted_ = position_ = {};
  events_.photo_changed(false);
}

}  // namespace jaedan::gui
