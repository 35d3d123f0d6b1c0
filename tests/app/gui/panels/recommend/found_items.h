#pragma once

#include <cstdint>
#include <string>

#include "app/workflow/recommend/recommend_items.h"

namespace jaedan::gui::testing {

/// A garment of this photo that was found, with a name that is too long for a card.
inline workflow::RecommendedItem found_item(std::int64_t photo, bool with_reason) {
  workflow::RecommendedItem made;
  made.photo.id = PhotoId{photo};
  made.photo.name = "a rather long name of a photo that was found " + std::to_string(photo);
  made.photo.width = 200;
  made.photo.height = 300;
  made.garment = GarmentId{1};
  made.part = Part::kBottom;
  made.score = 0.87;
  made.box = {20, 30, 100, 150};
  if (with_reason) {
    made.why = recommender::Reason{
        0.87, {{"colour", "black", "black"}}, {{"fit", "slim", "loose"}, {"of one's own", "a", "b"}}};
  }
  return made;
}

}  // namespace jaedan::gui::testing
