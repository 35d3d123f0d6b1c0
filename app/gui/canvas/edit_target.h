#pragma once

#include <optional>

#include "app/gui/base/ui.h"
#include "app/gui/project/document.h"
#include "labeling/shape/shape_edits.h"

namespace jaedan::gui {

struct PhotoView;

/// What becomes of an outline when it is done; neither: a new garment.
struct EditTarget {
  std::optional<GarmentId> garment;  ///< gets the new outline
  std::optional<Proposal> proposal;  ///< is accepted with the new outline
};

/// The one garment that is selected; null with none or several.
const Garment* selected_garment(const Document& document, const PhotoView& view);

/// What a tool that makes regions works on: the one selected garment (unless it is locked), else the selected
/// proposal, else nothing: a new garment comes of it.
EditTarget edit_target(const Document& document, const PhotoView& view);
/// Its outline now; empty for a new garment.
Region region_of(const EditTarget& target, const Document& document);
/// Its part; `otherwise` for a new garment.
Part part_of(const EditTarget& target, const Document& document, Part otherwise);

/// Why a garment's outline may not be changed by hand just now: it is locked, or nobody would see it.
std::optional<Text> reason_against_change(const Garment& garment);
/// Says so of the selected garment; false when there is none or it may be changed.
bool tell_untouchable(const Ui& ui, const Document& document, const PhotoView& view);

/// Gives the target this outline, as one undo entry: a garment gets it, a proposal is accepted with it, and without
/// either a garment of CanvasState::draw_part is made.
void give_region(const Ui& ui, const Document& document, const EditTarget& target, const Region& region,
                 PhotoView& view);

/// Runs the edit, or says why it cannot be.
void run_or_tell(const Ui& ui, labeling::ShapeEdit edit);

}  // namespace jaedan::gui
