#include "app/gui/canvas/tools/select_keys.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/project/readings.h"
#include "labeling/edit/command_group.h"
#include "labeling/edit/commands/confirm.h"
#include "labeling/edit/commands/delete_garments.h"
#include "labeling/edit/commands/delete_vertex.h"
#include "labeling/edit/garment_access.h"
#include "labeling/edit/proposals/reject_garment.h"

namespace jaedan::gui {
namespace {

bool accept(const ToolContext& on) {
  const std::vector<std::size_t> open = open_proposals(on.document);
  if (open.empty()) return false;
  std::vector<Proposal> chosen;
  for (const std::size_t index : open) {
    if (!on.view.proposal || *on.view.proposal == index) chosen.push_back(proposals_of(on.document)[index]);
  }
  on.ui.ask.run(acceptance_of(on.document, std::move(chosen)));
  on.view.proposal.reset();
  return true;
}

/// Every selected garment that a model has a share in; false when there is none.
bool confirm_selected(const ToolContext& on) {
  std::vector<std::unique_ptr<const Command>> confirmed;
  Annotation after = on.document.session.annotation();
  for (const GarmentId id : on.view.selection.garments()) {
    auto command = std::make_unique<Confirm>(Confirm::garment(id, on.ui.user));
    const Annotation before = after;
    if (command->apply(after).ok() && after != before) confirmed.push_back(std::move(command));
  }
  if (confirmed.empty()) return false;
  on.ui.ask.run(CommandGroup("confirm", std::move(confirmed)));
  return true;
}

bool refuse_proposal(const ToolContext& on) {
  if (!on.view.proposal) return false;
  on.ui.ask.push(RejectProposal{on.document.id(), on.document.reading, *on.view.proposal});
  on.view.proposal.reset();
  return true;
}

/// What the mouse or the selection says of the selected garment; empty when there is none.
std::string garment_hint(const Ui& ui, const Document& document, const PhotoView& view) {
  const Garment* garment = find_garment(document.session.annotation(), view.selection.current());
  if (!garment) return {};
  if (garment->locked) return ui.text(Text::kHintLocked);
  const std::optional<Hit>& hover = view.canvas.hover;
  if (hover && hover->garment == garment->id) {
    if (hover->kind == HitKind::kVertex) return ui.text(Text::kHintVertex);
    if (hover->kind == HitKind::kEdge) return ui.text(Text::kHintEdge);
    return ui.text(Text::kHintBody);
  }
  if (is_guess(garment->region_provenance)) return ui.text(Text::kHintModelGarment);
  return ui.text(Text::kHintSelected);
}

/// To be put behind another hint; empty when the photo has one reading only.
std::string reading_hint(const Ui& ui, const Document& document) {
  if (!has_other_readings(document)) return {};
  return " · " + ui.keys.text_of("next_reading"_action) + " " + ui.text(Text::kHintReading);
}

}  // namespace

bool confirm_or_accept(const ToolContext& on) { return confirm_selected(on) || accept(on); }

bool remove_selected(const ToolContext& on) {
  if (refuse_proposal(on)) return true;
  const std::optional<Hit>& hover = on.view.canvas.hover;
  if (hover && hover->kind == HitKind::kVertex) {
    on.ui.ask.run(DeleteVertex(hover->garment, hover->ring, hover->index, on.ui.user));
    return true;
  }
  if (const std::optional<VertexRef>& vertex = on.view.selection.vertex()) {
    on.ui.ask.run(DeleteVertex(vertex->garment, vertex->ring, vertex->index, on.ui.user));
    return true;
  }
  if (on.view.selection.empty()) return false;
  on.ui.ask.run(DeleteGarments(on.view.selection.garments()));
  return true;
}

bool reject_selected(const ToolContext& on) {
  if (refuse_proposal(on)) return true;
  const Garment* garment = find_garment(on.document.session.annotation(), on.view.selection.current());
  if (!garment) return false;
  on.ui.ask.run(RejectGarment(garment->id));
  return true;
}

std::string selection_hint(const Ui& ui, const Document& document, const PhotoView& view) {
  if (std::string selected = garment_hint(ui, document, view); !selected.empty()) return selected;
  if (!open_proposals(document).empty()) {
    return ui.text(view.proposal ? Text::kHintProposal : Text::kHintProposals) + reading_hint(ui, document);
  }
  const std::vector<Garment>& garments = document.session.annotation().garments;
  if (garments.empty()) return ui.text(Text::kHintNothingYet) + reading_hint(ui, document);
  const bool may_swap =
      std::any_of(garments.begin(), garments.end(), [](const Garment& garment) { return !has_human_work(garment); });
  return ui.text(Text::kHintIdle) + (may_swap ? reading_hint(ui, document) : std::string());
}

}  // namespace jaedan::gui
