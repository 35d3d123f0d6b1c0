#include "app/gui/canvas/tools/magic_tool.h"

#include <imgui.h>

#include <utility>
#include <variant>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/edit_target.h"
#include "app/gui/draw/region_painter.h"

namespace jaedan::gui {
namespace {

/// What nobody has drawn by hand may change as a whole.
inference::MaskOrigin origin_of(const EditTarget& target, const Document& document) {
  const Garment* garment = target.garment ? find_garment(document.session.annotation(), *target.garment) : nullptr;
  const bool by_model = target.proposal || (garment && is_guess(garment->region_provenance));
  return by_model ? inference::MaskOrigin::kModel : inference::MaskOrigin::kPerson;
}

/// The garments of the readings that are not shown.
std::vector<Region> other_readings(const Document& document) {
  std::vector<Region> regions;
  if (!document.prediction) return regions;
  for (std::size_t i = 0; i < document.prediction->readings.size(); ++i) {
    if (i == document.reading) continue;
    for (const Proposal& garment : document.prediction->readings[i].garments) regions.push_back(garment.region);
  }
  return regions;
}

bool is_for_the_same(const ClickDraft& a, const ClickDraft& b) {
  return a.target().garment == b.target().garment &&
         a.target().proposal.has_value() == b.target().proposal.has_value() && a.start() == b.start();
}

void draw_click(const Ui& ui, const inference::Click& click, const Viewport& viewport, ImDrawList& out) {
  const ImVec2 at = vec(viewport.transform.screen_from_image(click.at));
  const float arm = ui.px(3);
  out.AddCircleFilled(at, ui.px(7), rgb(0x000000, 170), 20);
  out.AddCircleFilled(at, ui.px(6), click.adds ? ui.theme.good : ui.theme.bad, 20);
  out.AddLine({at.x - arm, at.y}, {at.x + arm, at.y}, rgb(0xFFFFFF), ui.px(1.75F));
  if (click.adds) out.AddLine({at.x, at.y - arm}, {at.x, at.y + arm}, rgb(0xFFFFFF), ui.px(1.75F));
}

void draw_word(const Ui& ui, const ClickWord& word, Colour colour, const Viewport& viewport, ImDrawList& out) {
  if (const auto* click = std::get_if<inference::Click>(&word)) return draw_click(ui, *click, viewport, out);
  const Rect& box = std::get<Rect>(word);
  out.AddRect(vec(viewport.transform.screen_from_image({box.x, box.y})),
              vec(viewport.transform.screen_from_image({box.right(), box.bottom()})), with_alpha(colour, 0.8F), 0, 0,
              ui.px(1.5F));
}

}  // namespace

ClickDraft draft_for(const Document& document, PhotoView& view) {
  EditTarget target = edit_target(document, view);
  view.canvas.draw_part = part_of(target, document, view.canvas.draw_part);
  inference::ObjectStart start{region_of(target, document), origin_of(target, document), {}};
  if (start.by == inference::MaskOrigin::kModel || start.region.empty()) start.others = other_readings(document);
  return {std::move(target), std::move(start)};
}

MagicTool* magic_tool_in_hand(CanvasState& canvas) { return dynamic_cast<MagicTool*>(&canvas.tools.in_hand()); }

bool MagicTool::start(const ToolContext& on, CanvasTool& before) {
  if (const Garment* garment = selected_garment(on.document, on.view); garment && garment->locked) {
    on.ui.ask.push(Tell{on.ui.text(Text::kHintLocked)});
    return false;
  }
  auto* other = dynamic_cast<MagicTool*>(&before);
  if (other == nullptr) {
    draft_ = draft_for(on.document, on.view);
    put_aside_ = {};
  } else if (other != this) {
    draft_ = std::exchange(other->draft_, ClickDraft());
    put_aside_ = std::exchange(other->put_aside_, BegunShape());
  }
  draft_.forget_maybe();
  return true;
}

bool MagicTool::take_part(Part part, const ToolContext& on) {
  if (draft_.under_way() && (draft_.target().garment || draft_.target().proposal)) return true;
  // A part chosen before the first click means: a new garment of that part.
  if (!draft_.under_way()) on.view.selection.clear(), on.view.proposal.reset();
  on.view.canvas.draw_part = part;
  return true;
}

void MagicTool::follow(const ToolContext& on) {
  const auto& [ui, document, regions, edges, view] = on;
  say_again(on);
  if (!draft_.under_way()) {
    ClickDraft wanted = draft_for(document, view);
    if (!is_for_the_same(wanted, draft_)) draft_ = std::move(wanted);
    return;
  }
  const auto& target = draft_.target().garment;
  if (!target) return;
  const Garment* garment = find_garment(document.session.annotation(), *target);
  if (garment && !garment->locked && garment->region == draft_.start().region) {
    if (view.selection.current() != *target) view.selection.select_only(*target);
    return;
  }
  draft_.lose_target();
  ui.ask.push(Tell{ui.text(Text::kClickTargetGone)});
}

void MagicTool::settle(const ToolContext& on) {
  if (!draft_.is_accepted()) return;
  if (draft_.region().empty()) {
    draft_.accept_no_more();
    on.ui.ask.push(Tell{on.ui.text(Text::kNothingThere)});
    return;
  }
  const ClickDraft done = std::exchange(draft_, ClickDraft());
  on.view.canvas.tools.put_down();
  give_region(on.ui, on.document, done.target(), done.region(), on.view);
}

bool MagicTool::finish(const ToolContext& on) {
  if (!draft_.under_way()) {
    on.ui.ask.push(Tell{on.ui.text(Text::kNothingClicked)});
  } else if (!draft_.waits() && draft_.region().empty()) {
    on.ui.ask.push(Tell{on.ui.text(Text::kNothingThere)});
  } else {
    draft_.accept_when_ready();
  }
  return true;
}

bool MagicTool::key(ToolKey key, const ToolContext& on) {
  switch (key) {
    case ToolKey::kFinish: return finish(on);
    case ToolKey::kCancel: return on.view.canvas.tools.put_down(), true;
    case ToolKey::kTakeBack:
    case ToolKey::kUndo:
    case ToolKey::kDelete: return draft_.take_back();
    case ToolKey::kRedo: return draft_.bring_back();
    case ToolKey::kReject: return true;  // never the whole photo while something is being cut out
  }
  return false;
}

/// What is being clicked out, what a click at the pointer would make of it, and what was said of it.
void MagicTool::draw(const Ui& ui, const PhotoView& view, ImDrawList& out) const {
  const CanvasState& canvas = view.canvas;
  const Colour colour = ui.theme.part(canvas.draw_part);
  if (!draft_.region().empty()) {
    const RegionDetail detail = detail_seen(draft_.region(), canvas);
    draw_fill(detail.fill, canvas, with_alpha(colour, draft_.waits() ? 0.2F : 0.35F), out);
    draw_outline(detail.rings, canvas, {colour, ui.px(2.25F), ui.px(4)}, out);
  }
  if (draft_.maybe()) {
    const RegionDetail detail = detail_seen(*draft_.maybe(), canvas);
    draw_outline(detail.rings, canvas, {colour, 0, ui.px(3), rgb(0x000000, 110)}, out);
    draw_dashes(detail.rings, canvas, rgb(0xFFFFFF), ui.px(1.75F), ui.px(5), out);
  }
  for (const ClickWord& word : draft_.said()) draw_word(ui, word, colour, canvas, out);
}

std::string MagicTool::hint(const Ui& ui, const Document& /*document*/, const PhotoView& view) const {
  return std::string(ui.text.part(view.canvas.draw_part)) + ": " + ui.text(click_hint());
}

}  // namespace jaedan::gui
