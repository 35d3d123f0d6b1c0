#include "labeling/agreement/drawn_garments.h"

namespace jaedan::labeling {

std::vector<DrawnGarment> drawn_garments(const std::vector<Annotation>& people, Part part, int width, int height) {
  std::vector<DrawnGarment> drawn;
  for (std::size_t person = 0; person < people.size(); ++person) {
    const std::vector<Garment>& garments = people[person].garments;
    for (std::size_t place = 0; place < garments.size(); ++place) {
      if (garments[place].part != part) continue;
      drawn.push_back({person, place, &garments[place], rasterize(garments[place].region, width, height)});
    }
  }
  return drawn;
}

std::vector<std::vector<double>> ious_between_people(const std::vector<DrawnGarment>& drawn) {
  std::vector<std::vector<double>> ious(drawn.size(), std::vector<double>(drawn.size(), 0));
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    for (std::size_t j = i + 1; j < drawn.size(); ++j) {
      if (drawn[i].person != drawn[j].person) ious[i][j] = ious[j][i] = iou(drawn[i].mask, drawn[j].mask);
    }
  }
  return ious;
}

}  // namespace jaedan::labeling
