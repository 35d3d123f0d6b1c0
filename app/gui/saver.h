#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/gui/document.h"
#include "app/gui/project_thread.h"

namespace jaedan::gui {

/// Writes photos to the project after every gesture, on a thread of its own. One save a photo is under way
/// at a time; what changes meanwhile goes with the next. A failed save leaves the photo modified and is
/// tried again.
class Saver {
 public:
  static constexpr double kRetryAfter_s = 3;

  Saver(ProjectThread& writer, std::string user) : writer_(writer), user_(std::move(user)) {}

  /// Starts a save when the photo was changed since the last one. Cheap: call it every frame.
  void save_if_modified(const std::shared_ptr<Document>& document, double now_s);
  /// Tries a failed save at once.
  void retry(const std::shared_ptr<Document>& document, double now_s);
  /// Hears of every photo that was saved.
  void on_saved(std::function<void(const Document&)> saved) { saved_ = std::move(saved); }

 private:
  ProjectThread& writer_;
  std::string user_;
  std::function<void(const Document&)> saved_;
};

/// Whether everything that was done to the photo is in the project.
inline bool is_safe(const Document& document) {
  return document.save_state == SaveState::kSaved && !document.session.modified();
}

}  // namespace jaedan::gui
