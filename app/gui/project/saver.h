#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/gui/project/document.h"
#include "app/gui/project/project_thread.h"

namespace jaedan::gui {

/// Writes photos to the project after every gesture, on a thread of its own. One save a photo is under way
/// at a time; what changes meanwhile goes with the next. A failed save leaves the photo modified and is
/// tried again.
class Saver {
 public:
  static constexpr double kRetryAfter_s = 3;

  Saver(ProjectThread& writer, Actor actor) : writer_(writer), actor_(std::move(actor)) {}

  /// Starts a save when the photo was changed since the last one. Cheap: call it every frame.
  void save_if_modified(const std::shared_ptr<Document>& document, double now_s);
  /// The same for a shape that is being drawn.
  void save_shape_if_changed(const std::shared_ptr<Document>& document, double now_s);
  /// Tries a failed save at once.
  void retry(const std::shared_ptr<Document>& document, double now_s);
  /// Who saves from now on. What was begun on `documents` goes along.
  void set_actor(const Actor& actor, const std::vector<std::shared_ptr<Document>>& documents);
  /// Hears of every photo that was saved.
  void on_saved(std::function<void(const Document&)> saved) { saved_ = std::move(saved); }
  /// Hears why a photo (once until it is saved again) or a begun shape could not be saved.
  void on_failed(std::function<void(const Error&)> failed) { failed_ = std::move(failed); }
  /// Failed saves are tried again at once.
  static void hurry(Document& document) { document.retry_at_s = document.begun_retry_at_s = 0; }

 private:
  ProjectThread& writer_;
  Actor actor_;
  std::function<void(const Document&)> saved_;
  std::function<void(const Error&)> failed_;
};

/// Whether the photo's annotation is in the project as it is.
inline bool is_saved(const Document& document) {
  return document.save_state == SaveState::kSaved && !document.session.modified();
}
/// Whether everything that was done to the photo is in the project, a shape that was begun too.
inline bool is_safe(const Document& document) { return is_saved(document) && document.begun == document.begun_saved; }

}  // namespace jaedan::gui
