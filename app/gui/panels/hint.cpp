#include "app/gui/panels/hint.h"

#include <algorithm>

#include "app/gui/base/shortcuts.h"
#include "app/gui/canvas/edit_target.h"
#include "app/gui/project/readings.h"
#include "labeling/edit/garment_access.h"

namespace jaedan::gui {
namespace {

std::string selection_hint(const Ui& ui, const Document& document, const PhotoView& view) {
  const Garment* garment = find_garment(document.session.annotation(), view.selection.current());
  if (!garment) return {};
  if (garment->locked) return ui.text(Text::kHintLocked);
  const std::optional<Hit>& hover = view.canvas.hover;
  if (hover && hover->garment == garment->id) {
    if (hover->kind == HitKind::kVertex) return ui.text(Text::kHintVertex);
    if (hover->kind == HitKind::kEdge) return ui.text(Text::kHintEdge);
    return ui.text(Text::kHintBody);
  }
  if (garment->region_provenance.source == Source::kModel) return ui.text(Text::kHintModelGarment);
  return ui.text(Text::kHintSelected);
}

/// To be put behind another hint; empty when the photo has one reading only.
std::string reading_hint(const Ui& ui, const Document& document) {
  if (!has_other_readings(document)) return {};
  return " · " + ui.keys.text_of(Ask::kNextReading) + " " + ui.text(Text::kHintReading);
}

const char* click_hint(const Ui& ui, const CanvasState& canvas) {
  if (canvas.tool == Tool::kBox) return ui.text(Text::kHintBox);
  if (canvas.clicks.waits()) return ui.text(Text::kHintClicksWait);
  if (canvas.clicks.under_way()) return ui.text(Text::kHintClicks);
  return ui.text(canvas.clicks.region().empty() ? Text::kHintClicksNew : Text::kHintClicksCorrect);
}

/// "Top: …" of what is painted on.
std::string brush_hint(const Ui& ui, const Document& document, const PhotoView& view) {
  const Garment* garment = selected_garment(document, view);
  if (const auto reason = garment ? reason_against_change(*garment) : std::nullopt) return ui.text(*reason);
  const EditTarget target = edit_target(document, view);
  const bool is_new = !target.garment && !target.proposal;
  const Part part = part_of(target, document, view.canvas.draw_part);
  const Text text = view.canvas.tool == Tool::kEraser ? Text::kHintEraser
                    : is_new                          ? Text::kHintBrushNew
                                                      : Text::kHintBrush;
  return std::string(ui.text.part(part)) + ": " + ui.text(text);
}

/// "Top: …", or what the shape does to the garment that is selected.
std::string shape_prefix(const Ui& ui, const Document& document, const PhotoView& view) {
  const CanvasState& canvas = view.canvas;
  if (canvas.shape_use == ShapeUse::kNewGarment) return std::string(ui.text.part(canvas.draw_part)) + ": ";
  const EditTarget target = canvas.draw.drawing() ? canvas.shape_target : edit_target(document, view);
  const Part part = part_of(target, document, canvas.draw_part);
  const Text use = canvas.shape_use == ShapeUse::kAdd ? Text::kUseAdd : Text::kUseCut;
  return std::string(ui.text.part(part)) + ", " + ui.text(use) + ": ";
}

const char* shape_hint(const Ui& ui, const CanvasState& canvas) {
  const bool scissors = canvas.tool == Tool::kScissors;
  if (!canvas.draw.drawing()) return ui.text(scissors ? Text::kHintScissorsStart : Text::kHintPolygonStart);
  if (canvas.pointer && canvas.draw.would_close(*canvas.pointer)) return ui.text(Text::kHintPolygonClose);
  if (canvas.held) return ui.text(Text::kHintHeld);
  return ui.text(scissors ? Text::kHintScissors : Text::kHintPolygon);
}

}  // namespace

std::string hint(const Ui& ui, const Document& document, const PhotoView& view, bool answering) {
  const CanvasState& canvas = view.canvas;
  if (answering) return ui.text(Text::kHintAttributeMode);
  if (canvas.drag.active()) return ui.text(Text::kHintDragging);
  if (canvas.tool != Tool::kSelect) {
    const std::string part = std::string(ui.text.part(canvas.draw_part)) + ": ";
    if (is_magic(canvas.tool)) return part + click_hint(ui, canvas);
    if (is_line(canvas.tool)) return ui.text(canvas.tool == Tool::kKnife ? Text::kHintKnife : Text::kHintContour);
    if (is_brush(canvas.tool)) return brush_hint(ui, document, view);
    if (canvas.tool == Tool::kRectangle) return shape_prefix(ui, document, view) + ui.text(Text::kHintRectangle);
    return shape_prefix(ui, document, view) + shape_hint(ui, canvas);
  }
  if (std::string selected = selection_hint(ui, document, view); !selected.empty()) return selected;
  if (!open_proposals(document).empty()) {
    return ui.text(view.proposal ? Text::kHintProposal : Text::kHintProposals) + reading_hint(ui, document);
  }
  if (document.session.annotation().garments.empty())
    return ui.text(Text::kHintNothingYet) + reading_hint(ui, document);
  const std::vector<Garment>& garments = document.session.annotation().garments;
  const bool may_swap =
      std::any_of(garments.begin(), garments.end(), [](const Garment& garment) { return !has_human_work(garment); });
  return ui.text(Text::kHintIdle) + (may_swap ? reading_hint(ui, document) : std::string());
}

}  // namespace jaedan::gui
