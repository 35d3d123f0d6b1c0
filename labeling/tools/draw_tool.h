#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/domain/region.h"

namespace jaedan {

enum class DrawShape { kPolygon, kRectangle };

/// Keys as meanings; the window maps Enter, Esc, Backspace, Ctrl+Z, Ctrl+Y to them.
enum class DrawKey { kFinish, kCancel, kTakeBack, kBringBack };

/// All lengths in image pixels: screen pixels / zoom. May be set anew at every event.
struct DrawOptions {
  double close_distance_px = 8;  ///< a press this near the first point closes the outline
  double spacing_px = 6;         ///< freehand: least distance of one point from the next
  double click_slop_px = 3;      ///< a pointer that moved no further than this between press and release clicked
  Rect frame;                    ///< points are moved into it (the photo); an empty one holds nothing back
};

/// What an event did.
struct DrawStep {
  enum class Kind {
    kNothing,    ///< the event meant nothing to the tool; it may mean something to the window
    kChanged,    ///< the draft or its preview changed
    kFinished,   ///< `region` is done, the draft is empty again
    kCancelled,  ///< the draft is gone, and nothing came of it
    kRefused,    ///< the draft is no outline yet, for `reason`; it stays as it is
  };
  Kind kind = Kind::kNothing;
  Region region;
  std::string reason;
};

/// A shape that was begun, to be put aside and taken up again.
struct DrawDraft {
  std::vector<Ring> steps;       ///< what each step of the hand added: one point, or a stretch that ends in one
  std::vector<Ring> taken_back;  ///< what kBringBack gives again, the last one first

  bool empty() const { return steps.empty() && taken_back.empty(); }
  bool operator==(const DrawDraft& other) const { return steps == other.steps && taken_back == other.taken_back; }
};

/// The shape being drawn: a draft outside the annotation, driven by what the pointer and keys do, in image
/// space. No undo entry until it is done: the caller then runs AddGarment (or SetRegion) with the region.
///
/// Polygon: a click adds a point; dragging adds points `spacing_px` apart; both may be mixed. A press on the
/// first point, a stroke that ends there, a double click or kFinish closes. Rectangle: drag, or two clicks.
/// The line to the pointer is straight, or leads along a border or an edge that the window found (`lead`).
/// kTakeBack and kBringBack undo and redo single steps, without limit; kCancel drops all.
class DrawTool {
 public:
  explicit DrawTool(DrawShape shape = DrawShape::kPolygon, DrawOptions options = {});
  void set_options(const DrawOptions& options) { options_ = options; }

  /// How the line gets from the last point to the pointer: the points in between. A press takes them in with its own
  /// point, as one step. Polygons only; anything that changes the draft makes the line straight again.
  void lead(Ring way);
  DrawStep press(Point at);
  DrawStep move(Point at);
  DrawStep release(Point at);
  /// Of the second click: after its press, or in place of it.
  DrawStep double_click(Point at);
  DrawStep key(DrawKey key);

  DrawShape shape() const { return shape_; }
  /// Whether there is a draft.
  bool drawing() const { return !points_.empty(); }
  bool can_take_back() const { return !points_.empty(); }
  bool can_bring_back() const { return !draft_.taken_back.empty(); }
  /// Whether a press at `at` would close the outline; the window then marks the first point.
  bool would_close(Point at) const;
  /// The points set so far; of a rectangle its first corner.
  const Ring& points() const { return points_; }
  /// The outline as it would be with a point at the pointer's place.
  Ring preview() const;

  const DrawDraft& draft() const { return draft_; }
  /// The draft that was finished last, to be taken up again when nothing could be made of it.
  const DrawDraft& finished() const { return finished_; }
  /// Goes on with a shape that was put aside, in place of the present one. Points that are not numbers are left out.
  void take_up(const DrawDraft& draft);

 private:
  Point in_frame(Point at) const;
  DrawStep add(Point at);
  DrawStep close();
  DrawStep finish();
  void add_step(Ring step);
  void drop_last_step();
  void reset();

  DrawShape shape_;
  DrawOptions options_;
  DrawDraft draft_;
  DrawDraft finished_;
  Ring points_;  ///< all of the draft's steps
  Ring way_;     ///< from the last point to the pointer
  std::optional<Point> pointer_;
  bool pressed_ = false;
  bool press_added_ = false;  ///< the last press set a point
  bool stroke_ = false;       ///< points were added since the last press
};

/// Whether `ring` may be a garment's outline: three different points or more, which enclose an area (one that
/// crosses itself does). Empty, or the reason why not.
std::string reason_against_outline(const Ring& ring);

}  // namespace jaedan
