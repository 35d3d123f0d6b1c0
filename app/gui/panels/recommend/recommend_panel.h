#pragma once

#include <optional>

#include "app/gui/base/ui.h"
#include "app/gui/panels/recommend/recommend_question.h"
#include "app/gui/project/thumbnails.h"
#include "app/workflow/recommend/recommend_items.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// What is wanted, which the panel keeps, and what was asked and came, which whoever does AskRecommend fills.
struct RecommendState {
  RecommendChoice choice;
  RecommendWishes wishes;

  workflow::RecommendQuery asked;
  bool has_asked = false;
  bool waiting = false;
  std::optional<Error> error;
  std::optional<workflow::Recommendations> found;
  workflow::RecommendQuery answered;  ///< what `found` was found for: until a new answer is there, the old one stays

  /// What was found may be out of date: the question is asked anew.
  void ask_again();
  /// Another photo is on screen, or the same one read again. Wishes were about a garment of the old one.
  void photo_changed(bool same_photo);
};

/// The dock: garments like the one that is asked about, what people wore with such, outfits of tables; what counts as
/// like it, which may be found, changes one after the other, "more like this". Asks for AskRecommend when another
/// question stands there than was asked; until its answer comes the old one stays, dimmed. Asks for OpenPhoto and
/// PinToBoard. Wishes about one garment go when another is asked about; what is chosen stays.
void recommend_panel(const Ui& ui, const Taxonomy& taxonomy, const RecommendScene& scene, Thumbnails& thumbnails,
                     RecommendState& state);

}  // namespace jaedan::gui
