#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "labeling/edit/command.h"
#include "labeling/tools/hit_test.h"

namespace jaedan {

/// Where a drag starts.
struct DragStart {
  Hit hit;                          ///< what is grabbed: a vertex, an edge (pulls a new vertex out) or a body
  Point at;                         ///< where the pointer was pressed, image space
  std::vector<GarmentId> garments;  ///< what moves when a body is grabbed: the selection
  Rect bounds;                      ///< around those garments; with DragOptions::frame they stay inside
  std::int64_t gesture = 0;         ///< for EditSession::run_in_gesture; a new number for every drag, not 0
};

struct DragOptions {
  double slop_px = 3;  ///< the pointer moves this far (image pixels) before anything does: a click is no drag
  Rect frame;          ///< what is dragged stays inside (the photo); an empty one holds nothing back
};

/// Turns a drag into commands, one a pointer move:
///
///     tool.press({hit, at, selection.garments(), bounds, ++gestures}, options, user);
///     if (auto command = tool.move(at)) status = session.run_in_gesture(*command, tool.gesture());
///     tool.release();                                                  // button up: the gesture is over
///     session.abandon_gesture(tool.gesture()); tool.release();         // Esc, or a command failed
class DragTool {
 public:
  void press(DragStart start, const DragOptions& options, std::string user);
  /// Where a vertex settles that the hand has brought to a place.
  using Settle = std::function<Point(Point)>;
  /// The command for this move of the pointer; null when nothing is grabbed or nothing would move.
  std::unique_ptr<Command> move(Point at, const Settle& settle = {});
  void release() { start_.reset(); }

  bool active() const { return start_.has_value(); }
  /// Whether the drag has left the place of its press, so that commands were given out.
  bool moved() const { return active() && moved_; }
  /// What is grabbed just now; null when nothing is.
  const DragStart* grabbed() const { return start_ ? &*start_ : nullptr; }
  /// The gesture of the last press.
  std::int64_t gesture() const { return gesture_; }

 private:
  std::unique_ptr<Command> move_vertex(Point at, const Settle& settle);
  std::unique_ptr<Command> move_body(Point at);

  std::optional<DragStart> start_;
  DragOptions options_;
  std::string user_;
  std::int64_t gesture_ = 0;
  bool moved_ = false;
  Point last_;  ///< where the vertex went last, or how far the bodies
};

}  // namespace jaedan
