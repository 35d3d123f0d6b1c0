#pragma once

#include "app/gui/panels/recommend/recommend_question.h"
#include "app/gui/project/thumbnails.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// What an answer is shown with.
struct AnswerView {
  const RecommendScene& scene;
  const Garment& garment;      ///< that is asked about now
  bool is_of_garment = false;  ///< whether the answer is about it too, so that finds can be picked
  bool by_clusters = false;    ///< cards say their clusters, and the garment's is named
};

/// What was found: what the answer lacks, one row of cards a change under its heading, what is similar, outfits of
/// photos and of tables. Picks go into `wishes`. Items: similar.N, step.S.N, outfit.O.N (the match first), table.N,
/// recommend.cluster, recommend.partial.N.
void dock_answer(const Ui& ui, const Taxonomy& taxonomy, const workflow::Recommendations& found, const AnswerView& view,
                 Thumbnails& thumbnails, RecommendWishes& wishes);

}  // namespace jaedan::gui
