#include "app/gui/canvas/edit_target.h"

#include <memory>
#include <utility>
#include <vector>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/words/message_text.h"
#include "labeling/edit/command_group.h"
#include "labeling/edit/commands/add_garment.h"
#include "labeling/edit/commands/set_region.h"
#include "labeling/edit/garment_access.h"
#include "labeling/edit/proposals/accept_proposals.h"

namespace jaedan::gui {
namespace {

/// The proposal becomes a garment, which gets the outline that the person made of it.
RunCommand accept_corrected(const Ui& ui, const Document& document, const Proposal& proposal, const Region& region) {
  const Annotation& annotation = document.session.annotation();
  auto accept = std::make_unique<AcceptProposals>(acceptance_of(document, {proposal}));
  const GarmentId id = next_garment_id(annotation);
  if (plan_acceptance(annotation, {proposal}).accepted.empty()) {
    return {std::make_shared<AddGarment>(proposal.part, region, ui.user), 0, id};
  }
  std::vector<std::unique_ptr<const Command>> both;
  both.push_back(std::move(accept));
  both.push_back(std::make_unique<SetRegion>(id, region, ui.user));
  return {std::make_shared<CommandGroup>("accept_proposals", std::move(both)), 0, id};
}

/// Null for a new garment or a proposal, or when it is gone.
const Garment* garment_of(const EditTarget& target, const Document& document) {
  return target.garment ? find_garment(document.session.annotation(), *target.garment) : nullptr;
}

}  // namespace

const Garment* selected_garment(const Document& document, const PhotoView& view) {
  if (view.selection.garments().size() != 1) return nullptr;
  return find_garment(document.session.annotation(), view.selection.current());
}

EditTarget edit_target(const Document& document, const PhotoView& view) {
  const Garment* garment = selected_garment(document, view);
  if (garment && !garment->locked) return {garment->id, std::nullopt};
  if (view.proposal && *view.proposal < proposals_of(document).size()) {
    return {std::nullopt, proposals_of(document)[*view.proposal]};
  }
  return {};
}

Region region_of(const EditTarget& target, const Document& document) {
  if (target.proposal) return target.proposal->region;
  const Garment* garment = garment_of(target, document);
  return garment ? garment->region : Region{};
}

Part part_of(const EditTarget& target, const Document& document, Part otherwise) {
  if (target.proposal) return target.proposal->part;
  const Garment* garment = garment_of(target, document);
  return garment ? garment->part : otherwise;
}

std::optional<Text> reason_against_change(const Garment& garment) {
  if (garment.locked) return Text::kHintLocked;
  if (garment.hidden) return Text::kHintHidden;
  return std::nullopt;
}

bool tell_untouchable(const Ui& ui, const Document& document, const PhotoView& view) {
  const Garment* garment = selected_garment(document, view);
  const std::optional<Text> reason = garment ? reason_against_change(*garment) : std::nullopt;
  if (reason) ui.ask.push(Tell{ui.text(*reason)});
  return reason.has_value();
}

void give_region(const Ui& ui, const Document& document, const EditTarget& target, const Region& region,
                 PhotoView& view) {
  if (target.garment) {
    ui.ask.run(SetRegion(*target.garment, region, ui.user));
  } else if (target.proposal && document.prediction) {
    ui.ask.push(accept_corrected(ui, document, *target.proposal, region));
    view.proposal.reset();
  } else {
    ui.ask.run(AddGarment(view.canvas.draw_part, region, ui.user));
  }
}

void run_or_tell(const Ui& ui, labeling::ShapeEdit edit) {
  if (edit.ok()) {
    ui.ask.push(RunCommand{std::move(*edit)});
  } else {
    ui.ask.push(Tell{message_text(edit.error().message, ui.text)});
  }
}

}  // namespace jaedan::gui
