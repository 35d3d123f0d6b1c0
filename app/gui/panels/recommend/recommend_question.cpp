#include "app/gui/panels/recommend/recommend_question.h"

#include <algorithm>

namespace jaedan::gui {
namespace {

constexpr int kSimilarGarments = 9;

bool is_of(const workflow::RecommendedItem& a, const workflow::RecommendedItem& b) {
  return a.photo.id == b.photo.id && a.garment == b.garment;
}

}  // namespace

CardMark RecommendWishes::mark_of(const workflow::RecommendedItem& item) const {
  for (const PickedItem& pick : picks) {
    if (is_of(pick.item, item)) return pick.liked ? CardMark::kLiked : CardMark::kDisliked;
  }
  return CardMark::kNone;
}

void RecommendWishes::judge(const workflow::RecommendedItem& item, CardPress press) {
  if (press == CardPress::kNone) return;
  const bool liked = press == CardPress::kMoreLikeThis;
  const auto known =
      std::find_if(picks.begin(), picks.end(), [&](const PickedItem& pick) { return is_of(pick.item, item); });
  if (known == picks.end()) {
    picks.push_back({item, liked});
  } else if (known->liked == liked) {
    picks.erase(known);
  } else {
    known->liked = liked;
  }
}

const Garment* asked_garment(const RecommendScene& scene) {
  const auto chosen =
      workflow::chosen_garment(scene.shown.session.annotation(), {scene.shown.id(), scene.selection.current()});
  return chosen.ok() ? *chosen : nullptr;
}

std::vector<std::string> said_of(const Annotation& annotation, const Garment& garment, std::string_view attribute) {
  std::vector<std::string> said = values_of(garment.attributes, attribute);
  if (said.empty()) said = values_of(annotation.image_attributes, attribute);
  said.erase(std::remove(said.begin(), said.end(), kNotSure), said.end());
  return said;
}

bool is_changed(const RecommendWishes& wishes, std::string_view attribute) {
  return std::any_of(wishes.changes.begin(), wishes.changes.end(),
                     [&](const recommender::LabelValue& change) { return change.attribute == attribute; });
}

workflow::RecommendQuery question_of(const RecommendScene& scene, const Garment& garment, const RecommendChoice& choice,
                                     const RecommendWishes& wishes) {
  workflow::RecommendQuery query;
  query.photo = scene.shown.id();
  query.garment = garment.id;
  query.part = garment.part;
  query.k = kSimilarGarments;
  query.metric = choice.metric;
  query.changes = wishes.changes;
  for (const std::string& attribute : choice.same) {
    if (is_changed(wishes, attribute)) continue;
    for (const std::string& value : said_of(scene.shown.session.annotation(), garment, attribute)) {
      query.filter.values.push_back({attribute, value});
    }
  }
  if (choice.only_listed) query.wardrobe = scene.filter;
  for (const PickedItem& pick : wishes.picks) {
    (pick.liked ? query.like : query.unlike).push_back({pick.item.photo.id, pick.item.garment, pick.item.part});
  }
  return query;
}

}  // namespace jaedan::gui
