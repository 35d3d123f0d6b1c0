#pragma once

#include "app/gui/panels/recommend/recommend_question.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// By what garments are compared; which of them may be found: of the garment's category, colour, style, of the photos
/// that are listed. A filter by what nothing is said of is grey and says why; it holds for the next garment that has
/// it. Items: recommend.metric and metric.ID in its list, same.ATTRIBUTE, recommend.listed.
void choice_controls(const Ui& ui, const Taxonomy& taxonomy, const RecommendScene& scene, const Garment& garment,
                     const RecommendWishes& wishes, RecommendChoice& choice);

/// "Like this, but …": an attribute, then the value that it shall have, which adds a change; the last one or all can be
/// taken back. Items: recommend.change and change.ATTRIBUTE in its list, recommend.change_to and value.ID in its list,
/// recommend.changed what is changed so far, recommend.undo, recommend.undo_all.
void change_controls(const Ui& ui, const Taxonomy& taxonomy, const RecommendScene& scene, const Garment& garment,
                     RecommendWishes& wishes);

/// "length: mini → maxi" of the change number `place`, in the window's language: from what the changes before it, else
/// the garment, say.
std::string words_of_change(const Ui& ui, const Taxonomy& taxonomy, const RecommendScene& scene, const Garment& garment,
                            const std::vector<recommender::LabelValue>& changes, std::size_t place);

}  // namespace jaedan::gui
