#pragma once

#include <optional>
#include <string>

#include "app/gui/panels/dialogs/dialog.h"
#include "app/gui/panels/photo_ticks.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// What shall be said of the ticked photos.
struct SharedAnswer {
  std::optional<Part> part = Part::kTop;  ///< nothing: the photo itself
  std::string attribute;
  std::string value;
  std::string typed;  ///< to find the value
  bool only_unsaid = true;
};

/// What the dialog starts from: what the list is filtered by, and nothing answered.
SharedAnswer starting_answer(const labeling::PhotoFilter& filter, const Taxonomy& taxonomy);

/// One answer for all ticked photos; asks for LabelTicked.
void label_ticked_dialog(const Ui& ui, const Taxonomy& taxonomy, const PhotoTicks& ticks, Dialog& dialog,
                         SharedAnswer& answer);

}  // namespace jaedan::gui
