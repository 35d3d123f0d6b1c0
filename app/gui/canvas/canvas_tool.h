#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/canvas/region_cache.h"
#include "app/gui/draw/viewport.h"
#include "app/gui/project/document.h"
#include "app/gui/project/edge_follower.h"
#include "labeling/tools/begun_shape.h"

struct ImDrawList;

namespace jaedan::gui {

struct EditTarget;
struct PhotoView;

/// What a tool works on.
struct ToolContext {
  const Ui& ui;
  const Document& document;
  const RegionCache& regions;
  EdgeFollower& edges;
  PhotoView& view;
};

/// Keys as meanings; what they do depends on the tool in hand.
enum class ToolKey {
  kFinish,    ///< Enter
  kCancel,    ///< Esc: drops what is being made, else lays the tool down
  kTakeBack,  ///< Backspace: the last step
  kUndo,      ///< the last step before anything that the photo remembers
  kRedo,
  kDelete,
  kReject,  ///< X
};

enum class ToolCursor { kArrow, kCross, kHand };

/// Something to work on the photo with. What it is making is a draft of its own; the photo changes by what it asks for.
/// A tool that is not in hand has no state that counts: `start` begins anew, or goes on with what a tool of the same
/// kind was making.
class CanvasTool {
 public:
  virtual ~CanvasTool() = default;

  /// Comes into the hand after `before` (itself, when it is taken once more). False when that cannot be just now; the
  /// reason is told.
  virtual bool start(const ToolContext& on, CanvasTool& before) = 0;
  /// Goes on with a shape that was put aside; false when it was made with another tool.
  virtual bool take_up(const BegunShape& /*shape*/, PhotoView& /*view*/) { return false; }
  /// The part of what is made next was chosen; false when this tool makes none, so that one is begun with another tool.
  virtual bool take_part(Part /*part*/, const ToolContext& /*on*/) { return false; }

  /// Once a frame, before and after the mouse.
  virtual void follow(const ToolContext& /*on*/) {}
  virtual void settle(const ToolContext& /*on*/) {}
  /// `over`: the mouse is over the photo, and nothing lies above it.
  virtual void mouse(const ToolContext& on, bool over) = 0;
  /// False when the key means nothing to it just now.
  virtual bool key(ToolKey key, const ToolContext& on) = 0;

  /// What is being made, drawn over the photo.
  virtual void draw(const Ui& /*ui*/, const PhotoView& /*view*/, ImDrawList& /*out*/) const {}
  /// One sentence: what the next click or key does.
  virtual std::string hint(const Ui& ui, const Document& document, const PhotoView& view) const = 0;
  /// What the mouse looks like over the photo.
  virtual ToolCursor cursor(const PhotoView& /*view*/) const { return ToolCursor::kCross; }
  /// Buttons in a corner of the canvas.
  virtual void options(const Ui& /*ui*/, PhotoView& /*view*/) {}

  /// Something was begun and is not finished.
  virtual bool under_way() const { return false; }
  /// It goes on with the photo when that is opened again, so the person may look at another.
  virtual bool can_put_aside() const { return false; }
  /// To be kept with its photo; empty when nothing is under way that can be kept.
  virtual BegunShape begun(const PhotoView& /*view*/) const { return {}; }
  /// What lies under the button until it is released: a garment that is dragged, a stroke. `drop_gesture` forgets it.
  virtual bool dragging() const { return false; }
  virtual bool in_stroke() const { return false; }
  virtual void drop_gesture() {}
  /// What it works on may not be another thing now.
  virtual bool holds_target() const { return false; }
  /// Whose outline is drawn anew, so that the old one is not shown; null when nothing's is.
  virtual const EditTarget* corrects() const { return nullptr; }
  /// N takes it up again.
  virtual bool repeats() const { return true; }
};

/// Design pixels of the screen as pixels of the photo.
double in_image(const Ui& ui, float design_px, const Viewport& viewport);
/// Design pixels: a pointer that moved no further between press and release clicked.
inline constexpr float kClickSlop = 4;
/// The pointer's place on the photo, and every place it was at since the last frame: a slow frame has seen several.
Point mouse_on_photo(const ToolContext& on);
std::vector<Point> mouse_path_on_photo(const ToolContext& on);
/// A shape under way is to be finished first; always false.
bool tell_finish_first(const Ui& ui);

}  // namespace jaedan::gui
