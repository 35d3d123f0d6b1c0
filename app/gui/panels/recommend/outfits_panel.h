#pragma once

#include <cstdint>
#include <optional>

#include "app/gui/base/ui.h"
#include "app/gui/project/document.h"
#include "app/gui/project/thumbnails.h"
#include "app/workflow/outfits/suggest_outfits.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/tools/selection.h"

namespace jaedan::gui {

/// What was asked and what came; whoever does AskOutfits fills it.
struct OutfitsState {
  workflow::OutfitQuery asked;
  bool has_asked = false;
  bool waiting = false;
  std::int64_t job = 0;     ///< that looks for the answer
  bool learning = false;    ///< what goes together is being learnt …
  bool was_learnt = false;  ///< … or was, as far as can be, so it is not begun again
  std::optional<Error> error;
  std::optional<workflow::OutfitSuggestions> found;
};

/// What a question is about, besides what is asked.
struct OutfitsScene {
  const Document* shown = nullptr;      ///< the photo on screen; may be null
  const Selection& selection;           ///< in it
  const labeling::PhotoFilter& filter;  ///< of the list of photos, the wardrobe
};

/// The middle: what goes with the selected garment, the best outfits of a wardrobe, what a wardrobe lacks. Asks for
/// AskOutfits when another question stands there than was asked, for OpenPhoto, and for PinToBoard.
void outfits_panel(const Ui& ui, const Taxonomy& taxonomy, const OutfitsScene& scene, Thumbnails& thumbnails,
                   const OutfitsState& state);

}  // namespace jaedan::gui
