#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/panels/recommend/item_card.h"
#include "app/gui/project/document.h"
#include "app/workflow/recommend/recommend_items.h"
#include "labeling/tools/selection.h"

namespace jaedan::gui {

/// What a person wants of whatever garment is selected; stays when another one is.
struct RecommendChoice {
  std::string metric = "cosine";       ///< RecommendQuery::metric
  std::vector<std::string> same = {};  ///< attributes: only what is said to be as the garment
  bool only_listed = false;            ///< only garments of the photos that are listed
};

/// A garment that was picked among those that were found.
struct PickedItem {
  workflow::RecommendedItem item;
  bool liked = true;  ///< false: less like it
};

/// What was said about the finds of one garment; goes with it.
struct RecommendWishes {
  PhotoId photo;
  GarmentId garment;                             ///< the one
  std::vector<recommender::LabelValue> changes;  ///< "like it, but so", one after the other
  std::string change_of;  ///< attribute of the next change, whose value is not chosen yet; empty: none
  std::vector<PickedItem> picks;

  bool empty() const { return changes.empty() && change_of.empty() && picks.empty(); }
  CardMark mark_of(const workflow::RecommendedItem& item) const;
  /// "More like this" and "less like this", the other way round where the item is marked otherwise, taken back where it
  /// is marked so.
  void judge(const workflow::RecommendedItem& item, CardPress press);
};

/// What a question is about, besides what is wanted.
struct RecommendScene {
  const Document& shown;                ///< the photo on screen
  const Selection& selection;           ///< in it
  const labeling::PhotoFilter& filter;  ///< of the list of photos
};

/// Which garment answers are for: the selected one, else the photo's largest. Null when it has none.
const Garment* asked_garment(const RecommendScene& scene);
/// What is said of the attribute of a garment, or of its photo, as value ids; "not sure" says nothing.
std::vector<std::string> said_of(const Annotation& annotation, const Garment& garment, std::string_view attribute);
/// Whether the attribute is one of those that are changed, so that finds cannot have the garment's value.
bool is_changed(const RecommendWishes& wishes, std::string_view attribute);
/// The question that stands there.
workflow::RecommendQuery question_of(const RecommendScene& scene, const Garment& garment, const RecommendChoice& choice,
                                     const RecommendWishes& wishes);

}  // namespace jaedan::gui
