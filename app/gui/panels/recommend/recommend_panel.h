#pragma once

#include <optional>

#include "app/gui/base/ui.h"
#include "app/gui/project/document.h"
#include "app/gui/project/thumbnails.h"
#include "app/workflow/recommend/recommend_items.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/tools/selection.h"

namespace jaedan::gui {

/// What was asked and what came; whoever does AskRecommend fills it.
struct RecommendState {
  workflow::RecommendQuery asked;
  bool waiting = false;
  std::optional<Error> error;
  std::optional<workflow::Recommendations> found;
};

/// Right, second tab: garments like the selected one, and outfits. Asks for AskRecommend when another question stands
/// there than was asked, and for OpenPhoto.
void recommend_panel(const Ui& ui, const Taxonomy& taxonomy, const Document& document, Thumbnails& thumbnails,
                     const Selection& selection, const RecommendState& state);

}  // namespace jaedan::gui
