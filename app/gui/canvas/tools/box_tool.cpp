#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/tools/magic_tool.h"
#include "app/gui/canvas/tools/shape_pen.h"

namespace jaedan::gui {
namespace {

/// A box around the object; what it missed is clicked on.
class BoxTool : public MagicTool {
 public:
  bool start(const ToolContext& on, CanvasTool& before) override;
  void mouse(const ToolContext& on, bool over) override;
  bool key(ToolKey key, const ToolContext& on) override;
  void draw(const Ui& ui, const PhotoView& view, ImDrawList& out) const override;
  bool under_way() const override { return box_.draw().drawing() || MagicTool::under_way(); }
  bool can_put_aside() const override { return !box_.draw().drawing() && MagicTool::can_put_aside(); }
  bool previews() const override { return false; }

 protected:
  Text click_hint() const override { return Text::kHintBox; }

 private:
  void take(const ToolContext& on, const DrawStep& step);
  bool pass_on(DrawKey key, const ToolContext& on);

  ShapePen box_{DrawShape::kRectangle};
};

bool BoxTool::start(const ToolContext& on, CanvasTool& before) {
  if (!MagicTool::start(on, before)) return false;
  box_ = ShapePen(DrawShape::kRectangle);
  return true;
}

void BoxTool::take(const ToolContext& on, const DrawStep& step) {
  if (step.kind == DrawStep::Kind::kRefused) on.ui.ask.push(Tell{on.ui.text(Text::kNotYetAShape)});
  if (step.kind != DrawStep::Kind::kFinished) return;
  draft().say(bounds_of(step.region));
  on.view.canvas.tools.take("clicks", on);
}

void BoxTool::mouse(const ToolContext& on, bool over) {
  ShapePen::Guide guide;
  guide.may_begin = [] { return true; };
  guide.aim = [](Point at, bool /*sets_point*/) { return at; };
  take(on, box_.mouse(on, over, guide));
}

/// The corners of a box under way come first.
bool BoxTool::pass_on(DrawKey key, const ToolContext& on) {
  if (!box_.draw().drawing()) return false;
  take(on, box_.draw().key(key));
  return true;
}

bool BoxTool::key(ToolKey key, const ToolContext& on) {
  switch (key) {
    case ToolKey::kFinish: return pass_on(DrawKey::kFinish, on) || MagicTool::key(key, on);
    case ToolKey::kTakeBack:
    case ToolKey::kUndo:
    case ToolKey::kDelete: return pass_on(DrawKey::kTakeBack, on) || MagicTool::key(key, on);
    case ToolKey::kRedo: return pass_on(DrawKey::kBringBack, on) || MagicTool::key(key, on);
    case ToolKey::kCancel:
      if (under_way()) return on.view.canvas.tools.take("clicks", on), true;
      return MagicTool::key(key, on);
    case ToolKey::kReject: return true;
  }
  return false;
}

void BoxTool::draw(const Ui& ui, const PhotoView& view, ImDrawList& out) const {
  MagicTool::draw(ui, view, out);
  box_.show(ui, view.canvas, view.canvas.pointer, ui.theme.part(view.canvas.draw_part), out);
}

}  // namespace

std::unique_ptr<CanvasTool> make_box_tool() { return std::make_unique<BoxTool>(); }

}  // namespace jaedan::gui
