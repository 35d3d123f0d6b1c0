#pragma once

#include "app/gui/canvas/canvas_tool.h"
#include "app/gui/canvas/click_draft.h"

namespace jaedan::gui {

struct CanvasState;

/// The tools with which a model cuts out what is pointed at. What is selected is corrected; else a new garment comes of
/// it. Answers come from outside (shell/click_feed.h).
class MagicTool : public CanvasTool {
 public:
  bool start(const ToolContext& on, CanvasTool& before) override;
  bool take_up(const BegunShape& shape, PhotoView& view) override;
  bool take_part(Part part, const ToolContext& on) override;
  /// Before the first click the target follows the selection; after it, the selection the target, and a target that was
  /// changed or taken away is let go.
  void follow(const ToolContext& on) override;
  /// After Enter: as soon as the last answer is there, the object becomes one undo entry.
  void settle(const ToolContext& on) override;
  bool key(ToolKey key, const ToolContext& on) override;
  void draw(const Ui& ui, const PhotoView& view, ImDrawList& out) const override;
  std::string hint(const Ui& ui, const Document& document, const PhotoView& view) const override;
  bool under_way() const override { return draft_.under_way() || !put_aside_.empty(); }
  bool can_put_aside() const override;
  BegunShape begun(const PhotoView& view) const override;
  bool holds_target() const override { return draft_.under_way(); }
  const EditTarget* corrects() const override { return &draft_.target(); }

  ClickDraft& draft() { return draft_; }
  const ClickDraft& draft() const { return draft_; }
  /// Whether a click at the pointer is what comes next, so that its answer may be asked for before.
  virtual bool previews() const = 0;

 protected:
  virtual Text click_hint() const = 0;
  bool finish(const ToolContext& on);

 private:
  void say_again(const ToolContext& on);

  ClickDraft draft_;
  BegunShape put_aside_;  ///< clicks that were taken up and not yet said again
};

/// What clicks are to correct: what is selected, or nothing yet.
ClickDraft draft_for(const Document& document, PhotoView& view);

/// The one in the hand; null when another tool is.
MagicTool* magic_tool_in_hand(CanvasState& canvas);

}  // namespace jaedan::gui
