#pragma once

#include <optional>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/project/click_worker.h"

namespace jaedan::gui {

/// Brings the questions of the tools that cut out what is clicked on to the thread that answers them, and the answers
/// back. Of one project.
class ClickFeed {
 public:
  struct Events {
    std::function<PhotoId()> photo;            ///< on screen
    std::function<void(const Error&)> failed;  ///< to be told: something that was asked for
    std::function<void()> stands_in;           ///< there is no model: GrabCut answers instead
  };

  /// `canvas` outlives this.
  ClickFeed(ProjectThread& thread, CanvasState& canvas, Events events);

  /// Once a frame: asks what is to be asked of the photo.
  void follow(const Photo& photo);
  /// The thread cannot open the project.
  void gave_up(const Error& error) { worker_.gave_up(error); }

 private:
  ClickWorker::Events answers();

  CanvasState& canvas_;
  Events events_;
  bool is_used_ = false;  ///< from now on photos are looked at before anybody asks
  std::optional<ClickQuestion> previewed_;
  PhotoId failed_on_;  ///< where previews are not asked for any more
  ClickWorker worker_;
};

}  // namespace jaedan::gui
