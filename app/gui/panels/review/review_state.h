#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/gui/draw/region_detail.h"
#include "app/gui/project/review_desk.h"

namespace jaedan::gui {

/// How before and after stand beside each other.
enum class ReviewLook { kSwipe, kDifference };

/// What the review remembers between frames.
struct ReviewState {
  ReviewLook look = ReviewLook::kDifference;  ///< of all photos
  float split = 0.5F;                         ///< where the line between before and after is, a part of the canvas
  bool holds_line = false;
  std::size_t version = 0;   ///< of PhotoReview::versions; the first where there are fewer
  std::optional<Point> pin;  ///< what is said next belongs here, image space
  std::string words;         ///< what is being typed

  /// Another photo: what belonged to the old one goes.
  void photo_changed() {
    version = 0;
    pin.reset();
    words.clear();
    holds_line = false;
  }

  /// Of `shapes_of`, by region; made again when the zoom is another.
  std::map<const Region*, RegionDetail> shapes;
  std::shared_ptr<const PhotoReview> shapes_of;
};

/// The difference that is shown; null when there is nothing to compare with.
inline const workflow::PhotoDifference* shown_difference(const PhotoReview* review, const ReviewState& state) {
  if (!review || review->differences.empty()) return nullptr;
  return &review->differences[state.version < review->differences.size() ? state.version : 0];
}
inline const workflow::ReviewVersion* shown_version(const PhotoReview* review, const ReviewState& state) {
  if (!review || review->versions.empty()) return nullptr;
  return &review->versions[state.version < review->versions.size() ? state.version : 0];
}

}  // namespace jaedan::gui
